import type { ActionKind, ActionSurface } from '@last-mile/shared/adoption';

/** A row of `usage_event` (decision 0009). */
export interface UsageFact {
  readonly clientKey: string;
  readonly subjectId: string;
  readonly kind: ActionKind;
  /** An instant, ISO 8601. */
  readonly at: string;
  /** Monday of the week it counts in. */
  readonly week: string;
  readonly itemKey: string | null;
  readonly version: number | null;
  readonly surface: ActionSurface;
}
