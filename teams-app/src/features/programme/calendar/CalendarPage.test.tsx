import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { usualCalendar } from '@last-mile/shared/programme';
import { openTab, type Answer } from '../../../testing/openTab';
import { people } from '../../../testing/people';

const stored = { eTag: '"p,1"', ...usualCalendar };
const route = 'POST /api/programme/working-calendar';
const notices = { sending: true, notInstalled: 3, notPermitted: 0, refused: 0 };

const openCalendar = (answers: Readonly<Record<string, Answer>> = {}) =>
  openTab({
    me: people.champion,
    at: 'programme/working-calendar',
    answers: {
      'GET /api/programme/working-calendar': () => ({ json: stored }),
      'GET /api/programme/notifications': () => ({ json: notices }),
      ...answers,
    },
  });

const holidays = () => screen.findByRole('textbox', { name: 'Holidays' });
const save = () => screen.getByRole('button', { name: 'Save' });

describe('the working calendar', () => {
  test('takes holidays as they are pasted, one a line, and saves them', async () => {
    const { user, requestsTo } = openCalendar({
      [route]: ({ body }) => ({ json: { ...(body as object), eTag: '"p,2"' } }),
    });
    await user.click(await holidays());
    await user.paste('25.12.2026 Christmas Day\n2026-12-28');
    await user.click(screen.getByRole('checkbox', { name: 'Friday' }));
    await user.click(save());
    expect(await screen.findByDisplayValue(/2026-12-25 Christmas Day/)).toBeTruthy();
    expect(requestsTo(route).map(({ body }) => body)).toEqual([
      {
        eTag: '"p,1"',
        workingDays: ['monday', 'tuesday', 'wednesday', 'thursday'],
        holidays: [
          { day: '2026-12-25', name: 'Christmas Day' },
          { day: '2026-12-28', name: null },
        ],
        ...{ responseDays: 2, unsafeResponseDays: 1 },
      },
    ]);
  });

  test('does not go out with a line that says no day, and says which', async () => {
    const { user, requestsTo } = openCalendar();
    await user.type(await holidays(), 'Christmas');
    expect(await screen.findByText('This line begins with no day: Christmas')).toBeTruthy();
    await user.click(save());
    expect(requestsTo(route)).toEqual([]);
  });

  test('does not go out without a working day, or with days that cannot be given', async () => {
    const { user, requestsTo } = openCalendar();
    const days = await screen.findByRole('spinbutton', { name: /for a first response/ });
    await user.clear(days);
    await user.type(days, '21');
    expect(await screen.findByText('Use a whole number from 0 to 20.')).toBeTruthy();
    await user.click(save());
    expect(requestsTo(route)).toEqual([]);
  });

  test('shows what somebody else saved meanwhile, and overwrites nothing', async () => {
    const { user } = openCalendar({
      [route]: () => ({
        status: 412,
        json: {
          code: 'conflict',
          message: 'Someone changed this meanwhile.',
          current: { ...stored, eTag: '"p,3"', responseDays: 5 },
        },
      }),
    });
    await user.click(await screen.findByRole('checkbox', { name: 'Sunday' }));
    await user.click(save());
    expect(await screen.findByText(/Someone changed this meanwhile/)).toBeTruthy();
    expect(screen.getByDisplayValue('5')).toBeTruthy();
  });

  test('says how many people could not be notified', async () => {
    openCalendar();
    expect(await screen.findByText('3 people do not have the app in Teams.')).toBeTruthy();
  });

  test('is no place of a member', async () => {
    openTab({ me: people.member, at: 'programme/working-calendar' });
    await screen.findByRole('main');
    expect(screen.queryByRole('textbox', { name: 'Holidays' })).toBeNull();
  });
});
