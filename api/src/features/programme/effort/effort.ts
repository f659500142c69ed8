import { calendarDayIn } from '@last-mile/shared/calendar';
import { issueAt } from '@last-mile/shared/issue';
import {
  effortTotalsOn,
  effortWeeksUntil,
  type EffortPlan,
  type EffortResponse,
  type EffortWeek,
  type Programme,
  type SaveEffortRequest,
} from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import { recordAudit } from '../../../auth/auditTrail';
import type { Database } from '../../../db/database';
import { editAsRead, requireAsRead } from '../../../http/editAsRead';
import { Conflict, InvalidRequest, RuleRefused } from '../../../http/refusals';
import type { ListStore, StoredItem } from '../../../sync/storedItem';
import { toWeek, weekFields, weekKey, type WeekRecord } from './programmeWeeksList';

export interface EffortDependencies {
  readonly database: Database;
  readonly list: ListStore;
  /** What hours and spend are held against; null where nobody planned them. */
  readonly planOf: (programme: Programme) => Promise<EffortPlan | null>;
  readonly now: () => Date;
}

/** Hours and spend of a programme's weeks, planned against actual. */
export interface Effort {
  read(programme: Programme): Promise<EffortResponse>;
  /** Writes a week down, unless somebody did meanwhile; then throws Conflict with that week. */
  save(programme: Programme, request: SaveEffortRequest, user: User): Promise<EffortResponse>;
}

export function createEffort(dependencies: EffortDependencies): Effort {
  const { database, list, planOf, now } = dependencies;

  async function writtenIn({ clientKey }: Programme): Promise<Map<string, StoredItem>> {
    const weeks = (await list.all()).flatMap((stored): [string, StoredItem][] => {
      const record = toWeek(stored.fields);
      return record?.programmeKey === clientKey ? [[record.week, stored]] : [];
    });
    return new Map(weeks);
  }

  async function read(programme: Programme): Promise<EffortResponse> {
    const today = calendarDayIn(now(), programme.timeZone);
    const plan = await planOf(programme);
    const actual = new Map(
      [...(await writtenIn(programme))].map(([week, stored]) => [week, toActual(stored)]),
    );
    const weeks = effortWeeksUntil(today, programme, plan, actual);
    return {
      currency: plan?.budget.currency ?? null,
      weeks,
      totals: effortTotalsOn(today, weeks),
    };
  }

  /** Commits the week's item, for a worker to deliver; throws Conflict where there is one. */
  async function add(programme: Programme, record: WeekRecord, { userId: actorId }: User) {
    const clientKey = weekKey(programme.clientKey, record.week);
    const outcome = await database.transaction((tx) =>
      list.append(tx, { clientKey, actorId, fields: weekFields(record) }),
    );
    if (outcome === 'accepted') return;
    const stored = await list.get(clientKey);
    // Who sends the same again because no answer came is answered as if for the first time.
    if (stored && isSame(toWeek(stored.fields), record)) return;
    if (stored) throw new Conflict(toActual(stored));
    throw new RuleRefused('weekDeleted');
  }

  async function change(stored: StoredItem, eTag: string, record: WeekRecord, user: User) {
    await requireAsRead(stored, eTag, toActual);
    const written = { actorId: user.userId, fields: weekFields(record) };
    await editAsRead(list, stored.clientKey, eTag, written, toActual);
  }

  return {
    read,

    async save(programme, { eTag, ...week }, user) {
      const record = { ...week, programmeKey: programme.clientKey };
      const { weeks } = await read(programme);
      if (!weeks.some((each) => each.week === week.week)) {
        throw new InvalidRequest([issueAt('week', 'weekNotRun')]);
      }
      const stored = (await writtenIn(programme)).get(week.week);
      if (stored === undefined) await add(programme, record, user);
      else if (eTag === null && isSame(toWeek(stored.fields), record)) return read(programme);
      else await change(stored, eTag ?? 'none', record, user);
      await recordAudit(database, {
        ...{ at: now(), actorId: user.userId, action: 'programme.effortSaved' },
        ...{ subject: programme.clientKey, programmeKey: programme.clientKey },
        details: { week: week.week },
      });
      return read(programme);
    },
  };
}

function toActual({ fields, eTag }: StoredItem): EffortWeek['actual'] {
  const record = toWeek(fields);
  if (record === null) return null;
  const { hours, spend, note } = record;
  return { hours, spend, note, eTag: eTag ?? '' };
}

const isSame = (kept: WeekRecord | null, sent: WeekRecord) =>
  kept !== null && JSON.stringify(weekFields(kept)) === JSON.stringify(weekFields(sent));
