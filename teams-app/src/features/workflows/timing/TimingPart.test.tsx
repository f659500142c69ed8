import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Comparison, Measure } from '@last-mile/shared/adoption';
import type { TaskTimings, TimingFormResponse, TimingRequest } from '@last-mile/shared/workflows';
import { openTab, type Answer } from '../../../testing/openTab';
import { people } from '../../../testing/people';
import { workflowMap } from '../../../testing/workflows';

const map = workflowMap();
const key = map.clientKey;
const send = 'POST /api/workflows/timings';
const unknown = { state: 'notEnoughData' } as const;

const known = (value: number, n: number): Measure => ({ state: 'known', value, n });
const from20To12: Comparison = {
  ...{ state: 'known', people: 12, first: 20, second: 12 },
  ...{ difference: -8, shift: -7.5, low: -10, high: -5 },
};

interface Told {
  points?: Partial<TaskTimings['points']>;
  since?: Partial<TaskTimings['since']>;
}

const figures = ({ points = {}, since = {} }: Told) => ({
  points: { baseline: unknown, day30: unknown, day60: unknown, day90: unknown, ...points },
  since: { day30: unknown, day60: unknown, day90: unknown, ...since },
});

const timings = (task: Told = {}, collect: Told = {}): TaskTimings => ({
  ...{ workflowKey: key, ...figures(task) },
  steps: [
    { stepKey: 'collect', ...figures(collect) },
    { stepKey: 'check', ...figures({}) },
  ],
});

const asked = (change: Partial<TimingFormResponse> = {}): TimingFormResponse => ({
  ...{ point: 'baseline', timings: [timings()], own: [] },
  ...change,
});

interface OpenOptions {
  me?: Parameters<typeof openTab>[0]['me'];
  form?: TimingFormResponse;
  at?: string;
  again?: boolean;
  taken?: Answer;
}

/** The tab, and what arrives at the API: as if it had kept it. */
function open({
  me = people.member,
  form = asked(),
  at = `workflows/${key}`,
  ...more
}: OpenOptions = {}) {
  let own = form.own;
  const take: Answer = ({ body }) => {
    const { clientKey, workflowKey, steps } = body as TimingRequest;
    own = [{ workflowKey, steps }];
    return { status: 202, json: { clientKey, state: 'accepted' } };
  };
  return openTab({
    ...{ me, at, again: more.again ?? false },
    answers: {
      'GET /api/workflows/maps': () => ({ json: { maps: [map], asOf: null } }),
      'GET /api/workflows/timings': () => ({ json: { ...form, own } }),
      [send]: more.taken ?? take,
    },
  });
}

const away: Answer = () => {
  throw new Error('There is no network.');
};
const minutes = (step: string) =>
  screen.findByRole<HTMLInputElement>('textbox', { name: `${step}: minutes` });

