import type { CaseBook } from '@last-mile/shared/feedback';
import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { caseBook, promptCase } from '../../../testing/cases';
import { feedbackDetail, queueItem, queuePage } from '../../../testing/feedback';
import { libraryItem } from '../../../testing/library';
import { openTab, type OpenTabOptions } from '../../../testing/openTab';
import { people } from '../../../testing/people';

const { clientKey: itemKey } = libraryItem();

const flag = queueItem({
  ...{ state: 'closed', outcome: 'promptAdjusted', caseConsent: true },
  ...{ text: 'It named Helen and a day that does not exist.' },
  outcomeLink: { type: 'libraryItem', itemKey, version: 4 },
});
const candidate = {
  ...{ fromFeedback: flag.clientKey, fixedIn: 4 },
  wentWrong: 'It named [name] and a day that does not exist.',
};
const withCandidate = caseBook([], { candidates: [candidate] });

const openForm = (book: CaseBook, options: Partial<OpenTabOptions> = {}) =>
  openTab({
    me: people.champion,
    at: `library/${itemKey}/cases/new/${flag.clientKey}`,
    ...options,
    answers: { [`GET /api/library/${itemKey}/cases`]: () => ({ json: book }), ...options.answers },
  });

const field = (name: string) => screen.findByRole('textbox', { name: new RegExp(`^${name}`) });
const accepted = () => ({
  status: 202,
  json: { clientKey: crypto.randomUUID(), state: 'accepted' },
});

describe('making a case', () => {
  test('it begins with the flag’s words, masked, and is kept as a person mended them', async () => {
    const { user, requestsTo } = openForm(withCandidate, {
      answers: { 'POST /api/cases': accepted },
    });
    const wentWrong = await field('What went wrong');
    expect((wentWrong as HTMLTextAreaElement).value).toBe(candidate.wentWrong);
    await user.type(await field('Input'), 'Notes of 12 May.');
    await user.type(await field('What must hold'), 'Every date is one of the input.');
    await user.click(screen.getByRole('button', { name: 'Keep the case' }));
    const book = await screen.findByRole('link', { name: 'Open the case book' });
    expect(book.getAttribute('href')).toBe(`#/library/${itemKey}/cases`);
    const sent = requestsTo('POST /api/cases').map(({ body }) => body);
    expect(sent).toEqual([
      {
        clientKey: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        fromFeedback: flag.clientKey,
        input: 'Notes of 12 May.',
        wentWrong: candidate.wentWrong,
        mustHold: 'Every date is one of the input.',
      },
    ]);
  });

  test('what is missing is said where it is missing, and nothing is sent', async () => {
    const { user, requestsTo } = openForm(withCandidate);
    await user.click(await screen.findByRole('button', { name: 'Keep the case' }));
    expect(await screen.findAllByText('Write a few words.')).toHaveLength(2);
    expect(requestsTo('POST /api/cases')).toEqual([]);
  });

  test('what was typed survives a reload, and a refusal', async () => {
    const first = openForm(withCandidate);
    await first.user.type(await field('Input'), 'Notes for Helen.');
    first.close();

    const json = { code: 'reporterNamed', message: 'Leave out who reported it.' };
    const { user } = openForm(withCandidate, {
      again: true,
      answers: { 'POST /api/cases': () => ({ status: 409, json }) },
    });
    await screen.findByDisplayValue('Notes for Helen.');
    await user.type(await field('What must hold'), 'No name.');
    await user.click(screen.getByRole('button', { name: 'Keep the case' }));
    expect(await screen.findByText(/Leave out who reported it/)).toBeTruthy();
    expect(screen.getByDisplayValue('Notes for Helen.')).toBeTruthy();
  });

  test('whoever is second is led to the first one', async () => {
    const other = promptCase({ fromFeedback: flag.clientKey });
    const { user } = openForm(withCandidate, {
      answers: {
        'POST /api/cases': () => ({
          status: 412,
          json: { code: 'conflict', message: 'Changed.', current: other },
        }),
      },
    });
    await user.type(await field('Input'), 'Notes.');
    await user.type(await field('What must hold'), 'No name.');
    await user.click(screen.getByRole('button', { name: 'Keep the case' }));
    expect(await screen.findByText('This flag is a case already.')).toBeTruthy();
  });

  test('a flag that may become none says why', async () => {
    openForm(caseBook([]));
    expect(await screen.findByText('This flag cannot become a case')).toBeTruthy();
  });

  test('a member is not asked into it', async () => {
    const { requestsTo } = openForm(withCandidate, { me: people.member });
    expect(await screen.findByText('You have not written anything yet')).toBeTruthy();
    expect(requestsTo(`GET /api/library/${itemKey}/cases`)).toEqual([]);
  });
});

describe('the way to it from the queue', () => {
  const openFlag = (book: CaseBook, item = flag) =>
    openTab({
      me: people.champion,
      at: `feedback/queue/${item.clientKey}`,
      answers: {
        'GET /api/feedback': () => ({ json: queuePage([item]) }),
        [`GET /api/feedback/${item.clientKey}`]: () => ({ json: feedbackDetail(item) }),
        [`GET /api/library/${itemKey}/cases`]: () => ({ json: book }),
      },
    });

  test('a fixed flag whose reporter agreed is one tap from a case', async () => {
    openFlag(withCandidate);
    const keep = await screen.findByRole('link', { name: 'Keep as a case' });
    expect(keep.getAttribute('href')).toBe(`#/library/${itemKey}/cases/new/${flag.clientKey}`);
  });

  test('where it is a case, it leads to the case book', async () => {
    openFlag(caseBook([promptCase({ fromFeedback: flag.clientKey })]));
    expect(await screen.findByText('It is a case: later versions are tried on it.')).toBeTruthy();
    const book = screen.getByRole('link', { name: 'Open the case book' });
    expect(book.getAttribute('href')).toBe(`#/library/${itemKey}/cases`);
    expect(screen.queryByRole('link', { name: 'Keep as a case' })).toBeNull();
  });

  test.each([
    ['is open', { state: 'new', outcome: null } as const],
    ['was declined', { outcome: 'declined' } as const],
    ['has no consent', { caseConsent: false } as const],
  ])('nothing is said of cases where it %s', async (_, change) => {
    openFlag(withCandidate, queueItem({ ...flag, ...change }));
    await screen.findByRole('article');
    expect(screen.queryByText('Case of this prompt')).toBeNull();
  });
});
