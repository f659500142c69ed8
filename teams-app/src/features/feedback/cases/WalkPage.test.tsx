import type { CaseBook } from '@last-mile/shared/feedback';
import type { LibraryContent } from '@last-mile/shared/library';
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { caseBook, caseWalk, promptCase } from '../../../testing/cases';
import { libraryItem } from '../../../testing/library';
import { openTab, type Answer, type OpenTabOptions } from '../../../testing/openTab';
import { people } from '../../../testing/people';

const { clientKey: itemKey, content } = libraryItem();

const approved = (version: number, change: Partial<LibraryContent> = {}) => ({
  version,
  content: { ...content, body: `Text of version ${String(version)} for {{client}}.`, ...change },
  approvedAt: '2026-11-20T09:00:00Z',
  approvedBy: null,
  effect: null,
});

const walkRoute = (clientKey: string) => `POST /api/cases/${clientKey}/walks`;

const accepting: Answer = ({ body }) => {
  const { clientKey } = body as { clientKey: string };
  return { status: 202, json: { clientKey, state: 'accepted' } };
};

function openWalk(book: CaseBook, options: Partial<OpenTabOptions> = {}) {
  return openTab({
    me: people.champion,
    at: `library/${itemKey}/cases/walk`,
    ...options,
    answers: {
      [`GET /api/library/${itemKey}/cases`]: () => ({ json: book }),
      [`GET /api/library/${itemKey}/versions`]: () => ({
        json: { approved: [approved(3), approved(2)], history: null },
      }),
      ...Object.fromEntries(book.cases.map(({ clientKey }) => [walkRoute(clientKey), accepting])),
      ...options.answers,
    },
  });
}

/** What the API was told of a case. */
const told = ({ requestsTo }: ReturnType<typeof openTab>, clientKey: string) =>
  requestsTo(walkRoute(clientKey)).map(({ body }) => {
    const { clientKey: key, ...walk } = body as { clientKey: string };
    expect(key).toMatch(/^[0-9a-f-]{36}$/);
    return walk;
  });

const outcome = (name: string) => screen.findByRole('radio', { name });
const button = (name: string) => screen.findByRole('button', { name });
const note = () => screen.findByRole('textbox', { name: 'Note' });

