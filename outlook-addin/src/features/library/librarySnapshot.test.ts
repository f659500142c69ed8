import type { PaneClient } from '@last-mile/shared/client';
import { ApiProblem } from '@last-mile/shared/client';
import { noFacets, type LibraryItem } from '@last-mile/shared/library';
import { describe, expect, test } from 'vitest';
import { libraryItemOf, meetingTask, person } from '../../testing/paneFixture';
import { fetchSnapshot } from './librarySnapshot';
import { createSnapshotStore } from './snapshotStore';

const now = () => new Date('2026-11-23T10:00:00Z');

/** An API whose library has these pages. */
function apiOf(pages: readonly (readonly LibraryItem[])[], me = person()) {
  const asked: unknown[] = [];
  const client: Pick<PaneClient, 'me' | 'library' | 'workflows'> = {
    me: async () => me,
    workflows: async () => ({ workflows: [meetingTask] }),
    library: async (query) => {
      asked.push(query);
      const at = Number(query?.cursor ?? 0);
      return {
        items: [...(pages[at] ?? [])],
        total: pages.flat().length,
        cursor: at + 1 < pages.length ? String(at + 1) : null,
        words: [],
        facets: noFacets,
        asOf: at === 0 ? '2026-11-23T09:59:00Z' : null,
      };
    },
  };
  return { client, asked };
}

describe('the snapshot', () => {
  test('has every page of what is published, once each', async () => {
    const [a, b] = [libraryItemOf(), libraryItemOf()];
    const { client, asked } = apiOf([[a], [a, b]]);
    const snapshot = await fetchSnapshot(client, now);
    expect(snapshot.items).toEqual([a, b]);
    expect(snapshot.asOf).toBe('2026-11-23T09:59:00Z');
    expect(asked).toEqual([{ status: 'published' }, { status: 'published', cursor: '1' }]);
  });

  test('stops at a thousand items and still tells how many there are', async () => {
    const page = () => Array.from({ length: 500 }, () => libraryItemOf());
    const { client } = apiOf([page(), page(), page()]);
    const snapshot = await fetchSnapshot(client, now);
    expect(snapshot.items).toHaveLength(1000);
    expect(snapshot.total).toBe(1500);
  });

  test('is asked for at once, not one part after the other', async () => {
    const { client, asked } = apiOf([[]]);
    client.me = () => new Promise(() => undefined);
    void fetchSnapshot(client, now);
    await Promise.resolve();
    expect(asked).toEqual([{ status: 'published' }]);
  });

  test('of a person in no programme is empty, even where the library is refused', async () => {
    const { client } = apiOf([], person({ programme: null, standing: null }));
    client.library = () =>
      Promise.reject(new ApiProblem(403, { code: 'noProgramme', message: 'No.' }));
    expect(await fetchSnapshot(client, now)).toMatchObject({ items: [], workflows: [] });
  });

  test('is not made when a part of it failed', async () => {
    const { client } = apiOf([[]]);
    client.workflows = () => Promise.reject(new ApiProblem(503, { code: 'away', message: 'No.' }));
    await expect(fetchSnapshot(client, now)).rejects.toBeInstanceOf(ApiProblem);
  });
});

describe('what the device keeps', () => {
  test('is read back for its account only', async () => {
    const store = createSnapshotStore(indexedDB);
    const snapshot = await fetchSnapshot(apiOf([[libraryItemOf()]]).client, now);
    await store.write('tenant.kept', snapshot);
    expect(await store.read('tenant.kept')).toEqual(snapshot);
    expect(await store.read('tenant.other')).toBeNull();
  });

  test('of an older form counts as nothing', async () => {
    const store = createSnapshotStore(indexedDB);
    const snapshot = await fetchSnapshot(apiOf([[libraryItemOf()]]).client, now);
    await store.write('tenant.old', { ...snapshot, asOf: 'yesterday' });
    expect(await store.read('tenant.old')).toBeNull();
  });

  test('is nothing where the browser keeps nothing, and nobody is troubled', async () => {
    const store = createSnapshotStore(undefined);
    await store.write('a', await fetchSnapshot(apiOf([[]]).client, now));
    expect(await store.read('a')).toBeNull();
  });
});
