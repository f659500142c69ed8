import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  mappedStep,
  timingFormResponse,
  type TimingFormResponse,
  type TimingPoint,
} from '@last-mile/shared/workflows';
import {
  createAdoptionStage,
  type AdoptionStage,
} from '../../../local-tenant/testing/adoptionStage';
import { people } from '../../../local-tenant/testProduct';
import { mapFields } from './workflowsList';

const path = '/api/workflows/timings';

let stage: AdoptionStage;
let workflowKey: string;
const steps = ['a', 'b'].map((id) => mappedStep.parse({ id, name: id, aiHelps: '' }));

/** A programme that began a week ago, with one task of two steps. */
beforeEach(async () => {
  stage = await createAdoptionStage('2026-11-09T08:00:00Z');
  workflowKey = randomUUID();
  await stage.database.transaction((tx) =>
    stage.product.lists.stores.Workflows.append(tx, {
      ...{ clientKey: workflowKey, actorId: people.alice },
      fields: {
        ...mapFields({
          ...{ task: 'Close the books', jobFamily: 'audit', purpose: '' },
          ...{ steps, slot: null, escalation: null },
        }),
        ProgrammeKey: stage.programme.clientKey,
      },
    }),
  );
});
afterEach(() => stage.close());

const tokenOf = (userId: string) => stage.tenant.entra.userToken(userId);

const formOf = (minutes: readonly (number | null)[], point: TimingPoint = 'baseline') => ({
  ...{ clientKey: randomUUID(), workflowKey, point },
  steps: steps.map(({ id }, index) => ({ stepKey: id, minutes: minutes[index] ?? null })),
});

async function send(userId: string, form: object) {
  const response = await stage.ask({ token: await tokenOf(userId) }, path, form);
  const { code, state } = (await response.json()) as { code?: string; state?: string };
  return code ?? state;
}

async function read(userId: string = people.carol): Promise<TimingFormResponse> {
  const response = await stage.ask({ token: await tokenOf(userId) }, path);
  expect(response.status).toBe(200);
  return timingFormResponse.parse(await response.json());
}

const stepAt = async (stepKey: string, point: TimingPoint) =>
  (await read()).timings
    .find((timings) => timings.workflowKey === workflowKey)
    ?.steps.find((step) => step.stepKey === stepKey)?.points[point];

const colleague = (index: number) => stage.members[index + 3] ?? '';

/** So many colleagues time both steps; the first needs one minute more than the one before. */
async function timed(count: number, point: TimingPoint = 'baseline', first = 10) {
  for (let index = 0; index < count; index += 1) {
    expect(await send(colleague(index), formOf([first + index, 5], point))).toBe('accepted');
  }
}

describe('how long a step takes', () => {
  test('is not told of four people, and is the median from five on', async () => {
    await timed(4);
    expect(await stepAt('a', 'baseline')).toEqual({ state: 'notEnoughData' });
    await timed(5);
    expect(await stepAt('a', 'baseline')).toEqual({ state: 'known', value: 12, n: 5 });
    expect(await stepAt('a', 'day30')).toEqual({ state: 'notEnoughData' });
  });

  test('takes everybody’s last form, and no time of steps they leave to others', async () => {
    await timed(5);
    await send(colleague(4), formOf([30, null]));
    expect(await stepAt('a', 'baseline')).toEqual({ state: 'known', value: 12, n: 5 });
    expect(await stepAt('b', 'baseline')).toEqual({ state: 'notEnoughData' });
  });

  test('is compared with the baseline within the same people, from ten on', async () => {
    await timed(10);
    stage.clock.at = new Date('2026-12-01T08:00:00Z');
    await timed(10, 'day30', 6);
    const { timings } = await read();
    const [found] = timings.filter((each) => each.workflowKey === workflowKey);
    expect(found?.since.day30).toMatchObject({ state: 'known', difference: -4, people: 10 });
    expect(found?.since.day60).toEqual({ state: 'notEnoughData' });
  });
});

describe('a form', () => {
  test('is shown to the person who filled it in, and to nobody else', async () => {
    await send(people.carol, formOf([41, null]));
    expect(await read()).toMatchObject({
      point: 'baseline',
      own: [{ workflowKey, steps: formOf([41, null]).steps }],
    });
    const answer = JSON.stringify(await read(people.alice));
    expect(answer).toContain('"own":[]');
    expect(answer).not.toContain('minutes');
  });

  test('is kept without a name, under a word that is the same at every point', async () => {
    await send(people.carol, formOf([41, 3]));
    stage.clock.at = new Date('2026-12-01T08:00:00Z');
    await send(people.carol, formOf([20, 3], 'day30'));
    await stage.settle();
    const stored = await stage.product.lists.stores.Timings.all();
    expect(stored).toHaveLength(2);
    expect(JSON.stringify(stored)).not.toMatch(new RegExp(`${people.carol}|carol`, 'i'));
    expect(new Set(stored.map(({ fields }) => fields['Person'])).size).toBe(1);
    expect(new Set(stored.map(({ fields }) => fields['ActorId'])).size).toBe(1);
  });

  test('is kept while SharePoint is away, once however often it is sent', async () => {
    await read();
    stage.tenant.faults.answer(503);
    const form = formOf([10, 5]);
    expect(await send(people.carol, form)).toBe('accepted');
    expect(await send(people.carol, form)).toBe('known');
    expect((await read()).own).toHaveLength(1);
  });

  test('under a key that said something else is refused', async () => {
    const form = formOf([10, 5]);
    await send(people.carol, form);
    expect(await send(people.carol, { ...formOf([11, 5]), clientKey: form.clientKey })).toBe(
      'keyReused',
    );
    expect(await send(people.bob, form)).toBe('keyReused');
  });

  test('is taken at the open point alone, for the steps as they are', async () => {
    expect(await send(people.carol, formOf([10, 5], 'day30'))).toBe('timingNotOpen');
    const form = formOf([10, 5]);
    expect(await send(people.carol, { ...form, steps: form.steps.slice(1) })).toBe(
      'stepsHaveChanged',
    );
    stage.clock.at = new Date('2026-11-18T08:00:00Z');
    expect((await read()).point).toBeNull();
    expect(await send(people.carol, formOf([10, 5]))).toBe('timingNotOpen');
  });

  test('is about a task of the person’s own programme', async () => {
    expect(await send(people.erin, formOf([10, 5]))).toBe('notFound');
    expect((await read(people.erin)).timings).toEqual([]);
    expect(await send(people.frank, formOf([10, 5]))).toBe('noProgramme');
  });
});
