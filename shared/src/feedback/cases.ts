import * as z from 'zod/mini';
import { calendarDay, clientKey, instant, multiLine, singleLine } from '../text';

/** What was seen when a case was walked: what must hold held, or not, or that could not be said. */
export const walkOutcomes = ['held', 'failed', 'unclear'] as const;
export const walkOutcome = z.enum(walkOutcomes);
export type WalkOutcome = z.infer<typeof walkOutcome>;

/** Somebody who made, walked or recorded something; the name is null where it cannot be looked up. */
const casePerson = z.object({ userId: z.string(), name: z.nullable(z.string()) });

/** One time a person walked a case: put the input in, and looked whether what must hold does. */
export const caseWalk = z.object({
  clientKey,
  /** The published version it was done on; it says nothing of any other. */
  version: z.number(),
  outcome: walkOutcome,
  note: z.nullable(z.string()),
  walkedBy: casePerson,
  walkedAt: instant,
  /** False while it waits to be written to SharePoint: it is safe, but not there yet. */
  delivered: z.boolean(),
});
export type CaseWalk = z.infer<typeof caseWalk>;

/** Why a case is to be walked. */
export const walkReason = z.discriminatedUnion('reason', [
  z.object({ reason: z.literal('neverWalked') }),
  /** Nobody walked it on the version that is published now. */
  z.object({ reason: z.literal('newVersion'), version: z.number() }),
  /** The assistant behind the prompt changed after it was walked last, or on that day. */
  z.object({
    reason: z.literal('assistantChanged'),
    assistant: z.string(),
    changedOn: calendarDay,
  }),
  /** Whoever walked it last could not say. */
  z.object({ reason: z.literal('unclear') }),
]);
export type WalkReason = z.infer<typeof walkReason>;

/**
 * Where a case stands, on the version that is published now. `notApplicable`: none is. `retired`:
 * nobody is asked to walk it any more.
 */
export const caseStates = ['toWalk', 'held', 'failed', 'retired', 'notApplicable'] as const;
export const caseState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('toWalk'), why: walkReason }),
  z.object({ state: z.enum(['held', 'failed', 'retired', 'notApplicable']) }),
]);
export type CaseState = z.infer<typeof caseState>;

/** A case of a prompt or template, made from a flag that was fixed. It never says who flagged. */
export const promptCase = z.object({
  clientKey,
  itemKey: clientKey,
  /** Key of the flag; null where it was written by hand in SharePoint. */
  fromFeedback: z.nullable(clientKey),
  /** The version that mended it; null where nobody said. */
  fixedIn: z.nullable(z.number()),
  /** What is put in; null once the reporter took their consent back. */
  input: z.nullable(z.string()),
  /** What came out and should not have; null like the input. */
  wentWrong: z.nullable(z.string()),
  /** What must be true of the output. */
  mustHold: z.string(),
  createdBy: casePerson,
  createdAt: instant,
  /** Set once nobody is asked to walk it any more. */
  retired: z.nullable(
    z.object({
      because: z.enum(['byChampion', 'consentWithdrawn']),
      /** In the champion's words; null where nothing was said. */
      reason: z.nullable(z.string()),
    }),
  ),
  standing: caseState,
  /** The newest first. */
  walks: z.array(caseWalk),
  /** To be sent back with a retirement; null while SharePoint does not have it yet. */
  eTag: z.nullable(z.string()),
  delivered: z.boolean(),
});
export type PromptCase = z.infer<typeof promptCase>;

/** How the cases of an item stand on its published version, without those that are retired. */
export const caseCounts = z.object({
  cases: z.number(),
  toWalk: z.number(),
  /** Null while none is walked: whether they hold is not known. */
  held: z.nullable(z.number()),
  failed: z.nullable(z.number()),
});
export type CaseCounts = z.infer<typeof caseCounts>;

/** A flag that a case may be made of, and the words for it to begin with: a person reads them over. */
export const caseCandidate = z.object({
  fromFeedback: clientKey,
  fixedIn: z.nullable(z.number()),
  /** What the reporter wrote, and what the assistant had, with names and numbers masked. */
  wentWrong: z.string(),
});
export type CaseCandidate = z.infer<typeof caseCandidate>;

