import { calendarDayIn } from '@last-mile/shared/calendar';
import { phaseOn, type Programme } from '@last-mile/shared/programme';
import type { Names } from './auth/names';
import type { SeenRoles } from './auth/seenRoles';
import type { Database } from './db/database';
import type { Dashboard } from './features/adoption/dashboard';
import type { Feedback } from './features/feedback/feedback';
import type { Library } from './features/library/library';
import { createEffort, type Effort } from './features/programme/effort/effort';
import {
  createOwnerStandings,
  type OwnerStandings,
} from './features/programme/owner/ownerStandings';
import { createOwnership, type Ownership } from './features/programme/owner/ownership';
import { createProgrammeNews, type ProgrammeNews } from './features/programme/owner/programmeNews';
import type { ProgrammeItem } from './features/programme/programmeItem';
import type { Programmes } from './features/programme/programmes';
import { createOwnersWeek, type OwnersWeek } from './features/programme/week/ownersWeek';
import type { ListStores } from './sync/listStores';
import type { TookPart } from './tookPart';
import { createWorkCauses, type WorkSources } from './workCauses';

export interface ProgrammeWeekDependencies extends Pick<
  WorkSources,
  'toCoach' | 'sessions' | 'mappedTasks'
> {
  readonly database: Database;
  readonly lists: ListStores['stores'];
  readonly programmes: Pick<Programmes, 'courseOf'>;
  readonly item: ProgrammeItem;
  readonly names: Names;
  readonly tookPart: TookPart;
  readonly seenRoles: Pick<SeenRoles, 'standingOf'>;
  readonly feedback: Pick<Feedback, 'late'>;
  readonly library: Pick<Library, 'reviewQueue'>;
  readonly dashboard: Dashboard;
  readonly checkpointWork: WorkSources['checkpointWork'];
  readonly now: () => Date;
}

/** What keeps a programme going from week to week: what is to be done, what it takes, and who sees to it. */
export interface ProgrammeWeek {
  readonly ownersWeek: OwnersWeek;
  readonly effort: Effort;
  readonly ownership: Ownership;
  readonly ownerOf: OwnerStandings;
  /** What people are to hear of the programme itself. */
  readonly news: (programme: Programme, now: Date) => Promise<ProgrammeNews[]>;
}

/** Composes the owner's week from what features know. */
export function createProgrammeWeek(dependencies: ProgrammeWeekDependencies): ProgrammeWeek {
  const { database, lists, programmes, seenRoles, feedback, library, dashboard, now } =
    dependencies;
  const { toCoach, sessions, mappedTasks, tookPart } = dependencies;
  async function phaseOf(programme: Programme) {
    const { ended } = await programmes.courseOf(programme);
    return phaseOn(calendarDayIn(now(), programme.timeZone), { ...programme, ended });
  }
  const effort = createEffort({
    database,
    list: lists.ProgrammeWeeks,
    planOf: async (programme) => (await programmes.courseOf(programme)).plan,
    now,
  });
  const ownerOf = createOwnerStandings({
    database,
    canAct: async (userId) => {
      const standing = await seenRoles.standingOf(userId, 'Champion').catch(() => null);
      // Who never opened Last Mile may still come; that they did nothing yet, silence tells.
      return standing === null ? null : standing === 'held' || standing === 'neverSeen';
    },
    now,
  });
  const ownersWeek = createOwnersWeek({
    database,
    list: lists.WorkMarks,
    causesOf: createWorkCauses({
      lateFeedback: feedback.late,
      reviewQueue: (programme) => library.reviewQueue(programme),
      ...{ dashboard, checkpointWork: dependencies.checkpointWork },
      effort: (programme) => effort.read(programme),
      phaseOf,
      ...{ toCoach, sessions, mappedTasks },
    }),
    ...{ phaseOf, ownerOf, now },
  });
  return {
    ...{ ownersWeek, effort, ownerOf },
    ownership: createOwnership({ ...dependencies, ownerOf }),
    news: createProgrammeNews({
      endedOf: async (programme) => (await programmes.courseOf(programme)).ended,
      ...{ ownerOf, tookPart },
    }),
  };
}