describe('the form by which people time their steps', () => {
  test('is sent with a step they do not do left empty, and says that it has arrived', async () => {
    const { user, requestsTo } = open();
    await user.type(await minutes('Collect notes'), '12,5');
    await user.click(screen.getByRole('button', { name: 'Send my times' }));
    expect(await screen.findByText('Thank you. Your times have arrived.')).toBeTruthy();
    expect(requestsTo(send).map(({ body }) => body)).toMatchObject([
      {
        ...{ workflowKey: key, point: 'baseline' },
        steps: [
          { stepKey: 'collect', minutes: 12.5 },
          { stepKey: 'check', minutes: null },
        ],
      },
    ]);
    expect(await screen.findByRole('button', { name: 'Send my times again' })).toBeTruthy();
  });

  test('does not go out empty, nor with what is no number', async () => {
    const { user, requestsTo } = open();
    const field = await minutes('Collect notes');
    await user.click(screen.getByRole('button', { name: 'Send my times' }));
    expect(await screen.findByText('Fill in at least one step.')).toBeTruthy();
    await user.type(field, 'an hour');
    expect(await screen.findByText('Use a number of minutes from 0 to 2400.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Send my times' }));
    expect(requestsTo(send)).toEqual([]);
    await user.clear(field);
  });

  test('keeps what was typed when the page is opened again', async () => {
    const first = open();
    await first.user.type(await minutes('Check the fee'), '7');
    first.close();
    const second = open({ again: true });
    await waitFor(async () => {
      expect((await minutes('Check the fee')).value).toBe('7');
    });
    await second.user.click(screen.getByRole('button', { name: 'Send my times' }));
    expect(await screen.findByText('Thank you. Your times have arrived.')).toBeTruthy();
  });

  test('keeps times that cannot be sent, shows them after a reload, and sends them once it can', async () => {
    const offline = open({ taken: away });
    await offline.user.type(await minutes('Collect notes'), '9');
    await offline.user.click(screen.getByRole('button', { name: 'Send my times' }));
    expect(await screen.findByText(/kept on this device/)).toBeTruthy();
    offline.close();

    const still = open({ again: true, taken: away });
    expect((await minutes('Collect notes')).value).toBe('9');
    expect(await screen.findByText(/wait on this device/)).toBeTruthy();
    still.close();

    const { requestsTo } = open({ again: true });
    await waitFor(() => {
      expect(requestsTo(send)).toHaveLength(1);
    });
    const [sent] = requestsTo(send).map(({ body }) => body as TimingRequest);
    expect(sent?.steps[0]).toEqual({ stepKey: 'collect', minutes: 9 });
    await waitFor(() => {
      expect(screen.queryByText(/wait on this device/)).toBeNull();
    });
  });

  test('says why times that waited were not taken, until their author forgets them', async () => {
    const offline = open({ taken: away });
    await offline.user.type(await minutes('Collect notes'), '9');
    await offline.user.click(screen.getByRole('button', { name: 'Send my times' }));
    expect(await screen.findByText(/kept on this device/)).toBeTruthy();
    offline.close();

    const refusal = { code: 'timingNotOpen', message: 'Not now.' };
    const { user } = open({ again: true, taken: () => ({ status: 409, json: refusal }) });
    expect(await screen.findByText(/were not taken: Not now\./)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Forget them' }));
    await waitFor(() => {
      expect(screen.queryByText(/were not taken/)).toBeNull();
    });
  });

  test('is for the job family of the task, and for whoever is in none', async () => {
    open({ me: { ...people.member, jobFamily: 'tax' } });
    expect(await screen.findByText('Timed by people of Advisory.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Send my times' })).toBeNull();
  });

  test('is not there while no point is timed', async () => {
    open({ form: asked({ point: null }) });
    expect(await screen.findByText(/Nobody’s times can be shown yet/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Send my times' })).toBeNull();
  });
});

describe('what people’s times come to', () => {
  test('are medians of each point with their people, and where there are too few it says so', async () => {
    const collect = { points: { baseline: known(20, 14), day30: known(12, 13) } };
    open({ form: asked({ point: null, timings: [timings({}, collect)] }) });
    const table = await screen.findByRole('table', { name: 'Median minutes at each point' });
    expect(within(table).getByRole('row', { name: /Collect notes/ }).textContent).toContain(
      '20 mins (14 people)12 mins (13 people)Not enough data',
    );
    expect(within(table).getByRole('row', { name: /The whole task/ }).textContent).not.toContain(
      'min',
    );
    expect(screen.getByText(/It is not measured/)).toBeTruthy();
    expect(screen.getByText(/it takes 10 people who timed it/)).toBeTruthy();
  });

  test('are compared with the baseline by the same people, with an interval', async () => {
    const task = { points: { baseline: known(20, 14) }, since: { day30: from20To12 } };
    open({ form: asked({ point: null, timings: [timings(task)] }) });
    const table = await screen.findByRole('table', { name: /by the same people/ });
    expect(within(table).getByRole('row', { name: /The whole task/ }).textContent).toContain(
      '20 mins → 12 mins · same 12 people',
    );
    expect(table.textContent).toContain('95% interval from 10 mins less to 5 mins less');
    expect(within(table).queryByRole('row', { name: /Collect notes/ })).toBeNull();
  });
});

describe('the list of tasks', () => {
  test('names the tasks that are to be timed, and no longer once they are', async () => {
    const first = open({ at: 'workflows' });
    const notice = await screen.findByRole('list', { name: 'Tasks to time' });
    expect(within(notice).getByRole('link', { name: map.task })).toBeTruthy();
    first.close();
    const own = [{ workflowKey: key, steps: [{ stepKey: 'collect', minutes: 4 }] }];
    open({ at: 'workflows', form: asked({ own }) });
    expect(await screen.findByRole('list', { name: 'Tasks' })).toBeTruthy();
    expect(screen.queryByRole('list', { name: 'Tasks to time' })).toBeNull();
  });
});
