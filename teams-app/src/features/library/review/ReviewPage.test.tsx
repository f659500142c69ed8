import { screen, waitFor, within } from '@testing-library/react';
import type { LibraryItem } from '@last-mile/shared/library';
import { describe, expect, test } from 'vitest';
import { libraryItem, libraryPage } from '../../../testing/library';
import { openTab, type Answer } from '../../../testing/openTab';
import { people } from '../../../testing/people';

const answering =
  (json: unknown): Answer =>
  () => ({ json });

const handedIn = libraryItem({ status: 'inReview', version: 0, reviewOn: null });
const stale = libraryItem({
  clientKey: '00000000-0000-4000-8000-000000000002',
  content: { title: 'Old but good' },
  reviewOn: '2026-01-31',
  stale: true,
});

function openQueue(items: { item: LibraryItem; reasons: string[] }[], answers = {}) {
  return openTab({
    me: people.champion,
    at: 'library/review',
    answers: { 'GET /api/library/review': answering({ items }), ...answers },
  });
}

test('nothing that waits is said so', async () => {
  openQueue([]);
  expect(await screen.findByText('Nothing waits')).toBeTruthy();
});

test('a text that was handed in goes back with a word, never without', async () => {
  const route = `POST /api/library/${handedIn.clientKey}/return`;
  const { user, requestsTo } = openQueue([{ item: handedIn, reasons: ['inReview'] }], {
    [route]: answering({ ...handedIn, status: 'draft' }),
  });
  const [entry] = await screen.findAllByRole('listitem');
  expect(within(entry!).getByText('Handed in')).toBeTruthy();
  await user.click(within(entry!).getByRole('button', { name: 'Give back' }));
  await user.click(within(entry!).getByRole('button', { name: 'Give back' }));
  expect(requestsTo(route)).toEqual([]);
  await user.type(
    within(entry!).getByRole('textbox', { name: /What should change/ }),
    'Say who reads it.',
  );
  await user.click(within(entry!).getByRole('button', { name: 'Give back' }));
  await waitFor(() => {
    expect(requestsTo(route)[0]?.body).toEqual({ eTag: '"e,3"', note: 'Say who reads it.' });
  });
});

test('an item that is due for review is still right with one action', async () => {
  const route = `POST /api/library/${stale.clientKey}/renewal`;
  const { user, requestsTo } = openQueue([{ item: stale, reasons: ['stale'] }], {
    [route]: answering({ ...stale, stale: false }),
  });
  await user.click(await screen.findByRole('button', { name: 'Still right' }));
  await waitFor(() => {
    expect(requestsTo(route)[0]?.body).toEqual({ eTag: '"e,3"' });
  });
});

describe('a template that was changed', () => {
  const published = libraryItem({
    content: { kind: 'template', body: '<p>Dear <b>you</b>,</p><p>thank you.</p>' },
  });
  const changedTo = (body: string): LibraryItem => ({
    ...published,
    proposal: {
      content: { ...published.content, body },
      ...{ changed: ['body'], status: 'inReview', at: '2026-11-20T10:00:00Z' },
    },
  });
  const marked = (tag: 'del' | 'ins') =>
    [...document.querySelectorAll(tag)].map(({ textContent }) => textContent);

  test('is compared by the words its reader reads, with where links lead', async () => {
    const body = '<p>Dear <b>you</b>,</p><p>thank <a href="https://x.example/">them</a>.</p>';
    const { user } = openQueue([{ item: changedTo(body), reasons: ['proposal'] }]);
    await screen.findByRole('button', { name: 'Show as HTML' });
    expect([marked('del'), marked('ins')]).toEqual([['you.'], ['them (https://x.example/).']]);
    await user.click(screen.getByRole('button', { name: 'Show as HTML' }));
    expect(marked('ins').join('')).toContain('href="https://x.example/"');
  });

  test('only in how it looks is shown as HTML, and says so', async () => {
    openQueue([
      {
        item: changedTo('<p style="color: #ffffff">Dear <b>you</b>,</p><p>thank you.</p>'),
        reasons: ['proposal'],
      },
    ]);
    expect(
      await screen.findByText('The words are the same; only how they look differs.'),
    ).toBeTruthy();
    expect(marked('ins').join('')).toContain('#ffffff');
  });
});

test('who opens the queue has the focus nowhere: nothing of theirs is gone', async () => {
  openQueue([{ item: handedIn, reasons: ['inReview'] }]);
  await screen.findByText('1 item waits');
  expect(document.activeElement).toBe(document.body);
});

test('what was written and what is proposed instead are read out in their own languages', async () => {
  const published = libraryItem({ content: { title: 'Kurze Antwort', language: 'de' } });
  const proposed = { ...published.content, title: 'Changed answer', language: 'en-GB' };
  const changing: LibraryItem = {
    ...published,
    proposal: {
      content: proposed,
      changed: ['title'],
      status: 'inReview',
      at: '2026-11-20T10:00:00Z',
    },
  };
  openQueue([{ item: changing, reasons: ['proposal'] }]);
  const languageOf = (word: string, selector: 'del' | 'ins') =>
    screen.getByText(word, { selector }).closest('[lang]')?.getAttribute('lang');
  const title = await screen.findByRole('link', { name: 'Kurze Antwort' });
  expect(title.getAttribute('lang')).toBe('de');
  expect([languageOf('Kurze', 'del'), languageOf('Changed', 'ins')]).toEqual(['de', 'en-GB']);
});

