import * as z from 'zod/mini';
import { calendarDay, clientKey, singleLine } from '../text';
import { role } from '../user';
import { workingCalendar } from './workingCalendar';

/** A job family of the programme: people whose work is alike enough to share templates. */
export const jobFamily = z.object({ id: z.string(), name: singleLine });
export type JobFamily = z.infer<typeof jobFamily>;

/** A programme in its minimal form: who answers for it, for whom it runs, how long, and to what end. */
export const programme = z.object({
  clientKey,
  name: singleLine,
  /** Object id of the one accountable champion. */
  ownerId: z.string(),
  /** Object ids of champions who may act for the owner. */
  deputyIds: z.array(z.string()),
  /** Object id of the leader the owner answers to. */
  sponsorId: z.string(),
  /** The Entra group whose members are eligible. */
  groupId: z.string(),
  /** Teams channel the tab is tied to; null when it is tied to none. */
  channelId: z.nullable(z.string()),
  /** First day, a Monday. */
  startsOn: calendarDay,
  /** Length of the active phase in weeks: six to twelve (design 2.9). */
  weeks: z.number().check(z.int(), z.minimum(6), z.maximum(12)),
  /** Target for the weekly active rate, a share between 0 and 1. */
  targetActiveRate: z.number().check(z.minimum(0), z.maximum(1)),
  /** IANA time zone that decides where a week begins and ends. */
  timeZone: z.string(),
  jobFamilies: z.array(jobFamily),
  calendar: workingCalendar,
});
export type Programme = z.infer<typeof programme>;

/** What the signed-in person is, and what they belong to. */
export const meResponse = z.object({
  userId: z.string(),
  displayName: z.string(),
  roles: z.array(role),
  /** Null for a person in no programme: they get a screen that says so and what to do. */
  programme: z.nullable(programme),
  /** What the person is in that programme. */
  standing: z.nullable(z.enum(['owner', 'deputy', 'sponsor', 'member'])),
  /** The person's job family, when the programme's mapping knows their job title; else null. */
  jobFamily: z.nullable(z.string()),
  /** True until someone clears the sample organisation. */
  sampleData: z.boolean(),
});
export type MeResponse = z.infer<typeof meResponse>;
