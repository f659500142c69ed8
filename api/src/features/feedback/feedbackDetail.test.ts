import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { TriageAct } from '@last-mile/shared/feedback';
import {
  createFeedbackStage,
  stageStart,
  type FeedbackStage,
} from '../../../local-tenant/testing/feedbackStage';

let stage: FeedbackStage;
beforeAll(async () => {
  stage = await createFeedbackStage();
});
afterEach(() => {
  stage.it.tenant.faults.clear();
  stage.setNow(stageStart);
});
afterAll(() => stage.it.close());

const declined: TriageAct = {
  ...{ do: 'close', note: 'It is in force since May.' },
  outcome: { route: 'declined', reason: 'It exists.' },
};

const nothing = {
  ...{ title: null, text: null, currentVersion: null, task: null, step: null },
  ...{ usesBefore: null, usesAfter: null },
};

test('it shows the text that was read, whatever is published since', async () => {
  const first = await stage.publish();
  const about = { type: 'libraryItem', itemKey: first.clientKey, version: 1 } as const;
  const key = await stage.send({ about });
  const second = await stage.publish(first);
  expect(second.content.body).not.toBe(first.content.body);
  expect((await stage.detail(key)).context).toEqual({
    ...nothing,
    ...{ title: first.content.title, text: first.content.body, currentVersion: 2 },
  });
});

test('of what was never published, or is gone, it tells no text', async () => {
  const item = await stage.publish();
  const about = (itemKey: string, version: number) => ({
    about: { type: 'libraryItem', itemKey, version } as const,
  });
  const draft = await stage.send(about(item.clientKey, 0));
  expect((await stage.detail(draft)).context).toMatchObject({ text: null, currentVersion: 1 });
  const gone = await stage.send(about(randomUUID(), 3));
  expect((await stage.detail(gone)).context).toEqual(nothing);
  expect((await stage.detail(await stage.send())).context).toEqual(nothing);
});

test('a suggestion about a task names it, and the step', async () => {
  const workflowKey = randomUUID();
  const steps = [{ id: 's1', name: 'Read it twice', aiHelps: '' }];
  const task = 'Answer a complaint';
  await stage.addTask({ clientKey: workflowKey, task, jobFamily: 'audit', purpose: '', steps });
  const step = await stage.send({ about: { type: 'workflow', workflowKey, stepKey: 's1' } });
  expect((await stage.detail(step)).context).toEqual({
    ...nothing,
    ...{ title: task, task, step: 'Read it twice' },
  });
  const whole = await stage.send({ about: { type: 'workflow', workflowKey } });
  expect((await stage.detail(whole)).context).toMatchObject({ task, step: null });
});

test('what was done stands in order, with what each step told the reporter', async () => {
  const key = await stage.send();
  stage.setNow('2026-11-24T09:00:00Z');
  await stage.act(key, { do: 'takeUp', note: 'We look it up.' }, 'bob');
  stage.setNow('2026-11-25T09:00:00Z');
  await stage.editInSharePoint(key, { Reason: 'unhelpful' });
  stage.setNow('2026-11-26T09:00:00Z');
  await stage.act(key, declined);
  stage.setNow('2026-11-27T09:00:00Z');
  await stage.act(key, { do: 'reopen', note: null });
  const { steps } = await stage.detail(key);
  expect(steps.map(({ at, by, what, note }) => [at.slice(0, 10), by, what, note])).toEqual([
    ['2026-11-23', null, 'sent', null],
    ['2026-11-24', 'Bob Example', 'takenUp', 'We look it up.'],
    ['2026-11-25', 'Alice Example', 'changedInSharePoint', null],
    ['2026-11-26', 'Alice Example', 'closed', 'It is in force since May.'],
    ['2026-11-27', 'Alice Example', 'reopened', null],
  ]);
});

test('SharePoint is asked for its history once after each change, however often it is looked at', async () => {
  const key = await stage.send();
  const lookTwice = async () => {
    const before = stage.it.tenant.meter.units();
    await stage.detail(key);
    await stage.detail(key);
    return stage.it.tenant.meter.units() - before;
  };
  expect(await lookTwice()).toBe(0);
  stage.setNow('2026-11-24T09:00:00Z');
  await stage.editInSharePoint(key, { Reason: 'unhelpful' });
  const once = await lookTwice();
  expect(once).toBeGreaterThan(0);
  expect(await lookTwice()).toBe(0);
  stage.setNow('2026-11-25T09:00:00Z');
  await stage.act(key, { do: 'takeUp', note: 'We look it up.' });
  expect(await lookTwice()).toBe(once);
  expect((await stage.detail(key)).steps.map(({ what }) => what)).toEqual([
    ...['sent', 'changedInSharePoint', 'takenUp'],
  ]);
});

test('while SharePoint is away, what we did is told, and the last words of it', async () => {
  const key = await stage.send();
  await stage.act(key, { do: 'takeUp', note: 'First.' });
  await stage.act(key, declined);
  stage.it.tenant.faults.answer(503);
  const { item, steps } = await stage.detail(key);
  expect(item.state).toBe('closed');
  expect(steps.map(({ what, note }) => [what, note])).toEqual([
    ['sent', null],
    ['takenUp', null],
    ['closed', 'It is in force since May.'],
  ]);
});
