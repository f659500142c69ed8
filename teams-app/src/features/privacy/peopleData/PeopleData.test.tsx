import type { ErasureResponse, PersonalDataResponse } from '@last-mile/shared/privacy';
import type { MeResponse } from '@last-mile/shared/programme';
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openTab, type Answer } from '../../../testing/openTab';
import { people } from '../../../testing/people';

const admin: MeResponse = { ...people.member, displayName: 'Wei Zhang', roles: ['Admin'] };
const userId = 'c0000000-0000-4000-8000-000000000009';
const aisha = { userId, name: 'Aisha Farouk', jobTitle: 'People Partner' };
const held: PersonalDataResponse = {
  asOf: '2026-11-19T11:00:00Z',
  places: [
    {
      ...{ place: 'usage_event', home: 'table', kind: 'use', what: 'w', why: 'y', keptFor: 'k' },
      ...{ seenBy: 's', onErasure: ['unlinked'], records: [{ at: '2026-11-18' }, {}] },
    },
  ],
};
const none: ErasureResponse = { erasure: null, blockedBy: [] };
const underWay: ErasureResponse = {
  erasure: {
    ...{ clientKey: 'd0000000-0000-4000-8000-000000000001', askedAt: '2026-11-19T11:00:00Z' },
    ...{ doneAt: null, countsFrom: '2026-11-23', done: [] },
  },
  blockedBy: [],
};

const open = (me: MeResponse, answers: Readonly<Record<string, Answer>> = {}) =>
  openTab({
    me,
    at: 'people-data',
    answers: {
      'GET /api/people': () => ({ json: { people: [aisha] } }),
      'GET /api/people/erasure': () => ({ json: none }),
      'POST /api/people/data': () => ({ json: held }),
      'POST /api/people/erasure': () => ({ status: 202, json: underWay }),
      ...answers,
    },
  });

async function pick(user: ReturnType<typeof openTab>['user']) {
  await user.type(await screen.findByRole('combobox', { name: 'Person' }), 'Aisha');
  await user.click(await screen.findByRole('option', { name: 'Aisha Farouk, People Partner' }));
  await screen.findByRole('heading', { name: 'What is held about Aisha Farouk' });
}

test('an admin sees what is held about somebody only when they ask for it, once', async () => {
  const { user, requestsTo } = open(admin);
  await pick(user);
  expect(requestsTo('POST /api/people/data')).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Show what is held' }));
  expect(await screen.findByText('What they used, under a random number: 2 records')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Save it as a file to hand out' })).toBeTruthy();
  expect(requestsTo('POST /api/people/data').map(({ body }) => body)).toEqual([{ userId }]);
});

test('an erasure wants the person’s name typed, and takes what was seen off the page', async () => {
  const { user, requestsTo } = open(admin);
  await pick(user);
  await user.click(screen.getByRole('button', { name: 'Show what is held' }));
  await screen.findByText(/2 records/);
  const erase = await screen.findByRole('button', { name: 'Erase what is held about this person' });
  const field = screen.getByLabelText('Type Aisha Farouk to confirm');
  await user.type(field, 'Aisha');
  expect(erase).toHaveProperty('disabled', true);
  await user.type(field, ' farouk');
  await user.click(erase);
  const status = await screen.findByText(/is under way/);
  await waitFor(() => {
    expect(status.parentElement).toBe(document.activeElement);
  });
  expect(screen.queryByText(/2 records/)).toBeNull();
  expect(requestsTo('POST /api/people/erasure').map(({ body }) => body)).toEqual([
    { userId, clientKey: expect.any(String) as unknown },
  ]);
});

test('whoever answers for a programme is erased only once somebody else does', async () => {
  const { user } = open(admin, {
    'GET /api/people/erasure': () => ({ json: { erasure: null, blockedBy: ['Everyday AI'] } }),
  });
  await pick(user);
  expect(await screen.findByText(/This person answers for Everyday AI/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Erase/ })).toBeNull();
});

test('who is no admin is told whose page it is, and asks nothing of the API', async () => {
  const { requests } = open(people.champion);
  expect(await screen.findByText(/who have the role Admin/)).toBeTruthy();
  expect(screen.queryByRole('combobox')).toBeNull();
  expect(requests.filter(({ route }) => route.includes('/api/people'))).toEqual([]);
});

test('an admin in no programme gets there from their own data', async () => {
  const { user } = openTab({
    me: { ...people.outsider, roles: ['Admin'] },
    answers: {
      'GET /api/me/data': () => ({ json: { ...held, places: [] } }),
      'GET /api/me/erasure': () => ({ json: none }),
    },
  });
  await user.click(await screen.findByRole('link', { name: 'What is held about you' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Your data' })).toBeTruthy();
  expect(await screen.findByText('Nothing is held about you.')).toBeTruthy();
  await user.click(screen.getByRole('link', { name: 'Data about a person, for admins' }));
  expect(await screen.findByRole('combobox', { name: 'Person' })).toBeTruthy();
  await user.click(screen.getByRole('link', { name: 'Back to your own data' }));
  await user.click(await screen.findByRole('link', { name: 'Back' }));
  expect(await screen.findByText('You are in no programme yet')).toBeTruthy();
});
