import type * as z from 'zod/mini';
import type { AuditAction } from '@last-mile/shared/operations';

/**
 * Who may call a route. `champion` and `championOrLeader` need the role in the token, an enabled
 * account and the standing in the caller's programme; `anyChampion` and `admin` the role and an enabled
 * account, whatever programme they belong to, if any; `member` is everyone signed in.
 */
export type Who = 'anyone' | 'member' | 'anyChampion' | 'champion' | 'championOrLeader' | 'admin';

export interface RouteAccess {
  readonly method: 'GET' | 'POST';
  readonly path: `/api/${string}`;
  readonly who: Who;
  /** Whether the route is about a programme, so that a person in none is refused. */
  readonly programme: boolean;
  /**
   * The least Graph permissions the answer rests on, of the application unless it says delegated; reads
   * come from the replica.
   */
  readonly graph: readonly string[];
  readonly summary: string;
  /**
   * What the audit trail says of a call that succeeded: acts are entered by whoever does them, looks
   * (`auditedLooks`) before they are answered. Empty where nothing changes for others and nothing of
   * others is taken away.
   */
  readonly audited: readonly AuditAction[];
  /** Longest body in bytes; 0 where none is read. */
  readonly longestBody: number;
  /** What the body is sent as; JSON where nothing is said. */
  readonly body?: 'text/csv';
  readonly status: 200 | 202;
  /** What is answered as JSON; a file where it is left out. */
  readonly answer?: z.core.$ZodType;
}

/** Bytes. */
export const megabyte = 1_048_576;
/** To know who is in the programme. */
export const people = ['User.Read.All', 'GroupMember.Read.All'] as const;
/** To change lists of the site. */
export const write = ['Sites.Selected (write)'] as const;
/** The person's own calendar, on their behalf. */
export const ownCalendar = 'Calendars.ReadWrite (delegated)';
