import type { FeedbackDetail, QueueItem, TriageAct } from '@last-mile/shared/feedback';
import type { PracticeSession } from '@last-mile/shared/practice';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { feedbackDetail, queueItem, queuePage, triagers } from '../../../testing/feedback';
import { libraryItem, libraryPage, task } from '../../../testing/library';
import { openTab, type Answer, type OpenTabOptions } from '../../../testing/openTab';
import { people } from '../../../testing/people';

const flag = queueItem({ text: 'The fee is invented.', output: 'The fee is 12,000.' });
const prompt = libraryItem();
const session: PracticeSession = {
  ...{ clientKey: 'ab0f1d0e-54a8-4c4f-9a3b-3f0f6f0f4a11', eTag: '"s,1"', jobFamily: null },
  ...{ title: 'Fees in letters', workflowKey: null, scenario: '', exercise: null, place: null },
  ...{ startsAt: '2026-11-30T09:00:00Z', minutes: 20, cancelledAt: null },
};
const actRoute = (item: QueueItem) => `POST /api/feedback/${item.clientKey}/triage`;
const answering = (json: unknown): Answer => {
  return () => ({ json });
};

interface OpenOptions {
  item?: QueueItem;
  detail?: Partial<FeedbackDetail>;
  act?: string;
  answers?: OpenTabOptions['answers'];
  again?: boolean;
}

function openFeedback({ item = flag, detail, act, answers, again = false }: OpenOptions = {}) {
  return openTab({
    me: people.champion,
    at: `feedback/queue/${item.clientKey}${act === undefined ? '' : `?act=${act}`}`,
    again,
    answers: {
      'GET /api/feedback': answering(queuePage([item])),
      [`GET /api/feedback/${item.clientKey}`]: answering(feedbackDetail(item, detail)),
      [actRoute(item)]: answering(item),
      [`GET /api/library/${prompt.clientKey}`]: answering(prompt),
      [`GET /api/library/${prompt.clientKey}/versions`]: answering({
        approved: [5, 3].map((version) => ({
          version,
          content: prompt.content,
          approvedAt: `2026-11-2${String(version)}T09:00:00Z`,
          approvedBy: null,
          effect: null,
        })),
        history: null,
      }),
      'GET /api/practice/sessions': answering({
        sessions: [{ session, gaps: [], checkedIn: false, practised: false }],
        ...{ jobFamily: null, asOf: null },
      }),
      'GET /api/workflows': answering({
        workflows: [{ ...task, steps: [{ id: 'check', name: 'Check the fee', aiHelps: '' }] }],
      }),
      ...answers,
    },
  });
}

/** What the API was asked to do. */
const done = ({ requestsTo }: ReturnType<typeof openTab>, item = flag) =>
  requestsTo(actRoute(item)).map(({ body }) => body);

const send = (name: string) => screen.getByRole('button', { name });
const word = (name: string | RegExp) => screen.findByRole('textbox', { name });

describe('what is known of it', () => {
  test('its words, what was pasted, what it is about as it was, and what was done', async () => {
    const { user } = openFeedback({
      detail: {
        steps: [
          { at: '2026-11-20T10:00:00Z', by: 'Colleague 7', what: 'sent', note: null },
          { at: '2026-11-21T10:00:00Z', by: 'Amara Okafor', what: 'takenUp', note: 'I look.' },
          { at: '2026-11-22T10:00:00Z', by: null, what: 'changedInSharePoint', note: null },
        ],
      },
    });
    const article = await screen.findByRole('article');
    expect(within(article).getByText('The fee is invented.')).toBeTruthy();
    expect(within(article).getByText('The fee is 12,000.')).toBeTruthy();
    expect(
      within(article).getByText(
        'Read in version 3, version 4 is published now · Task: Draft a client email',
      ),
    ).toBeTruthy();
    expect(within(article).getByText(/Used 41 times in the seven days before, 12/)).toBeTruthy();
    expect(within(article).queryByText('Write to {{client}}.')).toBeNull();
    await user.click(within(article).getByRole('button', { name: 'The text as it was' }));
    expect(within(article).getByText('Write to {{client}}.')).toBeTruthy();
    const steps = within(article).getByRole('region', { name: 'So far' });
    const told = within(steps)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(told).toHaveLength(3);
    expect(told[1]).toMatch(/^Taken up.*Amara Okafor.*I look\.$/);
    expect(told[2]).toMatch(/^Changed in SharePoint/);
  });

  test('where too few people used it, nothing is said of how much', async () => {
    openFeedback({
      detail: {
        context: { ...feedbackDetail(flag).context, usesBefore: null, usesAfter: null },
      },
    });
    expect(await screen.findByText(/too few people did/)).toBeTruthy();
    expect(screen.queryByText(/Used .* times/)).toBeNull();
  });

  test('what is closed says what became of it, and that it did not help', async () => {
    openFeedback({
      item: queueItem({
        state: 'closed',
        outcome: 'promptAdjusted',
        outcomeReference: 'Client update, version 4',
        outcomeNote: 'Thank you.',
        helped: false,
      }),
    });
    const outcome = await screen.findByRole('region', { name: 'What became of it' });
    expect(outcome.textContent).toContain('Prompt adjusted: Client update, version 4');
    expect(outcome.textContent).toContain('Told to the reporter: Thank you.');
    expect(outcome.textContent).toContain('says it did not help');
  });

  test('what was closed in SharePoint without an outcome says so', async () => {
    openFeedback({ item: queueItem({ state: 'closed' }) });
    expect(await screen.findByText('Closed without an outcome, in SharePoint.')).toBeTruthy();
  });

  test('what SharePoint does not have yet is read, and nothing is offered', async () => {
    openFeedback({ item: queueItem({ eTag: null, delivered: false }) });
    expect(await screen.findByText(/on its way to SharePoint. You can answer/)).toBeTruthy();
    expect(screen.queryByRole('group', { name: 'What to do' })).toBeNull();
  });

  test('what is not there any more says so', async () => {
    openFeedback({
      answers: {
        [`GET /api/feedback/${flag.clientKey}`]: () => ({
          status: 404,
          json: { code: 'not_found', message: 'No.' },
        }),
      },
    });
    expect(await screen.findByText('This feedback is not there')).toBeTruthy();
  });
});

