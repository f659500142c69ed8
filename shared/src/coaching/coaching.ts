import * as z from 'zod/mini';
import { calendarDay, clientKey, instant, multiLine } from '../text';
import { coachedFor } from './coachedFor';

/** How somebody is reached: by a Teams chat that opens with a draft, or by a notification. */
export const outreachWays = ['teamsChat', 'notification'] as const;
export const outreachWay = z.enum(outreachWays);
export type OutreachWay = z.infer<typeof outreachWay>;

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
  /** Null while SharePoint does not have it yet. */
  eTag: z.nullable(z.string()),
  userId: z.string(),
  reason: coachedFor,
  way: outreachWay,
  at: instant,
  /** Object id of the champion. */
  by: z.string(),
  outcome: z.nullable(outreachOutcome),
  /** When that was written down. */
  outcomeAt: z.nullable(instant),
  note: z.nullable(z.string()),
});
export type Outreach = z.infer<typeof outreach>;

/** A person whom the owner or a deputy may want to talk to. */
export const coachedPerson = z.object({
  userId: z.string(),
  name: z.string(),
  /** Under which Teams finds them. */
  userPrincipalName: z.string(),
  /** The language they chose in Microsoft 365, such as `de-DE`; null where it is not known. */
  language: z.nullable(z.string()),
  /** A job family's id. */
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

/** An outreach to somebody who is in the programme. */
export const loggedOutreach = z.object({
  outreach,
  name: z.string(),
  /** The day they used something again, if within four weeks after it. That is no proof of why. */
  backOn: z.nullable(calendarDay),
});
export type LoggedOutreach = z.infer<typeof loggedOutreach>;

/** For owner and deputies only: people are named in it. Who opted out is not. */
export const coachingResponse = z.object({
  people: z.array(coachedPerson),
  /** The latest first. */
  outreaches: z.array(loggedOutreach),
  /**
   * How many of the programme do not want to be coached, without their names; null where fewer than the
   * smallest group, or where it could be seen who they are.
   */
  optedOut: z.nullable(z.number()),
  asOf: z.nullable(instant),
});
export type CoachingResponse = z.infer<typeof coachingResponse>;

export const outreachRequest = z.strictObject({
  clientKey,
  userId: z.string().check(z.minLength(1)),
  way: outreachWay,
});
export type OutreachRequest = z.infer<typeof outreachRequest>;

export const outreachOutcomeRequest = z.strictObject({
  /** As it was read; empty while SharePoint does not have the outreach yet. */
  eTag: z.string(),
  outcome: outreachOutcome,
  note: z.nullable(multiLine),
});
export type OutreachOutcomeRequest = z.infer<typeof outreachOutcomeRequest>;

/** The person's own word on whether they may be coached: they may until they say otherwise. */
export const coachingChoice = z.strictObject({ optedOut: z.boolean() });
export type CoachingChoice = z.infer<typeof coachingChoice>;

/** The word as it is kept now. */
export const coachingChoiceKept = z.object({ optedOut: z.boolean() });
