import type { LibraryContent, LibraryItem } from '@last-mile/shared/library';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { libraryItemOf } from '../../testing/paneFixture';
import { arrangeLibrary, type ArrangementQuery } from './libraryArrangement';
import { fitOf, type FitQuery } from './messageFit';

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

const about = (subject: string, part: Partial<FitQuery['message']> = {}): FitQuery['message'] => ({
  subject,
  to: [],
  sender: { displayName: 'Ben Okoro', emailAddress: 'ben@brightwater.example' },
  composing: 'new',
  ...part,
});

const groupsOf = (items: readonly LibraryItem[], query: Partial<ArrangementQuery> = {}) =>
  arrangeLibrary(items, {
    kind: 'template',
    search: '',
    jobFamily: 'advisory',
    taskKey: null,
    message: null,
    languages: ['en'],
    usedLately: [],
    taskName: (key) => (key === task ? 'After a client meeting' : ''),
    ...query,
  });

function arranged(items: readonly LibraryItem[], query: Partial<ArrangementQuery> = {}) {
  const groups = groupsOf(items, query);
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
  expect(arranged([delay, other], { usedLately, message: about('Delay') })).toEqual({
    message: ['Delay of delivery'],
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
  const groups = arranged(items, { message: about('RE: Question about your delivery') });
  expect(groups['message']).toHaveLength(3);
  expect(groups['message']).toEqual(expect.arrayContaining(['Delay of delivery']));
  expect(groups['everyone']).toHaveLength(4);
  // Words that stand in every other subject bring nothing.
  expect(arranged(items, { message: about('Re: Question, please') })['message']).toBeUndefined();
});

test('a task counts towards the subject, and the own job family breaks a tie', () => {
  const items = [
    item('A', { taskKey: task, jobFamilies: ['audit'] }),
    item('B', { taskKey: task, jobFamilies: ['advisory'] }),
  ];
  expect(arranged(items, { message: about('Our client visit') })['message']).toEqual(['B', 'A']);
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

test('a reply to a client brings up what is written for one, and says why', () => {
  const [answer, internal, other] = [
    item('Answer a client question', { purpose: 'Reply to a customer' }),
    item('Reply to a colleague', { tags: ['internal'] }),
    item('Agenda'),
  ];
  const to = [{ displayName: 'Marta', emailAddress: 'marta@northwind.example' }];
  const [proposed] = groupsOf([other, internal, answer], {
    message: about('', { to, composing: 'reply' }),
  });
  expect(proposed?.id).toBe('message');
  expect(titles(proposed?.items ?? [])).toEqual(['Answer a client question']);
  expect(proposed?.reasons?.get(answer.clientKey)).toEqual({ because: 'reply' });
});

test('the reason names the subject’s word as it was written', () => {
  const review = item('Reviews of the accounts');
  const [proposed] = groupsOf([review], { message: about('AW: Review, über Prüfung') });
  expect(proposed?.reasons?.get(review.clientKey)).toEqual({ because: 'subject', word: 'Review' });
});

test('what was used before stands first among what fits alike', () => {
  const [one, two] = [item('Delay notice A'), item('Delay notice B')];
  const query = { message: about('Delay'), usedLately: [two.clientKey] };
  expect(arranged([one, two], query)['message']).toEqual(['Delay notice B', 'Delay notice A']);
});

test('what is in the message’s language comes first, and of translations only that one is there', () => {
  const english = item('Offer of services', { language: 'en-GB' });
  const german = { ...item('Angebot', { language: 'de' }), translationOf: english.clientKey };
  const other = item('Angebot prüfen', { language: 'de' });
  const message = about('Offer, Angebot');
  expect(arranged([english, german, other], { message, languages: ['en'] })).toEqual({
    message: ['Offer of services', 'Angebot prüfen'],
  });
  expect(arranged([english, german, other], { message, languages: ['de', 'en'] })).toEqual({
    message: ['Angebot', 'Angebot prüfen'],
  });
  expect(arranged([english, german, other], { search: 'angebot', languages: ['en'] })).toEqual({
    everyone: ['Angebot', 'Angebot prüfen'],
  });
});

const word = fc.constantFrom(
  ...['delay', 'delivery', 'review', 'client', 'internal', 'reply', 'colleague', 'timetable'],
);
const texts = fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const anyItem = fc
  .record({
    title: texts,
    purpose: fc.oneof(texts, fc.constant('')),
    tags: fc.array(word, { maxLength: 2 }),
    jobFamilies: fc.subarray(['advisory', 'audit']),
  })
  .map(({ title, ...content }) => item(title, content));
const anyMessage = fc.record({
  subject: fc.oneof(texts, fc.constant('')),
  to: fc.subarray([
    { displayName: 'Marta', emailAddress: 'marta@northwind.example' },
    { displayName: 'Ada', emailAddress: 'ada@eu.brightwater.example' },
  ]),
  sender: fc.constant({ displayName: 'Ben', emailAddress: 'ben@brightwater.example' }),
  composing: fc.constantFrom('new' as const, 'reply' as const, 'forward' as const),
});
const anyItems = fc.array(anyItem, { maxLength: 8 });

test('whatever the message, every item stands in the list once and at most three are proposed', () => {
  fc.assert(
    fc.property(anyItems, anyMessage, (items, message) => {
      const groups = groupsOf(items, { message });
      const shown = groups.flatMap(({ items: members }) => members);
      expect(new Set(shown)).toEqual(new Set(items));
      expect(shown).toHaveLength(items.length);
      const proposed = groups.find(({ id }) => id === 'message');
      expect(proposed?.items.length ?? 0).toBeLessThanOrEqual(3);
      expect([...(proposed?.reasons?.keys() ?? [])]).toEqual(
        (proposed?.items ?? []).map(({ clientKey }) => clientKey),
      );
    }),
  );
});

test('what is written for colleagues is never proposed for a message that goes outside', () => {
  fc.assert(
    fc.property(anyItems, anyMessage, (items, message) => {
      fc.pre(message.to.some(({ emailAddress }) => emailAddress.endsWith('northwind.example')));
      const groups = groupsOf(items, { message });
      for (const { content } of groups.find(({ id }) => id === 'message')?.items ?? []) {
        expect(`${content.title} ${content.purpose} ${content.tags.join(' ')}`).not.toMatch(
          /internal|colleague/,
        );
      }
    }),
  );
});

test('a word more of the subject in its title never makes an item fit less', () => {
  fc.assert(
    fc.property(anyItem, anyMessage, (one, message) => {
      const query = {
        message,
        jobFamily: 'advisory',
        usedLately: [],
        languages: ['en'],
        taskName: () => '',
      };
      const told = { ...query, message: { ...message, subject: `${message.subject} timetable` } };
      const titled = {
        ...one,
        content: { ...one.content, title: `${one.content.title} timetable` },
      };
      fc.pre(fitOf(titled, query) !== null || !/internal|colleague/.test(textOf(one)));
      expect(fitOf(titled, told)?.score ?? 0).toBeGreaterThanOrEqual(fitOf(one, query)?.score ?? 0);
    }),
  );
});

const textOf = ({ content }: LibraryItem) =>
  [content.title, content.purpose, ...content.tags].join(' ');
