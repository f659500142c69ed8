import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import {
  dashboardResponse,
  eventsReceipt,
  type DashboardResponse,
} from '@last-mile/shared/adoption';
import { addDays } from '@last-mile/shared/calendar';
import { meResponse, type Programme } from '@last-mile/shared/programme';
import { createDatabase, type Database } from '../../api/src/db/database';
import { benchLine, percentile, type Bench } from './benchLine';
import { startDeployment, type Deployment } from './deployment';

const views = 100;
const peerName = 'plain SQL over the raw events in the same PostgreSQL';

/** How long the champion of 900 people waits for the dashboard, and what it costs in Graph calls. */
export const dashboard: Bench = {
  lines: ['dashboard.900.p95', 'dashboard.graphCalls'],
  async *run(_wanted, sample) {
    const deployment = await startDeployment(await sample.get());
    const database = createDatabase(deployment.product.database);
    try {
      const { programme } = meResponse.parse(await ask(deployment, '/api/me'));
      if (programme === null) throw new Error('The owner has no programme.');
      await membersKnown(deployment);
      const figures = await viewsInTurn(deployment, database, programme);
      yield benchLine('dashboard.900.p95', percentile(figures.product, 0.95), 'ms', {
        name: peerName,
        value: percentile(figures.peer, 0.95),
      });
      yield benchLine('dashboard.graphCalls', figures.graphCalls / views, 'calls per view');
    } finally {
      await database.end();
      await deployment.close();
    }
  },
};

/** Each view comes after an event that changes what it shows: none is answered from what was kept. */
async function viewsInTurn(deployment: Deployment, database: Database, programme: Programme) {
  const weeks = (await view(deployment)).weeks.filter(({ state }) => state !== 'running');
  const [lastWeek] = weeks.slice(-1);
  if (lastWeek === undefined) throw new Error('The programme has no week to show.');
  const mondays = weeks.map(({ startsOn }) => startsOn);
  const product: number[] = [];
  const peer: number[] = [];
  const callsBefore = await graphCalls(deployment);
  for (let at = 0; at < views; at += 1) {
    await countOne(deployment, at, lastWeek.startsOn);
    const { ms, answer } = await timed(() => view(deployment));
    product.push(ms);
    const plain = await timed(() => plainAnswer(database, programme, mondays));
    peer.push(plain.ms);
    if (at % 10 === 0) refuseOther(totalsOf(answer), plain.answer);
  }
  return { product, peer, graphCalls: (await graphCalls(deployment)) - callsBefore };
}

const view = async (deployment: Deployment) =>
  dashboardResponse.parse(await ask(deployment, '/api/adoption/dashboard'));

interface WeekTotal {
  readonly week: string;
  readonly eligible: number;
  readonly active: number;
  readonly aiUse: number;
  readonly templateUse: number;
}

function totalsOf({ weeks }: DashboardResponse): WeekTotal[] {
  return weeks.flatMap(({ startsOn, active, aiUse, templateUse }) =>
    active.state === 'known' && aiUse.state === 'known' && templateUse.state === 'known'
      ? [
          {
            ...{ week: startsOn, eligible: active.of, active: active.n },
            ...{ aiUse: aiUse.n, templateUse: templateUse.n },
          },
        ]
      : [],
  );
}

