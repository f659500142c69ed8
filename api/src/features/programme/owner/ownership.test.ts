import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  endingResponse,
  ownershipResponse,
  type EndProgrammeRequest,
  type ProgrammeEnding,
} from '@last-mile/shared/programme';
import {
  createTestProduct,
  people,
  type PersonName,
  type TestProduct,
} from '../../../../local-tenant/testProduct';

let now: Date;
let it: TestProduct;

/** The programme begins on Monday, 2 November, and its active weeks end with 27 December. */
beforeEach(async () => {
  now = new Date('2026-11-25T09:00:00Z');
  it = await createTestProduct({ now: () => now });
  // Who is to become an owner has opened Last Mile as a champion.
  for (const name of ['bob', 'erin'] as const) await it.ask(name, '/api/me');
});
afterEach(() => it.close());

async function read(name: PersonName = 'dora') {
  const response = await it.ask(name, '/api/programme/owner');
  expect(response.status).toBe(200);
  return ownershipResponse.parse(await response.json());
}

async function nameOwner(ownerId: string, by: PersonName = 'dora', eTag?: string) {
  const request = { eTag: eTag ?? (await read()).eTag, ownerId };
  return it.ask(by, '/api/programme/owner', request);
}

async function end(
  ending: ProgrammeEnding,
  by: PersonName = 'alice',
  more: Partial<EndProgrammeRequest> = {},
) {
  const request = { eTag: (await read('dora')).eTag, ending, message: 'Thank you all.', ...more };
  return it.ask(by, '/api/programme/ending', request);
}

const codeOf = async (response: Promise<Response>) =>
  ((await (await response).json()) as { code?: string }).code;

describe('the sponsor', () => {
  test('sees who owns the programme, and that they are silent', async () => {
    expect(await read()).toMatchObject({
      owner: {
        ...{ userId: people.alice, name: 'Alice Example' },
        standing: { state: 'silent', since: '2026-11-02' },
      },
      ...{ phase: 'active', ended: null },
    });
  });

  test('names another owner, who is no deputy any more, and that is remembered', async () => {
    const response = await nameOwner(people.bob);
    expect(response.status).toBe(200);
    expect(ownershipResponse.parse(await response.json()).owner.userId).toBe(people.bob);
    const [stored] = await it.product.lists.stores.Programmes.all();
    expect(stored?.fields).toMatchObject({ OwnerId: people.bob, DeputyIds: null });
    expect(
      await it.database.query(
        `SELECT actor_id AS actor, details FROM audit_trail WHERE action = 'programme.ownerNamed'`,
      ),
    ).toEqual([{ actor: people.dora, details: { from: people.alice, to: people.bob } }]);
  });

  test('names nobody who is the owner already, sponsors it, or was not seen as a champion', async () => {
    expect(await codeOf(nameOwner(people.alice))).toBe('handOverToOwner');
    expect(await codeOf(nameOwner(people.dora))).toBe('sponsorIsOwner');
    expect(await codeOf(nameOwner(people.carol))).toBe('ownerNotChampion');
  });

  test('does not write over what somebody changed meanwhile', async () => {
    const { eTag } = await read();
    expect((await nameOwner(people.erin)).status).toBe(200);
    const late = await nameOwner(people.bob, 'dora', eTag);
    expect(late.status).toBe(412);
    expect(await late.json()).toMatchObject({ current: { owner: { userId: people.erin } } });
  });
});

describe('another owner', () => {
  test('is named by the owner too, and by nobody else', async () => {
    expect(await codeOf(nameOwner(people.bob, 'bob'))).toBe('ownerOrSponsorRequired');
    expect(await codeOf(nameOwner(people.bob, 'carol'))).toBe('championOrLeaderRoleRequired');
    const leader = { token: await it.token('carol', { roles: ['Leader'] }) };
    const { eTag } = await read();
    const sent = it.ask(leader, '/api/programme/owner', { eTag, ownerId: people.bob });
    expect(await codeOf(sent)).toBe('ownerOrSponsorRequired');
    expect((await nameOwner(people.bob, 'alice')).status).toBe(200);
    // Who was the owner decides no more.
    expect(await codeOf(nameOwner(people.erin, 'alice'))).not.toBeUndefined();
  });
});

describe('a programme', () => {
  const stop: ProgrammeEnding = { how: 'stop', reason: 'The tool is gone.' };

  test('is stopped whenever it runs, and everybody reads the word to all', async () => {
    expect((await end(stop)).status).toBe(200);
    const response = await it.ask('carol', '/api/programme/ending');
    expect(endingResponse.parse(await response.json())).toEqual({
      ended: { ending: stop, message: 'Thank you all.', endedOn: '2026-11-25' },
    });
    expect((await read()).phase).toBe('ended');
  });

  test('goes on as it is, or with somebody else, once its active weeks are over', async () => {
    const handOver: ProgrammeEnding = { how: 'handOver', ownerId: people.bob };
    expect(await codeOf(end({ how: 'sustain' }))).toBe('stillActive');
    expect(await codeOf(end(handOver))).toBe('stillActive');
    now = new Date('2026-12-28T09:00:00Z');
    expect(await codeOf(end({ how: 'handOver', ownerId: people.alice }))).toBe('handOverToOwner');
    expect(await codeOf(end({ how: 'handOver', ownerId: people.carol }))).toBe('ownerNotChampion');
    const response = await end(handOver, 'dora');
    expect(ownershipResponse.parse(await response.json())).toMatchObject({
      owner: { userId: people.bob },
      ended: { ending: handOver, endedOn: '2026-12-28' },
    });
  });

  test('ends once, and not before it begins', async () => {
    await end(stop);
    expect(await codeOf(end(stop))).toBe('endedAlready');
    const another = await createTestProduct({ now: () => new Date('2026-10-28T09:00:00Z') });
    try {
      const owner = await another.ask('dora', '/api/programme/owner');
      const { eTag } = ownershipResponse.parse(await owner.json());
      const sent = another.ask('alice', '/api/programme/ending', {
        ...{ eTag, ending: stop, message: 'No.' },
      });
      expect(await codeOf(sent)).toBe('notStarted');
    } finally {
      await another.close();
    }
  });

  test('is ended by its owner or sponsor, with a word to everyone', async () => {
    expect(await codeOf(end(stop, 'bob'))).toBe('ownerOrSponsorRequired');
    expect((await end(stop, 'alice', { message: ' ' })).status).toBe(400);
    expect((await read()).ended).toBeNull();
  });
});