describe('acting on it', () => {
  test('it is taken up with a word to the reporter', async () => {
    const opened = openFeedback();
    await opened.user.click(await screen.findByRole('link', { name: 'Take up' }));
    await opened.user.type(await word('A word to the reporter'), 'I look at it today.');
    await opened.user.click(send('Take up'));
    expect(await screen.findByText('Taken up.')).toBeTruthy();
    expect(done(opened)).toEqual([
      { eTag: '"f,1"', act: { do: 'takeUp', note: 'I look at it today.' } },
    ]);
    expect(window.location.hash).toBe(`#/feedback/queue/${flag.clientKey}`);
  });

  test('it is assigned to a deputy, or to nobody', async () => {
    const opened = openFeedback({ act: 'assign' });
    await opened.user.click(await screen.findByRole('radio', { name: 'Tomás Herrera' }));
    await opened.user.click(send('Assign'));
    expect(await screen.findByText('Assigned.')).toBeTruthy();
    expect(done(opened)).toEqual([
      { eTag: '"f,1"', act: { do: 'assign', to: triagers[1]!.userId } },
    ]);
  });

  test('adjusting the prompt says that publishing closes it, and opens the editor', async () => {
    const opened = openFeedback({ act: 'adjustPrompt' });
    expect(
      await screen.findByText(/is then closed by itself, linked to that version/),
    ).toBeTruthy();
    await opened.user.click(send('Open the editor'));
    await waitFor(() => {
      expect(window.location.hash).toBe(`#/library/${prompt.clientKey}/edit`);
    });
    expect(done(opened)).toEqual([
      { eTag: '"f,1"', act: { do: 'adjustPrompt', itemKey: prompt.clientKey } },
    ]);
  });

  test('where it is about no item, the prompt to adjust is found by its title', async () => {
    const about = queueItem({ about: { type: 'aiOutput' } });
    const opened = openFeedback({
      item: about,
      act: 'adjustPrompt',
      answers: { 'GET /api/library': answering(libraryPage([prompt])) },
    });
    await opened.user.type(await screen.findByRole('combobox', { name: /Which item/ }), 'client');
    await opened.user.click(await screen.findByRole('option', { name: 'Client update' }));
    await opened.user.click(send('Open the editor'));
    await waitFor(() => {
      expect(done(opened, about)).toEqual([
        { eTag: '"f,1"', act: { do: 'adjustPrompt', itemKey: prompt.clientKey } },
      ]);
    });
  });

  test('it goes to the vendor with their number and the day', async () => {
    const opened = openFeedback({ act: 'sendToVendor' });
    await opened.user.type(await word(/Their case number/), 'MS-4711');
    const day = screen.getByLabelText(/Sent on/);
    await opened.user.clear(day);
    await opened.user.type(day, '2026-11-23');
    await opened.user.click(send('It is sent'));
    expect(await screen.findByText('It waits on the vendor.')).toBeTruthy();
    expect(done(opened)).toEqual([
      {
        eTag: '"f,1"',
        act: { do: 'sendToVendor', reference: 'MS-4711', sentOn: '2026-11-23', note: null },
      },
    ]);
  });

  const outcomes: [string, (user: ReturnType<typeof openTab>['user']) => Promise<void>, object][] =
    [
      [
        'Prompt adjusted',
        async (user) => {
          const versions = await screen.findByRole('combobox', { name: /Version that mends it/ });
          await within(versions).findByRole('option', { name: /Version 5/ });
          await user.selectOptions(versions, '5');
        },
        { route: 'promptAdjusted', itemKey: prompt.clientKey, version: 5 },
      ],
      [
        'Workflow changed',
        async (user) => {
          const tasks = await screen.findByRole('combobox', { name: 'Task' });
          await within(tasks).findByRole('option', { name: task.task });
          await user.selectOptions(tasks, task.clientKey);
          await user.selectOptions(screen.getByRole('combobox', { name: 'Step' }), 'check');
          await user.type(await word(/What is different now/), 'Two people check it.');
        },
        {
          route: 'workflowChanged',
          workflowKey: task.clientKey,
          stepKey: 'check',
          change: 'Two people check it.',
        },
      ],
      [
        'Training changed',
        async (user) => user.type(await word(/Session or exercise/), 'Fees, week 6'),
        { route: 'trainingChanged', sessionKey: null, training: 'Fees, week 6' },
      ],
      [
        'Training changed',
        async (user) => {
          const choice = await screen.findByRole('combobox', { name: 'Session' });
          await user.selectOptions(choice, session.clientKey);
          expect(screen.queryByRole('textbox', { name: /Session or exercise/ })).toBeNull();
        },
        { route: 'trainingChanged', sessionKey: session.clientKey, training: session.title },
      ],
      [
        'Answered by the vendor',
        async (user) => {
          await user.type(await word(/Their case number/), 'MS-4711');
          const day = screen.getByLabelText(/Sent on/);
          await user.clear(day);
          await user.type(day, '2026-11-01');
          await user.type(await word(/What they answered/), 'Mended.');
        },
        { route: 'vendor', reference: 'MS-4711', sentOn: '2026-11-01', answer: 'Mended.' },
      ],
      [
        'Declined',
        async (user) => user.type(await word(/Why not/), 'It is the right fee.'),
        { route: 'declined', reason: 'It is the right fee.' },
      ],
    ];

  test.each(outcomes)('it is closed with one outcome: %s', async (name, fill, outcome) => {
    const opened = openFeedback({ act: 'close' });
    await opened.user.click(await screen.findByRole('radio', { name: new RegExp(`^${name}`) }));
    await fill(opened.user);
    await opened.user.click(send('Close it'));
    expect(await screen.findByText('Closed.')).toBeTruthy();
    expect(done(opened)).toEqual([{ eTag: '"f,1"', act: { do: 'close', outcome, note: null } }]);
  });

  test('nothing closes without an outcome, nor an outcome without what it is linked to', async () => {
    const opened = openFeedback({ act: 'close' });
    const { user } = opened;
    await user.click(await screen.findByRole('button', { name: 'Close it' }));
    expect(await screen.findByText('Choose what became of it.')).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: /^Prompt adjusted/ }));
    expect(await screen.findByText('Choose the version.')).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: /^Declined/ }));
    await user.type(await word(/Why not/), '   ');
    await user.click(send('Close it'));
    expect(await screen.findByText('Write a few words first.')).toBeTruthy();
    expect(done(opened)).toEqual([]);
  });

  test('what is closed is opened again', async () => {
    const item = queueItem({ state: 'closed' });
    const opened = openFeedback({ item, act: 'reopen' });
    await opened.user.type(await word('A word to the reporter'), 'There is more to it.');
    await opened.user.click(send('Open again'));
    expect(await screen.findByText('Open again.')).toBeTruthy();
    expect(done(opened, item)).toEqual([
      { eTag: '"f,1"', act: { do: 'reopen', note: 'There is more to it.' } },
    ]);
  });
});

