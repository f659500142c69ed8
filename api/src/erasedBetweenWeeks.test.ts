import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventsReceipt } from '@last-mile/shared/adoption';
import { addDays } from '@last-mile/shared/calendar';
import { createAdoptionStage, type AdoptionStage } from '../local-tenant/testing/adoptionStage';

/**
 * Who is erased goes on as somebody new, and what few people did in several weeks is told together once
 * they are five: whoever was erased in between is one of them, not two (docs/decisions/0056).
 */

const firstMonday = '2026-11-02';

let stage: AdoptionStage;
beforeEach(async () => {
  stage = await createAdoptionStage(`${firstMonday}T06:00:00Z`);
});
afterEach(() => stage.close());

async function asPerson(userId: string, path: string, body: object) {
  const token = await stage.tenant.entra.userToken(userId);
  const response = await stage.ask({ token }, path, body);
  expect(response.status).toBe(202);
  return (await response.json()) as unknown;
}

/** These people answer once each whether they had to redo it, on the Tuesday of a week. */
async function answer(week: number, people: readonly string[]): Promise<void> {
  const day = addDays(firstMonday, 7 * week + 1);
  stage.clock.at = new Date(`${day}T12:00:00Z`);
  await stage.product.members.run();
  for (const userId of people) {
    const given = { kind: 'redoAnswered', itemKey: randomUUID(), version: 1, redo: true };
    const event = { ...given, clientKey: randomUUID(), at: `${day}T09:00:00Z`, surface: 'teams' };
    const receipt = await asPerson(userId, '/api/events', { events: [event] });
    expect(eventsReceipt.parse(receipt).accepted).toBe(1);
  }
}

async function erase(userId: string): Promise<void> {
  await asPerson(userId, '/api/me/erasure', { clientKey: randomUUID() });
  await stage.product.app.erasures.resume();
  await stage.settle();
  await stage.product.app.erasures.resume();
  const [open] = await stage.database.query('SELECT FROM erasure WHERE done_at IS NULL');
  expect(open).toBeUndefined();
}

/** What is told of all answers once a week is closed. */
async function redoRate(week: number) {
  stage.clock.at = new Date(`${addDays(firstMonday, 7 * week + 10)}T12:00:00Z`);
  await stage.product.members.run();
  const isThere = async () => (await stage.dashboard()).trust.redoRate.state !== 'pending';
  await expect.poll(isThere, { interval: 20, timeout: 20_000 }).toBe(true);
  return (await stage.dashboard()).trust.redoRate;
}

const nothing = { state: 'notEnoughData' };
const toldOf = (n: number) => ({ state: 'known', value: 1, n });

test('somebody erased between two weeks of few people is one of them, so that four are not told as five', async () => {
  const [erased, second, third, fourth, fifth] = stage.colleagues;
  await answer(0, [erased!, second!]);
  await erase(erased!);
  await answer(1, [erased!, third!, fourth!]);
  expect(await redoRate(1)).toEqual(nothing);

  await answer(2, [fifth!]);
  expect(await redoRate(2)).toEqual(toldOf(6));
});

test('whoever is erased again and again is still one person', async () => {
  const [erased, ...others] = stage.colleagues;
  for (const week of [0, 1, 2, 3, 4]) {
    await answer(week, [erased!]);
    await erase(erased!);
    expect(await redoRate(week)).toEqual(nothing);
  }
  await answer(5, others.slice(0, 3));
  expect(await redoRate(5)).toEqual(nothing);
  // The week of five is told by itself; they are no company for what lies before it.
  await answer(6, others.slice(0, 5));
  expect(await redoRate(6)).toEqual(toldOf(5));
  await answer(7, [erased!, others[3]!]);
  expect(await redoRate(7)).toEqual(toldOf(5 + 5 + 3 + 2));
});

test('who has left for good counts as the person they were, erased or not', async () => {
  const [leaver, erased, third, fourth, fifth] = stage.colleagues;
  await answer(0, [leaver!, erased!]);
  await erase(erased!);
  stage.setMembers(stage.members.filter((userId) => userId !== leaver && userId !== erased));
  await answer(1, [third!, fourth!, fifth!]);
  expect(await redoRate(1)).toEqual(toldOf(5));
  await erase(leaver!);
  expect(await redoRate(1)).toEqual(toldOf(5));
});

test('what was told before an erasure is told after it', async () => {
  const [erased, second, third, fourth, fifth] = stage.colleagues;
  await answer(0, [erased!, second!]);
  await answer(1, [third!, fourth!, fifth!]);
  expect(await redoRate(1)).toEqual(toldOf(5));
  await erase(erased!);
  expect(await redoRate(1)).toEqual(toldOf(5));
  await answer(4, [erased!, second!]);
  expect(await redoRate(4)).toEqual(toldOf(5));
});
