import { readFile } from 'node:fs/promises';
import {
  mondayIn,
  mondaysBetween,
  smallestGroupShown,
  type DashboardResponse,
} from '@last-mile/shared/adoption';
import { addDays } from '@last-mile/shared/calendar';
import { meResponse, type Programme } from '@last-mile/shared/programme';
import { defaultRateLimit } from '../../api/src/config';
import { createDatabase, type Database } from '../../api/src/db/database';
import { rebuildRollUps } from '../../api/src/features/adoption/rollUps/rebuildRollUps';
import { createWeekCounts } from '../../api/src/features/adoption/weeks/weekCounts';
import { createLease } from '../../api/src/sync/lease';
import { startDeployment, type Deployment } from '../setup/deployment';
import { createSampleFolder } from '../setup/sampleFolder';
import { benchLine, median, type Bench } from './benchLine';
import { dashboardLine } from './dashboard';
import {
  ask,
  countOne,
  membersKnown,
  takeAll,
  takeNew,
  timed,
  view,
  viewsInTurn,
  weeksOver,
} from './dashboardViews';
import { createDuckDb, type DuckDb } from './duckDb';
import { growHistory } from './grownHistory';
import { kilobytesHeld, processTree } from './memory';
import { rawCount, refuseOther, totalsOfRows, type WeekTotal } from './rawCount';

/** As far back as raw events are kept. */
const weeksKept = 25;
/** Enough for a 95th percentile; the peers are asked less often, because they take seconds. */
const views = 60;
const peersEvery = 30;
/** Enough for several of each group: what changes of a week changes by people who cannot be told apart. */
const peopleLate = 400;
/** One person's views never come faster than the product's limit lets them go on. */
const lookAgainMs = 1000 / defaultRateLimit.perSecond;

/** What 200,000 people with 12 million events cost: everything from nothing, a report, the dashboard. */
export const growth: Bench = {
  lines: [
    'rollups.12m.build',
    'rollups.12m.memory',
    'report28.200k.cold',
    'windows.200k.cold',
    'dashboard.200k.pending',
    'dashboard.200k.p95',
    'ingest.late',
  ],
  async *run(wanted) {
    // A folder of its own: so many rows would disturb whatever is measured after them.
    const sample = createSampleFolder();
    let deployment: Deployment | undefined;
    let database: Database | undefined;
    let duckDb: DuckDb | undefined;
    try {
      deployment = await startDeployment(await sample.get());
      database = createDatabase(deployment.product.database);
      duckDb = await createDuckDb(database);
      const { programme } = meResponse.parse(await ask(deployment, '/api/me'));
      if (programme === null) throw new Error('The owner has no programme.');
      await membersKnown(deployment);
      await holdWorkAhead(database);
      await takeAll(duckDb);
      const running = mondayIn(new Date(), programme.timeZone);
      const weeks = mondaysBetween(addDays(running, -7 * weeksKept), addDays(running, -7));
      await growHistory(database, duckDb, programme.clientKey, weeks);

      yield* await buildRollUps(database, duckDb);
      yield await reportOnce(database, duckDb, programme, weeks);

      if (!wanted.some((name) => afterReport.includes(name))) return;
      await figuresThere(deployment);
      yield* await windowsOnce(database, duckDb, deployment);
      const peers = { database, duckDb, programmeKey: programme.clientKey };
      const times = await viewsInTurn(deployment, peers, { views, peersEvery });
      yield dashboardLine('dashboard.200k.p95', times);
      yield benchLine('ingest.late', (await untilLateShows(deployment)) / 1000, 's');
    } finally {
      duckDb?.close();
      await database?.end();
      await deployment?.close();
      await sample.discard();
    }
  },
};

const afterReport = [
  ...['windows.200k.cold', 'dashboard.200k.pending'],
  ...['dashboard.200k.p95', 'ingest.late'],
];

/** Keeps the product from working ahead: what is measured here is what nobody has done before. */
async function holdWorkAhead(database: Database): Promise<void> {
  const lease = createLease(database, 'work ahead', 60 * 60);
  while ((await lease.hold()) === undefined) {
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
  }
}

