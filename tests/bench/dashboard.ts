import { meResponse } from '@last-mile/shared/programme';
import { createDatabase } from '../../api/src/db/database';
import { startDeployment, type Deployment } from '../setup/deployment';
import { percentile } from '../setup/percentile';
import { benchLine, type Bench, type BenchLine } from './benchLine';
import { ask, membersKnown, takeAll, viewsInTurn, type ViewTimes } from './dashboardViews';
import { createDuckDb, type DuckDb } from './duckDb';

const views = 100;

/** How long the champion of 900 people waits for the dashboard, and what it costs in Graph calls. */
export const dashboard: Bench = {
  lines: ['dashboard.900.p95', 'dashboard.graphCalls'],
  async *run(_wanted, sample) {
    const deployment = await startDeployment(await sample.get());
    const database = createDatabase(deployment.product.database);
    let duckDb: DuckDb | undefined;
    try {
      duckDb = await createDuckDb(database);
      const { programme } = meResponse.parse(await ask(deployment, '/api/me'));
      if (programme === null) throw new Error('The owner has no programme.');
      await membersKnown(deployment);
      await takeAll(duckDb);
      const callsBefore = await callsOfStart(deployment);
      const peers = { database, duckDb, programmeKey: programme.clientKey };
      const times = await viewsInTurn(deployment, peers, { views, peersEvery: 1 });
      const calls = (await graphCalls(deployment)) - callsBefore;
      yield dashboardLine('dashboard.900.p95', times);
      yield benchLine('dashboard.graphCalls', calls / views, 'calls per view');
    } finally {
      duckDb?.close();
      await database.end();
      await deployment.close();
    }
  },
};

/** The 95th percentile of the views, beside that of the faster peer. */
export function dashboardLine(name: string, { product, sql, duckDb }: ViewTimes): BenchLine {
  const [plain, duck] = [percentile(sql, 0.95), percentile(duckDb, 0.95)];
  return benchLine(name, percentile(product, 0.95), 'ms', {
    name: `${plain < duck ? 'plain SQL in the same PostgreSQL' : 'DuckDB'} over the raw events`,
    value: Math.min(plain, duck),
  });
}

/** Calls so far, once a second has passed without one: what the product reads at its start is no view's. */
async function callsOfStart(deployment: Deployment): Promise<number> {
  for (let calls = -1; ;) {
    const now = await graphCalls(deployment);
    if (now === calls) return now;
    calls = now;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

/** Calls the tenant's Graph answered. The delta that keeps the replica current goes on whoever looks. */
async function graphCalls({ tenant }: Deployment): Promise<number> {
  const response = await fetch(`${tenant.origin}/control/counters`);
  const { byPath } = (await response.json()) as { byPath: { path: string; calls: number }[] };
  return byPath
    .filter(({ path }) => !path.endsWith('/delta'))
    .reduce((sum, { calls }) => sum + calls, 0);
}
