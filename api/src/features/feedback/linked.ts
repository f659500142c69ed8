import type { Programme } from '@last-mile/shared/programme';

/** An approved text of a library item. */
interface LinkedVersion {
  readonly version: number;
  readonly title: string;
  readonly text: string;
  /** Where it is used; null for templates. */
  readonly assistant: string | null;
  /** Object id of whoever approved it. */
  readonly approvedBy: string;
  readonly approvedAt: string;
}

/** A library item that feedback names. */
export interface LinkedItem {
  readonly title: string;
  readonly taskKey: string | null;
  readonly stepKey: string | null;
  /** Object id of who keeps it true; null where nobody is named. */
  readonly ownerId: string | null;
  /** The version members see now; null where none is published. */
  readonly published: number | null;
  /** Every approved text, newest first. */
  readonly versions: readonly LinkedVersion[];
}

/** A mapped task that feedback names. */
interface LinkedTask {
  readonly task: string;
  readonly steps: readonly { readonly id: string; readonly name: string }[];
}

/** What feedback is about and is linked to, asked of the features that own it; none asks Graph. */
export interface Linked {
  libraryItem(programme: Programme, itemKey: string): Promise<LinkedItem | undefined>;
  task(programme: Programme, workflowKey: string): Promise<LinkedTask | undefined>;
  /** Whether the programme has this session of practice. */
  hasSession(programme: Programme, sessionKey: string): Promise<boolean>;
}

/** Counted uses of a library item in the seven days before and after; null where too few are behind. */
export type UsesAround = (
  programme: Programme,
  itemKey: string,
  at: Date,
) => Promise<{ readonly before: number | null; readonly after: number | null }>;
