import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  erasureResponse,
  personalDataResponse,
  type ErasureResponse,
} from '@last-mile/shared/privacy';
import { createAdoptionStage, type AdoptionStage } from '../local-tenant/testing/adoptionStage';
import { everythingHeld, listsHeld } from '../local-tenant/testing/everythingHeld';
import { people } from '../local-tenant/testProduct';
import { keyFor } from './config';
import { createPersonDigest } from './features/adoption/facts/subjects';
import { testSecret } from '../local-tenant/testProduct';

/** Thursday of the programme's third week. */
const thursday = '2026-11-19T11:00:00Z';
const words = 'It invented a ruling of the tax court.';
const { carol } = people;
let stage: AdoptionStage;
beforeEach(async () => {
  stage = await createAdoptionStage('2026-11-02T08:00:00Z');
  setNow(thursday);
});
afterEach(() => stage.close());

const setNow = (at: string) => {
  stage.clock.at = new Date(at);
};

async function ask(userId: string, address: string, body?: object) {
  const token = await stage.tenant.entra.userToken(userId);
  const response = await stage.ask({ token }, address, body);
  return { status: response.status, answer: (await response.json()) as object };
}
async function done(userId: string, address: string, body?: object) {
  const { status, answer } = await ask(userId, address, body);
  expect([address, status < 300, answer]).toEqual([address, true, answer]);
  return answer;
}
async function asAdmin(address: string, body?: object) {
  const token = await stage.token('frank', { roles: ['Admin'] });
  const response = await stage.ask({ token }, address, body);
  return { status: response.status, answer: (await response.json()) as object };
}

const event = (day: string) => ({
  ...{ clientKey: randomUUID(), kind: 'promptCopied', itemKey: randomUUID(), version: 1 },
  ...{ surface: 'teams', at: `${day}T09:00:00Z` },
});
const use = (userId: string, ...days: string[]) =>
  done(userId, '/api/events', { events: days.map(event) });
const flag = (userId: string, named: boolean, clientKey = randomUUID()) =>
  done(userId, '/api/feedback', {
    ...{ clientKey, kind: 'flag', reason: 'wrong', reachedClient: false },
    ...{ about: { type: 'aiOutput' }, text: words, named, surface: 'teams' },
  });

const erase = async (userId: string, clientKey = randomUUID()): Promise<ErasureResponse> =>
  erasureResponse.parse(await done(userId, '/api/me/erasure', { clientKey }));
const stateOf = async (userId: string) =>
  erasureResponse.parse(await done(userId, '/api/me/erasure'));
async function finished(userId: string): Promise<void> {
  await stage.product.app.erasures.resume();
  await stage.settle();
  expect((await stateOf(userId)).erasure?.doneAt).toBe(stage.clock.at.toISOString());
}
/** How many subjects are members of the programme on a day. */
async function eligibleOn(day: string) {
  const [spans] = await stage.database.query<{ count: number }>(
    `SELECT count(*) AS count FROM membership_span
      WHERE programme_key = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2)`,
    [stage.programme.clientKey, day],
  );
  return spans?.count;
}
const held = async (userId: string) => {
  const { places } = personalDataResponse.parse(await done(userId, '/api/me/data'));
  return Object.fromEntries(places.map(({ place, records }) => [place, records.length]));
};

const digestOf = (purpose: Parameters<typeof keyFor>[1], userId: string) =>
  createPersonDigest(keyFor(testSecret, purpose))({
    ...{ tenantId: stage.tenant.tenantId, userId },
  }).toString('hex');

/** Something of nearly every kind. */
async function liveALittle(userId: string) {
  await use(userId, '2026-11-03', '2026-11-10', '2026-11-18');
  await done(userId, '/api/events', {
    events: [
      {
        ...{ clientKey: randomUUID(), kind: 'redoAnswered', at: '2026-11-10T10:00:00Z' },
        ...{ itemKey: randomUUID(), version: 1, surface: 'teams', redo: true },
      },
    ],
  });
  await flag(userId, true);
  await flag(userId, false);
  await done(userId, '/api/coaching/choice', { optedOut: true });
  await done(userId, '/api/saved-time', {
    ...{ clientKey: randomUUID(), month: '2026-11', use: 'learning' },
  });
  await stage.settle();
}

