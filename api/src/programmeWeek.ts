import { calendarDayIn } from '@last-mile/shared/calendar';
import { phaseOn, type Programme } from '@last-mile/shared/programme';
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
import type { Programmes } from './features/programme/programmes';
import { createOwnersWeek, type OwnersWeek } from './features/programme/week/ownersWeek';
import type { ListStores } from './sync/listStores';
import { createWorkCauses, type WorkSources } from './workCauses';

export interface ProgrammeWeekDependencies {
  readonly database: Database;
  readonly lists: ListStores['stores'];
  readonly programmes: Pick<Programmes, 'courseOf'>;
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
  readonly ownerOf: OwnerStandings;
}

/** Composes the owner's week from what features know. */
export function createProgrammeWeek(dependencies: ProgrammeWeekDependencies): ProgrammeWeek {
  const { database, lists, programmes, seenRoles, feedback, library, dashboard, now } =
    dependencies;
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
    }),
    ...{ phaseOf, ownerOf, now },
  });
  return { ownersWeek, effort, ownerOf };
}
