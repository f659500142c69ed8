import * as z from 'zod/mini';
import { measure } from '../adoption/figures';
import { calendarDay, clientKey, objectId } from '../text';
import { directoryGroup } from './guidedStart';
import { ownerStanding } from './ownerRules';
import { endedProgramme, programmePhase } from './phases';
import { programmePerson } from './programmePeople';
import { budget, frozenFigure, plannedTarget, target, weekHours } from './programmePlan';

/** How far a target is: from what it started, where it stands, and what it came to. */
export const targetCourse = z.object({
  ...plannedTarget.shape,
  /** At the end of the last closed week since the start; null before, and once there is a result. */
  current: z.nullable(measure),
  /** Frozen at the end; null until then. */
  result: z.nullable(frozenFigure),
});
export type TargetCourse = z.infer<typeof targetCourse>;

/** A programme among the others; past ones stay, so that one year can be compared with the next. */
export const programmeSummary = z.object({
  clientKey,
  name: z.string(),
  startsOn: calendarDay,
  weeks: z.number(),
  phase: programmePhase,
  owner: ownerStanding,
  targets: z.array(targetCourse),
  ended: z.nullable(endedProgramme),
});
export type ProgrammeSummary = z.infer<typeof programmeSummary>;

/** The latest begun first. */
export const programmesResponse = z.object({ programmes: z.array(programmeSummary) });
export type ProgrammesResponse = z.infer<typeof programmesResponse>;

/** The plan of the programme: who, for whom, when, with what, and to what end. */
export const planResponse = z.object({
  /** Sent back with a change. */
  eTag: z.string(),
  name: z.string(),
  startsOn: calendarDay,
  weeks: z.number(),
  /** The last of the active weeks' days. */
  activeUntil: calendarDay,
  timeZone: z.string(),
  phase: programmePhase,
  ownerId: z.string(),
  deputyIds: z.array(z.string()),
  sponsorId: z.string(),
  /** Those three as the directory names them now; who cannot be looked up is left out. */
  people: z.array(programmePerson),
  group: z.nullable(directoryGroup),
  /** Null where the programme was set up without. */
  effort: z.nullable(z.object({ weeklyHours: z.number(), lighterHours: z.number(), budget })),
  targets: z.array(targetCourse),
});
export type PlanResponse = z.infer<typeof planResponse>;

/** What can be changed of a plan once the programme is started, and as which version it was read. */
export const savePlanRequest = z.strictObject({
  eTag: z.string(),
  deputyIds: z.array(objectId).check(z.maxLength(10, 'Name at most 10 deputies.')),
  sponsorId: objectId,
  weeklyHours: weekHours,
  lighterHours: weekHours,
  budget,
  targets: z.array(target).check(z.maxLength(10, 'Use at most 10 targets.')),
});
export type SavePlanRequest = z.infer<typeof savePlanRequest>;
