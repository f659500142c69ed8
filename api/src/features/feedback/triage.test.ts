import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { queueItem, type ClosingOutcome, type TriageAct } from '@last-mile/shared/feedback';
import { practiceSession } from '@last-mile/shared/practice';
import {
  createFeedbackStage,
  stageStart,
  type FeedbackStage,
} from '../../../local-tenant/testing/feedbackStage';
import { people } from '../../../local-tenant/testProduct';

let stage: FeedbackStage;
beforeAll(async () => {
  stage = await createFeedbackStage();
});
beforeEach(() => {
  stage.setNow(stageStart);
});
afterEach(() => {
  stage.it.tenant.faults.clear();
});
afterAll(() => stage.it.close());

const takeUp: TriageAct = { do: 'takeUp', note: null };
const close = (outcome: ClosingOutcome, note: string | null = null): TriageAct => ({
  ...{ do: 'close', outcome, note },
});
const declined = close({ route: 'declined', reason: 'The ruling exists; it is newer.' });

async function refusal(response: Response) {
  const { code, issues } = (await response.json()) as {
    code: string;
    issues?: { path: string }[];
  };
  return [response.status, code, ...(issues ?? []).map(({ path }) => path)];
}

describe('a champion', () => {
  test('takes something up: that is a first answer, and the reporter is told', async () => {
    const key = await stage.send();
    stage.setNow('2026-11-23T14:00:00Z');
    const item = await stage.act(key, { do: 'takeUp', note: 'We ask who checked it.' });
    expect(item).toMatchObject({
      state: 'inProgress',
      respondedAt: '2026-11-23T14:00:00Z',
      outcomeNote: 'We ask who checked it.',
    });
    expect(stage.inSharePoint(key)).toMatchObject({
      State: 'inProgress',
      RespondedAt: '2026-11-23T14:00:00Z',
      OutcomeNote: 'We ask who checked it.',
      ActorId: people.alice,
    });
    expect(await refusal(await stage.ask(key, takeUp))).toEqual([409, 'feedbackAnswered']);
  });

  test('gives something to a deputy, and to nobody who does not triage', async () => {
    const key = await stage.send();
    const item = await stage.act(key, { do: 'assign', to: people.bob });
    expect(item).toMatchObject({
      state: 'new',
      respondedAt: null,
      assignee: { userId: people.bob, name: 'Bob Example' },
    });
    expect((await stage.queue({ view: 'mine' }, 'bob')).items).toEqual([item]);
    const other = await stage.ask(key, { do: 'assign', to: people.carol });
    expect(await refusal(other)).toEqual([409, 'notATriager', 'act.to']);
    expect((await stage.act(key, { do: 'assign', to: null })).assignee).toBeNull();
  });

  test('sends something to the vendor and closes it with the answer', async () => {
    const key = await stage.send();
    const sent = { reference: 'Case 4711', sentOn: '2026-11-23' };
    const waiting = await stage.act(key, { do: 'sendToVendor', ...sent, note: null });
    expect(waiting).toMatchObject({
      ...{ state: 'waitingOnVendor', outcome: 'vendor', respondedAt: stageStart },
      vendor: { ...sent, answer: null },
    });
    expect((await stage.queue({ view: 'vendor' })).items).toEqual([waiting]);
    const answer = 'Mended in the next release.';
    const closed = await stage.act(key, close({ route: 'vendor', ...sent, answer }));
    expect(closed).toMatchObject({
      ...{ state: 'closed', outcome: 'vendor', outcomeReference: 'Case 4711' },
      ...{ respondedAt: stageStart, closedAt: stageStart, vendor: { ...sent, answer } },
    });
    expect((await stage.queue({ view: 'vendor' })).items).toEqual([]);
  });

  test('does not send anything to the vendor tomorrow', async () => {
    const key = await stage.send();
    const sent = { reference: 'Case 4711', sentOn: '2026-11-24' };
    const waiting = await stage.ask(key, { do: 'sendToVendor', ...sent, note: null });
    expect(await refusal(waiting)).toEqual([409, 'sentInFuture', 'act.sentOn']);
    const closed = await stage.ask(key, close({ route: 'vendor', ...sent, answer: 'No.' }));
    expect(await refusal(closed)).toEqual([409, 'sentInFuture', 'act.outcome.sentOn']);
  });

  test('declines something with a reason, which stands whole in what the reporter is told', async () => {
    const short = await stage.act(await stage.send(), declined);
    expect(short).toMatchObject({
      ...{ state: 'closed', outcome: 'declined', outcomeNote: null },
      outcomeReference: 'The ruling exists; it is newer.',
    });
    const reason = `It exists.\n${'Look again. '.repeat(40)}`;
    const key = await stage.send();
    const long = await stage.act(key, close({ route: 'declined', reason }, 'Sorry.'));
    expect(long.outcomeReference).toMatch(/^It exists\. Look again\..*…$/);
    expect(long.outcomeReference).toHaveLength(255);
    expect(long.outcomeNote).toBe(`${reason}\n\nSorry.`);
  });

  test('opens something again: an answer is due again, the first one stays counted', async () => {
    const key = await stage.send();
    await stage.act(key, declined);
    stage.setNow('2026-11-26T11:00:00Z');
    const again = await stage.act(key, { do: 'reopen', note: 'It came back.' });
    expect(again).toMatchObject({
      ...{ state: 'new', reopened: 1, dueOn: '2026-11-30', overdue: false },
      ...{ outcome: null, outcomeReference: null, closedAt: null, respondedAt: stageStart },
      outcomeNote: 'It came back.',
    });
    expect(stage.inSharePoint(key)).toMatchObject({ DueOn: '2026-11-25', Reopened: 1 });
    expect(await refusal(await stage.ask(key, { do: 'reopen', note: null }))).toEqual([
      409,
      'feedbackNotClosed',
    ]);
    await stage.act(key, declined);
    expect(await stage.act(key, { do: 'reopen', note: null })).toMatchObject({ reopened: 2 });
  });

  test('asks the reporter again when it is closed again', async () => {
    const key = await stage.send();
    await stage.act(key, declined);
    await stage.editInSharePoint(key, { Helped: 'no' });
    expect(await stage.act(key, { do: 'reopen', note: null })).toMatchObject({ helped: false });
    expect(await stage.act(key, declined)).toMatchObject({ helped: null });
  });

  test('does nothing with what is closed but open it', async () => {
    const key = await stage.send();
    await stage.act(key, declined);
    for (const act of [takeUp, declined, { do: 'assign', to: null } as const]) {
      expect(await refusal(await stage.ask(key, act))).toEqual([409, 'feedbackClosed']);
    }
  });
});

