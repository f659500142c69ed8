import { laggingAfterSeconds } from '../../sync/deliveryHealth';
import { queueState } from '../../sync/outboxStore';
import { ok, problem, type Check, type Finding } from '../finding';
import type { Ground } from '../ground';
import { inWords } from './age';

/** Whether what people sent reaches SharePoint. */
function judgeQueue(
  { waiting, oldestAcceptedAt }: { waiting: number; oldestAcceptedAt: Date | null },
  now: Date,
): Finding {
  if (waiting === 0 || oldestAcceptedAt === null) return ok('nothing waits');
  const age = now.getTime() - oldestAcceptedAt.getTime();
  const found = `${waiting} waiting, the oldest for ${inWords(age)}`;
  if (age < laggingAfterSeconds * 1000) return ok(found);
  return problem(
    found,
    'it is kept and shown to its author, but it is not in SharePoint yet',
    'See “SharePoint site”, “Lists” and “Microsoft Graph”. Where they are in order, look at the log of the API for “work in the background will be tried again”.',
  );
}

/** Items of one list that SharePoint refuses for the same reason. */
interface ParkedGroup {
  readonly list: string;
  /** Graph's code; its message may repeat what somebody wrote. */
  readonly code: string;
  readonly items: number;
}

/** Whether SharePoint refuses what people sent. */
function judgeParked(groups: readonly ParkedGroup[]): Finding {
  if (groups.length === 0) return ok('none');
  const found = groups
    .map(({ list, code, items }) => `${items} of ${list} (${code === '' ? 'no code' : code})`)
    .join(', ');
  return problem(
    found,
    'SharePoint refuses them as they are; they are kept until they are replayed',
    'Put right what “Columns of the lists” and “SharePoint site” say, then replay them: npm run deliveries -- --replay all',
  );
}

export const deliveryChecks: readonly Check<Ground>[] = [
  {
    id: 'work.queue',
    title: 'Waiting for SharePoint',
    look: async ({ db, now }) => judgeQueue(await queueState(await db()), now()),
  },
  {
    id: 'work.parked',
    title: 'Parked deliveries',
    look: async ({ db }) =>
      judgeParked(
        await (
          await db()
        ).query<ParkedGroup>(
          `SELECT list_name AS list, split_part(coalesce(reason, ''), ':', 1) AS code,
             count(*) AS items
           FROM outbox WHERE state = 'parked' GROUP BY 1, 2 ORDER BY 1, 2`,
        ),
      ),
  },
];
