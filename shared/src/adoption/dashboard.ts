import * as z from 'zod/mini';
import type { IssueCode } from '../issue';
import { calendarDay, instant } from '../text';
import { comparison, measure, peopleCount, peopleShare, pending } from './figures';
import { isoWeekOfDay, weekStart } from './isoWeek';

/** An ISO week as it is written in an address: `2026-W48`. */
export const isoWeek = z.string().check(
  z.regex(/^\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])$/, {
    error: 'week' satisfies IssueCode,
    abort: true,
  }),
  z.refine((week) => isoWeekOfDay(weekStart(week)) === week, {
    error: 'noSuchWeek' satisfies IssueCode,
  }),
);

/**
 * What one may ask of the dashboard: how it stood at the end of a closed week. Nothing else, on
 * purpose.
 */
export const dashboardQuery = z.strictObject({ until: z.optional(isoWeek) });
export type DashboardQuery = z.infer<typeof dashboardQuery>;

/** New + returning + resurrecting = active; dormant were active the week before (design 5). */
export const lifecycle = z.object({
  new: z.number(),
  returning: z.number(),
  resurrecting: z.number(),
  /**
   * Null where somebody joined or left since the week before, but fewer than the smallest group: with
   * that week's active people it would tell what they did.
   */
  dormant: z.nullable(z.number()),
});
export type Lifecycle = z.infer<typeof lifecycle>;

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
  /** Prompt copied or opened in an assistant, or a day of Copilot activity. */
  aiUse: peopleShare,
  /** Template inserted. */
  templateUse: peopleShare,
  /** Distinct people by where they acted; one person can be in several. */
  surfaces: z.object({ teams: peopleShare, outlook: peopleShare, copilot: peopleShare }),
  /** Null where the week's total is hidden or not measured. */
  lifecycle: z.nullable(lifecycle),
  /** How the eligible people changed since the week before. */
  moved: z.object({ joined: peopleCount, left: peopleCount }),
  /** What a closed week said before late events of at least the smallest group's size changed it. */
  revision: z.nullable(z.object({ changedAt: instant, wasActive: peopleShare })),
});
export type DashboardWeek = z.infer<typeof dashboardWeek>;

/** A group of one fixed partition (department or job family; the two are never crossed). */
export const groupRow = z.object({
  name: z.string(),
  /** Same order and length as `weeks`. */
  active: z.array(peopleShare),
});
export type GroupRow = z.infer<typeof groupRow>;

/** Habit bands over the last closed weeks; modelled on Viva Insights' rules, not comparable to it. */
export const habit = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('known'),
    /** Twelve weeks, or four while a programme shorter than twelve weeks has no more. */
    weeks: z.union([z.literal(12), z.literal(4)]),
    of: z.number(),
    power: z.number(),
    habitual: z.number(),
    novice: z.number(),
    low: z.number(),
    none: z.number(),
  }),
  z.object({ state: z.literal('hidden') }),
  z.object({ state: z.literal('notEnoughData') }),
  pending,
]);
export type Habit = z.infer<typeof habit>;

/**
 * People whose first counted action fell into one week in which they were eligible, and how many of
 * them were active and eligible later. `of` is all who began, whoever left since: a cohort that shrank
 * would tell in which week the leavers had begun.
 */
export const retentionCohort = z.object({
  startsOn: calendarDay,
  /** Week 0, 1, 2 … after their first; week 0 is everybody. */
  active: z.array(peopleShare),
});
export type RetentionCohort = z.infer<typeof retentionCohort>;

/** What people were observed to need for a draft, compose opened to send, at most 60 minutes. */
export const draftingTime = z.object({
  /** Median minutes of the week's observed drafts; `n` is people. Same order and length as `weeks`. */
  weekly: z.array(measure),
  /** First: without a template; second: with one. Same people, last twelve closed weeks. */
  withTemplate: comparison,
  /** First: before the programme; second: last four closed weeks. Same people. */
  sinceStart: comparison,
  /** Drafts whose time was observed, of all drafts sent in the last twelve closed weeks. */
  observed: z.discriminatedUnion('state', [
    z.object({ state: z.literal('known'), n: z.number(), of: z.number() }),
    z.object({ state: z.literal('notEnoughData') }),
    pending,
  ]),
});
export type DraftingTime = z.infer<typeof draftingTime>;