describe('merging', () => {
  const other = queueItem({ text: 'Fees are made up.', eTag: '"o,9"', voices: 4 });
  const options = {
    detail: { alike: [{ item: other, likeness: 0.82 }] },
    answers: {
      [`GET /api/feedback/${other.clientKey}`]: answering(feedbackDetail(other)),
      [actRoute(other)]: answering(other),
    },
    act: 'merge',
  };

  test('both are read side by side, and the other one goes on', async () => {
    const opened = openFeedback(options);
    await opened.user.click(
      await screen.findByRole('radio', { name: /Fees are made up.*82% alike/ }),
    );
    const sides = await screen.findByRole('radiogroup', { name: 'Which of the two goes on?' });
    expect(within(sides).getByText('The fee is invented.')).toBeTruthy();
    expect(within(sides).getByText('Fees are made up.')).toBeTruthy();
    await opened.user.click(send('Merge them'));
    expect(await screen.findByText('Merged.')).toBeTruthy();
    expect(done(opened)).toEqual([{ eTag: '"f,1"', act: { do: 'merge', into: other.clientKey } }]);
  });

  test('this one goes on where that is chosen', async () => {
    const opened = openFeedback(options);
    await opened.user.click(await screen.findByRole('radio', { name: /Fees are made up/ }));
    await opened.user.click(await screen.findByRole('radio', { name: 'This one' }));
    await opened.user.click(send('Merge them'));
    expect(await screen.findByText('Merged.')).toBeTruthy();
    expect(done(opened, other)).toEqual([
      { eTag: '"o,9"', act: { do: 'merge', into: flag.clientKey } },
    ]);
  });

  test('what was merged in is listed, and stands by itself again when unmerged', async () => {
    const merged = queueItem({ ...other, mergedInto: flag.clientKey });
    const opened = openFeedback({ ...options, act: '', detail: { merged: [merged] } });
    await opened.user.click(
      await screen.findByRole('button', { name: 'Unmerge: Fees are made up.' }),
    );
    expect(await screen.findByText('Each stands by itself again.')).toBeTruthy();
    expect(done(opened, other)).toEqual([{ eTag: '"o,9"', act: { do: 'unmerge' } }]);
  });

  test('what was merged leads to the one that goes on', async () => {
    openFeedback({ item: queueItem({ mergedInto: other.clientKey }) });
    const link = await screen.findByRole('link', { name: 'Open that one' });
    expect(link.getAttribute('href')).toBe(`#/feedback/queue/${other.clientKey}`);
    expect(screen.queryByRole('link', { name: 'Close' })).toBeNull();
  });
});

