import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { EffortResponse } from '@last-mile/shared/programme';
import { openTab, type Answer } from '../../../testing/openTab';
import { people } from '../../../testing/people';

const planned = { plannedHours: 8, plannedSpend: 500 };
const written = { hours: 7.25, spend: 300, note: 'Two sessions', eTag: '"w,1"' };
const effort: EffortResponse = {
  currency: 'EUR',
  weeks: [
    { week: '2026-11-09', ...planned, actual: written },
    { week: '2026-11-16', ...planned, actual: null },
    { week: '2026-11-23', ...planned, actual: null },
  ],
  totals: {
    written: { plannedHours: 8, actualHours: 7.25, plannedSpend: 500, actualSpend: 300 },
    weeksWithout: 1,
  },
};
const route = 'POST /api/programme/effort';

const openEffort = (
  answers: Readonly<Record<string, Answer>> = {},
  { at = 'programme/effort', again = false } = {},
) =>
  openTab({
    ...{ me: people.champion, at, again },
    answers: { 'GET /api/programme/effort': () => ({ json: effort }), ...answers },
  });

const form = (day: string) => screen.findByRole('form', { name: `Week of ${day}` });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-25T09:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('hours and spend', () => {
  test('stand beside what was planned, and unknown is said', async () => {
    openEffort();
    expect(await screen.findByText('7.25 of 8 planned hours')).toBeTruthy();
    expect(screen.getByText('300 EUR of 500 EUR planned')).toBeTruthy();
    expect(screen.getByText(/1 week that is over was not written down/)).toBeTruthy();
    const row = screen.getByRole('row', { name: /16 Nov 2026/ });
    expect(within(row).getAllByText('not written down')).toHaveLength(2);
  });

  test('are asked for the week that is over, and written down', async () => {
    const { user, requestsTo } = openEffort({ [route]: () => ({ json: effort }) });
    const fields = within(await form('16 Nov 2026'));
    await user.type(fields.getByRole('textbox', { name: 'Hours' }), '6,5');
    await user.type(fields.getByRole('textbox', { name: 'Spend in EUR' }), '0');
    await user.click(fields.getByRole('button', { name: 'Save' }));
    expect(requestsTo(route).map(({ body }) => body)).toEqual([
      { eTag: null, week: '2026-11-16', hours: 6.5, spend: 0, note: null },
    ]);
    await waitFor(() => {
      expect(screen.queryByRole('form', { name: 'Week of 16 Nov 2026' })).toBeNull();
    });
  });

  test('do not go out as what they cannot be', async () => {
    const { user, requestsTo } = openEffort();
    const fields = within(await form('16 Nov 2026'));
    await user.type(fields.getByRole('textbox', { name: 'Hours' }), '6.1');
    expect(await screen.findByText('Use quarters of an hour, from 0 to 80.')).toBeTruthy();
    await user.click(fields.getByRole('button', { name: 'Save' }));
    expect(requestsTo(route)).toEqual([]);
    await user.click(fields.getByRole('button', { name: 'Cancel' }));
  });

  test('are asked for the week a link names', async () => {
    openEffort({}, { at: 'programme/effort/2026-11-09' });
    const fields = within(await form('9 Nov 2026'));
    expect(fields.getByDisplayValue('7.25')).toBeTruthy();
    expect(fields.getByDisplayValue('Two sessions')).toBeTruthy();
  });

  test('that somebody else wrote down meanwhile are shown beside one’s own, to choose from', async () => {
    const theirs = { hours: 5, spend: 100, note: null, eTag: '"w,2"' };
    let sent = 0;
    const { user, requestsTo } = openEffort({
      [route]: () => {
        sent += 1;
        return sent > 1
          ? { json: effort }
          : { status: 412, json: { code: 'conflict', message: 'Changed.', current: theirs } };
      },
    });
    const fields = within(await form('16 Nov 2026'));
    await user.type(fields.getByRole('textbox', { name: 'Hours' }), '6');
    await user.type(fields.getByRole('textbox', { name: 'Spend in EUR' }), '0');
    await user.click(fields.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Theirs: 5 h, 100 EUR')).toBeTruthy();
    expect(screen.getByText('Yours: 6 h, 0 EUR')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Save mine' }));
    expect(requestsTo(route).map(({ body }) => body)).toMatchObject([
      { eTag: null, hours: 6 },
      { eTag: '"w,2"', hours: 6 },
    ]);
  });

  test('that were typed are there after a reload, until they are saved', async () => {
    const first = openEffort();
    const typing = within(await form('16 Nov 2026'));
    await first.user.type(typing.getByRole('textbox', { name: 'Hours' }), '6,5');
    await first.user.type(typing.getByRole('textbox', { name: 'Note' }), 'Two sessions');
    first.close();

    const second = openEffort({ [route]: () => ({ json: effort }) }, { again: true });
    const fields = within(await form('16 Nov 2026'));
    expect(await fields.findByDisplayValue('6,5')).toBeTruthy();
    expect(fields.getByDisplayValue('Two sessions')).toBeTruthy();
    await second.user.type(fields.getByRole('textbox', { name: 'Spend in EUR' }), '0');
    await second.user.click(fields.getByRole('button', { name: 'Save' }));
    await waitFor(() => {
      expect(screen.queryByRole('form', { name: 'Week of 16 Nov 2026' })).toBeNull();
    });
    second.close();

    openEffort({}, { again: true });
    const after = within(await form('16 Nov 2026'));
    expect(after.getByRole<HTMLInputElement>('textbox', { name: 'Hours' }).value).toBe('');
  });

  test('that were typed are gone once they are cancelled', async () => {
    const first = openEffort();
    const typing = within(await form('16 Nov 2026'));
    await first.user.type(typing.getByRole('textbox', { name: 'Hours' }), '6');
    await first.user.click(typing.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => {
      expect(screen.queryByRole('form', { name: 'Week of 16 Nov 2026' })).toBeNull();
    });
    first.close();

    openEffort({}, { again: true });
    const after = within(await form('16 Nov 2026'));
    expect(after.getByRole<HTMLInputElement>('textbox', { name: 'Hours' }).value).toBe('');
  });

  test('that were typed before a reload are not sent over what somebody wrote down since', async () => {
    const first = openEffort();
    const typing = within(await form('16 Nov 2026'));
    await first.user.type(typing.getByRole('textbox', { name: 'Hours' }), '6');
    await first.user.type(typing.getByRole('textbox', { name: 'Spend in EUR' }), '0');
    first.close();

    const theirs = { hours: 5, spend: 100, note: null, eTag: '"w,2"' };
    const { user, requestsTo } = openEffort(
      {
        'GET /api/programme/effort': () => ({
          json: {
            ...effort,
            weeks: effort.weeks.map((week) =>
              week.week === '2026-11-16' ? { ...week, actual: theirs } : week,
            ),
          },
        }),
        [route]: () => ({
          ...{ status: 412 },
          json: { code: 'conflict', message: 'Changed.', current: theirs },
        }),
      },
      { at: 'programme/effort/2026-11-16', again: true },
    );
    const fields = within(await form('16 Nov 2026'));
    expect(await fields.findByDisplayValue('6')).toBeTruthy();
    await user.click(fields.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Theirs: 5 h, 100 EUR')).toBeTruthy();
    expect(screen.getByText('Yours: 6 h, 0 EUR')).toBeTruthy();
    expect(requestsTo(route).map(({ body }) => body)).toMatchObject([{ eTag: null, hours: 6 }]);
    await user.click(screen.getByRole('button', { name: 'Keep theirs' }));
    await waitFor(() => {
      expect(screen.queryByText('Theirs: 5 h, 100 EUR')).toBeNull();
    });
  });
});
