import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { dashboard } from '../testing/dashboard';
import { openTab } from '../testing/openTab';
import { people } from '../testing/people';
import type { SignIn, SignInState } from './signIn';
import { createWatched } from './watched';

const withDashboard = { 'GET /api/adoption/dashboard': () => ({ json: dashboard() }) };

describe('who comes in', () => {
  test('a champion lands on the dashboard, which is marked as sample data', async () => {
    const { host } = openTab({ me: people.champion, answers: withDashboard });
    expect(await screen.findByRole('heading', { level: 1, name: 'Everyday AI' })).toBeTruthy();
    expect(screen.getByRole('tab', { name: 'Dashboard', selected: true })).toBeTruthy();
    expect(screen.getByText('Sample data')).toBeTruthy();
    expect(host.succeeded).toHaveBeenCalled();
  });

  test('a member lands on the library and is not offered the dashboard', async () => {
    const { requestsTo } = openTab({ me: people.member });
    expect(await screen.findByRole('heading', { level: 1, name: 'Library' })).toBeTruthy();
    expect(screen.queryByRole('tab', { name: 'Dashboard' })).toBeNull();
    expect(requestsTo('GET /api/adoption/dashboard')).toEqual([]);
  });

  test('a member who follows a link to the dashboard lands on the library', async () => {
    openTab({ me: people.member, at: 'dashboard' });
    expect(await screen.findByRole('heading', { level: 1, name: 'Library' })).toBeTruthy();
  });

  test('a person in no programme is told so and what to do, and can look again', async () => {
    const { user, requestsTo } = openTab({ me: people.outsider });
    expect(await screen.findByText('You are in no programme yet')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Look again' }));
    await waitFor(() => {
      expect(requestsTo('GET /api/me')).toHaveLength(2);
    });
  });

  test('figures of an organisation of one’s own carry no mark', async () => {
    openTab({ me: { ...people.member, sampleData: false } });
    await screen.findByRole('heading', { level: 1, name: 'Library' });
    expect(screen.queryByText('Sample data')).toBeNull();
  });
});

describe('signing in', () => {
  test('one button asks Microsoft, and the tab goes on from there', async () => {
    const state = createWatched<SignInState>({ needed: true, failure: null });
    let resume: (token: string) => void = () => undefined;
    const signIn: SignIn = {
      accessToken: () =>
        new Promise((resolve) => {
          resume = resolve;
        }),
      start: vi.fn(() => {
        state.set({ needed: false });
        resume('token');
        return Promise.resolve();
      }),
      consent: () => Promise.resolve(),
      state,
    };
    const { user } = openTab({ me: people.member, signIn });
    await user.click(await screen.findByRole('button', { name: 'Sign in' }));
    expect(signIn.start).toHaveBeenCalledTimes(1);
  });

  test('a failed try is said and can be repeated', async () => {
    const state = createWatched<SignInState>({ needed: true, failure: 'closed' });
    openTab({
      me: people.member,
      signIn: {
        accessToken: () => new Promise(() => undefined),
        start: vi.fn(),
        consent: () => Promise.resolve(),
        state,
      },
    });
    expect(await screen.findByText(/Signing in did not work/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeTruthy();
  });
});

test('when nobody can say who the person is, the reason is shown and can be tried again', async () => {
  let failing = true;
  const { user } = openTab({
    me: people.member,
    answers: {
      'GET /api/me': () =>
        failing
          ? {
              status: 403,
              json: { code: 'account_disabled', message: 'This account is disabled.' },
            }
          : { json: people.member },
    },
  });
  expect(await screen.findByText(/This account is disabled/)).toBeTruthy();
  failing = false;
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Library' })).toBeTruthy();
});

test('a page is chosen with the Enter key', async () => {
  const { user } = openTab({ me: people.member });
  (await screen.findByRole('tab', { name: 'Feedback' })).focus();
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { level: 1, name: 'Feedback' })).toBeTruthy();
});

test('a suggestion can be written on every page, and words that cannot be sent wait', async () => {
  const { user } = openTab({
    me: people.member,
    at: 'feedback',
    answers: {
      'POST /api/feedback': () => ({
        status: 503,
        json: { code: 'unavailable', message: 'Not now.' },
      }),
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Suggest an improvement' }));
  await user.type(
    await screen.findByRole('textbox', { name: /What would work better/ }),
    'Shorter.',
  );
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(await screen.findByText(/Kept on this device/)).toBeTruthy();
  expect(await screen.findByText('1 thing waits to be sent')).toBeTruthy();
});
