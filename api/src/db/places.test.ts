import { expect, test } from 'vitest';
import { createPlaces } from './places';

test('as many work at once as there are places, in order, and one that fails keeps none', async () => {
  const place = createPlaces(2);
  const log: string[] = [];
  const ends = new Map<string, (failure?: Error) => void>();
  const work = (name: string) =>
    place(async () => {
      log.push(name);
      await new Promise<void>((resolve, reject) => {
        ends.set(name, (failure) => {
          if (failure) reject(failure);
          else resolve();
        });
      });
      return name;
    });
  const all = Promise.allSettled(['one', 'two', 'three', 'four'].map(work));
  await expect.poll(() => log).toEqual(['one', 'two']);
  ends.get('two')?.(new Error('broken'));
  await expect.poll(() => log).toEqual(['one', 'two', 'three']);
  ends.get('one')?.();
  await expect.poll(() => log).toEqual(['one', 'two', 'three', 'four']);
  ends.get('three')?.();
  ends.get('four')?.();
  expect((await all).map(({ status }) => status)).toEqual([
    ...['fulfilled', 'rejected', 'fulfilled', 'fulfilled'],
  ]);
  expect(await place(() => Promise.resolve('free again'))).toBe('free again');
});