describe('walking the cases', () => {
  test('shows the published text, the input and what must hold, one case at a time', async () => {
    openWalk(caseBook([promptCase(), promptCase({ input: 'Another input.' })]));
    expect(await screen.findByRole('article', { name: '1 of 2' })).toBeTruthy();
    expect(screen.getByRole('group', { name: 'Copy prompt' }).textContent).toBe(
      'Text of version 3 for {{client}}.',
    );
    expect(screen.getByText('A follow-up on the meeting of 12 May.')).toBeTruthy();
    expect(screen.getByText('Every date in the answer is one of the input.')).toBeTruthy();
    expect(screen.queryByText('Another input.')).toBeNull();
  });

  test('copying the prompt for a walk is no use of it', async () => {
    const { user, requestsTo } = openWalk(caseBook([promptCase()]));
    const write = vi.spyOn(navigator.clipboard, 'writeText');
    await user.click(await button('Copy prompt'));
    expect(await screen.findByText('Copied')).toBeTruthy();
    expect(write).toHaveBeenCalledWith('Text of version 3 for {{client}}.');
    expect(requestsTo('POST /api/events')).toEqual([]);
  });

  test('all is answered by keyboard, and the end says what was found', async () => {
    const cases = ['a', 'b', 'c'].map((input) => promptCase({ input }));
    const opened = openWalk(caseBook(cases));
    const { user } = opened;
    await screen.findByRole('article', { name: '1 of 3' });
    await user.keyboard('1{Enter}');
    await screen.findByRole('article', { name: '2 of 3' });
    await user.keyboard('2{Enter}');
    await screen.findByText('It did not hold');
    await user.click(await button('Next case'));
    await screen.findByRole('article', { name: '3 of 3' });
    await user.keyboard('3{Enter}');
    const end = await screen.findByRole('region', { name: 'That was the last case' });
    expect(end.textContent).toContain('On version 3: 1 held, 1 did not hold, 1 not sure.');
    expect(cases.map(({ clientKey }) => told(opened, clientKey))).toEqual([
      [{ version: 3, outcome: 'held', note: null }],
      [{ version: 3, outcome: 'failed', note: null }],
      [{ version: 3, outcome: 'unclear', note: null }],
    ]);
  });

  test('digits in the note are words of it, and Control and Enter send it', async () => {
    const one = promptCase();
    const opened = openWalk(caseBook([one]));
    await opened.user.click(await outcome('Held'));
    await opened.user.type(await note(), 'On 2 of 3 tries.');
    await opened.user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('That was the last case');
    expect(told(opened, one.clientKey)).toEqual([
      { version: 3, outcome: 'held', note: 'On 2 of 3 tries.' },
    ]);
  });

  test('nothing is sent before somebody has chosen', async () => {
    const one = promptCase();
    const opened = openWalk(caseBook([one]));
    await opened.user.click(await button('Save and finish'));
    expect(await screen.findByText('Choose an answer first.')).toBeTruthy();
    expect(told(opened, one.clientKey)).toEqual([]);
  });

  test('after one that did not hold, the editor of the item and a flag are one tap away', async () => {
    const { user } = openWalk(caseBook([promptCase()]));
    await user.click(await outcome('Did not hold'));
    await user.click(await button('Save and finish'));
    const edit = await screen.findByRole('link', { name: 'Change the text' });
    expect(edit.getAttribute('href')).toBe(`#/library/${itemKey}/edit`);
    await user.click(await button('Flag a problem'));
    expect(await screen.findByRole('dialog', { name: 'Flag a problem' })).toBeTruthy();
  });

  test('one can be left for later', async () => {
    const one = promptCase();
    const opened = openWalk(caseBook([one]));
    await opened.user.click(await button('Skip for now'));
    expect(await screen.findByText(/1 skipped/)).toBeTruthy();
    expect(told(opened, one.clientKey)).toEqual([]);
  });

  test('what was chosen and typed survives a reload', async () => {
    const one = promptCase();
    const first = openWalk(caseBook([one]));
    await first.user.click(await outcome('Not sure'));
    await first.user.type(await note(), 'It depends on the year.');
    first.close();

    const opened = openWalk(caseBook([one]), { again: true });
    await screen.findByDisplayValue('It depends on the year.');
    await opened.user.click(await button('Save and finish'));
    await screen.findByText('That was the last case');
    expect(told(opened, one.clientKey)).toEqual([
      { version: 3, outcome: 'unclear', note: 'It depends on the year.' },
    ]);
  });

  test('an answer without a connection is kept, asked for no second time, and sent later', async () => {
    const cases = [promptCase(), promptCase()];
    const [one, other] = [cases[0]!, cases[1]!];
    const away: Answer = () => {
      throw new TypeError('Failed to fetch');
    };
    const offline = openWalk(caseBook(cases), { answers: { [walkRoute(one.clientKey)]: away } });
    await offline.user.click(await outcome('Held'));
    await offline.user.click(await button('Save and go on'));
    await screen.findByRole('article', { name: '2 of 2' });
    expect(screen.getByText('1 thing waits to be sent')).toBeTruthy();
    offline.close();

    let isBack = false;
    const again = openWalk(caseBook(cases), {
      again: true,
      answers: {
        [walkRoute(one.clientKey)]: (request) => {
          if (!isBack) throw new TypeError('Failed to fetch');
          return accepting(request);
        },
      },
    });
    expect(await screen.findByRole('article', { name: '1 of 1' })).toBeTruthy();
    isBack = true;
    await again.user.click(await button('Send now'));
    await waitFor(() => {
      expect(screen.queryByText(/waits to be sent/)).toBeNull();
    });
    expect(told(again, one.clientKey).at(-1)).toEqual({ version: 3, outcome: 'held', note: null });
    expect(told(again, other.clientKey)).toEqual([]);
  });

  test('what is refused says why, and takes nothing away', async () => {
    const one = promptCase();
    const json = { code: 'caseRetired', message: 'This case is retired.' };
    const { user } = openWalk(caseBook([one]), {
      answers: { [walkRoute(one.clientKey)]: () => ({ status: 409, json }) },
    });
    await user.type(await note(), 'Still wrong.');
    await user.click(await outcome('Held'));
    await user.click(await button('Save and finish'));
    expect(await screen.findByText(/This case is retired/)).toBeTruthy();
    expect(screen.getByDisplayValue('Still wrong.')).toBeTruthy();
  });

  test('where none is to be walked, all that can be are walked again', async () => {
    openWalk(
      caseBook([
        promptCase({ standing: { state: 'held' }, walks: [caseWalk()] }),
        promptCase({
          standing: { state: 'retired' },
          retired: { because: 'byChampion', reason: null },
        }),
      ]),
    );
    expect(await screen.findByRole('article', { name: '1 of 1' })).toBeTruthy();
  });

  test('stays with the version it began with, says that a newer one is there, and leads to it', async () => {
    const [one, other] = [promptCase(), promptCase()];
    let book = caseBook([one, other]);
    const opened = openWalk(book, {
      answers: { [`GET /api/library/${itemKey}/cases`]: () => ({ json: book }) },
    });
    await screen.findByRole('article', { name: '1 of 2' });
    expect(screen.queryByText(/newer version/)).toBeNull();
    book = caseBook([one, other], { version: 4, title: 'Renamed meanwhile' });
    await opened.user.click(await outcome('Held'));
    await opened.user.click(await button('Save and go on'));

    await screen.findByText('A newer version was published meanwhile.');
    expect(screen.getByText('What you see and answer here is version 3.')).toBeTruthy();
    expect(screen.getByText('Client update, version 3', { exact: false })).toBeTruthy();
    expect(screen.getByRole('group', { name: 'Copy prompt' }).textContent).toBe(
      'Text of version 3 for {{client}}.',
    );
    await opened.user.click(await outcome('Not sure'));
    await opened.user.click(await button('Save and finish'));
    expect(told(opened, other.clientKey)).toEqual([{ version: 3, outcome: 'unclear', note: null }]);
    const next = await screen.findByRole('link', { name: 'Walk version 4' });
    expect(next.getAttribute('href')).toBe(`#/library/${itemKey}/cases/walk?version=4`);
    expect(screen.getByText('A newer version was published meanwhile.')).toBeTruthy();
  });

  test('goes on with the version it began with after a reload, without what was walked on it', async () => {
    const walked = promptCase({ input: 'Walked.', walks: [caseWalk({ version: 2 })] });
    const left = promptCase({ input: 'Left over.', walks: [caseWalk({ version: 1 })] });
    openWalk(caseBook([walked, left]), { at: `library/${itemKey}/cases/walk?version=2` });
    expect(await screen.findByRole('article', { name: '1 of 1' })).toBeTruthy();
    expect(screen.getByText('Left over.')).toBeTruthy();
    expect(screen.getByRole('group', { name: 'Copy prompt' }).textContent).toBe(
      'Text of version 2 for {{client}}.',
    );
    expect(screen.getByText('A newer version was published meanwhile.')).toBeTruthy();
  });

  test('of an item that was taken out of use meanwhile goes on, and says so', async () => {
    const at = `library/${itemKey}/cases/walk?version=3`;
    openWalk(caseBook([promptCase()], { version: null, canWalk: false }), { at });
    expect(await screen.findByText('It was taken out of use meanwhile.')).toBeTruthy();
    expect(screen.getByText('What you see and answer here is version 3.')).toBeTruthy();
  });

  test('of a template shows it as it was when the walk began, to be copied', async () => {
    const template = (version: number) =>
      approved(version, {
        ...{ kind: 'template', assistant: null, subject: `Day ${String(version)}` },
        body: `<p>Reply by <b>day ${String(version)}</b>, {{client}}.</p><script>alert(1)</script>`,
      });
    const versions: Answer = () => ({
      json: { approved: [template(4), template(3)], history: null },
    });
    const options = {
      at: `library/${itemKey}/cases/walk?version=3`,
      answers: { [`GET /api/library/${itemKey}/versions`]: versions },
    };
    const { user, close } = openWalk(caseBook([promptCase()], { version: 4 }), options);
    const shown = await screen.findByRole('group', { name: 'Copy template' });
    expect(shown.textContent).toBe('Subject: Day 3Reply by day 3, {{client}}.');
    // Outlook inserts version 4, and so does the library.
    expect(screen.getByText(/^Outlook inserts another text by now/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Open it in the library' })).toBeNull();
    const write = vi.spyOn(navigator.clipboard, 'writeText');
    await user.click(await button('Copy template'));
    expect(await screen.findByText('Copied')).toBeTruthy();
    expect(write.mock.lastCall?.[0]).toContain('Reply by day 3, {{client}}.');
    close();

    openWalk(caseBook([promptCase()]), options);
    expect(await screen.findByText(/^Insert it in Outlook/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Open it in the library' })).toBeTruthy();
  });

  test('where there is no case, it says so', async () => {
    openWalk(caseBook([]));
    expect(await screen.findByText('There is nothing to walk')).toBeTruthy();
  });
});