describe('closing', () => {
  test('without an outcome is no request', async () => {
    const key = await stage.send();
    const { eTag } = await stage.seen(key);
    for (const act of [
      { do: 'close', note: null },
      { do: 'close', note: null, outcome: null },
      { do: 'close', note: null, outcome: { route: 'declined' } },
      { do: 'close', note: null, outcome: { route: 'declined', reason: ' ' } },
    ]) {
      const response = await stage.it.ask('alice', `/api/feedback/${key}/triage`, { eTag, act });
      expect(response.status).toBe(400);
    }
    expect(await stage.seen(key)).toMatchObject({ state: 'new' });
  });

  test('with another prompt needs a published version of it, later than the one that was flagged', async () => {
    const first = await stage.publish();
    const about = { type: 'libraryItem', itemKey: first.clientKey, version: 1 } as const;
    const key = await stage.send({ about });
    const adjusted = (itemKey: string, version: number) =>
      close({ route: 'promptAdjusted', itemKey, version });
    const refusedAt = async (itemKey: string, version: number) =>
      refusal(await stage.ask(key, adjusted(itemKey, version)));
    expect(await refusedAt(randomUUID(), 1)).toEqual([
      ...[409, 'itemUnknown', 'act.outcome.itemKey'],
    ]);
    expect(await refusedAt(first.clientKey, 2)).toEqual([
      ...[409, 'versionUnknown', 'act.outcome.version'],
    ]);
    expect(await refusedAt(first.clientKey, 1)).toEqual([
      ...[409, 'versionNotLater', 'act.outcome.version'],
    ]);
    const second = await stage.publish(first);
    expect(second.version).toBe(2);
    expect(await stage.act(key, adjusted(first.clientKey, 2))).toMatchObject({
      outcome: 'promptAdjusted',
      outcomeReference: `${second.content.title}, version 2`,
      outcomeLink: { type: 'libraryItem', itemKey: first.clientKey, version: 2 },
    });
  });

  test('with another way of working needs a task, and a step of it where one is named', async () => {
    const workflowKey = randomUUID();
    const task = 'Answer a complaint';
    await stage.addTask({
      ...{ clientKey: workflowKey, task, jobFamily: 'audit', purpose: '' },
      steps: [{ id: 's1', name: 'Read it twice', aiHelps: '' }],
    });
    const key = await stage.send({ about: { type: 'workflow', workflowKey } });
    const changed = (of: string, stepKey: string | null) =>
      close({ route: 'workflowChanged', workflowKey: of, stepKey, change: 'Two people read it.' });
    expect(await refusal(await stage.ask(key, changed(randomUUID(), null)))).toEqual([
      ...[409, 'taskUnknown', 'act.outcome.workflowKey'],
    ]);
    expect(await refusal(await stage.ask(key, changed(workflowKey, 's2')))).toEqual([
      ...[409, 'stepUnknown', 'act.outcome.stepKey'],
    ]);
    expect(await stage.act(key, changed(workflowKey, 's1'))).toMatchObject({
      outcomeReference: 'Answer a complaint, step “Read it twice”: Two people read it.',
      outcomeLink: { type: 'workflow', workflowKey },
    });
  });

  test('with other training names it, and leads to the session of practice where there is one', async () => {
    const session = practiceSession.parse(
      await (
        await stage.it.ask('alice', '/api/practice/sessions', {
          ...{ clientKey: randomUUID(), eTag: null, jobFamily: null, title: 'Fees in letters' },
          ...{ workflowKey: null, scenario: '', exercise: null },
          ...{ startsAt: '2026-11-30T09:00:00Z', minutes: 20 },
        })
      ).json(),
    );
    const changed = (sessionKey: string | null) =>
      close({ route: 'trainingChanged', sessionKey, training: 'Fees in letters' });
    const key = await stage.send();
    expect(await refusal(await stage.ask(key, changed(randomUUID())))).toEqual([
      ...[409, 'sessionUnknown', 'act.outcome.sessionKey'],
    ]);
    expect(await stage.act(key, changed(session.clientKey))).toMatchObject({
      outcomeReference: 'Fees in letters',
      outcomeLink: { type: 'practiceSession', sessionKey: session.clientKey },
    });
    const other = await stage.send();
    expect(await stage.act(other, changed(null))).toMatchObject({
      ...{ outcomeReference: 'Fees in letters', outcomeLink: null },
    });
  });
});

