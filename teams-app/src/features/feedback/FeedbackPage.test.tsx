import type { FeedbackItem } from '@last-mile/shared/feedback';
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { openTab, type Answer } from '../../testing/openTab';
import { people } from '../../testing/people';

const itemKey = '00000000-0000-4000-8000-000000000001';
let made = 0;

function feedback(change: Partial<FeedbackItem>): FeedbackItem {
  made += 1;
  return {
    clientKey: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    kind: 'flag',
    reason: 'wrong',
    reachedClient: false,
    about: { type: 'libraryItem', itemKey, version: 3 },
    text: 'The date is invented.',
    reporter: 'Colleague 7',
    surface: 'outlook',
    state: 'new',
    submittedAt: '2026-11-20T10:00:00Z',
    dueOn: '2026-11-24',
    overdue: false,
    outcome: null,
    outcomeReference: null,
    outcomeLink: null,
    delivered: true,
    output: null,
    caseConsent: false,
    outcomeNote: null,
    respondedAt: null,
    closedAt: null,
    helped: null,
    helpedWords: null,
    reopened: 0,
    mergedInto: null,
    heldBack: false,
    ...change,
  };
}

const listing = (...items: FeedbackItem[]): Answer => {
  return () => ({ json: { items, asOf: '2026-11-23T09:00:00Z' } });
};

describe('my feedback', () => {
  test('a member sees what became of what they wrote', async () => {
    openTab({
      me: people.member,
      at: 'feedback',
      answers: {
        'GET /api/feedback/mine': listing(feedback({ state: 'waitingOnVendor', reporter: 'you' })),
      },
    });
    expect(await screen.findByText('The date is invented.')).toBeTruthy();
    expect(screen.getByText('Waiting on the vendor')).toBeTruthy();
    expect(screen.queryByRole('tab', { name: 'Queue' })).toBeNull();
  });

  test('what is safe but not in SharePoint yet is said to be on its way', async () => {
    openTab({
      me: people.member,
      at: 'feedback',
      answers: { 'GET /api/feedback/mine': listing(feedback({ delivered: false })) },
    });
    expect(await screen.findByText(/on its way to SharePoint/)).toBeTruthy();
  });

  test('says what was done, and asks once whether it helped', async () => {
    const closed = feedback({
      ...{ state: 'closed', reporter: 'you', outcome: 'promptAdjusted' },
      ...{ outcomeReference: 'Follow-up, version 4', outcomeNote: 'Thank you, well spotted.' },
      outcomeLink: { type: 'libraryItem', itemKey, version: 4 },
    });
    let items = [closed];
    const answered = `/api/feedback/${closed.clientKey}/helped`;
    const { requestsTo, user } = openTab({
      me: people.member,
      at: 'feedback',
      answers: {
        'GET /api/feedback/mine': () => ({ json: { items, asOf: null } }),
        [`POST ${answered}`]: ({ body }) => {
          const { clientKey } = body as { clientKey: string };
          items = [{ ...closed, state: 'new', helped: false, reopened: 1 }];
          return { status: 202, json: { clientKey, state: 'accepted' } };
        },
      },
    });
    expect(await screen.findByText(/The text was changed: Follow-up, version 4/)).toBeTruthy();
    expect(screen.getByText(/Thank you, well spotted/)).toBeTruthy();
    const link = screen.getByRole('link', { name: 'Open it' });
    expect(link.getAttribute('href')).toBe(`#/library/${itemKey}`);

    await user.click(screen.getByRole('button', { name: 'No' }));
    await user.type(screen.getByRole('textbox', { name: 'What is still wrong?' }), 'Same date.');
    await user.click(screen.getByRole('button', { name: 'Send the answer' }));
    expect(await screen.findByText(/it is open again/)).toBeTruthy();
    expect(requestsTo(`POST ${answered}`).map(({ body }) => body)).toMatchObject([
      { helped: false, words: 'Same date.' },
    ]);
    expect(screen.queryByText('Did that help?')).toBeNull();
  });

  test('nothing written yet says what can be', async () => {
    openTab({ me: people.member, at: 'feedback' });
    expect(await screen.findByText('You have not written anything yet')).toBeTruthy();
  });

  test('a member who follows a link to the queue sees their own', async () => {
    const { requestsTo } = openTab({ me: people.member, at: 'feedback/queue' });
    expect(await screen.findByText('You have not written anything yet')).toBeTruthy();
    expect(requestsTo('GET /api/feedback')).toEqual([]);
  });
});

describe('the queue', () => {
  test('what reached a client comes first, then what nobody answered by its day, closed last', async () => {
    openTab({
      me: people.champion,
      at: 'feedback/queue',
      answers: {
        'GET /api/feedback': listing(
          feedback({ text: 'closed', state: 'closed' }),
          feedback({ text: 'under way', state: 'inProgress', dueOn: '2026-11-18' }),
          feedback({ text: 'later', dueOn: '2026-11-26' }),
          feedback({ text: 'late', dueOn: '2026-11-20', overdue: true }),
          feedback({ text: 'client', reachedClient: true, dueOn: '2026-11-27' }),
        ),
      },
    });
    const rows = await screen.findAllByRole('listitem');
    const texts = ['client', 'late', 'later', 'under way', 'closed'];
    expect(rows).toHaveLength(texts.length);
    rows.forEach((row, index) => {
      expect(within(row).getByText(texts[index] ?? '')).toBeTruthy();
    });
    expect(within(rows[0]!).getByText('It reached a client')).toBeTruthy();
    expect(within(rows[1]!).getByText('Overdue')).toBeTruthy();
    expect(within(rows[1]!).getByText(/First answer was due 20 Nov 2026/)).toBeTruthy();
    // What is answered has no first answer due any more.
    expect(within(rows[3]!).queryByText(/due/)).toBeNull();
    expect(screen.getByText('4 open')).toBeTruthy();
  });

  test('an item leads to what it is about', async () => {
    openTab({
      me: people.champion,
      at: 'feedback/queue',
      answers: { 'GET /api/feedback': listing(feedback({})) },
    });
    const link = await screen.findByRole('link', { name: 'Open the item' });
    expect(link.getAttribute('href')).toBe(`#/library/${itemKey}`);
  });

  test('a champion changes between the queue and their own', async () => {
    const { user } = openTab({ me: people.champion, at: 'feedback/queue' });
    expect(await screen.findByText('Nothing waits')).toBeTruthy();
    await user.click(screen.getByRole('tab', { name: 'My feedback' }));
    expect(await screen.findByText('You have not written anything yet')).toBeTruthy();
  });

  test('a queue that cannot be had says why', async () => {
    openTab({
      me: people.champion,
      at: 'feedback/queue',
      answers: {
        'GET /api/feedback': () => ({
          status: 403,
          json: { code: 'notYourProgramme', message: 'This is not your programme.' },
        }),
      },
    });
    expect(await screen.findByText(/This is not your programme/)).toBeTruthy();
  });
});
