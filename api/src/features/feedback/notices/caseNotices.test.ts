import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCaseStage, type CaseStage } from '../../../../local-tenant/testing/caseStage';
import { stageStart } from '../../../../local-tenant/testing/feedbackStage';
import { people, type PersonName } from '../../../../local-tenant/testProduct';

let stage: CaseStage;
beforeEach(async () => {
  stage = await createCaseStage();
});
afterEach(() => stage.it.close());

async function run() {
  expect(await stage.it.product.notices?.run()).toBe(true);
}

const sentTo = (name: PersonName) =>
  stage.it.tenant
    .notifications(people[name])
    .filter(({ activityType }) => activityType === 'casesToWalk');
const shownTo = (name: PersonName) =>
  stage.it.tenant
    .activityFeed(people[name])
    .filter(({ activityType }) => activityType === 'casesToWalk');

async function walkedCase() {
  const { item, flag } = await stage.fixed();
  const caseKey = await stage.make(flag);
  await stage.walk(caseKey);
  return { item, caseKey };
}

test('a new version is told to the item’s owner once, and a changed assistant once more', async () => {
  const { item } = await walkedCase();
  await run();
  expect(sentTo('carol')).toEqual([]);

  await stage.publish(item);
  await run();
  await run();
  expect(sentTo('carol')).toMatchObject([
    { body: { templateParameters: [{ name: 'count', value: '1' }] } },
  ]);
  expect(JSON.stringify(sentTo('carol'))).toContain(item.clientKey);

  stage.setNow('2026-11-24T11:00:00Z');
  await stage.askToChange({ changedOn: '2026-11-24' });
  await run();
  await run();
  expect(sentTo('carol')).toHaveLength(2);
  expect(shownTo('carol')).toHaveLength(1);
  expect(sentTo('alice')).toEqual([]);
});

test('without an owner the programme’s is told, unless it was their own doing', async () => {
  const { item, caseKey } = await walkedCase();
  await stage.editByHand('Library', item.clientKey, { OwnerId: '' });
  stage.setNow('2026-11-24T11:00:00Z');
  await stage.askToChange({ changedOn: '2026-11-24' }, 'alice');
  await run();
  expect([sentTo('alice'), sentTo('carol')]).toEqual([[], []]);
  stage.setNow('2026-11-25T11:00:00Z');
  await stage.askToWalk(caseKey, {}, 'bob');
  stage.setNow('2026-11-26T11:00:00Z');
  await stage.askToChange({ changedOn: '2026-11-26' }, 'bob');
  await run();
  expect(sentTo('alice')).toHaveLength(1);
});

test('what has waited for more than a week is told nobody', async () => {
  const { item } = await walkedCase();
  await stage.publish(item);
  stage.setNow(new Date(Date.parse(stageStart) + 8 * 24 * 60 * 60_000).toISOString());
  await run();
  expect(sentTo('carol')).toEqual([]);
});

test('what was walked meanwhile is told nobody', async () => {
  const { item, caseKey } = await walkedCase();
  await stage.publish(item);
  await stage.walk(caseKey, { version: 3 });
  await run();
  expect(sentTo('carol')).toEqual([]);
});
