import type { FeedbackItem } from '@last-mile/shared/feedback';
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { feedbackItem } from '../../testing/feedback';
import { openTab, type Answer } from '../../testing/openTab';
import { people } from '../../testing/people';

const itemKey = '00000000-0000-4000-8000-000000000001';

const listing = (...items: FeedbackItem[]): Answer => {
  return () => ({ json: { items, asOf: '2026-11-23T09:00:00Z' } });
};

describe('whether it may become a case', () => {
  const flag = feedbackItem({ reporter: 'you', caseConsent: true });
  const consentRoute = `POST /api/feedback/${flag.clientKey}/case-consent`;

  test('the reporter takes their consent back, and gives it again', async () => {
    let consent = true;
    const { user, requestsTo } = openTab({
      me: people.member,
      at: 'feedback',
      answers: {
        'GET /api/feedback/mine': () => ({
          json: { items: [{ ...flag, caseConsent: consent }], asOf: null },
        }),
        [consentRoute]: ({ body }) => {
          ({ consent } = body as { consent: boolean });
          return { json: { clientKey: flag.clientKey, consent } };
        },
      },
    });
    expect(await screen.findByText(/^It may become a case of its prompt/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Take that back' }));
    expect(await screen.findByText('It does not become a case of its prompt.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Allow it' }));
    expect(await screen.findByText(/^It may become a case of its prompt/)).toBeTruthy();
    expect(requestsTo(consentRoute).map(({ body }) => body)).toEqual([
      { consent: false },
      { consent: true },
    ]);
  });

  test('the reporter sees that a case was made of it', async () => {
    openTab({
      me: people.member,
      at: 'feedback',
      answers: {
        'GET /api/feedback/mine': () => ({
          json: { items: [{ ...flag, isCase: true }], asOf: null },
        }),
      },
    });
    expect(await screen.findByText(/^It is a case of its prompt/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Take that back' })).toBeTruthy();
  });

  test('what was not saved says so, and stays as it was', async () => {
    const { user } = openTab({
      me: people.member,
      at: 'feedback',
      answers: {
        'GET /api/feedback/mine': listing(flag),
        [consentRoute]: () => {
          throw new TypeError('Failed to fetch');
        },
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Take that back' }));
    expect(await screen.findByText('This was not saved.')).toBeTruthy();
    expect(screen.getByText(/^It may become a case of its prompt/)).toBeTruthy();
  });

  test.each([
    ['a suggestion', feedbackItem({ kind: 'suggestion', reason: null })],
    ['a flag on how we work', feedbackItem({ about: { type: 'tool' } })],
  ])('nothing is asked of %s', async (_, item) => {
    openTab({
      me: people.member,
      at: 'feedback',
      answers: { 'GET /api/feedback/mine': listing(item) },
    });
    await screen.findByText('The date is invented.');
    expect(screen.queryByText(/become a case/)).toBeNull();
  });
});

describe('my feedback', () => {
  test('a member sees what became of what they wrote', async () => {
    openTab({
      me: people.member,
      at: 'feedback',
      answers: {
        'GET /api/feedback/mine': listing(
          feedbackItem({ state: 'waitingOnVendor', reporter: 'you' }),
        ),
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
      answers: { 'GET /api/feedback/mine': listing(feedbackItem({ delivered: false })) },
    });
    expect(await screen.findByText(/on its way to SharePoint/)).toBeTruthy();
  });

  test('says what was done, and asks once whether it helped', async () => {
    const closed = feedbackItem({
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
          items = [
            { ...closed, state: 'new', helped: false, helpedWords: 'Same date.', reopened: 1 },
          ];
          return { status: 202, json: { clientKey, state: 'accepted' } };
        },
      },
    });
    expect(await screen.findByText(/The text was changed: Follow-up, version 4/)).toBeTruthy();
    expect(screen.getByText(/Thank you, well spotted/)).toBeTruthy();
    const link = screen.getByRole('link', { name: 'Open it' });
    // At what changed since the version that was flagged.
    expect(link.getAttribute('href')).toBe(`#/library/${itemKey}?compared=3-4`);

    await user.click(screen.getByRole('button', { name: 'No' }));
    await user.type(screen.getByRole('textbox', { name: 'What is still wrong?' }), 'Same date.');
    await user.click(screen.getByRole('button', { name: 'Send the answer' }));
    expect(await screen.findByText(/it is open again/)).toBeTruthy();
    expect(screen.getByText('Your words:').parentElement?.textContent).toBe(
      'Your words: Same date.',
    );
    // The first one was given.
    expect(screen.getByText(/^Answer due 24 Nov/)).toBeTruthy();
    expect(requestsTo(`POST ${answered}`).map(({ body }) => body)).toMatchObject([
      { helped: false, words: 'Same date.' },
    ]);
    expect(screen.queryByText('Did that help?')).toBeNull();
  });

  test('begins with what is open, then with what was answered last', async () => {
    const closed = { state: 'closed', outcome: 'declined' } as const;
    openTab({
      me: people.member,
      at: 'feedback',
      answers: {
        'GET /api/feedback/mine': listing(
          feedbackItem({ ...closed, text: 'Long ago', closedAt: '2026-09-01T09:00:00Z' }),
          feedbackItem({ ...closed, text: 'Just now', closedAt: '2026-11-20T09:00:00Z' }),
          feedbackItem({ text: 'Open' }),
        ),
      },
    });
    const [first] = await screen.findAllByText('Open', { selector: 'li > *' });
    const texts = within(first?.closest('ul') as HTMLElement)
      .getAllByText(/^(Open|Long ago|Just now)$/, { selector: 'li > *' })
      .map(({ textContent }) => textContent);
    expect(texts).toEqual(['Open', 'Just now', 'Long ago']);
  });

  test('leads to the item itself where no version was flagged that is kept', async () => {
    const about = { type: 'libraryItem', itemKey, version: 0 } as const;
    const closed = feedbackItem({
      ...{ state: 'closed', reporter: 'you', outcome: 'promptAdjusted', about },
      ...{ outcomeReference: 'Follow-up, version 1', helped: true },
      outcomeLink: { type: 'libraryItem', itemKey, version: 1 },
    });
    openTab({
      me: people.member,
      at: 'feedback',
      answers: { 'GET /api/feedback/mine': listing(closed) },
    });
    const link = await screen.findByRole('link', { name: 'Open it' });
    expect(link.getAttribute('href')).toBe(`#/library/${itemKey}`);
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
