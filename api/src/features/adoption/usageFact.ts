import type { UsageKind } from '@last-mile/shared/adoption';

/** Days on which a report or an upload saw somebody use AI; which tool it was is not told. */
export type ReportedKind = 'copilotActive' | 'reportedUse';

/** A row of `usage_event` (decision 0009). */
export interface UsageFact {
  readonly clientKey: string;
  readonly subjectId: string;
  readonly kind: UsageKind | ReportedKind;
  /** An instant, ISO 8601. */
  readonly at: string;
  /** Monday of the week it counts in. */
  readonly week: string;
  readonly itemKey: string | null;
  readonly version: number | null;
  readonly surface: 'teams' | 'outlook' | 'copilot' | 'other';
}
