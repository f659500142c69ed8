import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  mappedStep,
  workflowMap,
  workflowMapsResponse,
  workflowsResponse,
  type SaveMapRequest,
  type WorkflowMap,
} from '@last-mile/shared/workflows';
import {
  createTestProduct,
  people,
  type PersonName,
  type TestProduct,
} from '../../../local-tenant/testProduct';

let it: TestProduct;
beforeAll(async () => {
  it = await createTestProduct({ now: () => new Date('2026-11-03T23:30:00Z') });
});
afterAll(() => it.close());

async function maps(name: PersonName = 'carol'): Promise<WorkflowMap[]> {
  const response = await it.ask(name, '/api/workflows/maps');
  expect(response.status).toBe(200);
  return workflowMapsResponse.parse(await response.json()).maps;
}

async function mapOf(clientKey: string): Promise<WorkflowMap> {
  const found = (await maps()).find((map) => map.clientKey === clientKey);
  return found!;
}

const addition = (clientKey: string, task = 'Close the books') => ({
  ...{ clientKey, task, jobFamily: 'audit', purpose: 'The month is closed on day three.' },
});

async function addTask(task?: string): Promise<string> {
  const clientKey = randomUUID();
  expect((await it.ask('alice', '/api/workflows', addition(clientKey, task))).status).toBe(200);
  return clientKey;
}

/** Two steps in which everything is said that a tool needs. */
const steps = [
  { ...{ id: 'a', name: 'Collect', aiHelps: 'Finds what is missing.' }, actor: 'Junior' },
  { ...{ id: 'b', name: 'Review', aiHelps: '' }, actor: 'Senior', waitMinutes: 1_440 },
].map((step) => mappedStep.parse({ minutes: 30, ...step }));

const wanted = (map: WorkflowMap, change: Partial<SaveMapRequest> = {}): SaveMapRequest => ({
  ...{ eTag: map.eTag ?? '', task: map.task, jobFamily: map.jobFamily, purpose: map.purpose },
  ...{ steps, slot: { stepKey: 'a', why: 'It takes longest.' }, escalation: 'Partner' },
  ...change,
});

async function save(clientKey: string, change: Partial<SaveMapRequest> = {}) {
  const request = wanted(await mapOf(clientKey), change);
  const response = await it.ask('alice', `/api/workflows/${clientKey}/map`, request);
  expect(response.status).toBe(200);
  return workflowMap.parse(await response.json());
}

async function decide(clientKey: string, tool = 'Copilot in Excel') {
  const { eTag } = await mapOf(clientKey);
  const request = { eTag, tool, why: 'The figures are there.' };
  return it.ask('bob', `/api/workflows/${clientKey}/tool`, request);
}

describe('a new task', () => {
  test('is there at once, for the library and feedback too, and sent again is one', async () => {
    const clientKey = await addTask('Answer a tender');
    const again = await it.ask('alice', '/api/workflows', addition(clientKey, 'Answer a tender'));
    expect(again.status).toBe(200);
    const named = (await maps()).filter(({ task }) => task === 'Answer a tender');
    expect(named).toEqual([
      {
        ...addition(clientKey, 'Answer a tender'),
        ...{ eTag: null, steps: [], slot: null, escalation: null },
        ...{ toolDecision: null, before: null },
      },
    ]);
    const response = await it.ask('carol', '/api/workflows');
    const { workflows } = workflowsResponse.parse(await response.json());
    expect(workflows.map(({ task }) => task)).toContain('Answer a tender');
  });

  test('does not take the key of another task', async () => {
    const clientKey = await addTask();
    for (const [name, task] of [
      ['alice', 'Something else'],
      ['erin', 'Close the books'],
    ] as const) {
      const response = await it.ask(name, '/api/workflows', addition(clientKey, task));
      expect(response.status).toBe(409);
      expect(await response.json()).toMatchObject({ code: 'keyReused' });
    }
  });

  test('can be mapped before SharePoint has told of it', async () => {
    const clientKey = await addTask();
    expect((await save(clientKey)).steps).toEqual(steps);
  });
});

