import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseReceipt, casesResponse, promptCase } from '@last-mile/shared/feedback';
import { problem } from '@last-mile/shared/problem';
import { createCaseStage, type CaseStage } from '../../../../local-tenant/testing/caseStage';
import { people } from '../../../../local-tenant/testProduct';

let stage: CaseStage;
beforeAll(async () => {
  stage = await createCaseStage();
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

describe('a flag that was fixed and whose reporter agreed', () => {
  test('is proposed for the case book of the prompt that was adjusted, masked', async () => {
    const text = 'It wrote to Dora Example at dora@example.com.';
    const { item, flag } = await stage.fixed({ text, output: 'Dear Ms Weber, yours, Dora' });
    const { candidates, cases, counts, canAdd, canWalk } = await stage.book(item.clientKey);
    expect(candidates).toEqual([
      {
        ...{ fromFeedback: flag, fixedIn: 2 },
        wentWrong: 'It wrote to [name] at [e-mail].\n\nDear Ms [name], yours, [name]',
      },
    ]);
    expect([cases, counts]).toEqual([[], { cases: 0, toWalk: 0, held: null, failed: null }]);
    expect([canAdd, canWalk]).toEqual([true, true]);
  });

  test('becomes a case, which waits to be walked and says nowhere who flagged', async () => {
    const { item, flag } = await stage.fixed();
    const clientKey = await stage.make(flag);
    const { candidates, cases, counts } = await stage.book(item.clientKey);
    expect(cases).toMatchObject([
      {
        ...{ clientKey, itemKey: item.clientKey, fromFeedback: flag, fixedIn: 2, retired: null },
        ...{ input: 'A letter of two pages', wentWrong: 'It invented a ruling.' },
        mustHold: 'Only rulings that stand in the letter',
        createdBy: { userId: people.alice, name: 'Alice Example' },
        standing: { state: 'toWalk', why: { reason: 'neverWalked' } },
        ...{ walks: [], delivered: true },
      },
    ]);
    expect([candidates, counts]).toEqual([[], { cases: 1, toWalk: 1, held: null, failed: null }]);
    const told = JSON.stringify([cases, stage.listed('Cases', 'ClientKey', clientKey)]);
    expect(told).not.toContain(people.dora);
    expect(told).not.toContain('Dora');
  });

  test('may have been about an output: it is a case of what was adjusted', async () => {
    const { item, flag } = await stage.fixed({ about: { type: 'aiOutput' } });
    await stage.make(flag);
    expect((await stage.only(item.clientKey)).fromFeedback).toBe(flag);
  });

  test('sent twice is one case, and something else under its key is refused', async () => {
    const { item, flag } = await stage.fixed();
    const clientKey = randomUUID();
    expect(await receipt(await stage.askToMake(flag, { clientKey }))).toBe('accepted');
    expect(await receipt(await stage.askToMake(flag, { clientKey }))).toBe('known');
    const other = await stage.askToMake(flag, { clientKey, mustHold: 'Something else' });
    expect(await refusal(other)).toEqual([409, 'keyReused']);
    await stage.it.settle();
    expect(stage.listed('Cases', 'FromFeedback', flag)).toHaveLength(1);
    expect((await stage.only(item.clientKey)).clientKey).toBe(clientKey);
  });

  test('has one case: who makes another is shown it', async () => {
    const { flag } = await stage.fixed();
    const clientKey = await stage.make(flag);
    const answer = await stage.askToMake(flag, {}, 'bob');
    expect(answer.status).toBe(412);
    const { current } = problem.parse(await answer.json());
    expect(promptCase.parse(current)).toMatchObject({ clientKey, fromFeedback: flag });
  });

  test('made into a case by two at once is one case', async () => {
    const { flag } = await stage.fixed();
    const answers = await Promise.all([
      stage.askToMake(flag),
      stage.askToMake(flag, {}, 'bob'),
      stage.askToMake(flag),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 412, 412]);
    await stage.it.settle();
    expect(stage.listed('Cases', 'FromFeedback', flag)).toHaveLength(1);
  });

  test('is kept while SharePoint is away, and arrives once', async () => {
    const { item, flag } = await stage.fixed();
    stage.it.tenant.faults.answer(503);
    const clientKey = randomUUID();
    expect(await receipt(await stage.askToMake(flag, { clientKey }))).toBe('accepted');
    await stage.walk(clientKey);
    expect(await stage.only(item.clientKey)).toMatchObject({
      ...{ delivered: false, eTag: null, standing: { state: 'held' } },
    });
    stage.it.tenant.faults.clear();
    await stage.it.settle();
    expect(await receipt(await stage.askToMake(flag, { clientKey }))).toBe('known');
    const cases = stage.listed('Cases', 'FromFeedback', flag);
    const walks = stage.listed('CaseWalks', 'CaseKey', clientKey);
    expect([cases, walks]).toMatchObject([
      [{ fields: { ClientKey: clientKey, ItemKey: item.clientKey } }],
      [{ fields: { Outcome: 'held', Version: 2 } }],
    ]);
  });
});

describe('no case is made', () => {
  test('of a flag whose reporter did not agree', async () => {
    const { item, flag } = await stage.fixed({ caseConsent: false });
    expect(await refusal(await stage.askToMake(flag))).toEqual([
      ...[409, 'noCaseConsent', 'fromFeedback'],
    ]);
    expect((await stage.book(item.clientKey)).candidates).toEqual([]);
  });

  test('of a flag that ended otherwise, was opened again, or is none', async () => {
    const open = await stage.send({ caseConsent: true });
    expect(await refusal(await stage.askToMake(open))).toEqual([
      ...[409, 'flagNotFixed', 'fromFeedback'],
    ]);
    const { flag } = await stage.fixed();
    await stage.act(flag, { do: 'reopen', note: null });
    expect(await refusal(await stage.askToMake(flag))).toEqual([
      ...[409, 'flagNotFixed', 'fromFeedback'],
    ]);
    const idea = await stage.fixed({ kind: 'suggestion', reason: null });
    expect(await refusal(await stage.askToMake(idea.flag))).toEqual([
      409,
      'noFlag',
      'fromFeedback',
    ]);
    expect(await refusal(await stage.askToMake(randomUUID()))).toEqual([
      ...[409, 'flagUnknown', 'fromFeedback'],
    ]);
  });

  test('with the name of whoever flagged in it', async () => {
    const { flag } = await stage.fixed();
    const named = await stage.askToMake(flag, { wentWrong: 'Dora got an invented ruling.' });
    expect(await refusal(named)).toEqual([409, 'reporterNamed', 'wentWrong']);
  });

  test('by the item’s owner, a leader or another programme’s champion', async () => {
    const { item, flag } = await stage.fixed();
    for (const name of ['carol', 'dora'] as const) {
      expect(await refusal(await stage.askToMake(flag, {}, name))).toEqual([
        ...[403, 'championRoleRequired'],
      ]);
    }
    expect(await refusal(await stage.askToMake(flag, {}, 'erin'))).toEqual([
      ...[409, 'flagUnknown', 'fromFeedback'],
    ]);
    const owner = await stage.book(item.clientKey, 'carol');
    expect([owner.canAdd, owner.canWalk, owner.candidates]).toEqual([false, true, []]);
  });
});

test('of what was merged, whoever wrote the words must have agreed', async () => {
  const { item, flag } = await stage.fixed({ caseConsent: false });
  const about = { type: 'libraryItem', itemKey: item.clientKey, version: 1 } as const;
  const same = await stage.send({ about, caseConsent: true, text: 'Nobody ruled that.' }, 'bob');
  await stage.act(same, { do: 'merge', into: flag });
  expect(await refusal(await stage.askToMake(flag))).toEqual([
    ...[409, 'noCaseConsent', 'fromFeedback'],
  ]);
  const { candidates } = await stage.book(item.clientKey);
  expect(candidates).toMatchObject([{ fromFeedback: same, wentWrong: 'Nobody ruled that.' }]);
  await stage.make(same);
  expect((await stage.only(item.clientKey)).fixedIn).toBe(2);
});

test('a leader, and whoever flagged, see neither the case book nor the list of cases', async () => {
  const { item, flag } = await stage.fixed();
  await stage.make(flag);
  for (const name of ['dora', 'erin'] as const) {
    const answer = await stage.it.ask(name, `/api/library/${item.clientKey}/cases`);
    expect(await refusal(answer)).toEqual([404, 'notFound']);
  }
  expect(await refusal(await stage.it.ask('dora', '/api/cases'))).toEqual([
    ...[403, 'championRoleRequired'],
  ]);
  const elsewhere = casesResponse.parse(await (await stage.it.ask('erin', '/api/cases')).json());
  expect(elsewhere.cases).toEqual([]);
});

test('champions see what is to be walked over all items', async () => {
  const first = await stage.fixed();
  const second = await stage.fixed();
  await stage.make(first.flag);
  await stage.walk(await stage.make(second.flag));
  const [one, two] = [first.item, second.item].map(({ clientKey, content, version }) => [
    ...[clientKey, content.title, version],
  ]);
  const asked = async (query: string) =>
    casesResponse
      .parse(await (await stage.it.ask('bob', `/api/cases${query}`)).json())
      .cases.map(({ itemKey, title, version }) => [itemKey, title, version])
      .filter(([itemKey]) => itemKey === one?.[0] || itemKey === two?.[0]);
  expect(await asked('')).toEqual([one, two]);
  expect(await asked('?state=toWalk')).toEqual([one]);
  expect(await asked('?state=held')).toEqual([two]);
});
