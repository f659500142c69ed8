import { listDefinitions } from '../../lists';
import { usualSyncEveryMs } from '../../sync/listStores';
import { couldNotCheck, ok, problem, type Check, type Finding } from '../finding';
import type { Ground } from '../ground';
import { inWords } from './age';

const staleMs = 5 * 60_000;
/** Lists are read from the start once a day. */
const unprovenMs = 26 * 60 * 60_000;
/** Members are asked for every ten minutes; a group of many thousands takes a while. */
const membersStaleMs = 60 * 60_000;

const start =
  'Start the API (az containerapp revision restart …), and look at its log for “work in the background will be tried again”.';

/** Whether an instance delivers and syncs at this moment, by when its lease ends. */
function judgeRunning(leaseEndsInMs: number | null): Finding {
  if (leaseEndsInMs !== null && leaseEndsInMs > 0) return ok('an instance is at work');
  return problem(
    'no instance delivers or syncs now',
    'what people send waits, and what changes in SharePoint is not seen',
    start,
  );
}

/** When a list was last known to be as in SharePoint, and last read from its start. */
interface ListPosition {
  readonly list: string;
  readonly syncedAt: Date | null;
  readonly fullPassAt: Date | null;
}

const older = (at: Date | null, now: Date, ms: number) =>
  at !== null && now.getTime() - at.getTime() > ms;

/** Whether our copy of the lists is current. */
function judgeFreshness(positions: readonly ListPosition[], now: Date): Finding {
  const never = positions.filter(({ syncedAt }) => syncedAt === null);
  if (never.length > 0) {
    return problem(
      `never read: ${never.map(({ list }) => list).join(', ')}`,
      'their screens are empty',
      `See “Lists” and “SharePoint site”. ${start}`,
    );
  }
  const stale = positions.filter(({ syncedAt }) => older(syncedAt, now, staleMs));
  if (stale.length > 0) {
    return problem(
      `not current: ${stale.map(({ list, syncedAt }) => `${list} (${ageOf(syncedAt, now)})`).join(', ')}`,
      'people see what was there then',
      `See “Lists” and “Microsoft Graph”. ${start}`,
    );
  }
  return ok(`every list was read within ${inWords(staleMs)}`);
}

/** Whether the copy was proved against the whole lists within a day. */
function judgeProof(positions: readonly ListPosition[], now: Date): Finding {
  const never = positions.filter(({ fullPassAt }) => fullPassAt === null);
  if (never.length > 0) {
    return couldNotCheck(
      `not yet: ${never.map(({ list }) => list).join(', ')}`,
      'whether our copy misses an item is not known',
      'Let the API run for a few minutes and run npm run doctor again.',
    );
  }
  const late = positions.filter(({ fullPassAt }) => older(fullPassAt, now, unprovenMs));
  if (late.length > 0) {
    return problem(
      `overdue: ${late.map(({ list, fullPassAt }) => `${list} (${ageOf(fullPassAt, now)})`).join(', ')}`,
      'an item that a change did not tell of may be missing',
      `See “Microsoft Graph”. ${start}`,
    );
  }
  const oldest = Math.min(...positions.map(({ fullPassAt }) => fullPassAt?.getTime() ?? 0));
  return ok(`every list from its start, the earliest ${new Date(oldest).toISOString()}`);
}

const ageOf = (at: Date | null, now: Date) =>
  at === null ? 'never' : `${inWords(now.getTime() - at.getTime())} ago`;

/** Whether who belongs to the programmes is current; `syncedAt` is the earliest of them. */
function judgeMembers(syncedAt: Date | null, programmes: number, now: Date): Finding {
  if (programmes === 0) return ok('there is no programme yet');
  if (syncedAt === null) {
    return problem(
      'the members of a programme were never read',
      'the dashboard counts nobody, and only owners get in',
      `See “GroupMember.Read.All”. ${start}`,
    );
  }
  if (!older(syncedAt, now, membersStaleMs)) return ok(`read ${ageOf(syncedAt, now)}`);
  return problem(
    `last read ${ageOf(syncedAt, now)}`,
    'who joined or left since is not counted',
    `See “GroupMember.Read.All”. ${start}`,
  );
}

async function readPositions({ db }: Ground): Promise<ListPosition[]> {
  const rows = await (
    await db()
  ).query<ListPosition>(
    `SELECT list_name AS list, synced_at AS "syncedAt", full_pass_at AS "fullPassAt" FROM list_sync`,
  );
  const known = new Map(rows.map((row) => [row.list, row]));
  return listDefinitions.map(
    ({ name }) => known.get(name) ?? { list: name, syncedAt: null, fullPassAt: null },
  );
}

export const replicaChecks: readonly Check<Ground>[] = [
  {
    id: 'work.running',
    title: 'Instance at work',
    async look({ db }) {
      const [row] = await (
        await db()
      ).query<{ ms: number }>(
        `SELECT (extract(epoch FROM expires_at - now()) * 1000)::float8 AS ms
           FROM lease WHERE name = 'lists'`,
      );
      return judgeRunning(row?.ms ?? null);
    },
  },
  {
    id: 'work.replica',
    title: 'Our copy of the lists',
    look: async (ground) => judgeFreshness(await readPositions(ground), ground.now()),
  },
  {
    id: 'work.proof',
    title: 'Daily proof of the copy',
    look: async (ground) => judgeProof(await readPositions(ground), ground.now()),
  },
  {
    id: 'work.members',
    title: 'Members of the programmes',
    async look({ db, now }) {
      const [row] = await (
        await db()
      ).query<{ programmes: number; syncedAt: Date | null }>(
        `SELECT count(*) AS programmes,
           CASE WHEN count(*) = count(synced_at) THEN min(synced_at) END AS "syncedAt"
         FROM list_replica LEFT JOIN membership_sync ON programme_key::text = client_key
         WHERE list_name = 'Programmes' AND deleted_at IS NULL`,
      );
      return judgeMembers(row?.syncedAt ?? null, row?.programmes ?? 0, now());
    },
  },
  {
    id: 'work.subscriptions',
    title: 'Subscriptions to changes',
    look: () =>
      Promise.resolve(
        ok(
          `not used, so none can expire: lists are read by delta every ${usualSyncEveryMs / 1000} seconds`,
        ),
      ),
  },
];
