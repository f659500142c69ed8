import * as z from 'zod/mini';
import { somebodyErased } from '../../auth/somebodyErased';
import type { Database } from '../../db/database';
import { asHolder } from '../../sync/asHolder';
import type { Lease } from '../../sync/lease';
import type { ListName } from '../../sync/listDefinition';
import type { ListStores } from '../../sync/listStores';
import { repeatedly } from '../../sync/repeatedly';
import { ListConflict, ListItemGone, type StoredItem } from '../../sync/storedItem';
import { listPlaces } from './inventory/lists';
import type { RetentionDays, RetentionKind } from './retentionDays';

export interface RetentionDependencies {
  readonly database: Database;
  readonly lists: ListStores['stores'];
  readonly lease: Lease;
  readonly days: RetentionDays;
  /** What other features do about records of theirs that are older; each answers how many there were. */
  readonly aging: Readonly<Partial<Record<RetentionKind, (until: Date) => Promise<number>>>>;
  readonly now: () => Date;
  readonly onError: (error: unknown) => void;
}

/** Deletes what is past its time, once a day. */
export interface Retention {
  /** Does it if it is due; answers nothing where another instance does. */
  run(): Promise<void>;
  start(everyMs: number): () => Promise<void>;
}

/** The last time everything was looked at, and how many records of each kind went. */
export interface RetentionRun {
  readonly ranAt: string;
  readonly removed: Readonly<Partial<Record<RetentionKind, number>>>;
}

/** Items that go once their column (or what they were last changed) lies so far back. */
const agingLists: readonly (readonly [ListName, RetentionKind, column: string | null])[] = [
  ['CheckIns', 'practice', 'At'],
  ['Practised', 'practice', 'At'],
  ['Coaching', 'coaching', 'ReachedOutAt'],
  ['Timings', 'times', 'TimedAt'],
  ['SavedTime', 'times', 'AnsweredAt'],
  ['WorkMarks', 'marks', 'MarkedAt'],
  ['ProgrammeDrafts', 'drafts', null],
  ['Erasures', 'erasures', 'AskedAt'],
];

const agingTables: readonly (readonly [sql: string, RetentionKind])[] = [
  ['DELETE FROM seen_roles WHERE issued_at < $1', 'roles'],
  ['DELETE FROM audit_trail WHERE at < $1', 'audit'],
  ['DELETE FROM notification_chain WHERE kept_at < $1', 'notices'],
  ['DELETE FROM erasure WHERE done_at < $1', 'erasures'],
  ['DELETE FROM erased_subject WHERE counts_from < $1', 'erasures'],
];

const dueAfterMs = 20 * 60 * 60_000;
const dayMs = 86_400_000;
/** A list can have many years behind it when this begins: the rest goes with the next run. */
const mostAtOnce = 500;

const removedCounts = z.record(z.string(), z.number());

export function createRetention(dependencies: RetentionDependencies): Retention {
  const { database, lists, lease, days, aging, now, onError } = dependencies;

  async function work(): Promise<true> {
    const last = await lastRetentionRun(database);
    const at = now();
    if (last !== null && at.getTime() - Date.parse(last.ranAt) < dueAfterMs) return true;
    const removed: Partial<Record<RetentionKind, number>> = {};
    const note = (kind: RetentionKind, count: number) => {
      removed[kind] = (removed[kind] ?? 0) + count;
    };
    const until = (kind: RetentionKind) => new Date(at.getTime() - days[kind] * dayMs);
    for (const [sql, kind] of agingTables) {
      note(kind, (await database.query(`${sql} RETURNING 1`, [until(kind)])).length);
    }
    for (const [name, kind, column] of agingLists) {
      const old = (await lists[name].all())
        .filter((item) => momentOf(item, column) < until(kind).getTime())
        .slice(0, mostAtOnce);
      if (old.length > 0) await lists[name].remove(old.map(({ clientKey }) => clientKey));
      note(kind, old.length);
    }
    for (const [kind, age] of Object.entries(aging)) {
      note(kind as RetentionKind, await age(until(kind as RetentionKind)));
    }
    note('feedbackWords', await emptyOldFeedback(until('feedbackWords').getTime()));
    await database.query(
      `INSERT INTO retention_run (ran_at, removed) VALUES ($1, $2)
       ON CONFLICT (only_row) DO UPDATE SET ran_at = excluded.ran_at, removed = excluded.removed`,
      [at, JSON.stringify(removed)],
    );
    return true;
  }

  /** Of feedback closed long ago the sender's words go, and whose they were; what came of it stays. */
  async function emptyOldFeedback(until: number): Promise<number> {
    const words = listPlaces.find(({ list }) => list === 'Feedback')?.people['Reporter']?.empties;
    const old = (await lists.Feedback.all())
      .filter(
        (item) => momentOf(item, 'ClosedAt') < until && item.fields['Words'] !== words?.['Words'],
      )
      .slice(0, mostAtOnce);
    for (const { clientKey, eTag } of old) {
      const change = { actorId: somebodyErased, fields: { ...words } };
      await lists.Feedback.edit(clientKey, eTag ?? '', change).catch((error: unknown) => {
        // What changed or went meanwhile is looked at again tomorrow.
        if (!(error instanceof ListConflict || error instanceof ListItemGone)) throw error;
      });
    }
    return old.length;
  }

  const run = async () => {
    await asHolder(lease, work);
  };
  return { run, start: (everyMs) => repeatedly(run, everyMs, onError) };
}

/** A moment that is not said never lies back. */
function momentOf({ fields, modifiedAt }: StoredItem, column: string | null): number {
  const at = Date.parse(column === null ? modifiedAt : String(fields[column] ?? ''));
  return Number.isNaN(at) ? Number.POSITIVE_INFINITY : at;
}

/** Null before the first run. */
export async function lastRetentionRun(
  database: Pick<Database, 'query'>,
): Promise<RetentionRun | null> {
  const [row] = await database.query<{ ranAt: Date; removed: unknown }>(
    'SELECT ran_at AS "ranAt", removed FROM retention_run',
  );
  return row ? { ranAt: row.ranAt.toISOString(), removed: removedCounts.parse(row.removed) } : null;
}
