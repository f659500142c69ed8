import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  createFeedbackStage,
  type FeedbackStage,
} from '../../../local-tenant/testing/feedbackStage';
import { people } from '../../../local-tenant/testProduct';

let stage: FeedbackStage;
beforeAll(async () => {
  stage = await createFeedbackStage();
});
afterEach(() => {
  stage.it.tenant.faults.clear();
});
afterAll(() => stage.it.close());

const eventually = { timeout: 10_000, interval: 20 };

/** A flag on a published prompt whose text somebody promised to change. */
async function promised() {
  const prompt = await stage.publish();
  const { clientKey: itemKey, version } = prompt;
  const key = await stage.send({ about: { type: 'libraryItem', itemKey, version } });
  const waiting = await stage.act(key, { do: 'adjustPrompt', itemKey }, 'bob');
  return { prompt, key, waiting };
}

const closings = async (clientKey: string) =>
  stage.it.database.query<{ actor: string }>(
    `SELECT actor_id AS actor FROM audit_trail WHERE subject = $1 AND action = 'feedback.closed'`,
    [clientKey],
  );

/** Feedback cannot be written to; everything else goes on. */
function refuseFeedback(times?: number) {
  const { sharePoint, faults } = stage.it.tenant;
  const list = sharePoint.lists().find(({ displayName }) => displayName === 'Feedback');
  const path = `/lists/${list?.id ?? ''}/items`;
  faults.answer(503, { method: 'PATCH', path, ...(times === undefined ? {} : { times }) });
}

test('a promised text waits, and is a first answer', async () => {
  const { prompt, waiting } = await promised();
  expect(waiting).toMatchObject({
    ...{ state: 'inProgress', outcome: 'promptAdjusted', outcomeReference: null },
    ...{ awaitsItem: prompt.clientKey, respondedAt: expect.any(String) as string },
  });
});

test('publishing it closes what waited for it, in the name of whoever published', async () => {
  const { prompt, key } = await promised();
  const second = await stage.publish(prompt);
  await expect.poll(async () => (await stage.seen(key)).state, eventually).toBe('closed');
  expect(await stage.seen(key)).toMatchObject({
    ...{ state: 'closed', outcome: 'promptAdjusted', awaitsItem: null },
    outcomeReference: `${second.content.title}, version 2`,
    outcomeLink: { type: 'libraryItem', itemKey: prompt.clientKey, version: 2 },
  });
  expect(await closings(key)).toEqual([{ actor: people.alice }]);
});

test('a version that was there when the promise was made closes nothing', async () => {
  const first = await stage.publish();
  const { clientKey: itemKey } = first;
  const key = await stage.send({ about: { type: 'libraryItem', itemKey, version: 1 } });
  await stage.publish(first);
  await stage.act(key, { do: 'adjustPrompt', itemKey });
  await stage.it.product.app.resume();
  expect(await stage.seen(key)).toMatchObject({ state: 'inProgress', awaitsItem: itemKey });
});

test('what SharePoint did not take is closed later, and once, however often that is tried', async () => {
  const { prompt, key } = await promised();
  refuseFeedback();
  await stage.publish(prompt);
  await stage.it.product.app.resume();
  expect(await stage.seen(key)).toMatchObject({ state: 'inProgress' });
  stage.it.tenant.faults.clear();
  const other = await stage.it.another();
  await Promise.all([
    stage.it.product.app.resume(),
    stage.it.product.app.resume(),
    other.app.resume(),
  ]);
  await stage.it.product.app.resume();
  expect(await stage.seen(key)).toMatchObject({ state: 'closed', outcome: 'promptAdjusted' });
  expect(await closings(key)).toHaveLength(1);
});

test('an answer of SharePoint that is lost does not close it twice', async () => {
  const { prompt, key } = await promised();
  const { sharePoint, faults } = stage.it.tenant;
  const list = sharePoint.lists().find(({ displayName }) => displayName === 'Feedback');
  faults.dropAfterWrite({ method: 'PATCH', path: `/lists/${list?.id ?? ''}/items`, times: 1 });
  await stage.publish(prompt);
  await expect.poll(() => closings(key), eventually).toHaveLength(1);
  const { eTag } = await stage.seen(key);
  await stage.it.product.app.resume();
  expect(await stage.seen(key)).toMatchObject({ state: 'closed', eTag });
});

test('who triages in SharePoint promises the same by naming the item', async () => {
  const prompt = await stage.publish();
  const about = { type: 'libraryItem', itemKey: prompt.clientKey, version: 1 } as const;
  const [flag, other] = [await stage.send({ about }), await stage.send()];
  for (const key of [flag, other]) {
    const fields = { State: 'inProgress', AwaitsItem: prompt.clientKey.toUpperCase() };
    await stage.editInSharePoint(key, fields);
  }
  await stage.publish(prompt);
  await expect.poll(() => stage.inSharePoint(flag)['State'], eventually).toBe('closed');
  // Nobody said which version of it was not good enough: somebody has to look.
  await stage.it.product.app.resume();
  expect(await stage.seen(other)).toMatchObject({ state: 'inProgress' });
});
