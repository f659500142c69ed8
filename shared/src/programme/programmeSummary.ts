import * as z from 'zod/mini';
import { calendarDay, clientKey } from '../text';
import { ownerStanding } from './ownerRules';
import { endedProgramme, programmePhase } from './phases';
import { plannedTarget } from './programmePlan';

/** A programme among the others; past ones stay, so that one year can be compared with the next. */
export const programmeSummary = z.object({
  clientKey,
  name: z.string(),
  startsOn: calendarDay,
  weeks: z.number(),
  phase: programmePhase,
  owner: ownerStanding,
  targets: z.array(plannedTarget),
  ended: z.nullable(endedProgramme),
});
export type ProgrammeSummary = z.infer<typeof programmeSummary>;

/** The latest begun first. */
export const programmesResponse = z.object({ programmes: z.array(programmeSummary) });
export type ProgrammesResponse = z.infer<typeof programmesResponse>;
