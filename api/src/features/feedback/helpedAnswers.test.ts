import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  feedbackResponse,
  helpedReceipt,
  type HelpedRequest,
  type TriageAct,
} from '@last-mile/shared/feedback';
import {
  createFeedbackStage,
  stageStart,
  type FeedbackStage,
} from '../../../local-tenant/testing/feedbackStage';
import { people, type PersonName } from '../../../local-tenant/testProduct';

let stage: FeedbackStage;
beforeAll(async () => {
  stage = await createFeedbackStage();
});
beforeEach(() => {
  stage.setNow(stageStart);
});
afterAll(() => stage.it.close());

const declined: TriageAct = {
  do: 'close',
  outcome: { route: 'declined', reason: 'It was meant so.' },
  note: 'Thank you.',
};
const saying = (helped: boolean, words: string | null = null): HelpedRequest => ({
  ...{ clientKey: randomUUID(), helped, words },
});

const ask = (key: string, request: HelpedRequest, name: PersonName = 'carol') =>
  stage.it.ask(name, `/api/feedback/${key}/helped`, request);

async function answer(key: string, request: HelpedRequest, name?: PersonName) {
  const response = await ask(key, request, name);
  const receipt: unknown = await response.json();
  expect([response.status, receipt]).toEqual([202, receipt]);
  return helpedReceipt.parse(receipt);
}

async function refusal(key: string, request: HelpedRequest, name?: PersonName) {
  const response = await ask(key, request, name);
  return [response.status, ((await response.json()) as { code: string }).code];
}

async function mine(key: string, name: PersonName = 'carol') {
  const response = await stage.it.ask(name, '/api/feedback/mine');
  const { items } = feedbackResponse.parse(await response.json());
  return items.find(({ clientKey }) => clientKey === key);
}

/** What waits is in SharePoint afterwards, if it can be had. */
const settled = () => stage.it.product.app.feedback.resume();

async function closedFlag(more: Parameters<FeedbackStage['send']>[0] = {}) {
  const key = await stage.send(more);
  await stage.act(key, declined);
  return key;
}

describe('a reporter says that it helped', () => {
  test('and that is in SharePoint, with their words, while it stays closed', async () => {
    const key = await closedFlag();
    const request = saying(true, 'Works now.');
    expect(await answer(key, request)).toEqual({ clientKey: request.clientKey, state: 'accepted' });
    await settled();
    expect(stage.inSharePoint(key)).toMatchObject({
      ...{ State: 'closed', Helped: 'yes', HelpedWords: 'Works now.', ActorId: people.carol },
    });
    expect(await refusal(key, saying(false))).toEqual([409, 'helpedAnswered']);
    const { steps } = await stage.detail(key);
    expect(steps.at(-1)).toMatchObject({
      ...{ what: 'helped', by: 'Carol Example', note: 'Works now.' },
    });
  });
});

describe('a reporter says that it did not help', () => {
  test('and it is open again, due by the same rule from that day on', async () => {
    const key = await closedFlag();
    // A Thursday: two working days are until Monday.
    stage.setNow('2026-11-26T09:00:00Z');
    await answer(key, saying(false, 'It still names a wrong ruling.'));
    await settled();
    expect(await stage.seen(key)).toMatchObject({
      ...{ state: 'new', reopened: 1, dueOn: '2026-11-30', outcome: null, closedAt: null },
      ...{ helped: false, helpedWords: 'It still names a wrong ruling.' },
    });
    // The measures of the first response do not move.
    expect(stage.inSharePoint(key)).toMatchObject({ DueOn: '2026-11-25' });
    expect((await stage.seen(key)).respondedAt).toBe(stageStart);
    expect(await refusal(key, saying(true))).toEqual([409, 'feedbackNotClosed']);
  });

  test('and is asked again once it is closed the next time', async () => {
    const key = await closedFlag();
    await answer(key, saying(false));
    await settled();
    await stage.act(key, declined);
    expect(await mine(key)).toMatchObject({ state: 'closed', helped: null, reopened: 1 });
    await answer(key, saying(true));
    await settled();
    expect(await stage.seen(key)).toMatchObject({ state: 'closed', helped: true, reopened: 1 });
  });
});

