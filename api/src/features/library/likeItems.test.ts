import type { LibraryItem } from '@last-mile/shared/library';
import { expect, test } from 'vitest';
import { createLikeItems } from './likeItems';

const items = Array.from(
  { length: 200 },
  (_, at) =>
    ({
      clientKey: `item-${at}`,
      content: { title: `Item ${at}`, body: `Write to client ${at} about their ${at * 7} papers.` },
    }) as LibraryItem,
);

test('others have their turn between any two texts that are read, the first time too', async () => {
  const likeItems = createLikeItems();
  let turns = 0;
  let isReady = false;
  const takeTurn = () => {
    turns += 1;
    if (!isReady) setImmediate(takeTurn);
  };
  setImmediate(takeTurn);
  const text = 'Write to client 150 about their 1050 papers';
  const { alike } = await likeItems(items, { rows: [{ row: 2, text }] });
  isReady = true;
  expect(alike).toEqual([{ row: 2, clientKey: 'item-150', title: 'Item 150', likeness: 1 }]);
  expect(turns).toBeGreaterThanOrEqual(items.length);
});

test('who asks at the same moment gets the same answer', async () => {
  const likeItems = createLikeItems();
  const rows = [{ row: 1, text: 'Write to client 3 about their 21 papers.' }];
  const [one, other] = await Promise.all([likeItems(items, { rows }), likeItems(items, { rows })]);
  expect(one).toEqual(other);
  expect(one.alike.map(({ title }) => title)).toEqual(['Item 3']);
});
