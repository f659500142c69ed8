import { describe, expect, test } from 'vitest';
import { Unavailable } from '../http/refusals';
import { createAccounts } from './accounts';
import { createNames } from './names';
import { rememberAnswers } from './rememberedAnswers';

function createStage<Value>(answer: () => Value) {
  const stage = { now: 0, asked: 0, away: false };
  const ask = () => {
    stage.asked += 1;
    return stage.away ? Promise.reject(new Error('away')) : Promise.resolve(answer());
  };
  return Object.assign(stage, { ask, clock: () => stage.now });
}

describe('remembered answers', () => {
  const remembering = (stage: ReturnType<typeof createStage<number>>) =>
    rememberAnswers({
      ask: stage.ask,
      freshForMs: 100,
      holdsForMs: 1_000,
      limit: 10,
      now: stage.clock,
    });

  test('are asked for once while they are fresh, also by many at once', async () => {
    const stage = createStage(() => 7);
    const answer = remembering(stage);
    expect(await Promise.all([answer('a'), answer('a'), answer('a')])).toEqual([7, 7, 7]);
    stage.now = 99;
    await answer('a');
    expect(stage.asked).toBe(1);
    stage.now = 100;
    await answer('a');
    expect(stage.asked).toBe(2);
  });

  test('are not waited for long while an old one holds', async () => {
    const stage = createStage(() => 7);
    const slow: { answer?: (value: number) => void } = {};
    let first = true;
    const answer = rememberAnswers({
      ask: () => {
        stage.asked += 1;
        if (first) {
          first = false;
          return Promise.resolve(1);
        }
        return new Promise<number>((resolve) => {
          slow.answer = resolve;
        });
      },
      freshForMs: 100,
      holdsForMs: 100_000,
      limit: 10,
      now: stage.clock,
    });
    await answer('a');
    stage.now = 100;
    expect(await answer('a')).toBe(1);
    expect(await answer('a')).toBe(1);
    expect(stage.asked).toBe(2);
    slow.answer?.(2);
    await expect.poll(() => answer('a')).toBe(2);
  });

  test('hold a while longer when asking fails, and then no more', async () => {
    const stage = createStage(() => 7);
    const answer = remembering(stage);
    await answer('a');
    Object.assign(stage, { away: true, now: 999 });
    expect(await answer('a')).toBe(7);
    stage.now = 1_000;
    await expect(answer('a')).rejects.toThrow('away');
    await expect(answer('b')).rejects.toThrow('away');
  });
});

describe('an account', () => {
  const minute = 60_000;

  test('that is disabled is noticed within five minutes', async () => {
    let enabled = true;
    const stage = createStage(() => enabled);
    const mayStillAct = createAccounts({ isEnabled: stage.ask }, stage.clock);
    expect(await mayStillAct('alice')).toBe(true);
    enabled = false;
    stage.now = 5 * minute - 1;
    expect(await mayStillAct('alice')).toBe(true);
    stage.now = 5 * minute;
    expect(await mayStillAct('alice')).toBe(false);
  });

  test('goes on for an hour while the directory is away, then is told to wait', async () => {
    const stage = createStage(() => true);
    const mayStillAct = createAccounts({ isEnabled: stage.ask }, stage.clock);
    await mayStillAct('alice');
    Object.assign(stage, { away: true, now: 59 * minute });
    expect(await mayStillAct('alice')).toBe(true);
    stage.now = 60 * minute;
    await expect(mayStillAct('alice')).rejects.toBeInstanceOf(Unavailable);
  });
});

describe('names', () => {
  test('are looked up many at a time and kept; who is unknown is absent', async () => {
    const stage = createStage(() => new Map([['a', 'Alice']]));
    const names = createNames({ displayNames: stage.ask }, stage.clock);
    expect(await names.of(['a', 'gone', 'a'])).toEqual(new Map([['a', 'Alice']]));
    await names.of(['gone', 'a']);
    expect(stage.asked).toBe(1);
  });

  test('never fail: an outage shows the last known ones and is not asked about by everyone', async () => {
    const stage = createStage(() => new Map([['a', 'Alice']]));
    const names = createNames({ displayNames: stage.ask }, stage.clock);
    await names.of(['a']);
    Object.assign(stage, { away: true, now: 2 * 60 * 60_000 });
    expect(await names.of(['a', 'b'])).toEqual(new Map([['a', 'Alice']]));
    await names.of(['a', 'b', 'c']);
    expect(stage.asked).toBe(2);
  });
});
