import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { feedbackDetail, queueItem, queuePage } from '../../../testing/feedback';
import { openTab, type OpenTabOptions } from '../../../testing/openTab';
import { people } from '../../../testing/people';

const late = queueItem({ text: 'The fee is invented.', dueOn: '2026-11-20', overdue: true });
const taken = queueItem({
  text: 'It forgets the signature.',
  state: 'inProgress',
  assignee: { userId: 'tomas', name: 'Tomás Herrera' },
  voices: 3,
});
const suggestion = queueItem({
  kind: 'suggestion',
  reason: null,
  about: { type: 'tool' },
  text: 'Ask for the deadline first.',
  dueOn: '2999-01-31',
});
const items = [late, taken, suggestion];

function openQueue(options: Partial<OpenTabOptions> = {}) {
  return openTab({
    me: people.champion,
    at: 'feedback/queue',
    ...options,
    answers: {
      'GET /api/feedback': () => ({
        json: queuePage(items, {
          counts: { new: 2, due: 1, mine: 0, vendor: 4, open: 3, done: 79 },
        }),
      }),
      ...Object.fromEntries(
        items.map((item) => [
          `GET /api/feedback/${item.clientKey}`,
          () => ({ json: feedbackDetail(item) }),
        ]),
      ),
      ...options.answers,
    },
  });
}

const rows = () => screen.findAllByRole('link', { name: /Wrong|Suggestion/ });
const asked = (opened: ReturnType<typeof openTab>) =>
  opened
    .requestsTo('GET /api/feedback')
    .map(({ url }) => Object.fromEntries(url.searchParams))
    .at(-1);

