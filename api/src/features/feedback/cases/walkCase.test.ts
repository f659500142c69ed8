import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  assistantChangesResponse,
  caseReceipt,
  promptCase,
  type CaseRetirementRequest,
} from '@last-mile/shared/feedback';
import { dashboardResponse } from '@last-mile/shared/adoption';
import { versionsResponse } from '@last-mile/shared/library';
import { problem } from '@last-mile/shared/problem';
import { createCaseStage, type CaseStage } from '../../../../local-tenant/testing/caseStage';
import { stageStart } from '../../../../local-tenant/testing/feedbackStage';
import { people, type PersonName } from '../../../../local-tenant/testProduct';

let stage: CaseStage;
beforeAll(async () => {
  stage = await createCaseStage();
});
beforeEach(() => {
  stage.setNow(stageStart);
});
afterAll(() => stage.it.close());

async function receipt(response: Response) {
  const answer: unknown = await response.json();
  expect([response.status, answer]).toEqual([202, answer]);
  return caseReceipt.parse(answer).state;
}

async function refusal(response: Response) {
  const { code, issues = [] } = problem.parse(await response.json());
  return [response.status, code, ...issues.map(({ path }) => path)];
}

async function aCase() {
  const { item, flag } = await stage.fixed();
  const caseKey = await stage.make(flag);
  const standing = async () => (await stage.only(item.clientKey)).standing;
  return { item, itemKey: item.clientKey, caseKey, standing };
}

