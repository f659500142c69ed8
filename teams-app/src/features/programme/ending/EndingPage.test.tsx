import { screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { OwnershipResponse } from '@last-mile/shared/programme';
import { openTab, type Answer } from '../../../testing/openTab';
import { people, programme } from '../../../testing/people';

const ownership: OwnershipResponse = {
  eTag: '"p,1"',
  owner: {
    ...{ userId: programme.ownerId, name: 'Amara Okafor' },
    standing: { state: 'present', since: null },
  },
  ...{ phase: 'lighter', tookPart: 142, ended: null },
};
const stop = { how: 'stop', reason: 'The tool is gone.' } as const;
const ended = { ending: stop, message: 'Thank you all.', endedOn: '2026-11-20' };
const kim = { userId: 'kim', name: 'Kim Park', jobTitle: null };

const answersOf = (more: Readonly<Record<string, Answer>> = {}): Record<string, Answer> => ({
  'GET /api/programme/ending': () => ({ json: { ended: null } }),
  'GET /api/programme/owner': () => ({ json: ownership }),
  'GET /api/programme/people': () => ({ json: { people: [kim] } }),
  ...more,
});

beforeEach(() => {
  // After eight active weeks from 24 August on.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-10T09:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the end of a programme', () => {
  test('is said once, with a word to everyone, and by whom it is read', async () => {
    const { user, requestsTo } = openTab({
      ...{ me: people.champion, at: 'programme/ending' },
      answers: answersOf({
        'POST /api/programme/ending': () => ({ json: { ...ownership, phase: 'ended', ended } }),
      }),
    });
    expect(await screen.findByText('142 people took part')).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: 'It stops' }));
    await user.type(screen.getByRole('textbox', { name: 'Why it stops' }), stop.reason);
    const word = screen.getByRole('textbox', { name: 'A word to everyone who took part' });
    await user.type(word, 'Thank you all.');
    await user.click(screen.getByRole('button', { name: 'End the programme and tell everyone' }));
    expect(requestsTo('POST /api/programme/ending').map(({ body }) => body)).toEqual([
      { eTag: '"p,1"', ending: stop, message: 'Thank you all.' },
    ]);
  });

  test('offers before its time only to stop', async () => {
    vi.setSystemTime(new Date('2026-09-10T09:00:00Z'));
    openTab({ me: people.champion, at: 'programme/ending', answers: answersOf() });
    expect(await screen.findByRole('radio', { name: 'It stops' })).toBeTruthy();
    expect(screen.getAllByRole('radio')).toHaveLength(1);
  });

  test('is read by everybody', async () => {
    openTab({
      ...{ me: people.member, at: 'programme/ending' },
      answers: answersOf({ 'GET /api/programme/ending': () => ({ json: { ended } }) }),
    });
    expect(await screen.findByText('Thank you all.')).toBeTruthy();
    expect(screen.getByText('Said on 20 Nov 2026')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

describe('the sponsor', () => {
  const silent = {
    ...ownership,
    owner: { ...ownership.owner, standing: { state: 'silent', since: '2026-10-20' } },
  };

  test('is told that the owner is silent, and names another one', async () => {
    const { user, requestsTo } = openTab({
      ...{ me: people.leader, at: 'programme/owner' },
      answers: answersOf({
        'GET /api/programme/owner': () => ({ json: silent }),
        'POST /api/programme/owner': () => ({
          json: {
            ...ownership,
            owner: { ...ownership.owner, userId: 'kim', name: 'Kim Park' },
          },
        }),
      }),
    });
    expect(await screen.findByText(/since 20 Oct 2026/)).toBeTruthy();
    await user.type(screen.getByRole('combobox', { name: 'Its new owner' }), 'kim');
    await user.click(await screen.findByRole('option', { name: /Kim Park/ }));
    await user.click(screen.getByRole('button', { name: 'Name as the owner' }));
    expect(await screen.findByText(/The owner is Kim Park/)).toBeTruthy();
    expect(requestsTo('POST /api/programme/owner').map(({ body }) => body)).toEqual([
      { eTag: '"p,1"', ownerId: 'kim' },
    ]);
  });
});