/** Whether output can be relied on: about texts, never about a person. Last twelve closed weeks. */
export const trust = z.object({
  /** Median share of an inserted template's text still there at send; `n` is drafts. */
  keptShare: measure,
  /** Share of answers "I had to redo it"; `n` is answers. */
  redoRate: measure,
  /** Flags per 100 counted uses; `n` is uses. */
  flagsPer100: measure,
});
export type Trust = z.infer<typeof trust>;

/** One audited task: is there an item, is it used, does it save time, is it trusted. */
export const taskRow = z.object({
  workflowKey: z.string(),
  task: z.string(),
  jobFamily: z.string(),
  publishedItems: z.number(),
  /** Counted uses of its items in the last twelve closed weeks; `n` is people. */
  uses: measure,
  withTemplate: comparison,
  trust,
});
export type TaskRow = z.infer<typeof taskRow>;

/** What is known of Microsoft 365 Copilot, and why not, where it is not. */
export const copilotReport = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  /** The permission or licence is missing; `detail` names it. */
  z.object({ state: z.literal('refused'), detail: z.string() }),
  /** The tenant conceals names in reports: people cannot be told, so nothing is counted. */
  z.object({ state: z.literal('concealed'), reportedOn: calendarDay }),
  z.object({
    state: z.literal('known'),
    reportedOn: calendarDay,
    /** Days of the last 28 without a snapshot. */
    missingDays: z.number(),
  }),
]);
export type CopilotReport = z.infer<typeof copilotReport>;

/** Distinct suggestions: one that was merged counts with the one it was merged into. */
export const improvements = z.object({
  total: z.number(),
  byState: z.object({
    new: z.number(),
    inProgress: z.number(),
    waitingOnVendor: z.number(),
    closed: z.number(),
  }),
  /** How they ended, or where they are on the way. */
  byRoute: z.object({
    promptAdjusted: z.number(),
    workflowChanged: z.number(),
    trainingChanged: z.number(),
    vendor: z.number(),
    declined: z.number(),
    undecided: z.number(),
  }),
});
export type Improvements = z.infer<typeof improvements>;

/**
 * The dashboard as it stood at the end of a week, from roll-ups and replicas only. What is read from
 * lists and reports has no past here: `copilot`, `library`, `feedback` and `improvements`, and of the
 * tasks which there are and how many items they have, are as of `asOf`, whichever week was asked for.
 */
export const dashboardResponse = z.object({
  asOf: instant,
  programmeName: z.string(),
  timeZone: z.string(),
  targetActiveRate: z.number(),
  /** Groups smaller than this are hidden. */
  smallestGroup: z.number(),
  /** First measured week up to the asked one; without one up to the running week, which is last. */
  weeks: z.array(dashboardWeek),
  departments: z.array(groupRow),
  jobFamilies: z.array(groupRow),
  habit,
  retention: z.array(retentionCohort),
  draftingTime,
  trust,
  tasks: z.array(taskRow),
  copilot: copilotReport,
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
    /** Cases of fixed flags that somebody has to walk (decision 0023). */
    casesToWalk: z.number(),
  }),
  feedback: z.object({
    open: z.number(),
    overdue: z.number(),
    /** Flags marked "it reached a client" that are still open. */
    openReachedClient: z.number(),
    closed: z.number(),
    suggestions: z.number(),
    /** Median working days to the first response; `n` is answered items. */
    firstResponseDays: measure,
    /** Share answered inside the due time; `n` is items whose due day is over. */
    insideDue: measure,
    /** Share of closed items with a linked outcome; `n` leaves out those merged into another. */
    withOutcome: measure,
    /** Share of reporters who said it helped; `n` is answers. */
    helped: measure,
  }),
  improvements,
});
export type DashboardResponse = z.infer<typeof dashboardResponse>;
