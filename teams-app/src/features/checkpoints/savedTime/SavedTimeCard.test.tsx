import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { SavedTimeRequest } from '@last-mile/shared/checkpoints';
import { openTab, type Answer } from '../../../testing/openTab';
import { people } from '../../../testing/people';

const send = 'POST /api/saved-time';
const question = 'Where did the time you saved this month go?';

const take: Answer = ({ body }) => ({
  ...{ status: 202 },
  json: { clientKey: (body as SavedTimeRequest).clientKey, state: 'accepted' },
});
const away: Answer = () => {
  throw new Error('There is no network.');
};

/** The library of a member; `month` keeps the tests apart on one device. */
const open = (month: string, { asked = true, again = false, taken = take } = {}) =>
  openTab({
    ...{ me: people.member, at: 'library', again },
    answers: {
      'GET /api/saved-time': () => ({ json: { month, asked, own: null } }),
      [send]: taken,
    },
  });

const card = () => screen.findByRole('region', { name: question });
const libraryIsThere = () => screen.findByRole('heading', { level: 1, name: 'Library' });

describe('the monthly question', () => {
  test('is answered with one tap, sent once, and thanks', async () => {
    const { user, requestsTo } = open('2026-01');
    await card();
    await user.click(screen.getByRole('button', { name: 'Learning' }));
    expect(await screen.findByText('Thank you.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Learning' })).toBeNull();
    expect(requestsTo(send).map(({ body }) => body)).toMatchObject([
      { month: '2026-01', use: 'learning' },
    ]);
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('region', { name: question })).toBeNull();
  });

  test('keeps an answer that cannot be sent, and does not ask again meanwhile', async () => {
    const offline = open('2026-02', { taken: away });
    await card();
    await offline.user.click(screen.getByRole('button', { name: 'Better work' }));
    expect(await screen.findByText(/kept on this device/)).toBeTruthy();
    offline.close();

    const still = open('2026-02', { again: true, taken: away });
    await libraryIsThere();
    await waitFor(() => {
      expect(still.requestsTo('GET /api/saved-time')).toHaveLength(1);
    });
    expect(screen.queryByRole('region', { name: question })).toBeNull();
    still.close();

    const online = open('2026-02', { again: true, asked: false });
    await waitFor(() => {
      expect(online.requestsTo(send)).toHaveLength(1);
    });
  });

  test('is not asked again by whoever comes back to the page after answering', async () => {
    const { user } = open('2026-06');
    await card();
    await user.click(screen.getByRole('button', { name: 'Learning' }));
    expect(await screen.findByText('Thank you.')).toBeTruthy();
    await user.click(screen.getByRole('tab', { name: 'Feedback' }));
    await waitFor(() => {
      expect(screen.queryByRole('heading', { level: 1, name: 'Library' })).toBeNull();
    });
    await user.click(screen.getByRole('tab', { name: 'Library' }));
    await libraryIsThere();
    const again = screen.findByRole('region', { name: question }, { timeout: 1_000 });
    await expect(again).rejects.toThrow(question);
  });

  test('that was put off is not asked again this month', async () => {
    const first = open('2026-03');
    await card();
    await first.user.click(screen.getByRole('button', { name: 'Not now' }));
    expect(screen.queryByRole('region', { name: question })).toBeNull();
    first.close();

    const second = open('2026-03', { again: true });
    await libraryIsThere();
    await waitFor(() => {
      expect(second.requestsTo('GET /api/saved-time')).toHaveLength(1);
    });
    expect(screen.queryByRole('region', { name: question })).toBeNull();
    second.close();

    open('2026-04', { again: true });
    expect(await card()).toBeTruthy();
  });

  test('is not asked of who used nothing, or has answered', async () => {
    const { requestsTo } = open('2026-05', { asked: false });
    await libraryIsThere();
    await waitFor(() => {
      expect(requestsTo('GET /api/saved-time')).toHaveLength(1);
    });
    expect(screen.queryByRole('region', { name: question })).toBeNull();
  });
});
