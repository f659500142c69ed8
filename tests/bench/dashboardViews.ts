import { randomUUID } from 'node:crypto';
import {
  dashboardResponse,
  eventsReceipt,
  type DashboardResponse,
} from '@last-mile/shared/adoption';
import { addDays } from '@last-mile/shared/calendar';
import type { Database } from '../../api/src/db/database';
import type { Deployment } from '../setup/deployment';
import { answerColumns, draftColumns, factColumns, type DuckDb } from './duckDb';
import { rawCount, refuseOther, totalsOfAnswer, totalsOfRows, type WeekTotal } from './rawCount';

/** What is asked in turn with the dashboard, each for the same weeks. */
interface Peers {
  readonly database: Database;
  readonly duckDb: DuckDb;
  readonly programmeKey: string;
}

/** Milliseconds each view took, and the same weeks counted from the raw events by either peer. */
export interface ViewTimes {
  readonly product: readonly number[];
  readonly sql: readonly number[];
  readonly duckDb: readonly number[];
}

/**
 * Each view comes after an event that changes what it shows: none is answered from what was kept.
 * Every `peersEvery`-th time both peers count too, and all three must agree.
 */
export async function viewsInTurn(
  deployment: Deployment,
  { database, duckDb, programmeKey }: Peers,
  { views, peersEvery }: { readonly views: number; readonly peersEvery: number },
): Promise<ViewTimes> {
  const weeks = weeksOver(await view(deployment));
  const lastWeek = weeks.at(-1);
  if (lastWeek === undefined) throw new Error('The programme has no week to show.');
  const question = rawCount(programmeKey, weeks);
  const times = { product: [] as number[], sql: [] as number[], duckDb: [] as number[] };
  const sent: string[] = [];
  for (let at = 0; at < views; at += 1) {
    sent.push(await countOne(deployment, at, lastWeek));
    const { ms, answer } = await timed(() => view(deployment));
    times.product.push(ms);
    if (at % peersEvery > 0) continue;
    await takeNew(duckDb, sent.splice(0));
    const plain = await timed(() => database.query<WeekTotal>(question));
    const duck = await timed(() => duckDb.query<WeekTotal>(question));
    times.sql.push(plain.ms);
    times.duckDb.push(duck.ms);
    refuseOther(totalsOfAnswer(answer), totalsOfRows(plain.answer));
    refuseOther(totalsOfAnswer(answer), totalsOfRows(duck.answer));
  }
  return times;
}

/** The Mondays of the weeks that are over. */
export const weeksOver = ({ weeks }: DashboardResponse) =>
  weeks.filter(({ state }) => state !== 'running').map(({ startsOn }) => startsOn);

/** The dashboard as the programme's owner sees it. */
export const view = async (deployment: Deployment) =>
  dashboardResponse.parse(await ask(deployment, '/api/adoption/dashboard'));

/** All facts and memberships that PostgreSQL has. */
export async function takeAll(duckDb: DuckDb): Promise<void> {
  await duckDb.take('usage_event', `SELECT ${factColumns} FROM usage_event`);
  await duckDb.take('draft_observation', `SELECT ${draftColumns} FROM draft_observation`);
  await duckDb.take('redo_answer', `SELECT ${answerColumns} FROM redo_answer`);
  await duckDb.take('held_fact', 'SELECT subject_id, week, fact, client_key FROM held_fact');
  await duckDb.take(
    'membership_span',
    `SELECT programme_key, subject_id, department, job_family, valid_from, valid_to
       FROM membership_span`,
  );
}

/** These events, and which of all wait for company by now. */
export async function takeNew(duckDb: DuckDb, clientKeys: readonly string[]): Promise<void> {
  const keys = clientKeys.map((key) => `'${key}'`).join(', ');
  await duckDb.take(
    'usage_event',
    `SELECT ${factColumns} FROM usage_event WHERE client_key IN (${keys})`,
  );
  await duckDb.run('DELETE FROM held_fact');
  await duckDb.take('held_fact', 'SELECT subject_id, week, fact, client_key FROM held_fact');
}

/** A member's use of a new item in a week that is over: its counts and the library's go stale. Answers its key. */
export async function countOne(
  deployment: Deployment,
  member: number,
  monday: string,
): Promise<string> {
  const clientKey = randomUUID();
  const events = [
    {
      ...{ clientKey, kind: 'promptCopied', at: `${addDays(monday, 2)}T10:00:00Z` },
      ...{ itemKey: randomUUID(), version: 1, surface: 'teams' },
    },
  ];
  const { members } = deployment.tenant;
  const { token = '' } = members[member % members.length] ?? {};
  const receipt = eventsReceipt.parse(await ask(deployment, '/api/events', { token, events }));
  if (receipt.accepted !== 1) throw new Error(`An event was refused: ${JSON.stringify(receipt)}`);
  return clientKey;
}

/** The directory is read at the start; until then nobody's events are counted. */
export async function membersKnown(deployment: Deployment): Promise<void> {
  const { token = '' } = deployment.tenant.members[0] ?? {};
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const receipt = eventsReceipt.parse(
      await ask(deployment, '/api/events', { token, events: [0] }),
    );
    if (receipt.refused[0]?.reason !== 'unknownPerson') return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The members of the programme did not become known.');
}

export async function timed<Answer>(work: () => Promise<Answer>) {
  const startedAt = performance.now();
  const answer = await work();
  return { ms: performance.now() - startedAt, answer };
}

/** Asks the product as its owner, or sends events as the person of `token`. */
export async function ask(
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