/** Looks until nothing is pending any more. */
async function figuresThere(deployment: Deployment): Promise<void> {
  const isPending = ({ habit, tasks }: DashboardResponse) =>
    habit.state === 'pending' || tasks.some(({ uses }) => uses.state === 'pending');
  while (isPending(await view(deployment))) {
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
  }
}

function lastWeekOver(answer: DashboardResponse): string {
  const week = weeksOver(answer).at(-1);
  if (week === undefined) throw new Error('There is no week that is over.');
  return week;
}

/** All figures over several weeks from nothing, and what a view takes that comes before them. */
async function windowsOnce(database: Database, duckDb: DuckDb, deployment: Deployment) {
  await database.query('DELETE FROM kept_window');
  // From then on no view is answered from what was kept of the one before.
  const sent = await countOne(deployment, 0, lastWeekOver(await view(deployment)));
  await takeNew(duckDb, [sent]);
  const startedAt = performance.now();
  const first = await timed(() => view(deployment));
  await figuresThere(deployment);
  return [
    benchLine('windows.200k.cold', (performance.now() - startedAt) / 1000, 's'),
    benchLine('dashboard.200k.pending', first.ms, 'ms'),
  ];
}

/** Everything the product counts from the facts, made from nothing, beside DuckDB's time for the same. */
async function buildRollUps(database: Database, duckDb: DuckDb) {
  await database.query(
    `TRUNCATE subject_week, subject_first, subject_draft_week, subject_redo_week,
              used_item, shown_week, group_week, kept_window`,
  );
  const memory = watchMemory(await postmasterOf(database));
  const built = await timed(() => rebuildRollUps(database));
  const peak = await memory.peak();
  const duck = await timed(async () => {
    await duckDb.run(
      `CREATE TABLE subject_week AS
         SELECT week, subject_id, count(*) FILTER (WHERE kind <> 'templateInserted') AS ai_use,
                count(*) FILTER (WHERE kind = 'templateInserted') AS template_use,
                bool_or(surface = 'teams') AS teams, bool_or(surface = 'outlook') AS outlook,
                bool_or(surface = 'copilot') AS copilot,
                list(item_key) FILTER (WHERE item_key IS NOT NULL) AS items
           FROM usage_event GROUP BY week, subject_id`,
    );
    await duckDb.run(
      `CREATE TABLE subject_first AS
         SELECT subject_id, min(week) AS week FROM subject_week GROUP BY subject_id`,
    );
    await duckDb.run(
      `CREATE TABLE used_item AS
         SELECT DISTINCT item_key FROM usage_event WHERE item_key IS NOT NULL`,
    );
    await duckDb.run(
      `CREATE TABLE subject_draft_week AS
         SELECT week, subject_id, task_key, item_key,
                list(minutes) FILTER (WHERE minutes IS NOT NULL) AS minutes,
                count(*) FILTER (WHERE minutes IS NULL) AS unobserved,
                list(kept_share) FILTER (WHERE kept_share IS NOT NULL) AS kept_shares
           FROM draft_observation GROUP BY week, subject_id, task_key, item_key`,
    );
    await duckDb.run(
      `CREATE TABLE subject_redo_week AS
         SELECT week, subject_id, item_key, count(*) AS answers, count(*) FILTER (WHERE redo) AS redone
           FROM redo_answer GROUP BY week, subject_id, item_key`,
    );
  });
  await refuseOtherRollUps(database, duckDb);
  const name = 'DuckDB: the same tables in memory, without keys';
  return [
    benchLine('rollups.12m.build', built.ms / 1000, 's', { name, value: duck.ms / 1000 }),
    benchLine('rollups.12m.memory', peak / 1024, 'MB'),
  ];
}

