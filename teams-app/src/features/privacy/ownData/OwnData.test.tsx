import type { ErasureResponse, PersonalDataResponse } from '@last-mile/shared/privacy';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openTab, type Answer } from '../../../testing/openTab';
import { people } from '../../../testing/people';

const key = 'd0000000-0000-4000-8000-000000000001';
const place = (
  change: Partial<PersonalDataResponse['places'][number]>,
): PersonalDataResponse['places'][number] => ({
  ...{ place: 'usage_event', home: 'table', kind: 'use', what: 'w', why: 'y', keptFor: 'k' },
  ...{ seenBy: 's', onErasure: ['unlinked'], records: [{ at: '2026-11-18' }] },
  ...change,
});
const held: PersonalDataResponse = {
  asOf: '2026-11-19T11:00:00Z',
  places: [
    place({}),
    place({ place: 'subject_week', records: [{}, {}] }),
    place({ place: 'Feedback', home: 'list', kind: 'feedback', onErasure: ['emptied'] }),
  ],
};
const underWay: ErasureResponse = {
  erasure: {
    ...{ clientKey: key, askedAt: '2026-11-19T11:00:00Z', doneAt: null },
    ...{ countsFrom: '2026-11-23', done: [] },
  },
  blockedBy: [],
};
const none: ErasureResponse = { erasure: null, blockedBy: [] };

const open = (erasure: ErasureResponse, answers: Readonly<Record<string, Answer>> = {}) =>
  openTab({
    me: people.member,
    at: 'me',
    answers: {
      'GET /api/coaching/choice': () => ({ json: { optedOut: false } }),
      'GET /api/me/data': () => ({ json: held }),
      'GET /api/me/erasure': () => ({ json: erasure }),
      ...answers,
    },
  });

test('everybody sees what is held about them, by kind and how much', async () => {
  open(none);
  const list = await screen.findByRole('list', { name: 'What is held about you' });
  const lines = within(list)
    .getAllByRole('listitem')
    .map((each) => each.textContent);
  expect(lines).toEqual([
    'What you used, under a random number: 3 records',
    'Feedback you sent, and what came of it: 1 record',
  ]);
  expect(screen.getByRole('button', { name: 'Save all of it as a file' })).toBeTruthy();
});

test('an erasure says what it does, asks for the word, and then how it stands', async () => {
  const { user } = open(none, { 'POST /api/me/erasure': () => ({ status: 202, json: underWay }) });
  const erase = await screen.findByRole('button', { name: 'Erase what is held about me' });
  expect(screen.getByText(/no figure moves/)).toBeTruthy();
  expect(erase).toHaveProperty('disabled', true);
  await user.type(screen.getByLabelText('Type ERASE to confirm'), 'erase');
  await user.click(erase);
  expect(await screen.findByText(/is under way/)).toBeTruthy();
  await waitFor(() => {
    expect(screen.queryByRole('button', { name: 'Erase what is held about me' })).toBeNull();
  });
});

test('who answers for a programme is told to name somebody else first', async () => {
  open({ erasure: null, blockedBy: ['Everyday AI'] });
  expect(await screen.findByText(/You answer for Everyday AI/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Erase what is held about me' })).toBeNull();
});

test('what was done before is told, and that one counts anew', async () => {
  open({
    erasure: {
      ...{ clientKey: key, askedAt: '2026-11-19T11:00:00Z', doneAt: '2026-11-19T11:01:00Z' },
      countsFrom: '2026-11-23',
      done: [{ place: 'Feedback', kind: 'feedback', act: 'emptied', records: 2 }],
    },
    blockedBy: [],
  });
  expect(await screen.findByText(/2 records were found then/)).toBeTruthy();
  expect(screen.getByText(/From 23 Nov 2026 on/)).toBeTruthy();
});
