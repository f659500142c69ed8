import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keyOf, type WorkCause, type WorkListResponse } from '@last-mile/shared/programme';
import { openTab, type Answer } from '../../../testing/openTab';
import { people } from '../../../testing/people';

const clientKey = '0b0f1d0e-54a8-4c4f-9a3b-3f0f6f0f4a11';
const client: WorkCause = {
  ...{ kind: 'overdueFeedback', clientKey, text: 'It names the wrong client.' },
  ...{ reachedClient: true, daysLate: 0 },
};
const late: WorkCause = {
  ...{ kind: 'overdueFeedback', clientKey: clientKey.replace('0b', '1b') },
  ...{ text: 'The fee is invented.', reachedClient: false, daysLate: 2 },
};
const stale: WorkCause = {
  ...{ kind: 'staleItem', itemKey: clientKey, title: 'Fee note', reviewOn: '2026-11-20' },
};
const effort: WorkCause = { kind: 'effortNotWritten', week: '2026-11-16' };
const toLine = (cause: WorkCause) => ({ key: keyOf(cause), cause });

const weekOf = (causes: readonly WorkCause[], more: Partial<WorkListResponse> = {}) => ({
  lines: causes.map(toLine),
  putAway: [],
  phase: 'active',
  owner: { state: 'present', since: null },
  ...more,
});

const route = 'POST /api/programme/week/marks';
const openWeek = (answers: Readonly<Record<string, Answer>>) =>
  openTab({ me: people.champion, at: 'programme', answers });
const showing = (week: object): Readonly<Record<string, Answer>> => ({
  'GET /api/programme/week': () => ({ json: week }),
});

/** A list from which a line goes once it is marked, and to which it comes back. */
function listOf(causes: readonly WorkCause[]): Readonly<Record<string, Answer>> {
  let gone: string | undefined;
  return {
    'GET /api/programme/week': () => ({
      json: weekOf(causes.filter((cause) => keyOf(cause) !== gone)),
    }),
    [route]: ({ body }) => {
      const {
        key,
        mark,
        clientKey: sent,
      } = body as {
        key: string;
        mark: { as: string };
        clientKey: string;
      };
      gone = mark.as === 'open' ? undefined : key;
      return { status: 202, json: { clientKey: sent, state: 'accepted' } };
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-25T09:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the owner’s week', () => {
  test('groups what is to be done, says why, and leads to each', async () => {
    openWeek(showing(weekOf([client, late, stale, effort])));
    const first = await screen.findByRole('region', { name: 'It reached a client' });
    expect(within(first).getByText('“It names the wrong client.”')).toBeTruthy();
    expect(
      within(first).getByText('Something wrong that reached a client · Due today'),
    ).toBeTruthy();
    const waiting = screen.getByRole('region', { name: 'Others wait for this' });
    expect(
      within(waiting).getByText('Feedback that nobody has answered · 2 working days late'),
    ).toBeTruthy();
    const going = screen.getByRole('region', { name: 'Keeps the programme going' });
    const links = within(going).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      `#/library/${clientKey}`,
      '#/programme/effort/2026-11-16',
    ]);
  });

  test('takes a line away that is done, gives the focus to the next, and takes it back', async () => {
    const { user, requestsTo } = openWeek(listOf([late, stale, effort]));
    const more = await screen.findByRole('button', { name: /More for “Past its review/ });
    await user.click(more);
    await user.click(await screen.findByRole('menuitem', { name: 'Done' }));
    expect(await screen.findByText(/It is back on Monday/)).toBeTruthy();
    expect(screen.queryByText(/Past its review/)).toBeNull();
    await waitFor(() => {
      expect(document.activeElement?.getAttribute('href')).toBe('#/programme/effort/2026-11-16');
    });
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText(/Past its review/)).toBeTruthy();
    expect(requestsTo(route).map(({ body }) => body)).toMatchObject([
      { key: keyOf(stale), mark: { as: 'done' } },
      { key: keyOf(stale), mark: { as: 'open' } },
    ]);
  });

  test('puts a line off until a day', async () => {
    const { user, requestsTo } = openWeek(listOf([stale]));
    await user.click(await screen.findByRole('button', { name: /More for/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Put off until Monday' }));
    expect(await screen.findByText('Put off until 30 Nov 2026.')).toBeTruthy();
    expect(requestsTo(route)[0]?.body).toMatchObject({
      mark: { as: 'snoozed', until: '2026-11-30' },
    });
  });

  test('has no way to wave away what reached a client', async () => {
    openWeek(showing(weekOf([client])));
    await screen.findByText(/ · Due today$/);
    expect(screen.queryByRole('button', { name: /More for/ })).toBeNull();
  });

  test('says what comes next where nothing is to be done, and gives back what was put off', async () => {
    const mark = { as: 'snoozed', until: '2026-12-02' } as const;
    const { user, requestsTo } = openWeek({
      ...listOf([]),
      ...showing(weekOf([], { putAway: [{ ...toLine(stale), mark }] })),
    });
    expect(await screen.findByText('Nothing to do now')).toBeTruthy();
    expect(screen.getByText(/back on 2 Dec 2026/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '1 put away' }));
    await user.click(await screen.findByRole('button', { name: /Take back “Past its review/ }));
    await waitFor(() => {
      expect(requestsTo(route)[0]?.body).toMatchObject({ mark: { as: 'open' } });
    });
  });

  test('shows a long list by and by', async () => {
    const many = Array.from({ length: 9 }, (_, index): WorkCause => ({
      ...late,
      ...{ kind: 'overdueFeedback', reachedClient: false, daysLate: 9 - index },
      clientKey: clientKey.replace('0b', `1${index.toString(16)}`),
    }));
    const { user } = openWeek(showing(weekOf(many)));
    await user.click(await screen.findByRole('button', { name: 'Show 3 more' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(9);
  });

  test('keeps a line and says why where a mark was not kept', async () => {
    const { user } = openWeek({
      ...showing(weekOf([stale])),
      [route]: () => ({ status: 503, json: { code: 'internal', message: 'Away.' } }),
    });
    await user.click(await screen.findByRole('button', { name: /More for/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Not relevant' }));
    expect(await screen.findByText('That was not kept.')).toBeTruthy();
    expect(screen.getByText(/Past its review/)).toBeTruthy();
  });

  test('says that the owner is silent, or gone', async () => {
    openWeek(showing(weekOf([], { owner: { state: 'silent', since: '2026-11-02' } })));
    expect(await screen.findByText(/Nothing was heard of you here since 2 Nov 2026/)).toBeTruthy();
    const link = screen.getByRole('link', { name: 'Name another owner' });
    expect(link.getAttribute('href')).toBe('#/programme/owner');
  });

  test('is no place of a member', async () => {
    openTab({
      me: people.member,
      at: 'programme',
      answers: { 'GET /api/workflows/maps': () => ({ json: { maps: [], asOf: null } }) },
    });
    await screen.findByRole('main');
    expect(screen.queryByText('Your week')).toBeNull();
  });
});
