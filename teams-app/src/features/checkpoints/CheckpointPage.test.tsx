import type {
  CheckpointFigures,
  CheckpointsResponse,
  DecideRequest,
  SavedTimeAnswers,
} from '@last-mile/shared/checkpoints';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { checkpoint, checkpoints, decision } from '../../testing/checkpoints';
import { openTab, type Answer } from '../../testing/openTab';
import { people, programme } from '../../testing/people';

type CheckpointTask = CheckpointFigures['time']['tasks'][number];

const decide = 'POST /api/checkpoints/decisions';
const lookBack = `POST /api/checkpoints/decisions/${decision().clientKey}/look-back`;

interface OpenOptions {
  told?: CheckpointsResponse;
  at?: string;
  me?: Parameters<typeof openTab>[0]['me'];
  answers?: Readonly<Record<string, Answer>>;
}

const open = ({
  told = checkpoints(),
  at = '30',
  me = people.champion,
  answers,
}: OpenOptions = {}) =>
  openTab({
    ...{ me, at: `programme/checkpoints/${at}`.replace(/\/$/, '') },
    answers: {
      'GET /api/checkpoints': () => ({ json: told }),
      [decide]: ({ body }) => {
        const { clientKey, ...said } = body as DecideRequest;
        const kept = decision({ ...said, clientKey });
        told.decisions.push(kept);
        return { json: kept };
      },
      ...answers,
    },
  });

const later = (decisions = [decision()]) =>
  checkpoints({ taken: [checkpoint(), checkpoint({ day: 60, week: '2026-W42' })], decisions });
const region = (name: string) => screen.findByRole('region', { name });
const button = (name: string) => screen.findByRole('button', { name });

describe('a checkpoint', () => {
  test('says at a glance what was before and what is now, with n, interval and target', async () => {
    open({ me: people.leader });
    const glance = await region('At a glance');
    for (const says of [
      'Active people22% → 62%198 of 900 → 560 of 900, target 65%',
      'Drafting time20 → 14 mins5.5 mins less, 95% interval from 7 mins less to 4 mins less, same 120 people',
      'Had to redo it12%Kept of a template’s text: 80%; flags per 100 uses: 0.9',
      'Feedback answered in time55%12 open, 5 overdue; 47 improvements',
      'OwnerPresentHours: 61 of 64 planned',
    ]) {
      expect(glance.textContent).toContain(says);
    }
  });

  test('names whom it is about, of which week, and that its figures stand', async () => {
    open({ me: people.leader });
    const words = await screen.findByText(/^About the 900 people/);
    expect(words.textContent).toMatch(/14\s–\s20 Sept 2026/);
    expect(words.textContent).toContain('never change again');
  });

  test('answers five questions, and where a figure is missing says so in words', async () => {
    const { user } = open({ me: people.leader });
    const use = await region('Is it used?');
    expect(use.textContent).toContain('At a session in the last four weeks69%620 of 900');
    expect(use.textContent).toContain('Hidden: a band is too small');
    const time = await region('Does it save time?');
    expect(time.textContent).toContain('Not enough data: needs 10 people in both');
    expect(time.textContent).toContain('No task was timed');
    const owner = await region('Does somebody answer for it?');
    expect(owner.textContent).toContain('3,200, none planned');
    expect(owner.textContent).toContain('1 week not written down');
    expect(await region('Can we rely on what comes out?')).toBeTruthy();
    expect(await region('Is feedback answered?')).toBeTruthy();
    await user.click(await button('About: Does it save time?'));
    expect(await screen.findByText(/the two are never mixed/)).toBeTruthy();
  });

  test('tells a timed task on its own, and those of which nothing is known in one line', async () => {
    const known = { state: 'known', people: 14, first: 68, second: 37, difference: -31 } as const;
    const unknown = { state: 'notEnoughData' } as const;
    const task = (task: string, since: CheckpointTask['since'] = unknown): CheckpointTask => ({
      ...{ workflowKey: crypto.randomUUID(), task, since },
    });
    const tasks = [
      task('Send a proposal'),
      task('Ask for documents', { ...known, shift: -31.5, low: -37, high: -27.5 }),
      task('Chase an invoice'),
    ];
    open({ told: checkpoints({ taken: [checkpoint({ time: { tasks } })] }), me: people.leader });
    const time = await region('Does it save time?');
    expect(time.textContent).toContain('Ask for documents (own timing)68 → 37 mins31.5 mins less');
    expect(time.textContent).toContain(
      'Other tasks (own timing)Not enough data: needs 10 people in bothSend a proposal, Chase an invoice',
    );
  });

  test('says what was found, by which figures and what to revise, and what nobody can judge', async () => {
    open({ me: people.leader });
    const found = await screen.findByRole('list', { name: 'What was found' });
    expect(found.textContent).toContain('Feedback waits too long for its answer');
    expect(found.textContent).toContain('To revise: Feedback');
    expect(found.textContent).toContain('5 of 12 open items are overdue');
    expect(found.textContent).toContain('Proposed: the owner, by 1 Oct 2026');
    const open_ = await region('Not judged');
    expect(open_.textContent).toContain(
      'Many use it, and it saves them no time: nothing is known of whether time is saved.',
    );
  });

  test('that found nothing says that this is not the same as all is well', async () => {
    const told = checkpoints({ taken: [checkpoint({ diagnosis: { found: [], notJudged: [] } })] });
    open({ told, me: people.leader });
    expect(await screen.findByText(/not the same as all is well/)).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Not judged' })).toBeNull();
  });

  test('says where saved time went in counts, and compares with others as an association', async () => {
    const savedTime: SavedTimeAnswers = {
      ...{ state: 'known', n: 41, moreClientWork: 12, betterWork: 9 },
      ...{ learning: 3, shorterDay: 6, nowhere: 11 },
    };
    const taken = checkpoint({ time: { savedTime } });
    taken.figures.use.againstOthers = {
      ...{ state: 'known', people: 900, others: 210, change: 0.4, othersChange: 0.08 },
      ...{ difference: 0.32, low: 0.27, high: 0.37 },
    };
    open({ told: checkpoints({ taken: [taken] }), me: people.leader });
    const went = await region('Where the saved time went');
    expect(went.textContent).toContain('More client work12');
    expect(went.textContent).toContain('41 people answered');
    const others = await region('Against others');
    expect(others.textContent).toContain('rose +32 points more');
    expect(others.textContent).toContain('An association, not a proof');
  });

  test('is read by leaders, who are offered nothing to decide', async () => {
    open({ told: later(), at: '60', me: people.leader });
    expect(await screen.findByText('Not looked at again yet')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Decide|Keep/ })).toBeNull();
  });
});

