import { expect, test } from 'vitest';
import { createKeptByVersion } from './keptByVersion';

test('is worked out once for each version, also for those who ask meanwhile', async () => {
  const keep = createKeptByVersion<number>();
  let times = 0;
  const workOut = () => Promise.resolve(++times);
  expect(await Promise.all([keep('a', '1', workOut), keep('a', '1', workOut)])).toEqual([1, 1]);
  expect(await keep('a', '2', workOut)).toBe(2);
  expect(await keep('b', '2', workOut)).toBe(3);
  expect(await keep('a', '2', workOut)).toBe(2);
});

test('a failure is not kept', async () => {
  const keep = createKeptByVersion<number>();
  await expect(keep('a', '1', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await keep('a', '1', () => Promise.resolve(5))).toBe(5);
});