/** The same weeks and departments, counted from the raw events each time. */
async function plainAnswer(
  database: Database,
  { clientKey, timeZone }: Programme,
  mondays: readonly string[],
): Promise<WeekTotal[]> {
  const rows = await database.query<WeekTotal & { department: string }>(
    `WITH acted AS (
       SELECT date_trunc('week', at AT TIME ZONE $3)::date AS week, subject_id,
              bool_or(kind <> 'templateInserted') AS ai_use,
              bool_or(kind = 'templateInserted') AS template_use
         FROM usage_event AS event
        -- Late facts that wait for company are not shown yet.
        WHERE NOT EXISTS (SELECT FROM held_fact AS held
                           WHERE held.fact = 'usage_event' AND held.subject_id = event.subject_id
                             AND held.client_key = event.client_key)
        GROUP BY 1, 2)
     SELECT to_char(wanted.week, 'YYYY-MM-DD') AS week, member.department,
            count(*) AS eligible, count(acted.subject_id) AS active,
            count(*) FILTER (WHERE acted.ai_use) AS "aiUse",
            count(*) FILTER (WHERE acted.template_use) AS "templateUse"
       FROM unnest($2::date[]) AS wanted(week)
       JOIN membership_span AS member
         ON member.programme_key = $1 AND member.valid_from <= wanted.week + 6
        AND (member.valid_to IS NULL OR member.valid_to > wanted.week + 6)
       LEFT JOIN acted ON acted.week = wanted.week AND acted.subject_id = member.subject_id
      GROUP BY wanted.week, member.department`,
    [clientKey, mondays, timeZone],
  );
  return mondays.flatMap((week) => {
    const ofWeek = rows.filter((row) => row.week === week);
    const sum = (what: 'eligible' | 'active' | 'aiUse' | 'templateUse') =>
      ofWeek.reduce((total, row) => total + row[what], 0);
    if (ofWeek.length === 0) return [];
    return [
      {
        ...{ week, eligible: sum('eligible'), active: sum('active') },
        ...{ aiUse: sum('aiUse'), templateUse: sum('templateUse') },
      },
    ];
  });
}

function refuseOther(product: readonly WeekTotal[], peer: readonly WeekTotal[]): void {
  if (product.length > 0 && isDeepStrictEqual(product, peer)) return;
  throw new Error('The dashboard and the peer count differently.');
}

/** A use of a new item by a member in the last week that is over: its counts and the library's go stale. */
async function countOne(deployment: Deployment, at: number, monday: string): Promise<void> {
  const events = [
    {
      ...{ clientKey: randomUUID(), kind: 'promptCopied', at: `${addDays(monday, 2)}T10:00:00Z` },
      ...{ itemKey: randomUUID(), version: 1, surface: 'teams' },
    },
  ];
  const { tokens } = deployment.tenant;
  const token = tokens[at % tokens.length] ?? '';
  const receipt = eventsReceipt.parse(await ask(deployment, '/api/events', { token, events }));
  if (receipt.accepted !== 1) throw new Error(`An event was refused: ${JSON.stringify(receipt)}`);
}

/** The directory is read at the start; until then nobody's events are counted. */
async function membersKnown(deployment: Deployment): Promise<void> {
  const token = deployment.tenant.tokens[0] ?? '';
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const receipt = eventsReceipt.parse(
      await ask(deployment, '/api/events', { token, events: [0] }),
    );
    if (receipt.refused[0]?.reason !== 'unknownPerson') return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The members of the programme did not become known.');
}

/** Calls the tenant's Graph answered. The delta that keeps the replica current goes on whoever looks. */
async function graphCalls({ tenant }: Deployment): Promise<number> {
  const response = await fetch(`${tenant.origin}/control/counters`);
  const { byPath } = (await response.json()) as { byPath: { path: string; calls: number }[] };
  return byPath
    .filter(({ path }) => !path.endsWith('/delta'))
    .reduce((sum, { calls }) => sum + calls, 0);
}

async function timed<Answer>(work: () => Promise<Answer>) {
  const startedAt = performance.now();
  const answer = await work();
  return { ms: performance.now() - startedAt, answer };
}

/** Asks the product as its owner, or sends events as the person of `token`. */
async function ask(
  { tenant, product }: Deployment,
  path: string,
  sent?: { readonly token: string; readonly events: readonly unknown[] },
): Promise<unknown> {
  const authorization = `Bearer ${sent?.token ?? tenant.ownerToken}`;
  const response = await fetch(
    `${product.origin}${path}`,
    sent === undefined
      ? { headers: { authorization } }
      : {
          method: 'POST',
          headers: { authorization, 'content-type': 'application/json' },
          body: JSON.stringify({ events: sent.events }),
        },
  );
  if (!response.ok)
    throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response.json();
}