describe('a case', () => {
  test('is walked by the item’s owner or a champion, and shows who saw what, the newest first', async () => {
    const { itemKey, caseKey } = await aCase();
    await stage.walk(caseKey, { outcome: 'failed', note: 'It named a ruling of 1987.' });
    stage.setNow('2026-11-23T12:00:00Z');
    expect(await receipt(await stage.askToWalk(caseKey, {}, 'bob'))).toBe('accepted');
    const { cases, counts } = await stage.book(itemKey, 'carol');
    expect(cases).toMatchObject([
      {
        standing: { state: 'held' },
        walks: [
          {
            ...{ outcome: 'held', version: 2, note: null, walkedAt: '2026-11-23T12:00:00.000Z' },
            walkedBy: { userId: people.bob, name: 'Bob Example' },
          },
          { outcome: 'failed', note: 'It named a ruling of 1987.' },
        ],
      },
    ]);
    expect(counts).toEqual({ cases: 1, toWalk: 0, held: 1, failed: 0 });
  });

  test('is walked by nobody else', async () => {
    const { caseKey } = await aCase();
    for (const name of ['dora', 'erin'] as const) {
      expect(await refusal(await stage.askToWalk(caseKey, {}, name))).toEqual([404, 'notFound']);
    }
    const unknown = await stage.askToWalk(randomUUID());
    expect(await refusal(unknown)).toEqual([404, 'notFound']);
  });

  test('is walked once however often it is sent, and something else under the key is refused', async () => {
    const { itemKey, caseKey } = await aCase();
    const walk = { clientKey: randomUUID(), note: 'As it should be' };
    expect(await receipt(await stage.askToWalk(caseKey, walk))).toBe('accepted');
    await stage.it.settle();
    expect(await receipt(await stage.askToWalk(caseKey, walk))).toBe('known');
    const other = await stage.askToWalk(caseKey, { ...walk, outcome: 'failed' });
    expect(await refusal(other)).toEqual([409, 'keyReused']);
    expect((await stage.only(itemKey)).walks).toHaveLength(1);
  });

  test('is walked on a version that was published', async () => {
    const { caseKey } = await aCase();
    expect(await refusal(await stage.askToWalk(caseKey, { version: 3 }))).toEqual([
      ...[409, 'versionUnknown', 'version'],
    ]);
  });

  test('is to be walked again on a new version, on which the old walks say nothing', async () => {
    const { item, itemKey, caseKey, standing } = await aCase();
    await stage.walk(caseKey);
    await stage.publish(item);
    const asked = { state: 'toWalk', why: { reason: 'newVersion', version: 3 } };
    expect(await standing()).toEqual(asked);
    expect((await stage.book(itemKey)).counts).toEqual({
      ...{ cases: 1, toWalk: 1, held: null, failed: null },
    });
    // Begun before the new version was published: it is kept, for its own version.
    await stage.walk(caseKey, { version: 2 });
    expect(await standing()).toEqual(asked);
    await stage.walk(caseKey, { version: 3, outcome: 'failed' });
    expect(await standing()).toEqual({ state: 'failed' });
  });

  test('is walked to the end on the version that the walk began with, whose text can still be read', async () => {
    const { item, itemKey, caseKey, standing } = await aCase();
    const began = item.content;
    await stage.publish(item);
    const { approved } = versionsResponse.parse(
      await (await stage.it.ask('carol', `/api/library/${itemKey}/versions`)).json(),
    );
    const read = approved.find(({ version }) => version === 2);
    expect(read?.content).toEqual(began);
    await stage.walk(caseKey, { version: 2, outcome: 'failed' });
    const { version, cases } = await stage.book(itemKey, 'carol');
    expect(version).toBe(3);
    expect(cases[0]?.walks).toMatchObject([{ version: 2, outcome: 'failed' }]);
    expect(await standing()).toMatchObject({ state: 'toWalk' });
  });

  test('changed by hand in SharePoint is shown as it is there', async () => {
    const { itemKey, caseKey } = await aCase();
    const walk = { clientKey: randomUUID() };
    await receipt(await stage.askToWalk(caseKey, walk));
    await stage.it.settle();
    await stage.editByHand('Cases', caseKey, { MustHold: 'Every ruling stands in the letter' });
    await stage.editByHand('CaseWalks', walk.clientKey, { Outcome: 'unclear', Note: 'Not sure' });
    expect(await stage.only(itemKey)).toMatchObject({
      mustHold: 'Every ruling stands in the letter',
      standing: { state: 'toWalk', why: { reason: 'unclear' } },
      walks: [{ outcome: 'unclear', note: 'Not sure' }],
    });
    await stage.editByHand('Cases', caseKey, { State: 'retired', RetiredBecause: 'Not needed' });
    expect(await stage.only(itemKey)).toMatchObject({
      ...{ standing: { state: 'retired' } },
      retired: { because: 'byChampion', reason: 'Not needed' },
    });
  });

  test('that waits to be walked is counted for the champion', async () => {
    const toWalk = async () => {
      const answer = await stage.it.ask('alice', '/api/adoption/dashboard');
      return dashboardResponse.parse(await answer.json()).library.casesToWalk;
    };
    const before = await toWalk();
    const { caseKey } = await aCase();
    expect(await toWalk()).toBe(before + 1);
    await stage.walk(caseKey);
    expect(await toWalk()).toBe(before);
  });
});