describe('finding what to answer', () => {
  test('each piece says why, by when, whose it is now and how many are behind it', async () => {
    openQueue();
    const [first, second, third] = await rows();
    expect(within(first!).getByText('Was due 20 Nov')).toBeTruthy();
    expect(
      within(second!).getByText(/In progress · .* · With Tomás Herrera · 3 people/),
    ).toBeTruthy();
    // What is answered has no answer due any more.
    expect(within(second!).queryByText(/due/i)).toBeNull();
    expect(within(third!).getByText('Due 31 Jan')).toBeTruthy();
    expect(screen.getByText('3 items')).toBeTruthy();
    expect(screen.getByText(/^As of 23 Nov 2026/)).toBeTruthy();
  });

  test('the views say how many each holds, and lead there', async () => {
    const opened = openQueue();
    const views = await screen.findByRole('navigation', { name: 'Parts of the queue' });
    const due = await within(views).findByRole('link', { name: 'Due, 1' });
    expect(within(views).getByRole('link', { name: 'Done, 79' })).toBeTruthy();
    expect(within(views).getByRole('link', { current: 'page' }).textContent).toBe('All open 3');
    await opened.user.click(due);
    await waitFor(() => {
      expect(asked(opened)).toEqual({ view: 'due' });
    });
    expect(window.location.hash).toBe('#/feedback/queue?view=due');
  });

  test('words, reason, subject and order are asked of the API and kept in the address', async () => {
    const opened = openQueue();
    const { user } = opened;
    await user.type(await screen.findByRole('searchbox'), 'fee');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Reason' }), 'Unsafe');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Order' }), 'Newest first');
    const wanted = { reason: 'unsafe', q: 'fee', sort: 'newest' };
    await waitFor(() => {
      expect(asked(opened)).toEqual(wanted);
    });
    expect(window.location.hash).toBe('#/feedback/queue?reason=unsafe&q=fee&sort=newest');
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    await waitFor(() => {
      expect(asked(opened)).toEqual({ sort: 'newest' });
    });
    expect(screen.getByRole('searchbox')).toHaveProperty('value', '');
  });

  test('two filters chosen before the page is drawn again are both kept', async () => {
    openQueue();
    const reason = await screen.findByRole('combobox', { name: 'Reason' });
    const order = screen.getByRole('combobox', { name: 'Order' });
    act(() => {
      fireEvent.change(reason, { target: { value: 'unsafe' } });
      fireEvent.change(order, { target: { value: 'newest' } });
    });
    await waitFor(() => {
      expect(window.location.hash).toBe('#/feedback/queue?reason=unsafe&sort=newest');
    });
  });

  test('a link shows the same view, filters and item', async () => {
    const opened = openQueue({
      at: `feedback/queue/${late.clientKey}?view=new&about=libraryItem&q=fee`,
    });
    expect(await screen.findByRole('article')).toBeTruthy();
    expect(asked(opened)).toEqual({ view: 'new', about: 'libraryItem', q: 'fee' });
    expect(screen.getByRole('searchbox')).toHaveProperty('value', 'fee');
    expect(screen.getByRole('combobox', { name: 'Subject' })).toHaveProperty(
      'value',
      'libraryItem',
    );
  });

  test('more pages are fetched on demand', async () => {
    const { user } = openQueue({
      answers: {
        'GET /api/feedback': ({ url }) => ({
          json:
            url.searchParams.get('after') === 'page 1'
              ? queuePage([suggestion], { total: 2 })
              : queuePage([late], { total: 2, next: 'page 1' }),
        }),
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Show more' }));
    await waitFor(async () => {
      expect(await rows()).toHaveLength(2);
    });
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  test.each([
    ['feedback/queue', 'Nothing waits'],
    ['feedback/queue?view=new', 'Everything is answered'],
    ['feedback/queue?view=due', 'Nothing is due'],
    ['feedback/queue?view=mine', 'Nothing is assigned to you'],
    ['feedback/queue?view=vendor', 'Nothing waits on the vendor'],
    ['feedback/queue?view=done', 'Nothing is closed yet'],
    ['feedback/queue?view=done&q=fee', 'Nothing matches'],
  ])('%s with nothing in it says: %s', async (at, words) => {
    openTab({ me: people.champion, at });
    expect(await screen.findByText(words)).toBeTruthy();
  });

  test('a queue that cannot be had says why and can be asked for again', async () => {
    let failing = true;
    const { user } = openQueue({
      answers: {
        'GET /api/feedback': () =>
          failing
            ? { status: 403, json: { code: 'notYourProgramme', message: 'Not your programme.' } }
            : { json: queuePage(items) },
      },
    });
    expect(await screen.findByText(/Not your programme/)).toBeTruthy();
    failing = false;
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await rows()).toHaveLength(3);
  });

  test('a leader who follows a link to the queue sees their own, and nothing is asked', async () => {
    const { requestsTo } = openQueue({ me: people.leader });
    expect(await screen.findByText('You have not written anything yet')).toBeTruthy();
    expect(screen.queryByRole('tab', { name: 'Queue' })).toBeNull();
    expect(requestsTo('GET /api/feedback')).toEqual([]);
  });

  test('a champion changes between the queue and their own', async () => {
    const { user } = openQueue();
    await rows();
    await user.click(screen.getByRole('tab', { name: 'My feedback' }));
    expect(await screen.findByText('You have not written anything yet')).toBeTruthy();
  });
});

describe('the queue by keyboard', () => {
  test('j, k and the arrows lead through the list, Enter opens, Escape comes back', async () => {
    const { user } = openQueue();
    const [first, second, third] = await rows();
    await user.keyboard('j');
    expect(document.activeElement).toBe(first);
    await user.keyboard('j{ArrowDown}');
    expect(document.activeElement).toBe(third);
    await user.keyboard('k');
    expect(document.activeElement).toBe(second);
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('article')).toBeTruthy();
    expect(second!.getAttribute('aria-current')).toBe('true');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('article')).toBeNull();
    expect(document.activeElement).toBe(second);
  });

  test('a letter begins the act on the row in hand, and is a letter again in a field', async () => {
    const { user } = openQueue();
    await rows();
    await user.keyboard('jt');
    const note = await screen.findByRole('textbox', { name: 'A word to the reporter' });
    await waitFor(() => {
      expect(document.activeElement).toBe(note);
    });
    await user.keyboard('just a moment');
    expect(note).toHaveProperty('value', 'just a moment');
    expect(window.location.hash).toBe(`#/feedback/queue/${late.clientKey}?act=takeUp`);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('textbox', { name: 'A word to the reporter' })).toBeNull();
    expect(screen.getByRole('article')).toBeTruthy();
  });

  test('letters can be switched off; the arrows still lead through the list', async () => {
    const { user } = openQueue();
    const [first, second] = await rows();
    await user.click(screen.getByRole('button', { name: 'Keyboard' }));
    await user.click(await screen.findByLabelText('Single keys act'));
    await user.keyboard('{Escape}');
    await waitFor(() => {
      expect(screen.queryByLabelText('Single keys act')).toBeNull();
    });
    first!.focus();
    await user.keyboard('jt');
    expect(document.activeElement).toBe(first);
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(second);
    await user.click(screen.getByRole('button', { name: 'Keyboard' }));
    await user.click(await screen.findByLabelText('Single keys act'));
  });

  test('the slash leads to the search', async () => {
    const { user } = openQueue();
    await rows();
    await user.keyboard('/');
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  });
});

