import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  workListResponse,
  workMarkReceipt,
  type WorkCause,
  type WorkListResponse,
  type WorkMark,
} from '@last-mile/shared/programme';
import {
  createFeedbackStage,
  type FeedbackStage,
} from '../../../../local-tenant/testing/feedbackStage';
import { people, type PersonName } from '../../../../local-tenant/testProduct';

const path = '/api/programme/week';

/** A Monday in the fourth week of the programme, at noon in Berlin. */
let stage: FeedbackStage;
beforeEach(async () => {
  stage = await createFeedbackStage();
});
afterEach(() => stage.it.close());

async function week(name: PersonName = 'alice'): Promise<WorkListResponse> {
  const response = await stage.it.ask(name, path);
  expect(response.status).toBe(200);
  return workListResponse.parse(await response.json());
}

const linesOf = async (kind: WorkCause['kind']) =>
  (await week()).lines.filter(({ cause }) => cause.kind === kind);
const causesOf = async (kind: WorkCause['kind']) => (await linesOf(kind)).map(({ cause }) => cause);

async function mark(key: string, mark: WorkMark['mark'], name: PersonName = 'alice') {
  const response = await stage.it.ask(name, `${path}/marks`, {
    ...{ clientKey: randomUUID(), key, mark },
  });
  const answer = (await response.json()) as { code?: string; state?: string };
  return answer.code ?? workMarkReceipt.parse(answer).state;
}

describe('the owner’s week names', () => {
  test('feedback that nobody answered by its day, and from that day on what reached a client', async () => {
    const [late, client] = [await stage.send(), await stage.send({ reachedClient: true })];
    const { text } = (await stage.detail(late)).item;
    expect(await causesOf('overdueFeedback')).toEqual([
      { kind: 'overdueFeedback', clientKey: client, text, reachedClient: true, daysLate: 0 },
    ]);
    // Due on Wednesday; on Monday three working days have gone by.
    stage.setNow('2026-11-30T09:00:00Z');
    expect(await causesOf('overdueFeedback')).toEqual([
      { kind: 'overdueFeedback', clientKey: client, text, reachedClient: true, daysLate: 5 },
      { kind: 'overdueFeedback', clientKey: late, text, reachedClient: false, daysLate: 3 },
    ]);
    await stage.act(late, { do: 'takeUp', note: null });
    expect(await causesOf('overdueFeedback')).toHaveLength(1);
  });

  test('a text that waits for review, and a published one past its day', async () => {
    const item = await stage.publish();
    stage.setNow('2027-06-01T09:00:00Z');
    expect(await causesOf('staleItem')).toEqual([
      {
        ...{ kind: 'staleItem', itemKey: item.clientKey, title: item.content.title },
        reviewOn: item.reviewOn,
      },
    ]);
    const draft = { clientKey: randomUUID(), content: item.content, original: null };
    expect((await stage.it.ask('carol', '/api/library/drafts', draft)).status).toBe(202);
    await stage.it.settle();
    const read = await stage.it.ask('carol', `/api/library/${draft.clientKey}`);
    const { eTag } = (await read.json()) as { eTag: string };
    const sent = await stage.it.ask('carol', `/api/library/${draft.clientKey}/submission`, {
      eTag,
    });
    expect(sent.status).toBe(200);
    expect(await causesOf('reviewWaiting')).toMatchObject([
      { itemKey: draft.clientKey, title: item.content.title },
    ]);
  });

  test('weeks that are over and were not written down, four of them at most', async () => {
    expect(await causesOf('effortNotWritten')).toEqual(
      ['2026-11-02', '2026-11-09', '2026-11-16'].map((day) => ({
        ...{ kind: 'effortNotWritten', week: day },
      })),
    );
    const saved = await stage.it.ask('bob', '/api/programme/effort', {
      ...{ eTag: null, week: '2026-11-09', hours: 6, spend: 0, note: null },
    });
    expect(saved.status).toBe(200);
    stage.setNow('2026-12-09T09:00:00Z');
    expect(await causesOf('effortNotWritten')).toEqual(
      ['2026-11-16', '2026-11-23', '2026-11-30'].map((day) => ({
        ...{ kind: 'effortNotWritten', week: day },
      })),
    );
  });

  test('that it is to be said how the programme goes on, once day 90 is over', async () => {
    stage.setNow('2027-01-31T09:00:00Z');
    expect([await causesOf('endingOpen'), (await week()).phase]).toEqual([[], 'lighter']);
    stage.setNow('2027-02-01T09:00:00Z');
    expect(await causesOf('endingOpen')).toEqual([{ kind: 'endingOpen', since: '2027-02-01' }]);
    expect((await week()).phase).toBe('toBeEnded');
  });

  test('nothing of another programme, and nothing to who is no champion of this one', async () => {
    await stage.send({ reachedClient: true });
    expect((await week('erin')).lines.map(({ cause }) => cause.kind)).not.toContain(
      'overdueFeedback',
    );
    for (const name of ['carol', 'dora'] as const) {
      expect((await stage.it.ask(name, path)).status).toBe(403);
    }
  });
});

