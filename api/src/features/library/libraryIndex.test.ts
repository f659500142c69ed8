import type { Programme } from '@last-mile/shared/programme';
import { expect, test } from 'vitest';
import type { StoredItem } from '../../sync/storedItem';
import { createLibraryIndex, type LibraryIndexDependencies } from './libraryIndex';

const programme = { clientKey: 'p', timeZone: 'UTC' } as Programme;

/** An index over a list whose readings end when the test says so. */
function indexOverSlowList() {
  const readings: { end: (items: readonly StoredItem[]) => void; fail: (why: Error) => void }[] =
    [];
  let version = 1;
  const dependencies = {
    list: {
      version: () => version,
      all: () =>
        new Promise<readonly StoredItem[]>((end, fail) => {
          readings.push({ end, fail });
        }),
    },
    seals: { version: () => 1, latest: () => Promise.resolve(new Map()) },
    names: { of: () => Promise.resolve(new Map()) },
    database: { query: () => Promise.resolve([]) },
    sharing: {
      of: () => Promise.resolve([]),
      tagNamesOf: () => Promise.resolve([]),
      tasksOf: () => Promise.resolve(new Map()),
      version: () => '1',
    },
    now: () => new Date('2026-11-26T09:00:00Z'),
  } as unknown as LibraryIndexDependencies;
  return { index: createLibraryIndex(dependencies), readings, change: () => (version += 1) };
}

test('a reading that fails late takes nothing from the newer one, which is not read again', async () => {
  const { index, readings, change } = indexOverSlowList();
  const older = index.of(programme);
  change();
  const newer = index.of(programme);
  readings[0]?.fail(new Error('The database is away'));
  await expect(older).rejects.toThrow('away');
  expect(index.of(programme)).toBe(newer);
  readings[1]?.end([]);
  expect((await newer).forChampions.items).toEqual([]);
});

test('a reading that failed is tried again by the next who asks', async () => {
  const { index, readings } = indexOverSlowList();
  const failed = index.of(programme);
  readings[0]?.fail(new Error('The database is away'));
  await expect(failed).rejects.toThrow('away');
  const again = index.of(programme);
  readings[1]?.end([]);
  expect((await again).forMembers.items).toEqual([]);
});
