import { calendarDayIn } from '@last-mile/shared/calendar';
import {
  smallestGroupShown,
  type DashboardQuery,
  type DashboardResponse,
} from '@last-mile/shared/adoption';
import type { Programme } from '@last-mile/shared/programme';
import type { Database } from '../../db/database';
import { createKeptByVersion } from '../../http/keptByVersion';
import { askedWeeks } from './askedWeeks';
import { showHabit } from './shownFigures';
import { showCohorts, showGroups, showWeeks, type CountedUse } from './shownUse';
import { createWeekCounts } from './weekCounts';
import { windowFigures } from './windowFigures';

/** How the library is doing; app.ts composes it from the library feature. */
type LibraryHealth = (
  programme: Programme,
  now: Date,
  usedItems: ReadonlySet<string>,
) => Promise<DashboardResponse['library']>;

/** How feedback is doing; app.ts composes it from the feedback feature. */
type FeedbackHealth = (programme: Programme, now: Date) => Promise<DashboardResponse['feedback']>;

/** What became of suggestions; app.ts composes it from the feedback feature. */
type ImprovementsOf = (programme: Programme) => Promise<DashboardResponse['improvements']>;

export interface DashboardDependencies {
  readonly database: Database;
  readonly usedItems: () => Promise<ReadonlySet<string>>;
  readonly libraryHealth: LibraryHealth;
  readonly feedbackHealth: FeedbackHealth;
  readonly improvements: ImprovementsOf;
  /** What each part rests on, besides the programme and the day. */
  readonly versions: () => {
    readonly usage: string;
    readonly library: string;
    readonly feedback: string;
  };
  readonly smallestGroup?: number;
}

const unknown = { state: 'notEnoughData' } as const;

/** What decision 0009 describes and nothing counts yet. */
const notMeasuredYet: Pick<DashboardResponse, 'trust' | 'tasks' | 'copilot'> = {
  trust: { keptShare: unknown, redoRate: unknown, flagsPer100: unknown },
  tasks: [],
  copilot: { state: 'none' },
};

/**
 * Answers the dashboard from roll-ups and replicas only: never from raw events, never from Graph.
 * Each part is worked out once per day and version; a view of what did not change asks nobody.
 */
export function createDashboard(dependencies: DashboardDependencies) {
  const smallestGroup = dependencies.smallestGroup ?? smallestGroupShown;
  const counts = createWeekCounts(dependencies.database, smallestGroup);
  const keepUse =
    createKeptByVersion<
      Pick<DashboardResponse, 'weeks' | 'departments' | 'jobFamilies' | 'retention' | 'habit'>
    >();
  const keepLibrary = createKeptByVersion<DashboardResponse['library']>();
  const keepFeedback = createKeptByVersion<Pick<DashboardResponse, 'feedback' | 'improvements'>>();
  const editions = createEditions();

  async function useOf(programme: Programme, now: Date, query: DashboardQuery) {
    const firstMeasured = await counts.firstWeek(programme.clientKey);
    const asked = askedWeeks(programme, now, firstMeasured, query);
    const counted = await counts.read(programme.clientKey, asked.over, {
      now,
      closedUntil: asked.closedUntil,
    });
    // After the weeks: reading them lets late facts in.
    const figures = await windowFigures(dependencies.database, programme, asked.closed);
    const use: CountedUse = { programme, now, mondays: asked.mondays, smallestGroup, ...counted };
    return {
      weeks: showWeeks(use),
      departments: showGroups(use, 'department'),
      jobFamilies: showGroups(use, 'jobFamily'),
      retention: showCohorts(use),
      habit: figures ? showHabit(figures.habit, smallestGroup) : unknown,
    };
  }

  async function feedbackOf(programme: Programme, now: Date) {
    const [feedback, improvements] = await Promise.all([
      dependencies.feedbackHealth(programme, now),
      dependencies.improvements(programme),
    ]);
    return { feedback, improvements };
  }

  return async (
    programme: Programme,
    now: Date,
    query: DashboardQuery = {},
  ): Promise<DashboardResponse> => {
    const key = programme.clientKey;
    // Read before anything is worked out: nothing is kept under a later version than it shows.
    const { usage, library, feedback } = dependencies.versions();
    const edition = `${calendarDayIn(now, programme.timeZone)} ${editions(programme)}`;
    const [use, libraryHealth, answered] = await Promise.all([
      keepUse(`${key} ${query.until ?? ''}`, `${edition} ${usage}`, () =>
        useOf(programme, now, query),
      ),
      keepLibrary(key, `${edition} ${usage} ${library}`, async () =>
        dependencies.libraryHealth(programme, now, await dependencies.usedItems()),
      ),
      keepFeedback(key, `${edition} ${feedback}`, () => feedbackOf(programme, now)),
    ]);
    return {
      ...notMeasuredYet,
      asOf: now.toISOString(),
      programmeName: programme.name,
      timeZone: programme.timeZone,
      targetActiveRate: programme.targetActiveRate,
      ...use,
      draftingTime: {
        weekly: use.weeks.map(() => unknown),
        withTemplate: unknown,
        sinceStart: unknown,
        observed: unknown,
      },
      smallestGroup,
      library: libraryHealth,
      ...answered,
    };
  };
}

/** Tells one reading of a programme's settings from the next. */
function createEditions(): (programme: Programme) => number {
  const editions = new WeakMap<Programme, number>();
  let last = 0;
  return (programme) => {
    const known = editions.get(programme) ?? ++last;
    editions.set(programme, known);
    return known;
  };
}
