import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ParagraphHeatResponse } from '@last-mile/shared/adoption';
import type { MeResponse } from '@last-mile/shared/programme';
import { libraryItem, libraryPage } from '../../../testing/library';
import { openTab, type Answer } from '../../../testing/openTab';
import { people } from '../../../testing/people';

const body = '<p>Dear {{name}},</p><p>We are <b>late</b>.</p><p>Sorry.</p>';
const template = libraryItem({
  content: { kind: 'template', title: 'Delay notice', subject: 'Delay', body },
});
const route = `GET /api/adoption/items/${template.clientKey}/paragraphs`;

const known: ParagraphHeatResponse = {
  smallestGroup: 5,
  heat: {
    ...{ state: 'known', drafts: 1204, weeks: 9 },
    paragraphs: [
      { kept: 1204, rewritten: 0, deleted: 0 },
      { kept: 301, rewritten: 602, deleted: 301 },
    ],
  },
};

function open(answer: Answer, me: MeResponse = people.champion, item = template) {
  return openTab({
    me,
    at: `library/${item.clientKey}`,
    answers: {
      'GET /api/library': () => ({ json: libraryPage([item]) }),
      [`GET /api/library/${item.clientKey}`]: () => ({ json: item }),
      [route]: answer,
    },
  });
}

const heatMap = () => screen.findByRole('region', { name: 'What becomes of it' });

test('a champion reads beside a template what becomes of each paragraph of that version', async () => {
  const { requestsTo } = open(() => ({ json: known }));
  const panel = within(await heatMap());
  expect(await panel.findByText('1,204 drafts in 9 of the last 12 weeks')).toBeTruthy();
  const rows = panel.getAllByRole('row').slice(1);
  expect(rows.map((row) => row.textContent)).toEqual([
    'Dear {{name}},100% kept, 0% rewritten, 0% deleted',
    'We are late.25% kept, 50% rewritten, 25% deleted',
    'Sorry.Not enough data',
  ]);
  expect(requestsTo(route).map(({ url }) => url.search)).toEqual(['?version=3']);
});

test('it says what is missing while too few people sent it', async () => {
  open(() => ({ json: { smallestGroup: 5, heat: { state: 'notEnoughData' } } }));
  const panel = within(await heatMap());
  expect(
    await panel.findByText('Not enough data yet: at least 5 people need to send it in one week.'),
  ).toBeTruthy();
});

test('a failure can be tried again', async () => {
  let works = false;
  const { user } = open(() => (works ? { json: known } : { status: 403, json: {} }));
  const panel = within(await heatMap());
  const retry = await panel.findByRole('button', { name: 'Try again' });
  works = true;
  await user.click(retry);
  expect(await panel.findByRole('table')).toBeTruthy();
});

test('a member has none', async () => {
  const { requestsTo } = open(() => ({ json: known }), people.member);
  await screen.findByRole('button', { name: 'Flag a problem' });
  expect(screen.queryByRole('region', { name: 'What becomes of it' })).toBeNull();
  expect(requestsTo(route)).toEqual([]);
});

test('a prompt has none', async () => {
  open(() => ({ json: known }), people.champion, libraryItem());
  await screen.findByRole('button', { name: 'Flag a problem' });
  expect(screen.queryByRole('region', { name: 'What becomes of it' })).toBeNull();
});
