import type { ActivityTypeName } from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';

/**
 * Whom to tell: by name, or, of who did not give theirs, by the keyed digest of the receipt, or by the mark
 * of the one piece they wrote where a restored database has no receipt.
 */
export type Recipient =
  | { readonly userId: string }
  | { readonly digest: Buffer }
  | { readonly mark: string; readonly clientKey: string };

/** A notification that is to be sent. */
export interface DueNotice {
  readonly chainId: number;
  readonly programme: Programme;
  readonly recipient: Recipient;
  /** Whether the person knows already, because it was their own act: nothing is sent. */
  readonly isKnown: boolean;
  readonly activityType: ActivityTypeName;
  readonly templateParameters: Readonly<Record<string, string>>;
  /** Where in the tab it leads. */
  readonly place: string;
  /** What is kept as told, and as of which change of the item. */
  readonly told: string;
  readonly changedAt: string | null;
}