describe('several at once', () => {
  const bulkRoute = 'POST /api/feedback/triage';

  test('what is chosen is declined with one reason, and what somebody changed stays chosen', async () => {
    const { user, requestsTo } = openQueue({
      answers: {
        [bulkRoute]: () => ({
          json: {
            results: [
              { clientKey: late.clientKey, state: 'done', item: late },
              { clientKey: suggestion.clientKey, state: 'conflict', item: suggestion },
            ],
          },
        }),
      },
    });
    await user.click(await screen.findByRole('checkbox', { name: 'Choose: The fee is invented.' }));
    await user.click(screen.getByRole('checkbox', { name: 'Choose: Ask for the deadline first.' }));
    const bar = screen.getByRole('region', { name: 'With what is chosen' });
    await user.click(within(bar).getByRole('button', { name: 'Decline' }));
    await user.click(within(bar).getByRole('button', { name: 'Decline 2 items' }));
    expect(within(bar).getByText('Write a few words first.')).toBeTruthy();
    await user.type(within(bar).getByRole('textbox', { name: /Why not/ }), 'Known already.');
    await user.click(within(bar).getByRole('button', { name: 'Decline 2 items' }));
    expect(await screen.findByText(/1 item is done\. 1 item was changed by somebody/)).toBeTruthy();
    expect(requestsTo(bulkRoute).map(({ body }) => body)).toEqual([
      {
        items: [late, suggestion].map(({ clientKey, eTag }) => ({ clientKey, eTag })),
        act: {
          do: 'close',
          outcome: { route: 'declined', reason: 'Known already.' },
          note: null,
        },
      },
    ]);
    expect(screen.getByText('1 chosen')).toBeTruthy();
    expect(
      screen.getByRole('checkbox', { name: 'Choose: Ask for the deadline first.' }),
    ).toHaveProperty('checked', true);
  });

  test('all that are shown are chosen with one box, and assigned with two clicks', async () => {
    const { user, requestsTo } = openQueue({
      answers: {
        [bulkRoute]: () => ({
          json: {
            results: items.map((item) => ({ clientKey: item.clientKey, state: 'done', item })),
          },
        }),
      },
    });
    await user.click(await screen.findByRole('checkbox', { name: 'Choose all shown' }));
    const bar = screen.getByRole('region', { name: 'With what is chosen' });
    await user.click(within(bar).getByRole('button', { name: 'Assign' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Tomás Herrera' }));
    expect(await screen.findByText('3 items are done.')).toBeTruthy();
    expect(requestsTo(bulkRoute)[0]?.body).toMatchObject({
      act: { do: 'assign', to: 'c0000000-0000-4000-8000-000000000009' },
    });
  });

  test('a refusal says why and keeps the words', async () => {
    const { user } = openQueue({
      answers: {
        [bulkRoute]: () => ({ status: 403, json: { code: 'no', message: 'You may not.' } }),
      },
    });
    await rows();
    await user.keyboard('jx');
    const bar = screen.getByRole('region', { name: 'With what is chosen' });
    await user.click(within(bar).getByRole('button', { name: 'Take up' }));
    const note = within(bar).getByRole('textbox', { name: 'A word to who wrote it' });
    await user.type(note, 'Thank you.');
    await user.click(within(bar).getByRole('button', { name: 'Take up 1 item' }));
    expect(await screen.findByText(/You may not/)).toBeTruthy();
    expect(note).toHaveProperty('value', 'Thank you.');
  });

  test('a pack for the vendor holds what is chosen', async () => {
    const { user, requestsTo } = openQueue({
      answers: { 'GET /api/feedback/vendor-pack': () => ({ file: 'Two flags.' }) },
    });
    await user.click(await screen.findByRole('checkbox', { name: 'Choose: The fee is invented.' }));
    await user.click(screen.getByRole('button', { name: 'Vendor pack' }));
    await user.click(screen.getByRole('button', { name: 'Copy as text' }));
    expect(await screen.findByText('Copied.')).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe('Two flags.');
    const [asked] = requestsTo('GET /api/feedback/vendor-pack');
    expect(Object.fromEntries(asked!.url.searchParams)).toEqual({
      keys: late.clientKey,
      format: 'txt',
    });
  });
});
