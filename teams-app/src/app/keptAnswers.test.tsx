import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { dashboard } from '../testing/dashboard';
import { openTab, type Answer } from '../testing/openTab';
import { people, programme } from '../testing/people';
import type { SignIn } from './signIn';
import { createWatched } from './watched';

vi.mock('@fluentui/react-charts', () => import('../testing/charts'));

const figures = dashboard();
const withDashboard = (answer: Answer = () => ({ json: figures })) => ({
  'GET /api/adoption/dashboard': answer,
});
const refusal = { code: 'not_allowed', message: 'Ask the owner of the programme.' };

const theFigures = () => screen.findByRole('heading', { level: 1, name: figures.programmeName });
const noFigures = () =>
  screen.queryByRole('heading', { level: 1, name: figures.programmeName }) === null;

/** A first visit of the champion, closed when the device has the figures. */
async function visitOnce() {
  const first = openTab({ me: people.champion, answers: withDashboard() });
  await theFigures();
  await waitFor(() => {
    expect(JSON.stringify(localStorage)).toContain(figures.asOf);
  });
  first.close();
}

/** Nobody answers the question for a token. */
const silence = (): SignIn => ({
  accessToken: vi.fn(() => new Promise<string>(() => undefined)),
  start: () => Promise.resolve(),
  consent: () => Promise.resolve(),
  state: createWatched({ needed: false }),
});

describe('the second visit', () => {
  test('shows the figures of the first before any token or answer, and asks for new ones', async () => {
    await visitOnce();
    const signIn = silence();
    const { requests } = openTab({ me: people.champion, signIn, again: true });
    expect(await theFigures()).toBeTruthy();
    expect(screen.getByText(/^As of /)).toBeTruthy();
    expect(requests).toEqual([]);
    await waitFor(() => {
      expect(signIn.accessToken).toHaveBeenCalled();
    });
  });

  test('shows the new figures when they come', async () => {
    await visitOnce();
    openTab({
      me: people.champion,
      answers: withDashboard(() => ({ json: dashboard({ programmeName: 'Everyday AI, again' }) })),
      again: true,
    });
    expect(await screen.findByRole('heading', { name: 'Everyday AI, again' })).toBeTruthy();
  });

  test('says that the figures are not new while the API is away', async () => {
    await visitOnce();
    openTab({
      me: people.champion,
      answers: {
        'GET /api/me': () => ({ status: 503, json: { code: 'away', message: 'Not now.' } }),
        ...withDashboard(() => ({ status: 503, json: { code: 'away', message: 'Not now.' } })),
      },
      again: true,
    });
    expect(await theFigures()).toBeTruthy();
    expect(
      await screen.findByText(/could not be brought up to date/, {}, { timeout: 6_000 }),
    ).toBeTruthy();
    expect(noFigures()).toBe(false);
  });
});

describe('nobody sees what was kept for another', () => {
  test('another person in the same browser waits for their own answer', async () => {
    await visitOnce();
    openTab({ me: people.leader, signIn: silence(), again: true });
    await waitFor(() => {
      expect(JSON.stringify(localStorage)).not.toContain(figures.asOf);
    });
    expect(noFigures()).toBe(true);
  });

  test('a host that names somebody else than the API leaves nothing on the device', async () => {
    openTab({ me: people.champion, answers: withDashboard(), hostUserId: people.member.userId });
    await theFigures();
    expect(JSON.stringify(localStorage)).not.toContain(figures.asOf);
  });
});

describe('what is refused is neither shown nor kept any longer', () => {
  test('to a person who may not come in any more', async () => {
    await visitOnce();
    openTab({
      me: people.champion,
      answers: {
        'GET /api/me': () => ({ status: 403, json: refusal }),
        ...withDashboard(() => ({ status: 403, json: refusal })),
      },
      again: true,
    });
    expect(await screen.findByText(new RegExp(refusal.message))).toBeTruthy();
    expect(noFigures()).toBe(true);
    expect(JSON.stringify(localStorage)).not.toContain(figures.asOf);
  });

  test('to a person who may not see the dashboard any more', async () => {
    await visitOnce();
    openTab({
      me: {
        ...people.champion,
        programme: { ...programme, ownerId: 'other' },
        roles: [],
        standing: 'member',
      },
      answers: withDashboard(() => ({ status: 403, json: refusal })),
      again: true,
    });
    expect(await screen.findByRole('heading', { level: 1, name: 'Library' })).toBeTruthy();
    expect(JSON.stringify(localStorage)).not.toContain(figures.asOf);
  });
});