describe('an answer', () => {
  test('sent again is known, also when it is settled; with other words its key is refused', async () => {
    const key = await closedFlag();
    const request = saying(false, 'No.');
    await answer(key, request);
    expect(await answer(key, request)).toMatchObject({ state: 'known' });
    await settled();
    const again = { ...request, clientKey: request.clientKey.toUpperCase() };
    expect(await answer(key, again)).toMatchObject({ state: 'known' });
    expect(await refusal(key, { ...request, words: 'Yes.' })).toEqual([409, 'keyReused']);
    expect(await refusal(await closedFlag(), request)).toEqual([409, 'keyReused']);
    expect(await stage.seen(key)).toMatchObject({ reopened: 1 });
  });

  test('at the same moment from several devices is one', async () => {
    const key = await closedFlag();
    const request = saying(false, 'No.');
    const receipts = await Promise.all([1, 2, 3].map(() => answer(key, request)));
    expect(receipts.map(({ state }) => state).sort()).toEqual(['accepted', 'known', 'known']);
    await Promise.all([settled(), settled(), (await stage.it.another()).app.feedback.resume()]);
    expect(await stage.seen(key)).toMatchObject({ reopened: 1, state: 'new' });
  });

  test("is the reporter's alone, and only of what is closed", async () => {
    const open = await stage.send();
    expect(await refusal(open, saying(true))).toEqual([409, 'feedbackNotClosed']);
    const key = await closedFlag();
    expect(await refusal(key, saying(true), 'bob')).toEqual([404, 'notFound']);
    expect(await refusal(key, saying(true), 'alice')).toEqual([404, 'notFound']);
    expect(await refusal(randomUUID(), saying(true))).toEqual([404, 'notFound']);
  });

  test('without a name stays without one, in SharePoint and in the audit trail', async () => {
    const key = await closedFlag({ named: false });
    await answer(key, saying(false, 'Not yet.'));
    await settled();
    const fields = stage.inSharePoint(key);
    expect(fields).toMatchObject({ State: 'new', Helped: 'no', ActorId: fields['Reporter'] });
    expect(JSON.stringify(fields)).not.toContain(people.carol);
    const told = await stage.it.database.query(
      `SELECT * FROM audit_trail WHERE subject = $1 AND actor_id = $2`,
      [key, people.carol],
    );
    expect(told).toEqual([]);
    expect((await stage.detail(key)).steps.at(-1)).toMatchObject({
      ...{ what: 'didNotHelp', by: fields['Reporter'], note: 'Not yet.' },
    });
  });
});

describe('while SharePoint is away', () => {
  test('an answer is taken and shown to its reporter, and arrives later', async () => {
    const key = await closedFlag();
    stage.it.tenant.faults.answer(503);
    await answer(key, saying(false, 'Still wrong.'));
    await settled();
    expect(await mine(key)).toMatchObject({
      ...{ state: 'new', reopened: 1, helped: false, helpedWords: 'Still wrong.' },
    });
    expect(await refusal(key, saying(true))).toEqual([409, 'helpedAnswered']);
    expect(stage.inSharePoint(key)).toMatchObject({ State: 'closed' });

    stage.it.tenant.faults.clear();
    // Another instance finishes what this one could not.
    await (await stage.it.another()).app.feedback.resume();
    expect(stage.inSharePoint(key)).toMatchObject({ State: 'new', Helped: 'no', Reopened: 1 });
  });

  test('words leave PostgreSQL once SharePoint has them', async () => {
    const key = await closedFlag();
    const request = saying(true, 'Fine.');
    await answer(key, request);
    await settled();
    const rows = await stage.it.database.query(
      'SELECT words, settled_at IS NOT NULL AS settled FROM feedback_answer WHERE client_key = $1',
      [request.clientKey],
    );
    expect(rows).toEqual([{ words: null, settled: true }]);
  });
});

describe('a change by somebody else at the same moment', () => {
  test('in another column is kept, and the answer comes to it', async () => {
    const key = await closedFlag();
    stage.it.tenant.faults.answer(503);
    await answer(key, saying(false, 'No.'));
    await settled();
    stage.it.tenant.faults.clear();
    await stage.editInSharePoint(key, { AssignedTo: people.bob });
    await settled();
    expect(stage.inSharePoint(key)).toMatchObject({
      ...{ State: 'new', Reopened: 1, Helped: 'no', AssignedTo: people.bob },
    });
  });

  test('that opened it already is not opened over: once is enough', async () => {
    const key = await closedFlag();
    stage.it.tenant.faults.answer(503);
    await answer(key, saying(false, 'No.'));
    await settled();
    stage.it.tenant.faults.clear();
    await stage.act(key, { do: 'reopen', note: 'I found more.' });
    await settled();
    expect(await stage.seen(key)).toMatchObject({
      ...{ state: 'new', reopened: 1, helped: false, helpedWords: 'No.' },
      outcomeNote: 'I found more.',
    });
  });

  test('that opened and closed it again is not undone: only the words are added', async () => {
    const key = await closedFlag();
    stage.it.tenant.faults.answer(503);
    await answer(key, saying(false, 'No.'));
    await settled();
    stage.it.tenant.faults.clear();
    await stage.act(key, { do: 'reopen', note: null });
    await stage.act(key, declined);
    await settled();
    expect(await stage.seen(key)).toMatchObject({
      ...{ state: 'closed', reopened: 1, helped: null, helpedWords: 'No.' },
    });
  });
});

describe('what was merged into another', () => {
  test('has come as far as that one, and its reporter opens that one again', async () => {
    const [key, kept] = [await stage.send(), await stage.send({}, 'bob')];
    await stage.act(key, { do: 'merge', into: kept });
    await stage.act(kept, declined);
    expect(await mine(key)).toMatchObject({
      ...{ state: 'closed', outcome: 'declined', outcomeNote: 'Thank you.', mergedInto: kept },
    });
    await answer(key, saying(false, 'Not for me.'));
    await settled();
    expect(await stage.seen(kept)).toMatchObject({ state: 'new', reopened: 1, helped: null });
    expect(stage.inSharePoint(key)).toMatchObject({ Helped: 'no', HelpedWords: 'Not for me.' });
    expect(await mine(key)).toMatchObject({ state: 'new', helped: false });
  });
});
