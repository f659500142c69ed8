import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkpointDecision } from '@last-mile/shared/checkpoints';
import { workListResponse } from '@last-mile/shared/programme';
import {
  createCheckpointStage,
  dayThirty,
  type CheckpointStage,
} from '../../../local-tenant/testing/checkpointStage';
import { people, type PersonName } from '../../../local-tenant/testProduct';

let stage: CheckpointStage;
/** A programme whose owner did nothing, at day 30: that nobody answers for it is its finding. */
beforeEach(async () => {
  stage = await createCheckpointStage();
  stage.clock.at = dayThirty;
  await stage.take();
});
afterEach(() => stage.close());

const path = '/api/checkpoints/decisions';

const decisionOf = (more: object = {}) => ({
  ...{ clientKey: randomUUID(), day: 30, rule: 'noOwner', change: 'A deputy takes over' },
  ...{ ownerId: people.dora, dueOn: '2026-12-10', ...more },
});

async function post(as: PersonName, where: string, body: object) {
  const response = await stage.ask(as, where, body);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** A decision that SharePoint has, at a programme whose day 60 was taken as well. */
async function decidedAndTakenAgain() {
  const sent = decisionOf();
  expect((await post('alice', path, sent)).status).toBe(200);
  stage.clock.at = new Date('2027-01-04T08:00:00Z');
  await stage.take();
  await stage.settle();
  const [decision] = (await stage.checkpoints('dora')).decisions;
  return checkpointDecision.parse(decision);
}

const lookBack = (clientKey: string, body: object) =>
  post('alice', `${path}/${clientKey}/look-back`, body);

describe('a decision', () => {
  test('names what changes, who sees to it and by when, and stands beside the checkpoint', async () => {
    const sent = decisionOf();
    const { status, body } = await post('alice', path, sent);
    const made = { ...sent, ownerName: 'Dora Example', lookBack: null };
    expect([status, body]).toEqual([200, { ...made, eTag: null }]);
    expect((await stage.checkpoints('dora')).decisions).toEqual([{ ...made, eTag: null }]);
    await stage.settle();
    const [delivered] = (await stage.checkpoints('dora')).decisions;
    expect(delivered).toEqual({ ...made, eTag: expect.stringMatching(/./) as string });
  });

  test('sent again under its key is the same one, and something else under it is refused', async () => {
    const sent = decisionOf();
    await post('alice', path, sent);
    expect((await post('bob', path, sent)).status).toBe(200);
    expect(await post('alice', path, { ...sent, change: 'Another' })).toMatchObject({
      ...{ status: 409, body: { code: 'keyReused' } },
    });
    expect((await stage.checkpoints('dora')).decisions).toHaveLength(1);
  });

  test('is refused at a checkpoint that was not taken, of what it did not find, and for a stranger', async () => {
    expect(await post('alice', path, decisionOf({ day: 60 }))).toMatchObject({
      ...{ status: 409, body: { code: 'checkpointNotTaken' } },
    });
    expect(await post('alice', path, decisionOf({ rule: 'overdueQueue' }))).toMatchObject({
      ...{ status: 409, body: { code: 'findingUnknown' } },
    });
    expect(await post('alice', path, decisionOf({ ownerId: people.frank }))).toMatchObject({
      status: 400,
      body: { issues: [{ path: 'ownerId', code: 'notInProgramme' }] },
    });
    expect((await stage.checkpoints('dora')).decisions).toEqual([]);
  });

  test('is made by champions only', async () => {
    const statuses = ['alice', 'bob', 'carol', 'dora', 'frank'] as const;
    const answers = statuses.map(async (name) => (await post(name, path, decisionOf())).status);
    expect(await Promise.all(answers)).toEqual([200, 200, 403, 403, 403]);
  });

  test('belongs to its programme: another one’s owner neither sees nor changes it', async () => {
    const { clientKey, eTag } = await decidedAndTakenAgain();
    expect((await stage.checkpoints('erin')).decisions).toEqual([]);
    const said = { eTag, day: 60, result: 'worked', note: null };
    expect((await post('erin', `${path}/${clientKey}/look-back`, said)).status).toBe(404);
  });
});

describe('what came of it', () => {
  test('is said at a later checkpoint, once', async () => {
    const { clientKey, eTag } = await decidedAndTakenAgain();
    const said = { day: 60, result: 'partly', note: 'Half of it' };
    const { status, body } = await lookBack(clientKey, { eTag, ...said });
    expect(status).toBe(200);
    const written = checkpointDecision.parse(body);
    expect(written.lookBack).toEqual(said);
    expect((await stage.checkpoints('dora')).decisions).toEqual([written]);
    expect(await lookBack(clientKey, { ...said, eTag: written.eTag })).toMatchObject({
      ...{ status: 409, body: { code: 'lookedBackAlready' } },
    });
  });

  test('is not said at its own checkpoint, nor at one that was not taken', async () => {
    const { clientKey, eTag } = await decidedAndTakenAgain();
    const codeAt = async (day: number) =>
      (await lookBack(clientKey, { eTag, day, result: 'worked', note: null })).body['code'];
    expect([await codeAt(30), await codeAt(90)]).toEqual([
      ...['lookBackTooEarly', 'checkpointNotTaken'],
    ]);
  });

  test('is not written over somebody’s edit in SharePoint: both are there to choose from', async () => {
    const { clientKey, eTag } = await decidedAndTakenAgain();
    const list = stage.product.lists.stores.CheckpointDecisions;
    await list.edit(clientKey, eTag ?? '', {
      ...{ actorId: people.bob, fields: { DueOn: '2027-02-01' } },
    });
    const said = { eTag, day: 60, result: 'worked', note: null };
    const { status, body } = await lookBack(clientKey, said);
    expect([status, body['code']]).toEqual([412, 'conflict']);
    expect(body['current']).toMatchObject({ dueOn: '2027-02-01', lookBack: null });
  });
});

test('the owner’s week has findings without a decision, and decisions to look at again', async () => {
  const causes = async () => {
    const response = await stage.ask('alice', '/api/programme/week');
    const { lines } = workListResponse.parse(await response.json());
    return lines.map(({ cause }) => cause).filter(({ kind }) => /checkpoint|decision/i.test(kind));
  };
  expect(await causes()).toEqual([{ kind: 'checkpointOpen', day: 30, findings: 1 }]);
  const { clientKey, dueOn } = await decidedAndTakenAgain();
  expect(new Set(await causes())).toEqual(
    new Set([
      { kind: 'checkpointOpen', day: 60, findings: 1 },
      { kind: 'decisionToLookAt', clientKey, dueOn },
    ]),
  );
});