describe('what was written is never lost', () => {
  test('a refusal says why and keeps the words', async () => {
    const { user } = openFeedback({
      act: 'takeUp',
      answers: {
        [actRoute(flag)]: () => ({ status: 409, json: { code: 'x', message: 'Not now.' } }),
      },
    });
    const note = await word('A word to the reporter');
    await user.type(note, 'I look.');
    await user.click(send('Take up'));
    expect(await screen.findByText(/Not now/)).toBeTruthy();
    expect(note).toHaveProperty('value', 'I look.');
  });

  test('it is still there after a reload', async () => {
    const item = queueItem({});
    const first = openFeedback({ item, act: 'close' });
    await first.user.click(await screen.findByRole('radio', { name: /^Declined/ }));
    await first.user.type(await word(/Why not/), 'Half a reason');
    first.close();
    openFeedback({ item, act: 'close', again: true });
    await waitFor(async () => {
      expect(await word(/Why not/)).toHaveProperty('value', 'Half a reason');
    });
  });

  const now = { ...flag, eTag: '"f,2"', state: 'inProgress', outcomeNote: 'Tomás is on it.' };
  const overtaken = (): { answer: Answer; seen: TriageAct[] } => {
    const seen: TriageAct[] = [];
    return {
      seen,
      answer: ({ body }) => {
        const { eTag, act } = body as { eTag: string; act: TriageAct };
        seen.push(act);
        return eTag === '"f,2"'
          ? { json: now }
          : { status: 412, json: { code: 'conflict', message: 'Changed.', current: now } };
      },
    };
  };

  async function closeOvertaken({ user }: ReturnType<typeof openTab>) {
    await user.click(await screen.findByRole('radio', { name: /^Declined/ }));
    await user.type(await word(/Why not/), 'It is right.');
    await user.click(send('Close it'));
    return screen.findByRole('alert');
  }

  test('who was overtaken reads both versions, and can do it all the same', async () => {
    const { answer, seen } = overtaken();
    const opened = openFeedback({ act: 'close', answers: { [actRoute(flag)]: answer } });
    const alert = await closeOvertaken(opened);
    const state = within(alert).getByRole('row', { name: /^State/ });
    expect(
      within(state)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['New', 'In progress']);
    expect(within(alert).getByText('Tomás is on it.')).toBeTruthy();
    expect(within(alert).getByText('Close · Declined · It is right.')).toBeTruthy();
    await opened.user.click(within(alert).getByRole('button', { name: 'Do mine now' }));
    expect(await screen.findByText('Closed.')).toBeTruthy();
    expect(seen).toHaveLength(2);
    expect(seen[1]).toEqual(seen[0]);
  });

  test('or leaves it as it is now, and nothing more is sent', async () => {
    const { answer, seen } = overtaken();
    const opened = openFeedback({ act: 'close', answers: { [actRoute(flag)]: answer } });
    const alert = await closeOvertaken(opened);
    await opened.user.click(within(alert).getByRole('button', { name: 'Leave it as it is now' }));
    await waitFor(() => {
      expect(screen.queryByRole('alert')).toBeNull();
    });
    expect(seen).toHaveLength(1);
    expect(window.location.hash).toBe(`#/feedback/queue/${flag.clientKey}`);
  });
});
