import { lastingKeyFor, type AppConfig } from './config';
import type { Database } from './db/database';
import { createPersonDigest } from './features/adoption/facts/subjects';
import { createTimings, type Timings } from './features/workflows/timings';
import { createWorkflowMaps, type WorkflowMaps } from './features/workflows/workflowMaps';
import { createWorkflows, type ReadWorkflows } from './features/workflows/workflowsRoutes';
import type { ListStores } from './sync/listStores';

export interface ProgrammeTasksDependencies {
  readonly config: AppConfig;
  readonly database: Database;
  readonly lists: ListStores['stores'];
  /** When the tasks were last known to be as in SharePoint. */
  readonly asOf: () => string | null;
  readonly now: () => Date;
}

/** The audited tasks, how they are drawn, and how long they take. */
export interface ProgrammeTasks {
  readonly workflows: ReadWorkflows;
  readonly maps: WorkflowMaps;
  readonly timings: Timings;
}

/** Composes the tasks of programmes. */
export function createProgrammeTasks(dependencies: ProgrammeTasksDependencies): ProgrammeTasks {
  const { config, database, lists, asOf, now } = dependencies;
  const maps = createWorkflowMaps({ database, list: lists.Workflows, asOf, now });
  const digest = createPersonDigest(lastingKeyFor(config, 'workflow timings'));
  return {
    workflows: createWorkflows(lists.Workflows),
    maps,
    timings: createTimings({
      ...{ database, list: lists.Timings, now },
      mapsOf: (programme) => maps.of(programme),
      mapsVersion: () => lists.Workflows.version(),
      pseudonymOf: (user) => digest(user).toString('hex'),
    }),
  };
}
