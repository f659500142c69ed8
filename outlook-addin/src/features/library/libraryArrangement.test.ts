import type { LibraryContent, LibraryItem } from '@last-mile/shared/library';
import { expect, test } from 'vitest';
import { libraryItemOf } from '../../testing/paneFixture';
import { arrangeLibrary, type ArrangementQuery } from './libraryArrangement';

const item = (title: string, content: Partial<LibraryContent> = {}): LibraryItem =>
  libraryItemOf({
    purpose: '',
    subject: null,
    body: '<p>…</p>',
    jobFamilies: [],
    ...content,
    title,
  });

const task = crypto.randomUUID();

function arranged(items: readonly LibraryItem[], query: Partial<ArrangementQuery> = {}) {
  const groups = arrangeLibrary(items, {
    kind: 'template',
    search: '',
    jobFamily: 'advisory',
    taskKey: null,
    subject: '',
    usedLately: [],
    taskName: (key) => (key === task ? 'After a client meeting' : ''),
    ...query,
  });
  return Object.fromEntries(groups.map(({ id, items: found }) => [id, titles(found)]));
}
const titles = (items: readonly LibraryItem[]) => items.map(({ content }) => content.title);

test('my job family comes first, then everyone, then the others, each by title', () => {
  const items = [
    item('Zeta', { jobFamilies: ['advisory'] }),
    item('Other', { jobFamilies: ['audit'] }),
    item('All'),
    item('Alpha', { jobFamilies: ['audit', 'advisory'] }),
  ];
  expect(arranged(items)).toEqual({
    family: ['Alpha', 'Zeta'],
    everyone: ['All'],
    others: ['Other'],
  });
});

test('what was used last comes before the rest, up to three, and not while something is searched', () => {
  const [a, b, c, d, prompt] = [
    item('A'),
    item('B'),
    item('C'),
    item('D'),
    item('P', { kind: 'prompt' }),
  ];
  const keys = [d, prompt, b, d, c, a].map(({ clientKey }) => clientKey);
  expect(arranged([a, b, c, d, prompt], { usedLately: keys })).toEqual({
    lately: ['D', 'B', 'C'],
    everyone: ['A'],
  });
  expect(arranged([a, b], { usedLately: keys, search: 'b' })).toEqual({ everyone: ['B'] });
});

test('what fits the subject stands there, though it was used lately', () => {
  const [delay, other] = [item('Delay of delivery'), item('Other')];
  const usedLately = [delay, other].map(({ clientKey }) => clientKey);
  expect(arranged([delay, other], { usedLately, subject: 'Delay' })).toEqual({
    subject: ['Delay of delivery'],
    lately: ['Other'],
  });
});

test('drafts and the other kind are not shown', () => {
  const items: LibraryItem[] = [
    { ...item('Draft'), status: 'draft' },
    item('Prompt', { kind: 'prompt' }),
    item('Template'),
  ];
  expect(arranged(items)).toEqual({ everyone: ['Template'] });
});

test('the subject of the message brings up to three that share telling words with it', () => {
  const items = [
    item('Follow-up', { taskKey: task }),
    item('Meeting agenda'),
    item('Delay of delivery'),
    item('Delivery note', { tags: ['delivery', 'Kunde'] }),
    item('Late delivery apology', { subject: 'Delivery' }),
    item('Delivery problem'),
    item('Fee note'),
  ];
  const groups = arranged(items, { subject: 'RE: Question about your delivery' });
  expect(groups['subject']).toHaveLength(3);
  expect(groups['subject']).toEqual(expect.arrayContaining(['Delay of delivery']));
  expect(groups['everyone']).toHaveLength(4);
  // Words that stand in every other subject bring nothing.
  expect(arranged(items, { subject: 'Re: Question, please' })['subject']).toBeUndefined();
});

test('a task counts towards the subject, and the own job family breaks a tie', () => {
  const items = [
    item('A', { taskKey: task, jobFamilies: ['audit'] }),
    item('B', { taskKey: task, jobFamilies: ['advisory'] }),
  ];
  expect(arranged(items, { subject: 'Our client visit' })['subject']).toEqual(['B', 'A']);
});

test('every word is searched in all of an item, without regard to case and accents, titles first', () => {
  const items = [
    item('Brief', { body: '<p>Ein résumé des Gesprächs</p>' }),
    item('Résumé'),
    item('Unrelated'),
  ];
  expect(arranged(items, { search: 'RESUME' })).toEqual({ everyone: ['Résumé', 'Brief'] });
  expect(arranged(items, { search: 'resume gesprachs' })).toEqual({ everyone: ['Brief'] });
  expect(arranged(items, { search: 'strong' })).toEqual({});
});

test('a task narrows to what serves it', () => {
  expect(arranged([item('A', { taskKey: task }), item('B')], { taskKey: task })).toEqual({
    everyone: ['A'],
  });
});