test('a required standard that a text does not meet is marked, and says why it is not published', async () => {
  const route = `POST /api/library/${handedIn.clientKey}/publication`;
  const { user } = openQueue([{ item: handedIn, reasons: ['inReview'] }], {
    'GET /api/programme/standards': answering({ eTag: '"p,1"', required: ['expectation'] }),
    [route]: () => ({
      status: 409,
      json: {
        code: 'standardsNotMet',
        message: 'The text does not meet a prompt standard that is required here.',
        issues: [{ path: 'body', message: 'Say what the answer should look like.' }],
      },
    }),
  });
  const entry = within((await screen.findByText('Handed in')).closest('li')!);
  const marked = (await entry.findByText('required here')).closest('li')!;
  expect(within(marked).getByText('Say what the answer should look like.')).toBeTruthy();
  expect(entry.getAllByText('required here')).toHaveLength(1);
  await user.click(entry.getByRole('button', { name: 'Publish' }));
  expect(await entry.findByText(/^Not published: what is marked/)).toBeTruthy();
});

describe('required standards', () => {
  const route = 'POST /api/programme/standards';
  const audience = () => screen.findByRole('checkbox', { name: 'Says who reads the answer' });

  test('are switched on and off by champions', async () => {
    const { user, requestsTo } = openQueue([], {
      'GET /api/programme/standards': answering({ eTag: '"p,1"', required: ['goal'] }),
      [route]: answering({ eTag: '"p,2"', required: ['goal', 'audience'] }),
    });
    await user.click(await audience());
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Saved.')).toBeTruthy();
    expect(requestsTo(route).map(({ body }) => body)).toEqual([
      { eTag: '"p,1"', required: ['goal', 'audience'] },
    ]);
    expect(await audience()).toHaveProperty('checked', true);
  });

  test('that someone else changed meanwhile are shown as they stand, and saved from there', async () => {
    const theirs = { eTag: '"p,2"', required: ['length'] };
    const { user, requestsTo } = openQueue([], {
      [route]: ({ body }: { body: unknown }) =>
        (body as { eTag: string }).eTag === '"p,2"'
          ? { json: { eTag: '"p,3"', required: ['audience', 'length'] } }
          : { status: 412, json: { code: 'conflict', message: 'Changed.', current: theirs } },
    });
    await user.click(await audience());
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/^Someone changed these meanwhile/)).toBeTruthy();
    expect(screen.getByRole('checkbox', { name: 'Fits where it is used' })).toHaveProperty(
      'checked',
      true,
    );
    expect(await audience()).toHaveProperty('checked', false);
    await user.click(await audience());
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Saved.')).toBeTruthy();
    expect(requestsTo(route).at(-1)?.body).toEqual({
      eTag: '"p,2"',
      required: ['audience', 'length'],
    });
  });
});

test('a member who asks for the queue finds the library', async () => {
  openTab({ me: people.member, at: 'library/review' });
  expect(await screen.findByRole('heading', { name: 'Library' })).toBeTruthy();
});

test('versions tell what became of each, and an earlier text is proposed again', async () => {
  const item = libraryItem({ version: 2 });
  const restoration = `POST /api/library/${item.clientKey}/restoration`;
  const { user, requestsTo } = openTab({
    me: people.champion,
    at: `library/${item.clientKey}`,
    answers: {
      'GET /api/library': answering(libraryPage([item])),
      [`GET /api/library/${item.clientKey}`]: answering(item),
      [`GET /api/library/${item.clientKey}/versions`]: answering({
        approved: [
          {
            version: 2,
            content: item.content,
            approvedAt: '2026-11-20T09:00:00Z',
            approvedBy: { userId: 'b', name: 'Tomás Herrera' },
            effect: { uses: null, keptShare: null, flags: 0 },
          },
          {
            version: 1,
            content: { ...item.content, title: 'Client news' },
            approvedAt: '2026-10-20T09:00:00Z',
            approvedBy: null,
            effect: { uses: 41, keptShare: 0.62, flags: 3 },
          },
        ],
        history: null,
      }),
      [restoration]: answering(item),
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Show versions' }));
  expect(await screen.findByText(/Too few people used it to tell · 0 flags/)).toBeTruthy();
  expect(screen.getByText(/41 uses · 62% kept · 3 flags/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Compare Version 1 with the text in use' }));
  expect(screen.getByText('news', { selector: 'del' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Close comparison: Version 1' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Propose this text again' }));
  await waitFor(() => {
    expect(requestsTo(restoration)[0]?.body).toEqual({ eTag: '"e,3"', from: { approved: 1 } });
  });
});