describe('what is held about a person', () => {
  test('is shown to themselves, place by place, with why and for how long, and nothing of others', async () => {
    await liveALittle(carol);
    await use(people.bob, '2026-11-10');
    await flag(people.bob, false);
    const answer = personalDataResponse.parse(await done(carol, '/api/me/data'));
    expect(await held(carol)).toEqual({
      ...{ Feedback: 2, SavedTime: 1 },
      ...{ usage_subject: 1, usage_event: 3, redo_answer: 1, subject_week: 3, subject_first: 1 },
      ...{ subject_redo_week: 1, membership_span: 1, feedback_receipt: 2, coaching_choice: 1 },
      outbox: 3,
    });
    const feedback = answer.places.find(({ place }) => place === 'Feedback');
    expect(feedback?.records.map(({ Words, Reporter }) => [Words, Reporter])).toEqual([
      [words, 'you'],
      [words, 'you'],
    ]);
    expect(feedback?.why).toMatch(/put right/);
    expect(feedback?.keptFor).toMatch(/730 days/);
    expect(JSON.stringify(answer)).not.toContain(people.bob);
  });

  test('is handed out to an admin, which is written down without the name', async () => {
    await liveALittle(carol);
    const found = await asAdmin('/api/people?q=carol');
    expect(found.answer).toEqual({
      people: [{ userId: carol, name: 'Carol Example', jobTitle: expect.anything() as unknown }],
    });
    const { answer } = await asAdmin('/api/people/data', { userId: carol });
    expect(personalDataResponse.parse(answer).places.length).toBeGreaterThan(5);
    const trail = await stage.database.query<{ actor: string; subject: string }>(
      `SELECT actor_id AS actor, subject FROM audit_trail WHERE action = 'privacy.exported'`,
    );
    expect(trail).toEqual([{ actor: people.frank, subject: digestOf('usage subjects', carol) }]);
  });

  test('is for nobody else', async () => {
    for (const name of ['alice', 'dora', 'carol'] as const) {
      const response = await stage.ask(name, '/api/people/data', { userId: carol });
      expect([name, response.status]).toEqual([name, 403]);
    }
  });
});

