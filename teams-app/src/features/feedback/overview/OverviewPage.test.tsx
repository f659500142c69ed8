import type { FeedbackOverview } from '@last-mile/shared/feedback';
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { openTab, type Answer } from '../../../testing/openTab';
import { people } from '../../../testing/people';

const itemKey = '00000000-0000-4000-8000-000000000001';
const flagKey = '00000000-0000-4000-8000-000000000002';

const nothing: FeedbackOverview = {
  weeks: { from: '2026-08-31', until: '2026-11-16' },
  firstResponseDays: { state: 'notEnoughData' },
  closingDays: { state: 'notEnoughData' },
  ...{ overdue: [], flagRates: [], causes: [], badStarts: [] },
  asOf: '2026-11-26T09:00:00Z',
};

const full: FeedbackOverview = {
  ...nothing,
  firstResponseDays: { state: 'known', value: 1.5, n: 12 },
  overdue: [
    {
      ...{ clientKey: flagKey, text: 'It invented a fee', reachedClient: true },
      ...{ dueOn: '2026-11-20', daysLate: 4 },
    },
  ],
  flagRates: [
    { itemKey, title: 'Fee letter', flags: 3, per100: { state: 'known', value: 2.5, n: 120 } },
    { itemKey: flagKey, title: null, flags: 1, per100: { state: 'notEnoughData' } },
  ],
  causes: [
    {
      ...{ reason: 'wrong', about: { type: 'libraryItem', itemKey }, title: 'Fee letter' },
      ...{ times: 3, open: 1 },
    },
  ],
  badStarts: [{ name: 'Priya Raman', userPrincipalName: 'priya@example.com', clientKey: flagKey }],
};

const open = (answer: Answer) =>
  openTab({
    me: people.champion,
    at: 'feedback/overview',
    answers: { 'GET /api/feedback/overview': answer },
  });

const cellsOf = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent.trim()));

describe('how we answer', () => {
  test('figures come with what they are taken over, and what is unknown says so', async () => {
    open(() => ({ json: full }));
    const first = (await screen.findByText('To the first answer')).parentElement;
    expect(first?.textContent).toBe('To the first answer1.5 working daysover 12 items');
    const closing = screen.getByText('To closing').parentElement;
    expect(closing?.textContent).toBe('To closingNot enough data');
    expect(screen.getByRole('button', { name: 'About: How long it takes' })).toBeTruthy();
  });

  test('rates have their flags and uses, and lead to the item', async () => {
    open(() => ({ json: full }));
    const rates = await screen.findByRole('table', { name: 'Flags per 100 uses' });
    expect(cellsOf(rates)).toEqual([
      ['Fee letter', '3', '120', '2.5'],
      ['An item that is gone', '1', '', 'Not enough data'],
    ]);
    const link = within(rates).getByRole('link', { name: 'Fee letter' });
    expect(link.getAttribute('href')).toBe(`#/library/${itemKey}`);
  });

  test('overdue items and recurring causes stand in tables', async () => {
    open(() => ({ json: full }));
    const overdue = await screen.findByRole('table', { name: 'Overdue' });
    expect(cellsOf(overdue)).toEqual([
      ['It invented a fee It reached a client', '20 Nov 2026', '4'],
    ]);
    const link = within(overdue).getByRole('link', { name: 'It invented a fee' });
    expect(link.getAttribute('href')).toBe(`#/feedback/queue/${flagKey}`);
    const causes = screen.getByRole('table', { name: 'What happens again' });
    expect(cellsOf(causes)).toEqual([['Fee letter', 'Wrong', '3', '1']]);
  });

  test('who began with a flag is one tap from a chat', async () => {
    open(() => ({ json: full }));
    const link = await screen.findByRole('link', { name: 'Chat with Priya Raman' });
    const href = new URL(link.getAttribute('href') ?? '');
    expect(href.searchParams.get('users')).toBe('priya@example.com');
  });

  test('whoever needs a word is reached out to in coaching, which is one tap away', async () => {
    open(() => ({ json: full }));
    const link = await screen.findByRole('link', { name: 'Everyone who may need a word' });
    expect(link.getAttribute('href')).toBe('#/programme/coaching');
  });

  test('while there is nothing to tell, it says so', async () => {
    open(() => ({ json: nothing }));
    expect(await screen.findByText('Nothing to tell yet')).toBeTruthy();
  });

  test('what cannot be had says why', async () => {
    const json = { code: 'peopleUnavailable', message: 'The directory does not answer.' };
    open(() => ({ status: 503, json }));
    expect(await screen.findByText(/The directory does not answer/)).toBeTruthy();
  });

  test('a champion comes to it from the queue', async () => {
    const { user } = openTab({
      me: people.champion,
      at: 'feedback/queue',
      answers: { 'GET /api/feedback/overview': () => ({ json: full }) },
    });
    await user.click(await screen.findByRole('tab', { name: 'How we answer' }));
    expect(await screen.findByRole('heading', { name: 'Overdue' })).toBeTruthy();
    const tab = screen.getByRole('tab', { name: 'Feedback' });
    expect(tab.getAttribute('aria-selected')).toBe('true');
  });

  test.each(['member', 'leader'] as const)('a %s is not asked into it', async (who) => {
    const { requestsTo } = openTab({ me: people[who], at: 'feedback/overview' });
    expect(await screen.findByText('You have not written anything yet')).toBeTruthy();
    expect(screen.queryByRole('tab', { name: 'How we answer' })).toBeNull();
    expect(requestsTo('GET /api/feedback/overview')).toEqual([]);
  });
});
