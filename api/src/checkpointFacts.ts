import {
  mondaysBetween,
  weekStart,
  windowsOf,
  type DashboardResponse,
} from '@last-mile/shared/adoption';
import { addDays, calendarDayIn } from '@last-mile/shared/calendar';
import {
  againstOthers,
  checkpointFiguresOf,
  savedTimeMonth,
  type CheckpointFigures,
} from '@last-mile/shared/checkpoints';
import { ownerStandingOn, type Programme } from '@last-mile/shared/programme';
import type { TaskTimings, Workflow } from '@last-mile/shared/workflows';
import type { Database } from './db/database';
import type { Dashboard } from './features/adoption/dashboard';
import { readActiveWeeks, readSpans } from './features/adoption/people/peopleActivity';
import type { CheckpointsDependencies } from './features/checkpoints/checkpoints';
import type { SavedTime } from './features/checkpoints/savedTime';

export interface CheckpointFactsDependencies {
  readonly database: Database;
  readonly dashboard: Dashboard;
  readonly savedTime: Pick<SavedTime, 'in'>;
  readonly programmes: () => Promise<readonly Programme[]>;
  readonly tasks: (programme: Programme) => Promise<readonly Workflow[]>;
  readonly timings: (programme: Programme) => Promise<readonly TaskTimings[]>;
  readonly ownership: (
    programme: Programme,
    week: string,
    now: Date,
  ) => Promise<CheckpointFigures['ownership']>;
}

/** What a checkpoint is frozen from, put together from the features that know of it. */
export function createCheckpointFacts(
  dependencies: CheckpointFactsDependencies,
): CheckpointsDependencies['factsOf'] {
  const { database, dashboard, savedTime, programmes, tasks, timings, ownership } = dependencies;

  /** Against the people of programmes that had not begun by then; null where there are none. */
  async function compared(programme: Programme, week: string, shown: DashboardResponse) {
    const sunday = addDays(weekStart(week), 6);
    const others = (await programmes()).filter(
      ({ clientKey, startsOn }) => clientKey !== programme.clientKey && startsOn > sunday,
    );
    if (others.length === 0) return null;
    const closed = shown.weeks.flatMap(({ state, startsOn }) =>
      state === 'closed' ? startsOn : [],
    );
    const windows = windowsOf(closed, programme.startsOn);
    const [own, apart] = [[programme.clientKey], others.map(({ clientKey }) => clientKey)];
    const weeks = [...windows.beforeStart, ...windows.lastFour];
    return againstOthers(
      await readSpans(database, own),
      await readSpans(database, apart),
      await readActiveWeeks(database, [...own, ...apart], weeks),
      windows,
    );
  }

  async function tasksSince(programme: Programme, day: 30 | 60 | 90) {
    const timed = new Map((await timings(programme)).map((each) => [each.workflowKey, each]));
    return (await tasks(programme)).map(({ clientKey, task }) => ({
      ...{ workflowKey: clientKey, task },
      since: timed.get(clientKey)?.since[`day${day}`] ?? unknown,
    }));
  }

  return async (programme, { day, week, now }, earlier) => {
    const shown = await dashboard(programme, now, { until: week });
    const active = shown.weeks.at(-1)?.active;
    const month = savedTimeMonth(week);
    // Told once: the same month told again, with an answer more, would tell that answer.
    const told = earlier.find((each) => savedTimeMonth(each.week) === month)?.figures.time
      .savedTime;
    const figures = checkpointFiguresOf(week, shown, {
      ...{ attended: unknown, practised: unknown },
      againstOthers: await compared(programme, week, shown),
      tasks: await tasksSince(programme, day),
      savedTime: told?.state === 'known' ? told : await savedTime.in(programme, month),
      ownership: await ownership(programme, week, now),
    });
    return { people: active && 'of' in active ? active.of : null, figures };
  };
}

const unknown = { state: 'notEnoughData' } as const;

/** How it stands with the owner, from the acts that the audit trail keeps; of hours nothing is known. */
export function ownershipFacts(
  database: Database,
  canAct: (userId: string) => Promise<boolean>,
): CheckpointFactsDependencies['ownership'] {
  return async (programme, week, now) => {
    const { ownerId, startsOn, timeZone } = programme;
    const [row] = await database.query<{ at: Date | null }>(
      'SELECT max(at) AS at FROM audit_trail WHERE actor_id = $1',
      [ownerId],
    );
    const lastAct = row?.at ?? null;
    return {
      owner: ownerStandingOn(calendarDayIn(now, timeZone), programme, {
        canAct: await canAct(ownerId),
        lastActOn: lastAct && calendarDayIn(lastAct, timeZone),
      }),
      effort: {
        written: null,
        weeksWithout: mondaysBetween(startsOn, weekStart(week)).length,
      },
    };
  };
}