/** The case book of one library item, for champions and its owner. */
export const caseBook = z.object({
  itemKey: clientKey,
  title: z.string(),
  /** The published version; null where none is. */
  version: z.nullable(z.number()),
  /** Where it is used; null for templates. */
  assistant: z.nullable(z.string()),
  /** Those to walk first, then what failed, what held, and what is retired. */
  cases: z.array(promptCase),
  counts: caseCounts,
  /** Whether the caller may say how a walk went: a version is published. */
  canWalk: z.boolean(),
  /** Whether the caller may make cases, and retire them. */
  canAdd: z.boolean(),
  /** Flags that are fixed and may become a case; empty for who may not make one. */
  candidates: z.array(caseCandidate),
  asOf: z.nullable(instant),
});
export type CaseBook = z.infer<typeof caseBook>;

/** Which cases of the programme: those in one state, or all. */
export const casesQuery = z.strictObject({ state: z.optional(z.enum(caseStates)) });
export type CasesQuery = z.input<typeof casesQuery>;

/** Cases of all items of the programme, in the order of a case book, each with its item's title. */
export const casesResponse = z.object({
  cases: z.array(
    z.extend(promptCase, {
      /** Null where the item is gone. */
      title: z.nullable(z.string()),
      /** The item's published version; null where none is. */
      version: z.nullable(z.number()),
    }),
  ),
  asOf: z.nullable(instant),
});
export type CasesResponse = z.infer<typeof casesResponse>;

/**
 * A case of the flag's prompt: the item that was adjusted for it. A second one of the same flag is a
 * conflict, which shows the first.
 */
export const caseRequest = z.strictObject({
  clientKey,
  fromFeedback: clientKey,
  input: multiLine,
  wentWrong: multiLine,
  mustHold: multiLine,
});
export type CaseRequest = z.infer<typeof caseRequest>;

/** Retires a case as it stood at `eTag`, or brings it back. */
export const caseRetirementRequest = z.strictObject({
  eTag: z.string().check(z.minLength(1, 'Send the eTag of the case you read.')),
  /** Why nobody needs to walk it any more; null brings it back. */
  reason: z.nullable(multiLine),
});
export type CaseRetirementRequest = z.infer<typeof caseRetirementRequest>;

/** What a person saw when they walked a case. */
export const walkRequest = z.strictObject({
  clientKey,
  /** The published version they walked it on. */
  version: z.number().check(z.int(), z.minimum(1)),
  outcome: walkOutcome,
  note: z.nullable(multiLine),
});
export type WalkRequest = z.infer<typeof walkRequest>;

/** Whether the reporter's own flag may become, or stay, a case; the last word counts. */
export const caseConsentRequest = z.strictObject({ consent: z.boolean() });
export type CaseConsentRequest = z.infer<typeof caseConsentRequest>;

/** The reporter's word is safe, and counts from now on. */
export const caseConsentKept = z.object({ clientKey, consent: z.boolean() });
export type CaseConsentKept = z.infer<typeof caseConsentKept>;

/** A change of an assistant, such as a new model, after which prompts may do something else. */
export const assistantChange = z.object({
  clientKey,
  /** As library items name it: Copilot Chat, Copilot in Outlook, … */
  assistant: z.string(),
  changedOn: calendarDay,
  what: z.string(),
  recordedBy: casePerson,
  recordedAt: instant,
  delivered: z.boolean(),
});
export type AssistantChange = z.infer<typeof assistantChange>;

export const assistantChangeRequest = z.strictObject({
  clientKey,
  assistant: singleLine,
  /** In the programme's time zone, today at the latest. */
  changedOn: calendarDay,
  what: multiLine,
});
export type AssistantChangeRequest = z.infer<typeof assistantChangeRequest>;

export const assistantChangesResponse = z.object({
  /** The last change first. */
  changes: z.array(assistantChange),
  /** Assistants that published items of the programme name, to choose from. */
  assistants: z.array(z.string()),
  asOf: z.nullable(instant),
});
export type AssistantChangesResponse = z.infer<typeof assistantChangesResponse>;
