import * as z from 'zod/mini';
import { calendarDay, clientKey, instant, multiLine } from '../text';
import { coachedFor } from './coachedFor';

/** How somebody is reached: by a Teams chat that opens with a draft, or by a notification. */
export const outreachWay = z.enum(['teamsChat', 'notification']);

/** What came of it, in the champion's word. */
export const outreachOutcomes = [
  'willTry',
  'neededHelp',
  'notForTheirWork',
  'noAnswer',
  /** They do not want to be asked: it opts them out. */
  'askedToStop',
] as const;
export const outreachOutcome = z.enum(outreachOutcomes);
export type OutreachOutcome = z.infer<typeof outreachOutcome>;

/** Somebody was reached out to. */
export const outreach = z.object({
  clientKey,
  eTag: z.nullable(z.string()),
  userId: z.string(),
  reason: coachedFor,
  way: outreachWay,
  at: instant,
  /** Object id of the champion. */
  by: z.string(),
  outcome: z.nullable(outreachOutcome),
  note: z.nullable(z.string()),
});
export type Outreach = z.infer<typeof outreach>;

/** A person whom the owner or a deputy may want to talk to. */
export const coachedPerson = z.object({
  userId: z.string(),
  name: z.string(),
  /** Under which Teams finds them. */
  userPrincipalName: z.string(),
  jobFamily: z.nullable(z.string()),
  reason: coachedFor,
  /** The day of their last use; null for who never started. */
  lastUsedOn: z.nullable(calendarDay),
  /** The last time they were reached out to; null for never. */
  lastOutreach: z.nullable(outreach),
  /** Whether it is time to reach out, or too soon after the last time. */
  mayReachOut: z.boolean(),
});
export type CoachedPerson = z.infer<typeof coachedPerson>;

/** Somebody who used something again after they were reached out to. That is no proof of why. */
export const comeBack = z.object({
  userId: z.string(),
  name: z.string(),
  outreachOn: calendarDay,
  backOn: calendarDay,
});

/** For owner and deputies only: people are named in it. Who opted out is not. */
export const coachingResponse = z.object({
  people: z.array(coachedPerson),
  cameBack: z.array(comeBack),
  /** How many of the programme do not want to be coached; without their names. */
  optedOut: z.number(),
  asOf: z.nullable(instant),
});
export type CoachingResponse = z.infer<typeof coachingResponse>;

export const outreachRequest = z.strictObject({
  clientKey,
  userId: z.string().check(z.minLength(1)),
  reason: coachedFor,
  way: outreachWay,
});
export type OutreachRequest = z.infer<typeof outreachRequest>;

export const outreachOutcomeRequest = z.strictObject({
  eTag: z.string(),
  outcome: outreachOutcome,
  note: z.nullable(multiLine),
});
export type OutreachOutcomeRequest = z.infer<typeof outreachOutcomeRequest>;

/** The person's own word on whether they may be coached: they may until they say otherwise. */
export const coachingChoice = z.strictObject({ optedOut: z.boolean() });
export const coachingChoiceKept = z.object({ optedOut: z.boolean() });
