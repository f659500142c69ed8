import type { Suggestion } from '@last-mile/shared/feedback';
import { cleanup, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openTab } from '../../../testing/openTab';
import { people } from '../../../testing/people';

let made = 0;
function suggestion(change: Partial<Suggestion>): Suggestion {
  made += 1;
  return {
    clientKey: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    ...{ about: { type: 'tool' }, text: 'Ask for the fee first.', state: 'inProgress' },
    ...{ outcome: null, outcomeReference: null, outcomeLink: null },
    ...{ submittedAt: '2026-11-20T10:00:00Z', votes: 0, voted: false, own: false, shown: true },
    ...change,
  };
}

function open(...items: Suggestion[]) {
  const votes = Object.fromEntries(
    items.map((each) => [
      `POST /api/suggestions/${each.clientKey}/vote`,
      ({ body }: { body: unknown }) => {
        const { vote } = body as { vote: boolean };
        return { json: { ...each, votes: each.votes + (vote ? 1 : 0), voted: vote } };
      },
    ]),
  );
  return openTab({
    me: people.member,
    at: 'feedback',
    answers: { 'GET /api/suggestions': () => ({ json: { items, asOf: null } }), ...votes },
  });
}

function moment() {
  let come: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => {
    come = resolve;
  });
  return { come, reached };
}

test('a member goes from their feedback to the suggestions, and votes for one', async () => {
  const wanted = suggestion({ votes: 2 });
  const { requestsTo, user } = open(wanted);
  await user.click(await screen.findByRole('tab', { name: 'Suggestions' }));
  const vote = await screen.findByRole('button', { name: /I would like that too/ });
  expect(screen.getByText('2 votes')).toBeTruthy();
  await user.click(vote);
  expect(await screen.findByText('3 votes')).toBeTruthy();
  expect(vote.getAttribute('aria-pressed')).toBe('true');
  await user.click(vote);
  expect(await screen.findByText('2 votes')).toBeTruthy();
  const sent = requestsTo(`POST /api/suggestions/${wanted.clientKey}/vote`);
  expect(sent.map(({ body }) => body)).toEqual([{ vote: true }, { vote: false }]);
});

test('a vote that cannot be sent says that it will be, and goes once it can', async () => {
  const wanted = suggestion({ votes: 2 });
  const vote = `POST /api/suggestions/${wanted.clientKey}/vote`;
  let away = true;
  let shown = wanted;
  const { requestsTo, user } = openTab({
    me: people.member,
    at: 'feedback/suggestions',
    answers: {
      'GET /api/suggestions': () => ({ json: { items: [shown], asOf: null } }),
      [vote]: () => {
        if (away) return { status: 503, json: { code: 'away', message: 'Not now.' } };
        shown = { ...wanted, votes: 3, voted: true };
        return { json: shown };
      },
    },
  });
  const button = await screen.findByRole('button', { name: /I would like that too/ });
  await user.click(button);
  expect(await screen.findByText(/kept on this device and will be sent/)).toBeTruthy();
  expect(button.getAttribute('aria-pressed')).toBe('true');
  expect(screen.getByText('2 votes')).toBeTruthy();

  away = false;
  await user.click(screen.getByRole('button', { name: 'Send now' }));
  expect(await screen.findByText('3 votes')).toBeTruthy();
  expect(screen.queryByText(/will be sent/)).toBeNull();
  expect(button.getAttribute('aria-pressed')).toBe('true');
  expect(requestsTo(vote).map(({ body }) => body)).toEqual([{ vote: true }, { vote: true }]);
});

test('a kept vote that goes while the list is on its way is counted in it', async () => {
  const wanted = suggestion({ votes: 2 });
  const path = `/api/suggestions/${wanted.clientKey}/vote`;
  let away = true;
  const asked = moment();
  const sent = moment();
  let shown = wanted;
  const tab = {
    me: people.member,
    at: 'feedback/suggestions',
    answers: {
      // As it was when it was asked for, however late it arrives.
      'GET /api/suggestions': async () => {
        const items = [shown];
        if (!away) {
          asked.come();
          await sent.reached;
        }
        return { json: { items, asOf: null } };
      },
      [`POST ${path}`]: async () => {
        if (away) return { status: 503, json: { code: 'away', message: 'Not now.' } };
        await asked.reached;
        shown = { ...wanted, votes: 3, voted: true };
        // Once the device has forgotten it too.
        setTimeout(sent.come, 50);
        return { json: shown };
      },
    },
  };
  const first = openTab(tab);
  await first.user.click(await screen.findByRole('button', { name: /I would like that too/ }));
  await screen.findByText(/kept on this device and will be sent/);
  cleanup();

  away = false;
  openTab(tab);
  expect(await screen.findByText('3 votes')).toBeTruthy();
  expect(screen.queryByText(/will be sent/)).toBeNull();
});

test("one's own has no vote, and says when only its author sees it", async () => {
  const { user } = open(
    suggestion({ own: true, votes: 1 }),
    suggestion({ own: true, shown: false }),
  );
  await user.click(await screen.findByRole('tab', { name: 'Suggestions' }));
  expect(await screen.findByText(/Only you see it/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /I would like that too/ })).toBeNull();
});

test('the list can be narrowed to a state and put in another order', async () => {
  const { user } = open(
    suggestion({ text: 'old and wanted', votes: 5, submittedAt: '2026-11-10T10:00:00Z' }),
    suggestion({ text: 'new', votes: 1 }),
    suggestion({
      ...{ text: 'done', state: 'closed', outcome: 'declined', votes: 0 },
      ...{ outcomeReference: 'Clients like it.', submittedAt: '2026-11-01T10:00:00Z' },
    }),
  );
  await user.click(await screen.findByRole('tab', { name: 'Suggestions' }));
  expect(await screen.findByText('Left as it is: Clients like it.')).toBeTruthy();
  const order = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(order()).toEqual([
    expect.stringContaining('old and wanted'),
    expect.stringContaining('new'),
    expect.stringContaining('done'),
  ]);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Order' }), 'Newest first');
  expect(order()[0]).toContain('new');
  await user.selectOptions(screen.getByRole('combobox', { name: 'State' }), 'Done');
  expect(order()).toEqual([expect.stringContaining('done')]);
  await user.selectOptions(
    screen.getByRole('combobox', { name: 'State' }),
    'Waiting for the vendor',
  );
  expect(screen.getByText('None of these')).toBeTruthy();
});
