import { calendarDayIn } from '@last-mile/shared/calendar';
import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import {
  canTime,
  timingPointOn,
  timingsOf,
  type TaskTimings,
  type TimingFormResponse,
  type TimingReceipt,
  type TimingRequest,
  type WorkflowMap,
} from '@last-mile/shared/workflows';
import type { Database } from '../../db/database';
import { createKeptByVersion } from '../../http/keptByVersion';
import { knownUnder } from '../../http/knownUnder';
import { NotFound, RuleRefused } from '../../http/refusals';
import type { Fields } from '../../sync/listDefinition';
import type { ListStore } from '../../sync/storedItem';
import { timingFields, toTiming, type TimingRecord } from './timingsList';

export interface TimingsDependencies {
  readonly database: Database;
  readonly list: ListStore;
  readonly mapsOf: (programme: Programme) => Promise<readonly WorkflowMap[]>;
  /** Grows whenever a map may have changed. */
  readonly mapsVersion: () => number;
  /** Stands in for a person: the same at every point, and it leads to nobody without its key. */
  readonly pseudonymOf: (user: User) => string;
  readonly now: () => Date;
}

/** How long steps take, by the people who do them. Nobody's single times leave it, but to themselves. */
export interface Timings {
  form(programme: Programme, user: User): Promise<TimingFormResponse>;
  /** Commits a form under its key; sent again it is known, and nothing is doubled. */
  take(programme: Programme, request: TimingRequest, user: User): Promise<TimingReceipt>;
  /** What the people of a programme need for each of its tasks. */
  of(programme: Programme): Promise<readonly TaskTimings[]>;
}

export function createTimings(dependencies: TimingsDependencies): Timings {
  const { database, list, mapsOf, mapsVersion, pseudonymOf, now } = dependencies;
  const kept = createKeptByVersion<TaskTimings[]>();

  const openPoint = (programme: Programme) =>
    timingPointOn(calendarDayIn(now(), programme.timeZone), programme.startsOn);

  async function records({ clientKey }: Programme): Promise<TimingRecord[]> {
    return (await list.all())
      .flatMap(({ fields }) => toTiming(fields) ?? [])
      .filter(({ programmeKey }) => programmeKey === clientKey);
  }

  async function timingsIn(programme: Programme): Promise<TaskTimings[]> {
    const [maps, all] = [await mapsOf(programme), await records(programme)];
    return maps.map((map) =>
      timingsOf(
        all.filter(({ workflowKey }) => workflowKey === map.clientKey),
        map,
      ),
    );
  }

  function of(programme: Programme) {
    const version = `${String(list.version())}.${String(mapsVersion())}`;
    return kept(programme.clientKey, version, () => timingsIn(programme));
  }

  return {
    of,

    async form(programme, user) {
      const point = openPoint(programme);
      const timings = await of(programme);
      const person = pseudonymOf(user);
      const own = (await records(programme))
        .filter((record) => record.person === person && record.point === point)
        .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
      const latest = new Map(own.map(({ workflowKey, steps }) => [workflowKey, steps]));
      return {
        point,
        timings,
        own: [...latest].map(([workflowKey, steps]) => ({ workflowKey, steps })),
      };
    },

    async take(programme, { clientKey, ...form }, user) {
      const workflowKey = form.workflowKey.toLowerCase();
      const record: TimingRecord = {
        ...{ ...form, workflowKey, person: pseudonymOf(user), at: now().toISOString() },
        programmeKey: programme.clientKey,
      };
      const isAsKept = (kept: Fields) => isSame(toTiming(kept), record);
      const known = await knownUnder(list, clientKey, isAsKept);
      if (known) return known;
      const map = (await mapsOf(programme)).find((each) => each.clientKey === workflowKey);
      if (!map) throw new NotFound('There is no such task.');
      const decision = canTime(form, map, openPoint(programme));
      if (!decision.allowed) throw new RuleRefused(decision.reason);
      const outcome = await database.transaction((tx) =>
        list.append(tx, { clientKey, actorId: record.person, fields: timingFields(record) }),
      );
      return { clientKey, state: outcome };
    },
  };
}

/** Whether a form says what one that came before under its key said. */
function isSame(kept: TimingRecord | null, sent: TimingRecord): boolean {
  const said = ({ person, workflowKey, programmeKey, point, steps }: TimingRecord) =>
    JSON.stringify([person, workflowKey, programmeKey, point, steps.map(timeOf)]);
  const timeOf = ({ stepKey, minutes }: TimingRecord['steps'][number]) => [stepKey, minutes];
  return kept !== null && said(kept) === said(sent);
}