/** Both must have made the same of the same rows. */
async function refuseOtherRollUps(database: Database, duckDb: DuckDb): Promise<void> {
  const sums = (length: (list: string) => string) => `
    SELECT CAST(count(*) AS integer) AS rows, CAST(sum(ai_use) AS integer) AS ai,
           CAST(sum(template_use) AS integer) AS template,
           CAST(count(*) FILTER (WHERE teams) AS integer) AS teams,
           CAST(count(*) FILTER (WHERE outlook) AS integer) AS outlook,
           CAST(count(*) FILTER (WHERE copilot) AS integer) AS copilot,
           CAST(sum(${length('items')}) AS integer) AS items,
           (SELECT CAST(count(*) AS integer) FROM used_item) AS used,
           (SELECT CAST(sum(week - DATE '2020-01-06') AS bigint) FROM subject_first) AS firsts,
           (SELECT CAST(count(*) AS integer) FROM subject_draft_week) AS draft_rows,
           (SELECT CAST(sum(unobserved + ${length('minutes')}) AS integer)
              FROM subject_draft_week) AS drafts,
           (SELECT CAST(sum(answers + redone) AS integer) FROM subject_redo_week) AS answers
      FROM subject_week`;
  const [product] = await database.query(sums((list) => `cardinality(${list})`));
  const [peer] = await duckDb.query(sums((list) => `coalesce(len(${list}), 0)`));
  if (JSON.stringify(numbersOf(product)) === JSON.stringify(numbersOf(peer))) return;
  throw new Error(`Roll-ups differ: ${JSON.stringify(product)} and ${JSON.stringify(peer)}.`);
}

const numbersOf = (row: object = {}) => Object.values(row).map(Number);

/** The last four weeks that are over, when no week was counted before. */
async function reportOnce(
  database: Database,
  duckDb: DuckDb,
  { clientKey, timeZone }: Programme,
  weeks: readonly string[],
) {
  const now = new Date();
  const asked = weeks.slice(-4);
  const counts = createWeekCounts(database, smallestGroupShown);
  const when = { now, closedUntil: addDays(mondayIn(now, timeZone), -14) };
  const report = await timed(() => counts.read(clientKey, asked, when));
  const duckTimes = [];
  for (let run = 0; run < 3; run += 1) {
    const duck = await timed(() => duckDb.query<WeekTotal>(rawCount(clientKey, asked)));
    duckTimes.push(duck.ms);
    refuseOther(report.answer.weeks.map(toTotal), totalsOfRows(duck.answer));
  }
  return benchLine('report28.200k.cold', report.ms / 1000, 's', {
    name: 'DuckDB over the raw events',
    value: median(duckTimes) / 1000,
  });
}

const toTotal = ({ week, eligible, active, aiUse, templateUse }: WeekTotal): WeekTotal => ({
  ...{ week, eligible, active, aiUse, templateUse },
});

/** Milliseconds from sending the last of several people's late events until a view shows their effect. */
async function untilLateShows(deployment: Deployment): Promise<number> {
  const before = await view(deployment);
  const week = weeksOver(before).at(-3);
  if (week === undefined) throw new Error('There is no closed week.');
  const activeIn = (answer: typeof before) => {
    const active = answer.weeks.find(({ startsOn }) => startsOn === week)?.active;
    return active?.state === 'known' ? active.n : undefined;
  };
  let sentAt = 0;
  for (let member = 0; member < peopleLate; member += 1) {
    sentAt = performance.now();
    await countOne(deployment, member, week);
  }
  while (performance.now() - sentAt < 10_000) {
    if (activeIn(await view(deployment)) !== activeIn(before)) return performance.now() - sentAt;
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
  }
  throw new Error('The effect of late events did not show.');
}

async function postmasterOf(database: Database): Promise<number> {
  const [row] = await database.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const stat = await readFile(`/proc/${row?.pid}/stat`, 'utf8').catch(() => '');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

/** Looks four times a second at what a process and those it started hold. */
function watchMemory(processId: number) {
  let peak = 0;
  const stop = new AbortController();
  const watched = (async () => {
    while (!stop.signal.aborted) {
      const held = await Promise.all((await processTree(processId)).map(kilobytesHeld));
      const together = held.reduce((sum, one) => sum + one, 0);
      peak = Math.max(peak, together);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  })();
  return {
    /** Kilobytes at most, until now. */
    async peak(): Promise<number> {
      stop.abort();
      await watched;
      return peak;
    },
  };
}
