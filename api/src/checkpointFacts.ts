import { weekStart, windowsOf, type DashboardResponse } from '@last-mile/shared/adoption';
import { addDays } from '@last-mile/shared/calendar';
import { againstOthers, checkpointFiguresOf, savedTimeMonth } from '@last-mile/shared/checkpoints';
import {
  effortTotalsOn,
  type EffortResponse,
  type OwnerStanding,
  type Programme,
} from '@last-mile/shared/programme';
import type { TaskTimings, Workflow } from '@last-mile/shared/workflows';
import type { Database } from './db/database';
import type { Dashboard } from './features/adoption/dashboard';
import { readActiveWeeks, readSpans } from './features/adoption/people/peopleActivity';
import type { CheckpointsDependencies } from './features/checkpoints/checkpoints';
import type { SavedTime } from './features/checkpoints/savedTime';
import type { PracticeShares } from './features/practice/practiceFigures';

export interface CheckpointFactsDependencies {
  readonly database: Database;
  readonly dashboard: Dashboard;
  readonly savedTime: Pick<SavedTime, 'in'>;
  /** How many attended and practised in the four closed weeks up to one. */
  readonly practised: (programme: Programme, lastWeek: string) => Promise<PracticeShares>;
  readonly programmes: () => Promise<readonly Programme[]>;
  readonly tasks: (programme: Programme) => Promise<readonly Workflow[]>;
  readonly timings: (programme: Programme) => Promise<readonly TaskTimings[]>;
  /** As it stands now, or stood when the programme ended. */
  readonly ownerOf: (programme: Programme) => Promise<OwnerStanding>;
  readonly effort: (programme: Programme) => Promise<Pick<EffortResponse, 'weeks'>>;
}

/** What a checkpoint is frozen from, put together from the features that know of it. */
export function createCheckpointFacts(
  dependencies: CheckpointFactsDependencies,
): CheckpointsDependencies['factsOf'] {
  const { database, dashboard, savedTime, practised, programmes, tasks, timings, ownerOf, effort } =
    dependencies;

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

  async function ownership(programme: Programme, week: string) {
    const monday = weekStart(week);
    const weeks = (await effort(programme)).weeks.filter((each) => each.week <= monday);
    return {
      owner: await ownerOf(programme),
      effort: effortTotalsOn(addDays(monday, 7), weeks),
    };
  }

  return async (programme, { day, week, now }, earlier) => {
    const shown = await dashboard(programme, now, { until: week });
    const active = shown.weeks.at(-1)?.active;
    const month = savedTimeMonth(week);
    // Told once: the same month told again, with an answer more, would tell that answer.
    const told = earlier.find((each) => savedTimeMonth(each.week) === month)?.figures.time
      .savedTime;
    const figures = checkpointFiguresOf(week, shown, {
      ...(await practised(programme, weekStart(week))),
      againstOthers: await compared(programme, week, shown),
      tasks: await tasksSince(programme, day),
      savedTime: told?.state === 'known' ? told : await savedTime.in(programme, month),
      ownership: await ownership(programme, week),
    });
    return { people: active && 'of' in active ? active.of : null, figures };
  };
}

const unknown = { state: 'notEnoughData' } as const;
