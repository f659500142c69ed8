import type { CopyRequest, LentItem, LentResponse } from '@last-mile/shared/library';
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { libraryItem, task } from '../../../testing/library';
import { openTab, type Answer } from '../../../testing/openTab';
import { people } from '../../../testing/people';

const lender = { clientKey: '00000000-0000-4000-8000-0000000000a0', name: 'Tax Everyday' };
const lentRoute = `GET /api/library/lenders/${lender.clientKey}`;
const copyRoute = `POST /api/library/lenders/${lender.clientKey}/copies`;
const keyOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

function lentItem(number: number, more: Partial<LentItem> = {}): LentItem {
  return {
    ...{ clientKey: keyOf(number), version: 2, kind: 'prompt', title: `Item ${String(number)}` },
    ...{ purpose: '', body: `Text ${String(number)}`, language: 'en', isTranslation: false },
    ...{ task: null, jobFamilies: [], like: null, copy: null },
    ...more,
  };
}

const page = (items: LentItem[], more: Partial<LentResponse> = {}): LentResponse => ({
  ...{ lender, items, total: items.length, cursor: null },
  ...more,
});

const copied: Answer = ({ body }) => ({
  json: { imported: (body as CopyRequest).items.length, known: 0, refused: [] },
});

function openCopy(items: LentItem[], answers: Record<string, Answer> = {}) {
  return openTab({
    me: people.champion,
    at: `library/import/${lender.clientKey}`,
    answers: { [lentRoute]: () => ({ json: page(items) }), [copyRoute]: copied, ...answers },
  });
}

const sent = (opened: ReturnType<typeof openTab>) =>
  opened.requestsTo(copyRoute).map(({ body }) => body as CopyRequest);

const choose = async (opened: ReturnType<typeof openTab>, title: string) =>
  opened.user.click(await screen.findByRole('checkbox', { name: title }));