describe('a change of the assistant', () => {
  const asked = (changedOn: string) => ({
    state: 'toWalk',
    why: { reason: 'assistantChanged', assistant: 'Copilot Chat', changedOn },
  });

  test('asks for another walk of its prompts’ cases, and one of another assistant does not', async () => {
    const { caseKey, standing } = await aCase();
    await stage.walk(caseKey);
    stage.setNow('2026-11-24T09:00:00Z');
    const other = { assistant: 'Copilot in Word', changedOn: '2026-11-24' };
    expect(await receipt(await stage.askToChange(other))).toBe('accepted');
    expect(await standing()).toEqual({ state: 'held' });
    const change = { clientKey: randomUUID(), changedOn: '2026-11-24' };
    expect(await receipt(await stage.askToChange(change))).toBe('accepted');
    expect(await standing()).toEqual(asked('2026-11-24'));
    stage.setNow('2026-11-24T10:00:00Z');
    await stage.walk(caseKey);
    expect(await standing()).toEqual({ state: 'held' });
    expect(await receipt(await stage.askToChange(change))).toBe('known');
    await stage.it.settle();
    // Taken back in SharePoint, where it was a mistake, it asks for nothing.
    stage.setNow('2026-11-25T10:00:00Z');
    const late = { clientKey: randomUUID(), changedOn: '2026-11-25' };
    await receipt(await stage.askToChange(late));
    await stage.it.settle();
    expect(await standing()).toEqual(asked('2026-11-25'));
    await stage.editByHand('AssistantChanges', late.clientKey, { ChangedOn: '' });
    expect(await standing()).toEqual({ state: 'held' });
  });

  test('is recorded by champions, of days that have come', async () => {
    const tomorrow = await stage.askToChange({ changedOn: '2026-11-24' });
    expect(await refusal(tomorrow)).toEqual([409, 'sentInFuture', 'changedOn']);
    for (const name of ['carol', 'dora'] as const) {
      expect(await refusal(await stage.askToChange({}, name))).toEqual([
        ...[403, 'championRoleRequired'],
      ]);
    }
  });

  test('is listed with who recorded it, beside the assistants that prompts name', async () => {
    const clientKey = randomUUID();
    await receipt(await stage.askToChange({ clientKey, assistant: 'Copilot in Excel' }, 'bob'));
    const answer = await stage.it.ask('alice', '/api/assistant-changes');
    const { changes, assistants } = assistantChangesResponse.parse(await answer.json());
    expect(changes.find((change) => change.clientKey === clientKey)).toEqual({
      ...{ clientKey, assistant: 'Copilot in Excel', changedOn: '2026-11-23' },
      ...{ what: 'It has a new model.', recordedAt: '2026-11-23T11:00:00.000Z' },
      recordedBy: { userId: people.bob, name: 'Bob Example' },
      delivered: false,
    });
    expect(assistants).toEqual(['Copilot Chat']);
  });
});

describe('a retired case', () => {
  const retire = (key: string, request: CaseRetirementRequest, name: PersonName = 'alice') =>
    stage.it.ask(name, `/api/cases/${key}/retirement`, request);

  test('is walked no more, and can be brought back', async () => {
    const { itemKey, caseKey, standing } = await aCase();
    const { eTag } = await stage.only(itemKey);
    const reason = 'The rule is gone.';
    const retired = promptCase.parse(await (await retire(caseKey, { eTag: eTag!, reason })).json());
    expect(retired).toMatchObject({ retired: { because: 'byChampion', reason } });
    expect(await standing()).toEqual({ state: 'retired' });
    expect((await stage.book(itemKey)).counts.cases).toBe(0);
    expect(await refusal(await stage.askToWalk(caseKey))).toEqual([409, 'caseRetired']);
    const again = await retire(caseKey, { eTag: retired.eTag!, reason });
    expect(await refusal(again)).toEqual([409, 'caseRetired']);
    const back = await retire(caseKey, { eTag: retired.eTag!, reason: null }, 'bob');
    expect(promptCase.parse(await back.json()).retired).toBeNull();
    const { eTag: now } = await stage.only(itemKey);
    expect(await refusal(await retire(caseKey, { eTag: now!, reason: null }))).toEqual([
      ...[409, 'notRetired'],
    ]);
  });

  test('is retired only as it was read: whoever was overtaken sees how it is now', async () => {
    const { itemKey, caseKey } = await aCase();
    const { eTag } = await stage.only(itemKey);
    await stage.editByHand('Cases', caseKey, { MustHold: 'Something else by now' });
    const answer = await retire(caseKey, { eTag: eTag!, reason: 'Too old' });
    expect(answer.status).toBe(412);
    const { current } = problem.parse(await answer.json());
    expect(promptCase.parse(current)).toMatchObject({
      ...{ mustHold: 'Something else by now', retired: null },
    });
    expect((await stage.only(itemKey)).retired).toBeNull();
  });

  test('is retired by champions of its programme', async () => {
    const { itemKey, caseKey } = await aCase();
    const request = { eTag: (await stage.only(itemKey)).eTag!, reason: 'Too old' };
    expect(await refusal(await retire(caseKey, request, 'carol'))).toEqual([
      ...[403, 'championRoleRequired'],
    ]);
    expect(await refusal(await retire(caseKey, request, 'erin'))).toEqual([404, 'notFound']);
  });
});
