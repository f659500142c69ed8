import * as z from 'zod/mini';

/** What a good item has, in the order in which it is advised. */
export const standardIds = [
  'goal',
  'context',
  'source',
  'expectation',
  'audience',
  'placeholders',
  'personalData',
  'length',
] as const;
export const standardId = z.enum(standardIds);
export type StandardId = z.infer<typeof standardId>;

/** Why a standard is not met; a screen has one sentence for each. */
export const findingReasons = [
  'noGoal',
  'noPurpose',
  'noSubject',
  'noContext',
  'noSource',
  'noExpectation',
  'noAudience',
  'noGreeting',
  'noDescription',
  'tooFewChoices',
  'notInText',
  'personalDataWritten',
  'personalDataAsked',
  'tooLong',
] as const;
export type FindingReason = (typeof findingReasons)[number];

/** One thing that an item lacks, or has too much of. */
export interface Finding {
  readonly standard: StandardId;
  readonly reason: FindingReason;
  /** The field to change. */
  readonly field: 'purpose' | 'subject' | 'body' | 'placeholders' | 'exampleOutput';
  /** A placeholder's name, the words that were found, or the most characters; null where there is none. */
  readonly about: string | null;
}