describe('an erasure', () => {
  test('leaves nothing that leads to the person, in no table and no list, and says what it did', async () => {
    await liveALittle(carol);
    await erase(carol);
    await finished(carol);
    const text = (await everythingHeld(stage)).toLowerCase();
    expect([text.includes(carol), text.includes(words.toLowerCase())]).toEqual([false, false]);
    for (const purpose of ['feedback reporters', 'saved time', 'workflow timings'] as const) {
      expect([purpose, text.includes(digestOf(purpose, carol))]).toEqual([purpose, false]);
    }
    // What remembers that it was done, and their own word against coaching, stay.
    expect(await held(carol)).toEqual({
      ...{ Erasures: 1, erased_subject: 1, erasure: 1, coaching_choice: 1 },
    });
    const { erasure } = await stateOf(carol);
    expect(erasure?.done).toContainEqual({
      ...{ place: 'Feedback', kind: 'feedback', act: 'emptied', records: 2 },
    });
    expect(erasure?.done).toContainEqual({
      ...{ place: 'usage_event', kind: 'use', act: 'unlinked', records: 3 },
    });
    const notes = stage.logged.join('\n');
    expect(notes).not.toContain(carol);
  });

  test('moves no figure, neither of closed weeks nor of the running one', async () => {
    await Promise.all(stage.members.slice(0, 9).map((userId) => use(userId, '2026-11-10')));
    await use(carol, '2026-11-18');
    await flag(carol, true);
    await stage.settle();
    const before = await stage.dashboard();
    await erase(carol);
    await finished(carol);
    await stage.product.members.run();
    const after = await stage.dashboard();
    expect({ ...after, asOf: null }).toEqual({ ...before, asOf: null });
    setNow('2026-11-26T11:00:00Z');
    expect(await eligibleOn('2026-11-22')).toBe(stage.members.length);
  });

  test('refuses what is told late of the time before, and counts from the next week on anew', async () => {
    await use(carol, '2026-11-10');
    await erase(carol);
    await finished(carol);
    await stage.product.members.run();
    const late = await done(carol, '/api/events', {
      events: [event('2026-11-17'), event('2026-11-19')],
    });
    expect(late).toEqual({
      ...{ accepted: 0, known: 0 },
      refused: [
        expect.objectContaining({ index: 0, reason: 'beforeErasure' }),
        expect.objectContaining({ index: 1, reason: 'beforeErasure' }),
      ],
    });
    setNow('2026-11-24T11:00:00Z');
    await stage.product.members.run();
    const next = await done(carol, '/api/events', {
      events: [event('2026-11-20'), event('2026-11-24')],
    });
    expect(next).toMatchObject({ accepted: 1, refused: [{ index: 0, reason: 'beforeErasure' }] });
    expect(await held(carol)).toMatchObject({ usage_event: 1, membership_span: 1 });
  });

  test('waits for SharePoint, goes on in another instance, and is done once', async () => {
    await liveALittle(carol);
    stage.tenant.faults.answer(503, { method: 'PATCH' });
    const clientKey = randomUUID();
    await erase(carol, clientKey);
    await stage.product.app.erasures.resume();
    expect((await stateOf(carol)).erasure?.doneAt).toBeNull();
    // Asked again, by the same key or another, it is the same one.
    expect((await erase(carol, clientKey)).erasure?.clientKey).toBe(clientKey);
    expect((await erase(carol)).erasure?.clientKey).toBe(clientKey);
    stage.tenant.faults.clear();
    const other = await stage.another();
    await Promise.all([other.app.erasures.resume(), stage.product.app.erasures.resume()]);
    await finished(carol);
    const trail = await stage.database.query(
      `SELECT FROM audit_trail WHERE action = 'privacy.erased'`,
    );
    expect(trail).toHaveLength(1);
    expect((await stateOf(carol)).erasure?.done).toContainEqual({
      ...{ place: 'Feedback', kind: 'feedback', act: 'emptied', records: 2 },
    });
  });

  test('that waits longer than a week moves no figure either: they count as before until it is done', async () => {
    await liveALittle(carol);
    stage.tenant.faults.answer(503, { method: 'PATCH' });
    const asked = await erase(carol);
    await stage.product.app.erasures.resume();
    setNow('2026-11-24T11:00:00Z');
    await stage.product.members.run();
    await Promise.all(stage.members.slice(0, 9).map((userId) => use(userId, '2026-11-24')));
    await use(carol, '2026-11-24');
    setNow('2026-12-03T11:00:00Z');
    await stage.product.members.run();
    const isThere = async () => (await stage.dashboard()).habit.state !== 'pending';
    await expect.poll(isThere, { interval: 20, timeout: 20_000 }).toBe(true);
    const before = await stage.dashboard();

    stage.tenant.faults.clear();
    await finished(carol);
    await stage.product.members.run();
    expect({ ...(await stage.dashboard()), asOf: null }).toEqual({ ...before, asOf: null });
    expect(await eligibleOn('2026-11-29')).toBe(stage.members.length);
    expect([asked, await stateOf(carol)].map(({ erasure }) => erasure?.countsFrom)).toEqual([
      ...['2026-11-23', '2026-12-07'],
    ]);
    const refused = [expect.objectContaining({ index: 0, reason: 'beforeErasure' }) as object];
    expect(await done(carol, '/api/events', { events: [event('2026-11-24')] })).toMatchObject({
      ...{ accepted: 0, refused },
    });
  });

  test('takes words that are on their way to SharePoint, and such as it refused', async () => {
    await flag(carol, true);
    await flag(carol, false);
    await stage.database.query(
      `UPDATE outbox SET state = 'parked', reason = 'too long', written_by = pg_current_xact_id()
        WHERE (list_name, client_key) IN
          (SELECT list_name, client_key FROM outbox WHERE list_name = 'Feedback' LIMIT 1)`,
    );
    await erase(carol);
    await finished(carol);
    const text = await everythingHeld(stage);
    expect([text.includes(words), text.toLowerCase().includes(carol)]).toEqual([false, false]);
  });

  test('is refused to who owns or sponsors a programme that runs', async () => {
    for (const userId of [people.alice, people.dora]) {
      expect(await ask(userId, '/api/me/erasure', { clientKey: randomUUID() })).toEqual({
        status: 409,
        answer: expect.objectContaining({ code: 'handOverFirst' }) as object,
      });
      expect((await stateOf(userId)).blockedBy).toHaveLength(1);
    }
  });

  test('of a deputy takes them out of the programme, and leaves the audit trail', async () => {
    await done(people.bob, '/api/programme/standards', {
      ...{ eTag: await eTagOfStandards(), required: ['goal'] },
    });
    await erase(people.bob);
    await finished(people.bob);
    const [programme] = (await stage.product.app.programmes.all()).filter(
      ({ clientKey }) => clientKey === stage.programme.clientKey,
    );
    expect(programme?.deputyIds).toEqual([]);
    expect(await held(people.bob)).toMatchObject({ audit_trail: 1 });
    expect((await listsHeld(stage)).includes(people.bob)).toBe(false);
  });

  test('by an admin is the same, under their name in the trail', async () => {
    await liveALittle(carol);
    const clientKey = randomUUID();
    const { status } = await asAdmin('/api/people/erasure', { clientKey, userId: carol });
    expect(status).toBe(202);
    await finished(carol);
    const other = await asAdmin('/api/people/erasure', { clientKey, userId: people.bob });
    expect(other).toMatchObject({ status: 409, answer: { code: 'keyReused' } });
    const trail = await stage.database.query<{ actor: string; details: object }>(
      `SELECT actor_id AS actor, details FROM audit_trail WHERE action = 'privacy.erasureAsked'`,
    );
    expect(trail).toEqual([{ actor: people.frank, details: { own: false } }]);
  });

  test('is done again where a database from before it is restored', async () => {
    await liveALittle(carol);
    const before = {
      links: await stage.database.query(`SELECT * FROM usage_subject WHERE person_digest = $1`, [
        Buffer.from(digestOf('usage subjects', carol), 'hex'),
      ]),
      receipts: await stage.database.query(`SELECT * FROM feedback_receipt`),
    };
    await erase(carol);
    await finished(carol);
    // As a backup has it: the link and the receipts are back, and nobody remembers an erasure.
    await stage.database.query('DELETE FROM erasure');
    await stage.database.query('DELETE FROM erased_subject');
    await stage.database.query('DELETE FROM usage_subject WHERE person_digest = $1', [
      Buffer.from(digestOf('usage subjects', carol), 'hex'),
    ]);
    await stage.database.query('DELETE FROM feedback_receipt');
    for (const [table, rows] of [
      ['usage_subject', before.links],
      ['feedback_receipt', before.receipts],
    ] as const) {
      await stage.database.query(
        `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1)`,
        [JSON.stringify(rows.map(hexed))],
      );
    }
    expect(await held(carol)).toMatchObject({ usage_event: 3, feedback_receipt: 2 });
    setNow('2026-11-20T11:00:00Z');
    // What came since stays: it is no part of what was erased.
    await flag(carol, true);
    await stage.settle();
    await stage.product.app.erasures.resume();
    await stage.settle();
    expect(await held(carol)).toEqual({
      Feedback: 1,
      ...{ Erasures: 1, erased_subject: 1, erasure: 1, coaching_choice: 1 },
    });
  });
});

const hexed = (row: object) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : (value as unknown),
    ]),
  );

async function eTagOfStandards() {
  const { eTag } = (await done(people.bob, '/api/programme/standards')) as { eTag: string };
  return eTag;
}