describe('who comes too late', () => {
  test('is shown the item as it is now, and overwrites nothing', async () => {
    const key = await stage.send();
    const { eTag } = await stage.seen(key);
    const now = await stage.act(key, takeUp, 'bob');
    const response = await stage.ask(key, declined, 'alice', eTag ?? '');
    expect(response.status).toBe(412);
    const { code, current } = (await response.json()) as { code: string; current: unknown };
    expect(code).toBe('conflict');
    expect(queueItem.parse(current)).toEqual(now);
    expect(stage.inSharePoint(key)['State']).toBe('inProgress');
  });

  test('learns so also of a change in SharePoint that Last Mile has not heard of', async () => {
    const key = await stage.send();
    const { eTag } = await stage.seen(key);
    const { sharePoint } = stage.it.tenant;
    const list = sharePoint.lists().find(({ displayName }) => displayName === 'Feedback')!;
    const item = sharePoint.items(list.id).find(({ fields }) => fields['ClientKey'] === key)!;
    sharePoint.edit(list.id, item.id, { State: 'closed', Outcome: 'declined' }, people.bob);
    const response = await stage.ask(key, takeUp, 'alice', eTag ?? '');
    expect(response.status).toBe(412);
    const { current } = (await response.json()) as { current: unknown };
    expect(queueItem.parse(current)).toMatchObject({
      ...{ state: 'closed', outcome: 'declined', outcomeReference: null },
    });
  });

  test('finds nothing where the item was deleted in SharePoint', async () => {
    const key = await stage.send();
    const { eTag } = await stage.seen(key);
    const { sharePoint } = stage.it.tenant;
    const list = sharePoint.lists().find(({ displayName }) => displayName === 'Feedback')!;
    const item = sharePoint.items(list.id).find(({ fields }) => fields['ClientKey'] === key)!;
    sharePoint.remove(list.id, item.id);
    expect((await stage.ask(key, takeUp, 'alice', eTag ?? '')).status).toBe(404);
  });
});