describe('copying from another programme', () => {
  test('is offered beside the file, for each library that is shared', async () => {
    openTab({
      me: people.champion,
      at: 'library/import',
      answers: {
        'GET /api/library/imports': () => ({ json: { imports: [] } }),
        'GET /api/library/lenders': () => ({ json: { lenders: [lender] } }),
      },
    });
    const link = await screen.findByRole('link', { name: 'Tax Everyday' });
    expect(link.getAttribute('href')).toBe(`#/library/import/${lender.clientKey}`);
  });

  test('shows each item with what is like it here, and its text on request', async () => {
    const like = { clientKey: keyOf(91), title: 'Ours', likeness: 0.87 };
    const opened = openCopy([
      lentItem(1, { purpose: 'For year ends.', like, task: { key: keyOf(8), name: 'Letters' } }),
      lentItem(2, { copy: { clientKey: keyOf(92), version: 1 } }),
      lentItem(3, { kind: 'template', body: '<p>Dear <b>you</b></p><script>x()</script>' }),
    ]);
    expect(await screen.findByText('For year ends.')).toBeTruthy();
    expect(screen.getByText(/87% like one of yours:/).textContent).toContain('Ours');
    expect(screen.getByText(/You have a copy of an earlier version/)).toBeTruthy();
    expect(screen.getByText('Prompt · For: Letters · All job families')).toBeTruthy();
    const show = screen.getByRole('button', { name: 'Show the text of Item 3' });
    await opened.user.click(show);
    expect(screen.getByText('you').tagName).toBe('STRONG');
    expect(document.querySelector('script')).toBeNull();
    expect(show.getAttribute('aria-expanded')).toBe('true');
  });

  test('matches their tasks and job families to ours: proposed by name, changed by hand, or empty', async () => {
    const emails = { key: keyOf(81), name: 'Client email drafts' };
    const payroll = { key: keyOf(82), name: 'Payroll' };
    const opened = openCopy([
      lentItem(1, { task: emails, jobFamilies: [{ key: 'adv', name: 'Client advisory' }] }),
      lentItem(2, { task: payroll, jobFamilies: [{ key: 'drv', name: 'Drivers' }] }),
      lentItem(3, { task: { key: keyOf(83), name: 'Never chosen' } }),
    ]);
    await choose(opened, 'Item 1');
    await choose(opened, 'Item 2');
    const theirs = within(screen.getByRole('group', { name: 'Their tasks' }));
    expect(theirs.getAllByRole('combobox')).toHaveLength(2);
    expect(theirs.getByRole('combobox', { name: 'Client email drafts' })).toHaveProperty(
      'value',
      task.clientKey,
    );
    expect(theirs.getByRole('combobox', { name: 'Payroll' })).toHaveProperty('value', '');
    await opened.user.selectOptions(screen.getByRole('combobox', { name: 'Drivers' }), 'Advisory');
    await opened.user.click(screen.getByRole('button', { name: 'Copy 2 items as drafts' }));
    expect(await screen.findByText(/2 prompts imported as drafts/)).toBeTruthy();
    expect(sent(opened)).toEqual([
      {
        importKey: expect.any(String) as string,
        items: [
          { clientKey: keyOf(1), version: 2 },
          { clientKey: keyOf(2), version: 2 },
        ],
        tasks: [{ from: emails.key, to: task.clientKey }],
        jobFamilies: [
          { from: 'adv', to: 'advisory' },
          { from: 'drv', to: 'advisory' },
        ],
      },
    ]);
  });

  test('takes all that are shown at once, but those one has, and keeps them while searching on', async () => {
    const all = [
      lentItem(1, { isTranslation: true }),
      lentItem(2),
      lentItem(3, { copy: { clientKey: keyOf(93), version: 2 } }),
      lentItem(4),
    ];
    const opened = openCopy(all, {
      [lentRoute]: ({ url }) => {
        const q = url.searchParams.get('q');
        const more = url.searchParams.get('cursor') !== null;
        if (q !== null) return { json: page([]) };
        const [items, cursor] = more ? [all.slice(2), null] : [all.slice(0, 2), '2.x'];
        return { json: page(items, { total: 4, cursor }) };
      },
    });
    await opened.user.click(await screen.findByRole('button', { name: 'Show more' }));
    await opened.user.click(await screen.findByRole('button', { name: 'Choose all 3 shown' }));
    expect(screen.getByText('4 items · 3 chosen')).toBeTruthy();
    await opened.user.type(screen.getByRole('searchbox'), 'nothing');
    expect(await screen.findByText('Nothing is found by these words.')).toBeTruthy();
    await opened.user.click(screen.getByRole('button', { name: 'Copy 3 items as drafts' }));
    await screen.findByText(/3 prompts imported as drafts/);
    // Originals first, so that a translation finds its own.
    expect(sent(opened)[0]?.items.map(({ clientKey }) => clientKey)).toEqual([2, 4, 1].map(keyOf));
  });

  test('goes on where it stopped, with the same key', async () => {
    let calls = 0;
    const opened = openCopy(
      Array.from({ length: 30 }, (_, at) => lentItem(at + 1)),
      {
        [copyRoute]: (request) => {
          calls += 1;
          if (calls !== 2) return copied(request);
          return { status: 503, json: { code: 'unavailable', message: 'Not now.' } };
        },
      },
    );
    await opened.user.click(await screen.findByRole('button', { name: 'Choose all 30 shown' }));
    await opened.user.click(screen.getByRole('button', { name: 'Copy 30 items as drafts' }));
    expect(await screen.findByText('Stopped after 25 of 30.')).toBeTruthy();
    await opened.user.click(screen.getByRole('button', { name: 'Go on' }));
    expect(await screen.findByText(/30 prompts imported as drafts/)).toBeTruthy();
    expect(new Set(sent(opened).map(({ importKey }) => importKey)).size).toBe(1);
  });

  test('names what was not copied, and why', async () => {
    const opened = openCopy([lentItem(1), lentItem(2)], {
      [copyRoute]: () => ({
        json: {
          ...{ imported: 0, known: 0 },
          refused: [
            { clientKey: keyOf(1), reason: 'gone' },
            { clientKey: keyOf(2), reason: 'changed' },
          ],
        },
      }),
    });
    await opened.user.click(await screen.findByRole('button', { name: 'Choose all 2 shown' }));
    await opened.user.click(screen.getByRole('button', { name: 'Copy 2 items as drafts' }));
    expect(await screen.findByText('Item 1: it is not shared any more.')).toBeTruthy();
    expect(screen.getByText(/^Item 2: it was published anew meanwhile/)).toBeTruthy();
    await opened.user.click(screen.getByRole('button', { name: 'Copy more' }));
    expect(screen.getByText('2 items · 0 chosen')).toBeTruthy();
  });

  test('is for champions: a member does not get there', async () => {
    openTab({ me: people.member, at: `library/import/${lender.clientKey}` });
    expect(await screen.findByRole('heading', { level: 1, name: 'Library' })).toBeTruthy();
  });
});

test('an item says which library it was copied from, and when', async () => {
  const copiedFrom = {
    ...{ programmeKey: lender.clientKey, programme: lender.name, itemKey: keyOf(1), version: 3 },
    at: '2026-11-20T09:00:00.000Z',
  };
  const item = libraryItem({ status: 'draft', version: 0, copiedFrom });
  openTab({
    me: people.champion,
    at: `library/${item.clientKey}`,
    answers: { [`GET /api/library/${item.clientKey}`]: () => ({ json: item }) },
  });
  expect(await screen.findByText(/Copied from Tax Everyday, version 3, 20 Nov/)).toBeTruthy();
});
