import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paragraphFate, paragraphHeatOf } from '@last-mile/shared/adoption';
import type { Programme } from '@last-mile/shared/programme';
import { createTestDatabase, type TestDatabase } from '../../../db/testDatabase';
import type { AppEnv } from '../../../http/appEnv';
import { answerProblem } from '../../../http/errors';
import { closedWeeks, history, itemKeys, live, now, timeZone } from '../rollUps/randomHistory';
import { createParagraphHeat } from './paragraphHeat';
import { paragraphHeatRoutes } from './paragraphHeatRoutes';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.end());

const sentVersion = fc.record({
  version: fc.constantFrom(1, 2),
  paragraphs: fc.array(fc.constantFrom(...paragraphFate.options), { maxLength: 3 }),
});

/** Histories in which drafts were made with two versions, and their paragraphs counted. */
const countedHistory = fc
  .tuple(history, fc.array(sentVersion, { minLength: 20, maxLength: 20 }))
  .map(([steps, versions]) =>
    steps.map((step) => {
      if (step.type !== 'events') return step;
      const events = step.events.map((event, index) => {
        const { what } = event;
        if (what.kind !== 'draftSent' || what.template === null) return event;
        const template = { ...what.template, ...versions[index % versions.length] };
        return { ...event, what: { ...what, template } };
      });
      return { ...step, events };
    }),
  );

test('the heat map equals its definition, whatever arrives late, twice or out of order', async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(countedHistory, async (steps) => {
      const { programmeKey, drafts, membership } = await live(database, steps, () =>
        Promise.resolve(),
      );
      const heatOf = createParagraphHeat(database, () => now, 2);
      const measured = { membership, lastTwelve: closedWeeks.slice(-12), timeZone };
      for (const version of [1, 2].flatMap((number) =>
        itemKeys.map((itemKey) => ({ itemKey, version: number })),
      )) {
        const heat = await heatOf({ clientKey: programmeKey, timeZone }, version);
        expect(heat).toEqual(paragraphHeatOf(drafts, version, { ...measured, smallestGroup: 2 }));
        if (heat.state === 'known') told += 1;
      }
    }),
    // Few of these histories have a template that enough people sent.
    { numRuns: 40 },
  );
  expect(told).toBeGreaterThan(0);
}, 120_000);

/** A Thursday: the week from 16 November has just closed. */
const thursday = new Date('2026-11-26T11:00:00Z');
const [closed, running] = ['2026-11-16', '2026-11-23'];
const programme = { clientKey: randomUUID(), timeZone } as Programme;

const askedAt = (at: Date) =>
  new Hono<AppEnv>()
    .use(async (c, next) => {
      c.set('programme', programme);
      await next();
    })
    .route('/api/adoption/items', paragraphHeatRoutes(createParagraphHeat(database, () => at)))
    .onError(answerProblem());

async function ask(itemKey: string, at = thursday, version = '3'): Promise<unknown> {
  const path = `/api/adoption/items/${itemKey}/paragraphs?version=${version}`;
  return (await askedAt(at).request(path)).json();
}

async function join(): Promise<string> {
  const subject = randomUUID();
  await database.query(
    `INSERT INTO membership_span (programme_key, subject_id, department, valid_from)
     VALUES ($1, $2, 'Tax', '2026-06-01')`,
    [programme.clientKey, subject],
  );
  return subject;
}

async function send(itemKey: string, subject: string, week = closed) {
  await database.query(
    `INSERT INTO draft_observation (client_key, subject_id, at, week, item_key, version, paragraphs)
     VALUES ($1, $2, $3::date, $3, $4, 3, ARRAY['kept', 'deleted'])`,
    [randomUUID(), subject, week, itemKey],
  );
}

const notEnoughData = { smallestGroup: 5, heat: { state: 'notEnoughData' } };
const ofDrafts = (drafts: number, weeks: number) => ({
  smallestGroup: 5,
  heat: {
    ...{ state: 'known', drafts, weeks },
    paragraphs: [
      { kept: drafts, rewritten: 0, deleted: 0 },
      { kept: 0, rewritten: 0, deleted: drafts },
    ],
  },
});

test('a week is told of five people or not at all, and stays as it was first told', async () => {
  const people = await Promise.all(Array.from({ length: 6 }, join));
  const [itemKey, other] = [randomUUID(), randomUUID()];
  for (const subject of people.slice(0, 5)) await send(itemKey, subject);
  for (const subject of people) await send(itemKey, subject, running);
  await send(other, people[0]!, running);

  expect(await ask(itemKey)).toEqual(ofDrafts(5, 1));
  expect(await ask(itemKey, thursday, '4')).toEqual(notEnoughData);
  expect(await ask(other)).toEqual(notEnoughData);

  await send(itemKey, people[5]!);
  expect(await ask(itemKey)).toEqual(ofDrafts(5, 1));

  // In the week after it one person sent the other template: with all of it, theirs could be told.
  const weekLater = new Date('2026-12-03T11:00:00Z');
  expect(await ask(itemKey, weekLater)).toEqual(ofDrafts(5, 1));
});

test('a version that is no number is refused', async () => {
  const path = `/api/adoption/items/${randomUUID()}/paragraphs?version=latest`;
  expect((await askedAt(thursday).request(path)).status).toBe(400);
});
