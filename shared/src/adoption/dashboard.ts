import * as z from 'zod/mini';
import { calendarDay, instant } from '../text';

/** A share of people: known as n of N, or honestly not. Unknown is never 0 (design 5). */
export const peopleShare = z.discriminatedUnion('state', [
  z.object({ state: z.literal('known'), n: z.number(), of: z.number() }),
  /** Withheld so that nobody in a small group can be told apart. */
  z.object({ state: z.literal('hidden') }),
  /** Nobody eligible, or the week is not measured yet. */
  z.object({ state: z.literal('notEnoughData') }),
]);
export type PeopleShare = z.infer<typeof peopleShare>;

/** One ISO week of the programme. */
export const dashboardWeek = z.object({
  /** ISO week, `2026-W48`. */
  week: z.string(),
  startsOn: calendarDay,
  /** Provisional until Thursday of the next week: Copilot's report lags up to 72 hours. */
  state: z.enum(['closed', 'provisional', 'running']),
  phase: z.enum(['before', 'active', 'sustaining']),
  /** People with at least one counted action of either kind. */
  active: peopleShare,
  /** Prompt copied or opened in an assistant. */
  aiUse: peopleShare,
  /** Template inserted. */
  templateUse: peopleShare,
});
export type DashboardWeek = z.infer<typeof dashboardWeek>;

export const departmentRow = z.object({
  department: z.string(),
  /** Same order and length as `weeks`. */
  active: z.array(peopleShare),
});
export type DepartmentRow = z.infer<typeof departmentRow>;

/** The dashboard: use, and the health of library and feedback, from roll-ups only. */
export const dashboardResponse = z.object({
  asOf: instant,
  programmeName: z.string(),
  timeZone: z.string(),
  targetActiveRate: z.number(),
  weeks: z.array(dashboardWeek),
  departments: z.array(departmentRow),
  /** Groups smaller than this are hidden. */
  smallestGroup: z.number(),
  library: z.object({
    published: z.number(),
    drafts: z.number(),
    /** Published items past their review day. */
    pastReview: z.number(),
    /** Texts changed by hand in SharePoint, waiting for review. */
    proposals: z.number(),
    /** Published items nobody has used yet. */
    neverUsed: z.number(),
    tasks: z.number(),
    tasksWithItem: z.number(),
  }),
  feedback: z.object({
    open: z.number(),
    overdue: z.number(),
    /** Flags marked "it reached a client" that are still open. */
    openReachedClient: z.number(),
    closed: z.number(),
    suggestions: z.number(),
  }),
});
export type DashboardResponse = z.infer<typeof dashboardResponse>;