describe('a decision', () => {
  test('begins with what is proposed, and stands with its finding once it is kept', async () => {
    const { user, requestsTo } = open();
    await user.click(await button('Decide'));
    const change = await screen.findByRole<HTMLTextAreaElement>('textbox', {
      name: /What changes/,
    });
    expect(change.value).toContain('share the queue with a deputy');
    expect(document.activeElement).toBe(change);
    await user.clear(change);
    await user.type(change, 'Tomás answers on Mondays.');
    await user.click(await button('Keep the decision'));
    expect(await screen.findByText('The decision is kept.')).toBeTruthy();
    expect(requestsTo(decide).map(({ body }) => body)).toMatchObject([
      {
        ...{ day: 30, rule: 'overdueQueue', change: 'Tomás answers on Mondays.' },
        ...{ ownerId: programme.ownerId, dueOn: '2026-10-01' },
      },
    ]);
    const decided = await screen.findByRole('list', { name: 'Decided' });
    expect(decided.textContent).toContain('Amara Okafor, by 1 Oct 2026');
  });

  test('is not sent before it says what changes, by whom and by when', async () => {
    const { user, requestsTo } = open();
    await user.click(await button('Decide something else'));
    await user.selectOptions(
      await screen.findByRole('combobox', { name: /Who sees/ }),
      'Somebody else',
    );
    await user.clear(screen.getByLabelText(/By when/));
    await user.click(await button('Keep the decision'));
    for (const says of ['Say what changes.', 'Choose who sees to it.', 'Choose a day.']) {
      expect(await screen.findByText(says)).toBeTruthy();
    }
    expect(requestsTo(decide)).toEqual([]);
    await user.click(await button('Cancel'));
  });

  test('that could not be kept stays in its form, and goes out under its key again', async () => {
    let tries = 0;
    const told = checkpoints();
    const { user, requestsTo } = open({
      told,
      answers: {
        [decide]: ({ body }) => {
          tries += 1;
          if (tries === 1) return { status: 503, json: { code: 'unavailable', message: 'Away.' } };
          const { clientKey, ...said } = body as DecideRequest;
          return { json: decision({ ...said, clientKey }) };
        },
      },
    });
    await user.click(await button('Decide'));
    await user.click(await button('Keep the decision'));
    expect(await screen.findByText('The decision was not kept.')).toBeTruthy();
    await user.click(await button('Keep the decision'));
    expect(await screen.findByText('The decision is kept.')).toBeTruthy();
    const keys = requestsTo(decide).map(({ body }) => (body as DecideRequest).clientKey);
    expect(new Set(keys).size).toBe(1);
  });

  test('is looked at again at the next checkpoint, with a word on it', async () => {
    const told = later();
    const { user, requestsTo } = open({
      ...{ told, at: '60' },
      answers: {
        [lookBack]: ({ body }) => {
          const { day, result, note } = body as { day: 60; result: 'partly'; note: string };
          told.decisions[0] = decision({ eTag: '"d,2"', lookBack: { day, result, note } });
          return { json: told.decisions[0] };
        },
      },
    });
    await user.click(await screen.findByRole('radio', { name: 'It worked in part' }));
    await user.type(screen.getByRole('textbox', { name: /A word on it/ }), 'Mondays are full.');
    await user.click(await button('Keep what came of it'));
    expect(await screen.findByText('Mondays are full.')).toBeTruthy();
    expect(requestsTo(lookBack).map(({ body }) => body)).toEqual([
      { eTag: '"d,1"', day: 60, result: 'partly', note: 'Mondays are full.' },
    ]);
  });

  test('that somebody looked at meanwhile is shown as they saw it', async () => {
    const told = later();
    const seen = decision({ eTag: '"d,2"', lookBack: { day: 60, result: 'worked', note: null } });
    const { user } = open({
      ...{ told, at: '60' },
      answers: {
        [lookBack]: () => {
          told.decisions[0] = seen;
          const refusal = { code: 'conflict', message: 'Someone changed this meanwhile.' };
          return { status: 412, json: { ...refusal, current: seen } };
        },
      },
    });
    await user.click(await screen.findByRole('radio', { name: 'It was not done' }));
    await user.click(await button('Keep what came of it'));
    await waitFor(() => {
      expect(screen.queryByRole('radio')).toBeNull();
    });
    expect(screen.getByText(/It worked/)).toBeTruthy();
  });
});

