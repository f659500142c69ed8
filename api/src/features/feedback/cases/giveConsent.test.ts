import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { caseConsentKept, feedbackResponse } from '@last-mile/shared/feedback';
import { problem } from '@last-mile/shared/problem';
import { createCaseStage, type CaseStage } from '../../../../local-tenant/testing/caseStage';
import { people, type PersonName } from '../../../../local-tenant/testProduct';
import { textOf } from '../../../db/database';

let stage: CaseStage;
beforeAll(async () => {
  stage = await createCaseStage();
});
afterEach(() => {
  stage.it.tenant.faults.clear();
});
afterAll(() => stage.it.close());

async function say(flag: string, consent: boolean, name?: PersonName) {
  const response = await stage.askForConsent(flag, consent, name);
  expect(response.status).toBe(202);
  expect(caseConsentKept.parse(await response.json())).toEqual({ clientKey: flag, consent });
}

async function refusal(response: Response) {
  return [response.status, problem.parse(await response.json()).code];
}

/** What waits is in SharePoint afterwards, if it can be had. */
const settled = () => stage.it.product.app.cases.resume();

async function own(flag: string) {
  const response = await stage.it.ask('dora', '/api/feedback/mine');
  const { items } = feedbackResponse.parse(await response.json());
  return items.find(({ clientKey }) => clientKey === flag);
}

const ownConsent = async (flag: string) => (await own(flag))?.caseConsent;

test('the reporter sees that a case was made of their flag, until they take their consent back', async () => {
  const { flag } = await stage.fixed();
  expect(await own(flag)).toMatchObject({ caseConsent: true, isCase: false });
  await stage.make(flag);
  expect(await own(flag)).toMatchObject({ caseConsent: true, isCase: true });
  await say(flag, false);
  expect(await own(flag)).toMatchObject({ caseConsent: false, isCase: false });
  await settled();
  await say(flag, true);
  expect(await own(flag)).toMatchObject({ caseConsent: true, isCase: false });
});

/** Said while SharePoint is away: it is tried in vain, and waits. */
async function sayWhileAway(flag: string, consent: boolean) {
  stage.it.tenant.faults.answer(503, { retryAfter: 0 });
  await say(flag, consent);
  await settled();
  stage.it.tenant.faults.clear();
}

/** SharePoint takes what waits just when somebody is about to read what waits. */
function settleBeforeNextRead() {
  const { database } = stage.it;
  const query = database.query.bind(database);
  const spy = vi.spyOn(database, 'query').mockImplementation(async (text, values) => {
    if (textOf(text).includes('FROM case_consent WHERE settled_at IS NULL')) {
      spy.mockRestore();
      await settled();
    }
    return query(text, values);
  });
}

test('consent taken back shows also to who reads while SharePoint takes it', async () => {
  const { item, flag } = await stage.fixed();
  await stage.make(flag);
  for (const consent of [false, true]) {
    await sayWhileAway(flag, consent);
    settleBeforeNextRead();
    expect(await ownConsent(flag)).toBe(consent);
  }
  await sayWhileAway(flag, false);
  settleBeforeNextRead();
  expect((await stage.only(item.clientKey)).input).toBeNull();
});

test('consent taken back counts at once, and empties the case in SharePoint', async () => {
  const { item, flag } = await stage.fixed();
  const caseKey = await stage.make(flag);
  await stage.walk(caseKey);
  stage.it.tenant.faults.answer(503);
  await say(flag, false);
  const withdrawn = {
    ...{ clientKey: caseKey, input: null, wentWrong: null, standing: { state: 'retired' } },
    retired: { because: 'consentWithdrawn', reason: null },
    mustHold: 'Only rulings that stand in the letter',
    walks: [{ outcome: 'held' }],
  };
  expect(await stage.only(item.clientKey)).toMatchObject(withdrawn);
  expect(await ownConsent(flag)).toBe(false);
  expect(await refusal(await stage.askToWalk(caseKey))).toEqual([409, 'caseRetired']);

  stage.it.tenant.faults.clear();
  await stage.it.settle();
  await settled();
  const [stored] = stage.listed('Cases', 'ClientKey', caseKey);
  expect(stored?.fields).toMatchObject({ State: 'consentWithdrawn' });
  expect(stored?.fields).not.toHaveProperty('Input');
  expect(stored?.fields).not.toHaveProperty('WentWrong');
  expect(JSON.stringify(stored)).not.toContain(people.dora);
  expect(stage.listed('Feedback', 'ClientKey', flag)).toMatchObject([
    { fields: { CaseConsent: false } },
  ]);
  expect(await stage.only(item.clientKey)).toMatchObject(withdrawn);
});

test('nobody brings a case back whose reporter took their consent back', async () => {
  const { item, flag } = await stage.fixed();
  const caseKey = await stage.make(flag);
  await say(flag, false);
  await settled();
  const { eTag } = await stage.only(item.clientKey);
  const back = await stage.it.ask('alice', `/api/cases/${caseKey}/retirement`, {
    ...{ eTag, reason: null },
  });
  expect(await refusal(back)).toEqual([409, 'consentWithdrawn']);
});

test('given again, another case may be made of the flag', async () => {
  const { item, flag } = await stage.fixed();
  const emptied = await stage.make(flag);
  await say(flag, false);
  await settled();
  expect(await refusal(await stage.askToMake(flag))).toEqual([409, 'noCaseConsent']);
  await say(flag, true);
  const other = await stage.make(flag);
  const { cases } = await stage.book(item.clientKey);
  expect(cases.map(({ clientKey, standing: { state } }) => [clientKey, state])).toEqual([
    [other, 'toWalk'],
    [emptied, 'retired'],
  ]);
});

test('given after the flag was sent, it lets a case be made of it', async () => {
  const { flag } = await stage.fixed({ caseConsent: false, named: false });
  await say(flag, true);
  expect(await ownConsent(flag)).toBe(true);
  await stage.make(flag);
  await settled();
  expect(stage.listed('Feedback', 'ClientKey', flag)).toMatchObject([
    { fields: { CaseConsent: true } },
  ]);
});

test('taken out by hand in SharePoint it empties the case like one of ours', async () => {
  const { item, flag } = await stage.fixed();
  const caseKey = await stage.make(flag);
  await stage.editByHand('Feedback', flag, { CaseConsent: false });
  expect(await stage.only(item.clientKey)).toMatchObject({ input: null, wentWrong: null });
  await settled();
  const [stored] = stage.listed('Cases', 'ClientKey', caseKey);
  expect(stored?.fields).toMatchObject({ State: 'consentWithdrawn' });
  expect(stored?.fields).not.toHaveProperty('Input');
});

test('is the reporter’s alone, and about flags', async () => {
  const { flag } = await stage.fixed();
  for (const name of ['alice', 'carol', 'erin'] as const) {
    expect(await refusal(await stage.askForConsent(flag, false, name))).toEqual([404, 'notFound']);
  }
  const idea = await stage.send({ kind: 'suggestion', reason: null }, 'dora');
  expect(await refusal(await stage.askForConsent(idea, true))).toEqual([409, 'noFlag']);
});
