import type { Database } from './db/database';
import {
  createDashboard,
  type Dashboard,
  type DashboardDependencies,
} from './features/adoption/dashboard';
import type { UsageStore } from './features/adoption/facts/usageStore';
import type { UsageVersion } from './features/adoption/facts/usageVersion';
import type { Cases } from './features/feedback/cases/cases';
import type { Feedback } from './features/feedback/feedback';
import type { Library } from './features/library/library';
import type { ReadWorkflows } from './features/workflows/workflowsRoutes';
import type { ListStores } from './sync/listStores';

export interface ProgrammeDashboardDependencies extends Pick<DashboardDependencies, 'onError'> {
  readonly database: Database;
  readonly lists: ListStores['stores'];
  readonly usage: Pick<UsageStore, 'usedItems'>;
  readonly usageVersion: Pick<UsageVersion, 'current'>;
  readonly library: Pick<Library, 'health' | 'itemsByTask' | 'version'>;
  readonly cases: Pick<Cases, 'toWalk'>;
  readonly feedback: Pick<Feedback, 'health' | 'improvements' | 'flags'>;
  readonly workflows: ReadWorkflows;
}

/** Composes the dashboard from what features know. */
export function createProgrammeDashboard(dependencies: ProgrammeDashboardDependencies): Dashboard {
  const { database, lists, usage, usageVersion, library, cases, feedback, workflows, onError } =
    dependencies;
  const libraryLists = [lists.Workflows, lists.Cases, lists.CaseWalks, lists.AssistantChanges];
  return createDashboard({
    ...{ database, onError },
    usedItems: () => usage.usedItems(),
    libraryHealth: async (programme, at, usedItems) => ({
      ...(await library.health(programme, at, usedItems)),
      casesToWalk: await cases.toWalk(programme),
    }),
    feedbackHealth: (programme, at) => feedback.health(programme, at),
    improvements: (programme) => feedback.improvements(programme),
    flags: (programme) => feedback.flags(programme),
    tasks: async (programme) => {
      const [mapped, itemsOf] = await Promise.all([
        workflows(programme.clientKey),
        library.itemsByTask(programme),
      ]);
      return mapped.map(({ clientKey, task, jobFamily }) => ({
        ...{ workflowKey: clientKey, task, jobFamily },
        itemKeys: itemsOf.get(clientKey) ?? [],
      }));
    },
    versions: () => ({
      usage: String(usageVersion.current()),
      library: [library.version(), ...libraryLists.map((list) => list.version())].join(' '),
      feedback: String(lists.Feedback.version()),
    }),
  });
}
