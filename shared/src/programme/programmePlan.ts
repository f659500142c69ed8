import * as z from 'zod/mini';
import type { IssueCode } from '../issue';
import { calendarDay, instant } from '../text';

/** Hours of one week, to a quarter. */
export const weekHours = z
  .number()
  .check(
    z.minimum(0, 'Use no negative hours.'),
    z.maximum(80, 'A week has not so many hours.'),
    z.multipleOf(0.25, 'Use quarters of an hour.'),
  );

/** An amount of money, in whole units of its currency. */
export const amount = z
  .number()
  .check(z.int('Use whole amounts.'), z.minimum(0, 'Use no negative amounts.'));

export const budget = z.strictObject({
  amount,
  /** ISO 4217. */
  currency: z.string().check(z.regex(/^[A-Z]{3}$/, 'Use a currency as EUR.')),
});
export type Budget = z.infer<typeof budget>;

/** What a target can be set for: figures of the dashboard. */
export const targetMetrics = [
  /** Weekly active rate, a share. */
  'activeRate',
  /** Median observed minutes of a week's drafts. */
  'draftingMinutes',
  /** Median share of a template's text still there at send. */
  'keptShare',
  /** Share of answers "I had to redo it". */
  'redoRate',
  /** Flags per 100 counted uses. */
  'flagsPer100',
  /** Share of feedback answered inside its due time. */
  'answeredInTime',
] as const;
export const targetMetric = z.enum(targetMetrics);
export type TargetMetric = z.infer<typeof targetMetric>;

/** Metrics that are shares: from nothing to all of it. */
export const shareMetrics: ReadonlySet<TargetMetric> = new Set([
  'activeRate',
  'keptShare',
  'redoRate',
  'answeredInTime',
]);

/** A figure that shall be reached by a day. */
export const target = z
  .strictObject({
    metric: targetMetric,
    value: z.number().check(z.minimum(0, 'Use no negative value.')),
    by: calendarDay,
  })
  .check(
    z.refine(({ metric, value }) => !shareMetrics.has(metric) || value <= 1, {
      ...{ error: 'tooLarge' satisfies IssueCode, path: ['value'], params: { limit: 1 } },
    }),
  );
export type Target = z.infer<typeof target>;

/** What a metric was at the end of a week. Once it is frozen it never changes. */
export const frozenFigure = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('known'),
    value: z.number(),
    /** People, drafts, answers or uses. */
    n: z.number(),
    /** The ISO week at whose end it stood so. */
    week: z.string(),
    frozenAt: instant,
  }),
  /** Too little was known of that week when it was frozen, and that stays so. */
  z.object({ state: z.literal('notEnoughData'), week: z.string(), frozenAt: instant }),
]);
export type FrozenFigure = z.infer<typeof frozenFigure>;

/** A target beside what it started from; the baseline is null until it is frozen. */
export const plannedTarget = z.object({ ...target.shape, baseline: z.nullable(frozenFigure) });
export type PlannedTarget = z.infer<typeof plannedTarget>;

/** What the owner may give to the programme, and what it is for. */
export const programmePlan = z.object({
  /** Hours a week of the active weeks. */
  weeklyHours: weekHours,
  /** Hours a week from then until day 90. */
  lighterHours: weekHours,
  budget,
  targets: z.array(plannedTarget),
});
export type ProgrammePlan = z.infer<typeof programmePlan>;

/** What a target came to, at the end of a programme. */
export const targetResult = z.object({ metric: targetMetric, result: frozenFigure });
export type TargetResult = z.infer<typeof targetResult>;
