import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../db/testDatabase';
import { createKeptWindows, outdateWindows, type KeptWindows, type Window } from './keptWindows';

let database: TestDatabase;
let windows: KeptWindows;
let window: Window;
/** Every time figures are worked out they are one more; a test may have them wait. */
let timesWorkedOut: number;
let gate: Promise<unknown>;
let errors: unknown[];

/** However slow the machine is. */
const patientMs = 60_000;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.end());
beforeEach(() => {
  errors = [];
  windows = createKeptWindows(database, 5, (error) => errors.push(error), patientMs);
  window = {
    ...{ programmeKey: randomUUID(), until: '2026-11-09', about: 'everybody' },
    restsOn: { startsOn: '2026-09-07' },
  };
  timesWorkedOut = 0;
  gate = Promise.resolve();
});

async function workOut() {
  timesWorkedOut += 1;
  const figures = { times: timesWorkedOut };
  await gate;
  return figures;
}
const look = (at = window) => windows.atOnce(at, workOut);
const change = (since: string) =>
  database.transaction((tx) => outdateWindows(tx, window.programmeKey, since));

/** Holds what is worked out from now on until it is called. */
function hold(): () => void {
  let letGo: () => void = () => undefined;
  gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return letGo;
}

test('figures are worked out once, whoever looks', async () => {
  expect(await look()).toEqual({ times: 1 });
  expect(await look()).toEqual({ times: 1 });
  windows = createKeptWindows(database, 5, (error) => errors.push(error), patientMs);
  expect(await look()).toEqual({ times: 1 });
});

test('nobody waits while changed ones are worked out again, and everybody is told', async () => {
  let told = 0;
  const stop = await database.listen('usage_changed', () => (told += 1));
  await look();
  await change('2026-11-02');
  const letGo = hold();
  expect(await look()).toEqual({ times: 1 });
  expect(await look()).toEqual({ times: 1 });
  expect(told).toBe(0);
  letGo();
  await expect.poll(look).toEqual({ times: 2 });
  await expect.poll(() => told).toBe(1);
  await stop();
});

test('a change of later weeks leaves a window as it is', async () => {
  await look();
  await change('2026-11-16');
  await look();
  expect(timesWorkedOut).toBe(1);
});

test('a change that comes while they are worked out is not lost', async () => {
  await look();
  await change('2026-11-02');
  const letGo = hold();
  await look();
  await expect.poll(() => timesWorkedOut).toBe(2);
  await change('2026-11-09');
  letGo();
  await expect.poll(look).toEqual({ times: 3 });
});

test('figures that rest on other settings are worked out before they are answered', async () => {
  await look();
  expect(await look({ ...window, restsOn: { startsOn: '2026-09-14' } })).toEqual({ times: 2 });
});

test('what could not be worked out again is heard of, and tried at the next look', async () => {
  await look();
  await change('2026-11-02');
  gate = Promise.reject(new Error('away'));
  gate.catch(() => undefined);
  expect(await look()).toEqual({ times: 1 });
  await expect.poll(() => errors).toEqual([new Error('away')]);
  gate = Promise.resolve();
  await expect.poll(look).toEqual({ times: 3 });
});

test('what was not worked out yet is pending: nobody waits for it, and everybody is told', async () => {
  windows = createKeptWindows(database, 5, (error) => errors.push(error), 0);
  let told = 0;
  const stop = await database.listen('usage_changed', () => (told += 1));
  const letGo = hold();
  expect(await look()).toBe('pending');
  expect(await look()).toBe('pending');
  letGo();
  await expect.poll(() => told).toBe(1);
  expect(await look()).toEqual({ times: 1 });
  await stop();
});

test('what is done ahead is there when somebody looks', async () => {
  windows = createKeptWindows(database, 5, (error) => errors.push(error), 0);
  expect(await windows.ahead(window, workOut)).toEqual({ times: 1 });
  expect(await look()).toEqual({ times: 1 });
  await change('2026-11-02');
  expect(await windows.ahead(window, workOut)).toEqual({ times: 2 });
  expect(await look()).toEqual({ times: 2 });
});

test('what could not be worked out while it was pending is heard of, and tried at the next look', async () => {
  windows = createKeptWindows(database, 5, (error) => errors.push(error), 0);
  let fail: (error: Error) => void = () => undefined;
  gate = new Promise((_resolve, reject) => {
    fail = reject;
  });
  gate.catch(() => undefined);
  expect(await look()).toBe('pending');
  fail(new Error('away'));
  await expect.poll(() => errors).toEqual([new Error('away')]);
  gate = Promise.resolve();
  await expect.poll(look).toEqual({ times: 2 });
});

test('what takes longer than a moment to work out again is left alone for a while', async () => {
  windows = createKeptWindows(database, 5, (error) => errors.push(error), 0);
  gate = new Promise((resolve) => setTimeout(resolve, 200));
  await windows.ahead(window, workOut);
  await change('2026-11-02');
  expect(await look()).toEqual({ times: 1 });
  expect(timesWorkedOut).toBe(1);
  await expect.poll(look, { timeout: 10_000 }).toEqual({ times: 2 });
});