test('what SharePoint does not have yet cannot be triaged, and is said so', async () => {
  const clientKey = randomUUID();
  stage.it.tenant.faults.answer(503);
  await stage.it.ask('carol', '/api/feedback', {
    ...{ clientKey, kind: 'suggestion', reason: null, reachedClient: false, surface: 'teams' },
    ...{ about: { type: 'tool' }, text: 'Fewer steps.', named: true },
  });
  expect(await refusal(await stage.ask(clientKey, takeUp, 'alice', '"x"'))).toEqual([
    ...[409, 'notDeliveredYet'],
  ]);
});

test('while SharePoint is away nothing is done, and it can be tried again', async () => {
  const key = await stage.send();
  const { eTag } = await stage.seen(key);
  stage.it.tenant.faults.answer(503);
  const response = await stage.ask(key, takeUp, 'alice', eTag ?? '');
  expect(await refusal(response)).toEqual([503, 'sharePointUnavailable']);
  stage.it.tenant.faults.clear();
  expect(await stage.act(key, takeUp)).toMatchObject({ state: 'inProgress' });
});

test('what is triaged straight in SharePoint is read the same way', async () => {
  const key = await stage.send();
  await stage.editInSharePoint(key, { State: 'closed' });
  expect(await stage.seen(key)).toMatchObject({
    ...{ state: 'closed', outcome: null, outcomeReference: null, closedAt: null },
  });
  const done = await stage.queue({ view: 'done' });
  expect(done.items.some(({ clientKey }) => clientKey === key)).toBe(true);
});

test('each act is remembered by who did it, and no word of it', async () => {
  const key = await stage.send();
  await stage.act(key, { do: 'takeUp', note: 'Secret words' }, 'bob');
  await stage.act(key, declined);
  const trail = await stage.it.database.query<{ action: string; actor_id: string }>(
    'SELECT action, actor_id, details FROM audit_trail WHERE subject = $1 ORDER BY id',
    [key],
  );
  expect(trail.map(({ action, actor_id }) => [action, actor_id])).toEqual([
    ['feedback.takenUp', people.bob],
    ['feedback.closed', people.alice],
  ]);
  expect(JSON.stringify(trail)).not.toMatch(/Secret|ruling/);
});

test('a champion of another programme finds nothing', async () => {
  const key = await stage.send();
  const { eTag } = await stage.seen(key);
  expect((await stage.ask(key, takeUp, 'erin', eTag ?? '')).status).toBe(404);
  expect((await stage.it.ask('erin', `/api/feedback/${key}`)).status).toBe(404);
});

test('neither a leader nor a member reads or triages what colleagues wrote', async () => {
  const key = await stage.send();
  for (const name of ['carol', 'dora'] as const) {
    for (const path of ['/api/feedback', `/api/feedback/${key}`]) {
      expect([name, (await stage.it.ask(name, path)).status]).toEqual([name, 403]);
    }
    expect((await stage.ask(key, takeUp, name, '"x"')).status).toBe(403);
    const many = { items: [{ clientKey: key, eTag: '"x"' }], act: takeUp };
    expect((await stage.it.ask(name, '/api/feedback/triage', many)).status).toBe(403);
  }
});

test('several are triaged at once, and what one is refused keeps no other from it', async () => {
  const [fresh, taken, overtaken] = [await stage.send(), await stage.send(), await stage.send()];
  await stage.act(taken, takeUp);
  const eTags = await Promise.all(
    [fresh, taken, overtaken].map(async (key) => (await stage.seen(key)).eTag),
  );
  await stage.act(overtaken, { do: 'assign', to: people.bob });
  const items = [fresh, taken, overtaken].map((clientKey, index) => ({
    ...{ clientKey, eTag: eTags[index] },
  }));
  const response = await stage.it.ask('alice', '/api/feedback/triage', {
    items: [...items, { clientKey: randomUUID(), eTag: '"x"' }],
    act: takeUp,
  });
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    results: [
      { clientKey: fresh, state: 'done', item: { state: 'inProgress' } },
      { clientKey: taken, state: 'refused', code: 'feedbackAnswered' },
      { clientKey: overtaken, state: 'conflict', item: { assignee: { userId: people.bob } } },
      { state: 'refused', code: 'notFound' },
    ],
  });
});
