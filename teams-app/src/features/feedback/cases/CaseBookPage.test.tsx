import { screen, waitFor, within } from '@testing-library/react';
import type { CaseBook } from '@last-mile/shared/feedback';
import { describe, expect, test } from 'vitest';
import { caseBook, caseWalk, promptCase } from '../../../testing/cases';
import { libraryItem, libraryPage } from '../../../testing/library';
import { openTab, type OpenTabOptions } from '../../../testing/openTab';
import { people } from '../../../testing/people';

const { clientKey: itemKey } = libraryItem();
const bookRoute = `GET /api/library/${itemKey}/cases`;

const openBook = (book: CaseBook, options: Partial<OpenTabOptions> = {}) =>
  openTab({
    me: people.champion,
    at: `library/${itemKey}/cases`,
    ...options,
    answers: { [bookRoute]: () => ({ json: book }), ...options.answers },
  });

const held = promptCase({
  standing: { state: 'held' },
  walks: [caseWalk({ version: 3, note: 'Both dates are right.' })],
});
const failed = promptCase({
  mustHold: 'No fee is invented.',
  standing: { state: 'failed' },
  walks: [caseWalk({ outcome: 'failed' })],
});

describe('the case book', () => {
  test('says what holds on the published version, of how many, and what is still to walk', async () => {
    openBook(caseBook([held, failed, promptCase()]));
    expect(await screen.findByText('1 of 3 held')).toBeTruthy();
    expect(screen.getByText('on version 3')).toBeTruthy();
    expect(screen.getByText('1 did not hold')).toBeTruthy();
    expect(screen.getByText('1 to walk')).toBeTruthy();
    const walk = screen.getByRole('link', { name: 'Walk the cases' });
    expect(walk.getAttribute('href')).toBe(`#/library/${itemKey}/cases/walk`);
  });

  test('where nobody walked one, it says so and claims no figure', async () => {
    openBook(caseBook([promptCase()]));
    expect(await screen.findByText('Not walked yet')).toBeTruthy();
    expect(screen.queryByText(/\d of \d held/)).toBeNull();
  });

  test.each([
    [{ reason: 'neverWalked' } as const, 'Nobody has walked it yet'],
    [{ reason: 'newVersion', version: 4 } as const, 'Version 4 is new'],
    [
      { reason: 'assistantChanged', assistant: 'Copilot Chat', changedOn: '2026-11-20' } as const,
      'Copilot Chat changed on 20 Nov 2026',
    ],
    [{ reason: 'unclear' } as const, 'Whoever walked it last was not sure'],
  ])('a case to walk says why: %j', async (why, words) => {
    openBook(caseBook([promptCase({ standing: { state: 'toWalk', why } })]));
    expect(await screen.findByText(words)).toBeTruthy();
  });

  test('each case says what must hold, and who walked it when on which version', async () => {
    openBook(caseBook([held]));
    const shown = await screen.findByRole('article', { name: 'Case 1' });
    expect(within(shown).getByText('Every date in the answer is one of the input.')).toBeTruthy();
    expect(within(shown).getByText('It named a day that does not exist.')).toBeTruthy();
    const walks = within(shown).getByRole('list', { name: 'Walks' });
    expect(walks.textContent).toMatch(
      /^Version 3HeldAmara Okafor, 22 Nov 2026, .*Both dates are right\.$/,
    );
  });

  test('older walks come when somebody asks for them', async () => {
    const walks = [5, 4, 3, 2].map((version) => caseWalk({ version }));
    const { user } = openBook(caseBook([promptCase({ standing: { state: 'held' }, walks })]));
    const list = await screen.findByRole('list', { name: 'Walks' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: '2 earlier walks' }));
    expect(within(list).getAllByRole('listitem')).toHaveLength(4);
  });

  test('of a case whose reporter took their consent back, nothing of theirs is left', async () => {
    openBook(
      caseBook([
        promptCase({
          ...{ input: null, wentWrong: null, standing: { state: 'retired' } },
          retired: { because: 'consentWithdrawn', reason: null },
        }),
      ]),
    );
    expect(await screen.findByText(/took their consent back/)).toBeTruthy();
    expect(screen.queryByText('Input')).toBeNull();
    expect(screen.queryByRole('button', { name: /^(Retire|Bring back)/ })).toBeNull();
    expect(screen.queryByRole('link', { name: 'Walk the cases' })).toBeNull();
  });

  test('a case is retired with a reason, and what was typed survives a reload', async () => {
    const one = promptCase();
    const answers: OpenTabOptions['answers'] = {
      [`POST /api/cases/${one.clientKey}/retirement`]: () => ({ json: one }),
    };
    const first = openBook(caseBook([one]), { answers });
    await first.user.click(await screen.findByRole('button', { name: 'Retire case 1' }));
    await first.user.type(screen.getByRole('textbox'), 'The template is gone.');
    first.close();

    const { user, requestsTo } = openBook(caseBook([one]), { answers, again: true });
    await user.click(await screen.findByRole('button', { name: 'Retire case 1' }));
    await screen.findByDisplayValue('The template is gone.');
    await user.click(screen.getByRole('button', { name: 'Retire it' }));
    await waitFor(() => {
      expect(screen.queryByRole('textbox')).toBeNull();
    });
    const sent = requestsTo(`POST /api/cases/${one.clientKey}/retirement`);
    expect(sent.map(({ body }) => body)).toEqual([
      { eTag: '"c,1"', reason: 'The template is gone.' },
    ]);
  });

  test('who is overtaken while retiring sees the case as it is, and nothing is overwritten', async () => {
    const one = promptCase();
    const { user } = openBook(caseBook([one]), {
      answers: {
        [`POST /api/cases/${one.clientKey}/retirement`]: () => ({
          status: 412,
          json: { code: 'conflict', message: 'Changed.', current: { ...one, eTag: '"c,2"' } },
        }),
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Retire case 1' }));
    await user.type(screen.getByRole('textbox'), 'Not needed.');
    await user.click(screen.getByRole('button', { name: 'Retire it' }));
    expect(await screen.findByText(/Somebody changed it meanwhile/)).toBeTruthy();
    expect(screen.getByDisplayValue('Not needed.')).toBeTruthy();
  });

  test('what champions may do is not offered to an owner who is none', async () => {
    openBook(caseBook([promptCase()], { canAdd: false }), { me: people.member });
    expect(await screen.findByRole('link', { name: 'Walk the cases' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Retire/ })).toBeNull();
    expect(screen.queryByRole('link', { name: 'Open the flag' })).toBeNull();
  });

  test('fixed flags that may become cases lead to the form', async () => {
    const fromFeedback = promptCase().fromFeedback!;
    const candidate = { fromFeedback, fixedIn: 3, wentWrong: 'It named [client].' };
    openBook(caseBook([], { candidates: [candidate] }));
    const section = await screen.findByRole('region', { name: 'Fixed, and may become a case' });
    expect(within(section).getByText('It named [client].')).toBeTruthy();
    const keep = within(section).getByRole('link', { name: 'Keep as a case' });
    expect(keep.getAttribute('href')).toBe(`#/library/${itemKey}/cases/new/${fromFeedback}`);
    expect(screen.queryByText('No cases yet')).toBeNull();
  });

  test('an item without cases says how one comes about', async () => {
    openBook(caseBook([]));
    expect(await screen.findByText('No cases yet')).toBeTruthy();
  });

  test('while nothing is published, there is nothing to walk', async () => {
    openBook(
      caseBook([promptCase({ standing: { state: 'notApplicable' } })], {
        ...{ version: null, canWalk: false },
      }),
    );
    expect(await screen.findByText(/No version is published, so/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: /^Walk/ })).toBeNull();
  });

  test('what cannot be had says why', async () => {
    const json = { code: 'sharePointUnavailable', message: 'SharePoint does not answer.' };
    openBook(caseBook([]), { answers: { [bookRoute]: () => ({ status: 503, json }) } });
    expect(await screen.findByText(/SharePoint does not answer/)).toBeTruthy();
  });
});

describe('the way to the case book', () => {
  const item = libraryItem({ owner: { userId: people.member.userId, name: 'Priya Raman' } });
  const openItem = (me: OpenTabOptions['me'], shown = item) =>
    openTab({
      me,
      at: `library/${itemKey}`,
      answers: {
        'GET /api/library': () => ({ json: libraryPage([shown]) }),
        [`GET /api/library/${itemKey}`]: () => ({ json: shown }),
        [`GET /api/library/${itemKey}/translations`]: () => ({ json: { items: [] } }),
        'GET /api/programme/members': () => ({ json: { people: [] } }),
      },
    });

  test.each(['champion', 'member'] as const)(
    'a %s who sees the cases of an item gets to them from it',
    async (who) => {
      openItem(people[who]);
      const link = await screen.findByRole('link', { name: 'Case book' });
      expect(link.getAttribute('href')).toBe(`#/library/${itemKey}/cases`);
    },
  );

  test('nobody else is led there', async () => {
    openItem(people.member, libraryItem());
    await screen.findByRole('button', { name: 'Flag a problem' });
    expect(screen.queryByRole('link', { name: 'Case book' })).toBeNull();
  });
});
