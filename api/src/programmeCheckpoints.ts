import type { Keys } from './auth/keyedDigest';
import { smallestGroupShown } from '@last-mile/shared/adoption';
import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import type { Names } from './auth/names';
import { createCheckpointFacts, type CheckpointFactsDependencies } from './checkpointFacts';
import type { Database } from './db/database';
import type { Dashboard } from './features/adoption/dashboard';
import type { UsedIn } from './features/adoption/facts/usedIn';
import { createWeekCounts } from './features/adoption/weeks/weekCounts';
import { createCheckpoints, type Checkpoints } from './features/checkpoints/checkpoints';
import { createDecisions, type Decisions } from './features/checkpoints/decisions';
import { createKeptCheckpoints } from './features/checkpoints/keptCheckpoints';
import { createSavedTime, type SavedTime } from './features/checkpoints/savedTime';
import type { ProgrammePeople } from './features/programme/programmePeople';
import type { Programmes } from './features/programme/programmes';
import type { Timings } from './features/workflows/timings';
import type { ReadWorkflows } from './features/workflows/workflowsRoutes';
import type { ProgrammeWeek } from './programmeWeek';
import type { ListStores } from './sync/listStores';

export interface ProgrammeCheckpointsDependencies {
  readonly database: Database;
  readonly lists: ListStores['stores'];
  readonly names: Names;
  readonly programmes: Pick<Programmes, 'all' | 'courseOf'>;
  readonly programmePeople: Pick<ProgrammePeople, 'has'>;
  readonly dashboard: Dashboard;
  readonly workflows: ReadWorkflows;
  readonly timings: Pick<Timings, 'of'>;
  readonly programmeWeek: Pick<ProgrammeWeek, 'effort' | 'ownerOf'>;
  readonly usedIn: UsedIn;
  readonly practised: CheckpointFactsDependencies['practised'];
  /** Stands in for somebody who says where saved time went. */
  readonly pseudonymOf: (user: User) => string;
  readonly sealKeys: Keys;
  /** When decisions were last known to be as in SharePoint. */
  readonly asOf: () => string | null;
  readonly now: () => Date;
}

/** What is frozen at days 30, 60 and 90, what was decided then, and where saved time went. */
export interface ProgrammeCheckpoints {
  readonly checkpoints: Checkpoints;
  readonly decisions: Decisions;
  readonly savedTime: SavedTime;
}

/** Composes the checkpoints from what features know. */
export function createProgrammeCheckpoints(
  dependencies: ProgrammeCheckpointsDependencies,
): ProgrammeCheckpoints {
  const { database, lists, names, programmes, programmePeople, dashboard } = dependencies;
  const { workflows, timings, programmeWeek, usedIn, pseudonymOf, practised, asOf, now } =
    dependencies;
  const endedOn = async (programme: Programme) =>
    (await programmes.courseOf(programme)).ended?.endedOn ?? null;
  const savedTime = createSavedTime({
    ...{ database, list: lists.SavedTime },
    ...{ usedIn, pseudonymOf, now },
  });
  const kept = createKeptCheckpoints({
    ...{ database, list: lists.Checkpoints, keys: dependencies.sealKeys },
  });
  const decisions = createDecisions({
    ...{ database, list: lists.CheckpointDecisions, names, now },
    takenOf: async ({ clientKey }) => (await kept.of(clientKey)).taken,
    isInProgramme: (programme, userId) => programmePeople.has(programme, userId),
  });
  const weekCounts = createWeekCounts(database, smallestGroupShown);
  const checkpoints = createCheckpoints({
    ...{ database, kept, decisions, endedOn, asOf, now },
    factsOf: createCheckpointFacts({
      ...{ database, dashboard, savedTime, practised },
      programmes: () => programmes.all(),
      tasks: ({ clientKey }) => workflows(clientKey),
      timings: (programme) => timings.of(programme),
      ownerOf: async (programme) =>
        programmeWeek.ownerOf(programme, (await endedOn(programme)) ?? undefined),
      effort: (programme) => programmeWeek.effort.read(programme),
    }),
    firstWeek: ({ clientKey }) => weekCounts.firstWeek(clientKey),
  });
  return { checkpoints, decisions, savedTime };
}