describe('the checkpoints', () => {
  test('that were taken lead to what they say', async () => {
    const { user } = open({ at: '', told: later(), me: people.leader });
    const list = await screen.findByRole('list', { name: 'Checkpoints taken' });
    expect(
      within(list)
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(['Read the checkpoint of day 60', 'Read the checkpoint of day 30']);
    expect(list.textContent).toContain('1 thing found');
    await user.click(within(list).getByRole('link', { name: 'Read the checkpoint of day 30' }));
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Checkpoint: day 30' }),
    ).toBeTruthy();
  });

  test('say before the first when it is taken and what it needs', async () => {
    const next = { day: 30, takenFrom: '2126-09-24' } as const;
    open({ at: '', told: checkpoints({ taken: [], next }), me: people.leader });
    expect(await screen.findByText(/from 24 Sept 2126 on/)).toBeTruthy();
    expect(screen.getByText(/Check-ins at practice sessions/)).toBeTruthy();
  });

  test('say of one whose day has come that only its figures are waited for', async () => {
    const next = { day: 30, takenFrom: '2026-09-24' } as const;
    open({ at: '', told: checkpoints({ taken: [], next }), me: people.leader });
    expect(await screen.findByRole('heading', { name: 'On its way: day 30' })).toBeTruthy();
    expect(screen.queryByText(/Check-ins at practice sessions/)).toBeNull();
  });

  test('that are not shown say why', async () => {
    const missing = [{ day: 30, because: 'sealBroken' }] as const;
    open({ told: checkpoints({ taken: [], missing: [...missing] }), me: people.leader });
    expect(await screen.findByText(/Somebody changed this checkpoint/)).toBeTruthy();
  });

  test('are all taken after the last', async () => {
    open({ at: '', told: { ...later(), next: null }, me: people.leader });
    expect(await screen.findByText('All three checkpoints are taken.')).toBeTruthy();
  });

  test('that cannot be had say so, and can be asked again', async () => {
    open({
      at: '',
      answers: {
        'GET /api/checkpoints': () => ({ status: 503, json: { code: 'x', message: 'Away.' } }),
      },
    });
    expect(await button('Try again')).toBeTruthy();
  });
});