describe('a map', () => {
  test('is read by members of the programme as champions save it, and by nobody else', async () => {
    const clientKey = await addTask();
    const saved = await save(clientKey, { task: 'Close the month' });
    expect(await mapOf(clientKey)).toEqual(saved);
    expect(saved).toMatchObject({ task: 'Close the month', steps, escalation: 'Partner' });
    expect((await maps('erin')).map(({ clientKey: key }) => key)).not.toContain(clientKey);
    const asErin = await it.ask('erin', `/api/workflows/${clientKey}/map`, wanted(saved));
    expect(asErin.status).toBe(404);
  });

  test('keeps the keys and names of steps for whoever reads tasks as before', async () => {
    const clientKey = await addTask();
    await save(clientKey);
    const response = await it.ask('carol', '/api/workflows');
    const { workflows } = workflowsResponse.parse(await response.json());
    expect(workflows.find((task) => task.clientKey === clientKey)?.steps).toEqual([
      { id: 'a', name: 'Collect', aiHelps: 'Finds what is missing.' },
      { id: 'b', name: 'Review', aiHelps: '' },
    ]);
  });

  test('is not written over what somebody saved meanwhile, who is shown as it is', async () => {
    const clientKey = await addTask();
    const read = await save(clientKey);
    const theirs = await save(clientKey, { escalation: 'Engagement manager' });
    const request = wanted(read, { escalation: 'Nobody' });
    const response = await it.ask('bob', `/api/workflows/${clientKey}/map`, request);
    expect(response.status).toBe(412);
    expect(await response.json()).toMatchObject({ code: 'conflict', current: theirs });
    expect(await mapOf(clientKey)).toEqual(theirs);
  });

  test('that somebody changed by hand in SharePoint is shown to who saves, and kept', async () => {
    const clientKey = await addTask();
    const read = await save(clientKey);
    const stored = await it.product.lists.stores.Workflows.get(clientKey);
    const list = it.tenant.sharePoint
      .lists()
      .find(({ displayName }) => displayName === 'Workflows');
    it.tenant.sharePoint.edit(list!.id, stored!.itemId!, { Escalation: 'Lawyer' }, people.bob);
    const response = await it.ask('alice', `/api/workflows/${clientKey}/map`, wanted(read));
    expect(response.status).toBe(412);
    expect(await response.json()).toMatchObject({ current: { escalation: 'Lawyer' } });
  });

  test('whose answer was lost on the way is saved once', async () => {
    const clientKey = await addTask();
    await save(clientKey);
    it.tenant.faults.dropAfterWrite({ method: 'PATCH', times: 1 });
    expect((await save(clientKey, { escalation: 'Director' })).escalation).toBe('Director');
  });

  test('does not choose a step that it does not have', async () => {
    const clientKey = await addTask();
    const request = wanted(await mapOf(clientKey), { slot: { stepKey: 'c', why: 'Why not.' } });
    const response = await it.ask('alice', `/api/workflows/${clientKey}/map`, request);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ issues: [{ path: 'slot.stepKey' }] });
  });

  test.each([
    ['carol', 403, 'championRoleRequired'],
    ['dora', 403, 'championRoleRequired'],
    ['frank', 403, 'championRoleRequired'],
  ] as const)('is not changed by %s', async (name, status, code) => {
    const request = wanted(await mapOf(await addTask()));
    const refused = await it.ask(name, `/api/workflows/${randomUUID()}/map`, request);
    expect(refused.status).toBe(status);
    expect(await refused.json()).toMatchObject({ code });
  });

  test('is read where somebody emptied half of it in SharePoint', async () => {
    const clientKey = await addTask();
    await save(clientKey);
    const { Workflows } = it.product.lists.stores;
    const stored = await Workflows.get(clientKey);
    const noTimes = JSON.stringify([{ ...steps[0], minutes: 'ten' }]);
    const fields = { SlotWhy: null, Escalation: ' ', Steps: noTimes, ToolDecidedOn: 'today' };
    await Workflows.edit(clientKey, stored!.eTag!, { actorId: people.alice, fields });
    expect(await mapOf(clientKey)).toMatchObject({
      ...{ slot: null, escalation: null, toolDecision: null, before: null },
      steps: [{ id: 'a', name: 'Collect', minutes: null }],
    });
  });
});

describe('a decision on a tool', () => {
  const unnamed = steps.map((step, index) => (index === 1 ? { ...step, actor: null } : step));
  const unsaid = steps.map((step) => ({ ...step, minutes: null }));
  test.each([
    ['steps', 'noSteps', { steps: [], slot: null }],
    ['steps.1.actor', 'stepsWithoutActor', { steps: unnamed }],
    ['steps.0.minutes', 'stepsWithoutMinutes', { steps: unsaid }],
    ['slot', 'noSlot', { slot: null }],
    ['steps.1.aiHelps', 'slotSaysNoHelp', { slot: { stepKey: 'b', why: 'It waits.' } }],
    ['escalation', 'noEscalation', { escalation: null }],
  ] as const)('waits for %s', async (path, code, change) => {
    const clientKey = await addTask();
    await save(clientKey, change as Partial<SaveMapRequest>);
    const response = await decide(clientKey);
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ code, issues: [{ path }] });
    expect((await mapOf(clientKey)).toolDecision).toBeNull();
  });

  test('says who decided and when, and keeps the steps as they were for good', async () => {
    const clientKey = await addTask();
    await save(clientKey);
    expect((await decide(clientKey)).status).toBe(200);
    const later = steps.slice(0, 1);
    await save(clientKey, { steps: later });
    expect((await decide(clientKey, 'Another tool')).status).toBe(200);
    expect(await mapOf(clientKey)).toMatchObject({
      steps: later,
      before: steps,
      // Half past midnight in the programme's time zone.
      toolDecision: { tool: 'Another tool', decidedOn: '2026-11-04', decidedBy: people.bob },
    });
    expect(
      await it.database.query(
        `SELECT actor_id AS actor, action FROM audit_trail WHERE subject = $1 ORDER BY id`,
        [clientKey],
      ),
    ).toEqual([
      { actor: people.alice, action: 'workflows.taskAdded' },
      { actor: people.alice, action: 'workflows.mapSaved' },
      { actor: people.bob, action: 'workflows.toolDecided' },
      { actor: people.alice, action: 'workflows.mapSaved' },
      { actor: people.bob, action: 'workflows.toolDecided' },
    ]);
  });

  test('is about the map as it was read', async () => {
    const clientKey = await addTask();
    const { eTag } = await save(clientKey);
    const theirs = await save(clientKey, { escalation: 'Director' });
    const request = { eTag, tool: 'Copilot', why: 'It is there.' };
    const response = await it.ask('bob', `/api/workflows/${clientKey}/tool`, request);
    expect(response.status).toBe(412);
    expect(await response.json()).toMatchObject({ current: theirs });
  });
});
