import { screen, within } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import { libraryItem, libraryPage } from '../../../testing/library';
import { openTab, type Answer } from '../../../testing/openTab';
import { people } from '../../../testing/people';

// How long code takes to come that is fetched when it is opened is not asked here.
beforeAll(async () => {
  await Promise.all([import('../LibraryPage'), import('../LibraryDetail')]);
}, 60_000);

const item = libraryItem({ version: 4 });
const answering =
  (json: unknown): Answer =>
  () => ({ json });

function openAt(compared: string) {
  const approved = [4, 3, 2].map((version) => ({
    version,
    content: { ...item.content, body: `Write ${String(version)} lines.` },
    approvedAt: '2026-11-20T09:00:00Z',
    ...{ approvedBy: null, effect: null },
  }));
  openTab({
    me: people.member,
    at: `library/${item.clientKey}?compared=${compared}`,
    answers: {
      'GET /api/library': answering(libraryPage([item])),
      [`GET /api/library/${item.clientKey}`]: answering(item),
      [`GET /api/library/${item.clientKey}/versions`]: answering({ approved, history: null }),
    },
  });
}

const compared = (name: string) => screen.findByRole('region', { name });

test('a link opens an item at what changed from one version to a later one', async () => {
  openAt('2-3');
  const place = await compared('What changed from version 2 to version 3');
  expect(within(place).getByText('2', { selector: 'del' })).toBeTruthy();
  expect(within(place).getByText('3', { selector: 'ins' })).toBeTruthy();
  expect(document.activeElement).toBe(place);
});

test('a version that is not kept any more is said to be so', async () => {
  openAt('1-4');
  const place = await compared('What changed from version 1 to version 4');
  expect(within(place).getByText('One of these versions is not kept any more.')).toBeTruthy();
});