describe('a line', () => {
  const first = async () => (await linesOf('effortNotWritten'))[0]?.key ?? '';

  test('that is done is back on Monday while it is still so', async () => {
    const key = await first();
    expect(await mark(key, { as: 'done' })).toBe('accepted');
    const { lines, putAway } = await week('bob');
    expect(lines.map((line) => line.key)).not.toContain(key);
    expect(putAway).toMatchObject([{ key, mark: { as: 'done' } }]);
    stage.setNow('2026-11-29T09:00:00Z');
    expect(await first()).not.toBe(key);
    stage.setNow('2026-11-30T09:00:00Z');
    expect(await first()).toBe(key);
  });

  test('that is put off is back on its day, and sooner when somebody takes that back', async () => {
    const key = await first();
    expect(await mark(key, { as: 'snoozed', until: '2026-12-02' })).toBe('accepted');
    expect(await first()).not.toBe(key);
    expect(await mark(key, { as: 'open' }, 'bob')).toBe('accepted');
    expect(await first()).toBe(key);
    expect(await mark(key, { as: 'snoozed', until: '2026-12-22' })).toBe('snoozeTooLong');
    expect(await mark(key, { as: 'snoozed', until: '2026-11-23' })).toBe('snoozeTooLong');
  });

  test('about what reached a client is neither done, nor put off, nor waved away', async () => {
    await stage.send({ reachedClient: true });
    const [line] = await linesOf('overdueFeedback');
    const tried = [
      { as: 'done' },
      { as: 'notRelevant' },
      { as: 'snoozed', until: '2026-11-24' },
    ] as const;
    for (const each of tried) expect(await mark(line?.key ?? '', each)).toBe('reachedClient');
    expect(await linesOf('overdueFeedback')).toEqual([line]);
  });

  test('that is no longer there takes no mark, which harms nobody', async () => {
    expect(await mark('useDecays 2026-W46', { as: 'notRelevant' })).toBe('gone');
    expect(await stage.it.product.lists.stores.WorkMarks.all()).toEqual([]);
  });

  test('is marked once however often that is sent, and under each key one thing', async () => {
    const sent = { clientKey: randomUUID(), key: await first(), mark: { as: 'done' } };
    const send = async (more = {}) =>
      (await (
        await stage.it.ask('alice', `${path}/marks`, { ...sent, ...more })
      ).json()) as unknown;
    expect(await send()).toMatchObject({ state: 'accepted' });
    expect(await send()).toMatchObject({ state: 'known' });
    expect(await send({ mark: { as: 'notRelevant' } })).toMatchObject({ code: 'keyReused' });
    await stage.it.settle();
    expect(await stage.it.product.lists.stores.WorkMarks.all()).toMatchObject([
      { delivered: true, fields: { LineKey: sent.key, Mark: 'done', ActorId: people.alice } },
    ]);
  });
});
