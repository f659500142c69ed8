import type { LibraryItem } from '@last-mile/shared/library';
import { expect, test } from 'vitest';
import { libraryItemOf } from '../../testing/paneFixture';
import { createItemSearch } from './itemSearch';
import { arrangeLibrary } from './libraryArrangement';

const task = {
  ...{ clientKey: crypto.randomUUID(), task: 'After a client meeting', jobFamily: 'advisory' },
  ...{ purpose: '', steps: [] },
};
const item = (title: string, more: Partial<LibraryItem['content']> = {}): LibraryItem =>
  libraryItemOf({ purpose: '', subject: null, body: '<p>…</p>', jobFamilies: [], ...more, title });

function titlesFor(search: string, items: readonly LibraryItem[]): string[] {
  const find = createItemSearch({ items: [...items], workflows: [task] });
  const groups = arrangeLibrary(items, {
    ...{ kind: 'template', search, found: find(search), jobFamily: null, taskKey: null },
    ...{ message: null, languages: ['en'], usedLately: [], taskName: () => '' },
  });
  return groups.flatMap(({ items: found }) => found.map(({ content }) => content.title));
}

test.each([
  ['a letter swapped', 'Dealy of a project'],
  ['another form of the word', 'delays project'],
  ['another letter case', 'DELAY'],
  ['an umlaut written out', 'fuer'],
  ['the name of its task', 'after meeting'],
])('an item is found in spite of, or by, %s', (_, typed) => {
  const delay = item('Delay of the project für Kunden', { taskKey: task.clientKey });
  expect(titlesFor(typed, [item('Something else'), delay])).toEqual([
    'Delay of the project für Kunden',
  ]);
});

test('what fits better stands first', () => {
  const inBody = item('A letter', { body: '<p>About the delay</p>' });
  expect(titlesFor('delay', [inBody, item('Z delay')])).toEqual(['Z delay', 'A letter']);
});

test('letters inside a word are found where no word is', () => {
  expect(titlesFor('pda', [item('Client update'), item('Letter')])).toEqual(['Client update']);
});
