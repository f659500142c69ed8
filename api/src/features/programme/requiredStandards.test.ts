import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { requiredStandardsResponse } from '@last-mile/shared/programme';
import {
  createAdoptionStage,
  type AdoptionStage,
} from '../../../local-tenant/testing/adoptionStage';
import { people } from '../../../local-tenant/testProduct';

const path = '/api/programme/standards';

let stage: AdoptionStage;
beforeEach(async () => {
  stage = await createAdoptionStage('2026-11-02T08:00:00Z');
});
afterEach(() => stage.close());

async function read() {
  const response = await stage.ask('bob', path);
  expect(response.status).toBe(200);
  return requiredStandardsResponse.parse(await response.json());
}

const save = async (required: readonly string[], eTag?: string) =>
  stage.ask('alice', path, { required, eTag: eTag ?? (await read()).eTag });

const storedFields = async () =>
  (await stage.product.lists.stores.Programmes.all()).find(
    ({ clientKey }) => clientKey === stage.programme.clientKey,
  )?.fields;

describe('the required standards', () => {
  test('are none until a champion switches some on, and everybody can read which', async () => {
    expect((await read()).required).toEqual([]);
    expect((await save(['personalData', 'goal', 'goal'])).status).toBe(200);
    expect((await read()).required).toEqual(['goal', 'personalData']);
  });

  test('are kept in the programme’s own item, and by whom is remembered', async () => {
    await save(['audience']);
    expect(await storedFields()).toMatchObject({
      RequiredStandards: 'audience',
      ActorId: people.alice,
    });
    expect(
      await stage.database.query(
        `SELECT actor_id AS actor, subject, details FROM audit_trail
          WHERE action = 'programme.standardsRequired'`,
      ),
    ).toEqual([
      {
        actor: people.alice,
        subject: stage.programme.clientKey,
        details: { required: 'audience' },
      },
    ]);
  });

  test('are not written over a change somebody made meanwhile; both are shown', async () => {
    const { eTag } = await read();
    await save(['goal']);
    const response = await save(['length'], eTag);
    expect(response.status).toBe(412);
    expect(await response.json()).toMatchObject({ current: { required: ['goal'] } });
    expect((await read()).required).toEqual(['goal']);
  });

  test('name what is no standard, and nothing is written', async () => {
    const response = await save(['goal', 'beauty']);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ issues: [{ path: 'required.1' }] });
    expect((await read()).required).toEqual([]);
  });

  test('are read without what somebody wrote beside them in SharePoint', async () => {
    await save(['goal']);
    const { Programmes } = stage.product.lists.stores;
    const stored = await Programmes.get(stage.programme.clientKey);
    const fields = { RequiredStandards: 'length\nbeauty\n\ngoal' };
    await Programmes.edit(stage.programme.clientKey, stored?.eTag ?? '', {
      actorId: people.alice,
      fields,
    });
    expect((await read()).required).toEqual(['goal', 'length']);
  });
});
