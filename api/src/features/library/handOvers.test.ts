import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  handOverAllResponse,
  itemOwners,
  libraryItem,
  type LibraryItem,
} from '@last-mile/shared/library';
import { peopleResponse } from '@last-mile/shared/programme';
import {
  createTestProduct,
  people,
  type PersonName,
  type TestProduct,
} from '../../../local-tenant/testProduct';

let it: TestProduct;
let written = 0;
beforeAll(async () => {
  it = await createTestProduct();
});
afterAll(() => it.close());

/** Written by a person, who owns it, and in SharePoint. */
async function draft(name: PersonName = 'carol', settled = true): Promise<LibraryItem> {
  written += 1;
  const clientKey = crypto.randomUUID();
  const text = { kind: 'prompt', title: `Written ${String(written)}`, purpose: '', body: 'Text' };
  const facts = { subject: null, jobFamilies: [], taskKey: null, assistant: null, language: 'en' };
  const more = { tags: [], checkBeforeTrusting: '', stepKey: null, placeholders: [] };
  const content = { ...text, ...facts, ...more, exampleOutput: '', sources: [] };
  const request = { clientKey, content, original: null };
  expect((await it.ask(name, '/api/library/drafts', request)).status).toBe(202);
  if (settled) await it.settle();
  return seenBy('alice', clientKey);
}

async function seenBy(name: PersonName, clientKey: string): Promise<LibraryItem> {
  const response = await it.ask(name, `/api/library/${clientKey}`);
  expect(response.status).toBe(200);
  return libraryItem.parse(await response.json());
}

const handOver = (name: PersonName, { clientKey, eTag }: LibraryItem, to: string) =>
  it.ask(name, `/api/library/${clientKey}/owner`, { eTag, ownerId: to });

const codeOf = async (response: Response) => [
  response.status,
  ((await response.json()) as { code: string }).code,
];

describe('handing an item over', () => {
  test('is for its owner and for champions, and remembered', async () => {
    const item = await draft();
    const given = await handOver('carol', item, people.bob);
    expect(given.status).toBe(200);
    const now = libraryItem.parse(await given.json());
    expect(now.owner).toEqual({ userId: people.bob, name: 'Bob Example' });
    expect(now.author.userId).toBe(people.carol);
    // She wrote it and may still read it, but it is no longer hers to give.
    expect(await codeOf(await handOver('carol', now, people.carol))).toEqual([409, 'notYourItem']);

    const back = await handOver('alice', await seenBy('alice', item.clientKey), people.carol);
    expect(libraryItem.parse(await back.json()).owner?.userId).toBe(people.carol);
    const audited = await it.database.query(
      `SELECT actor_id AS actor, details FROM audit_trail
        WHERE action = 'library.handedOver' AND subject = $1 ORDER BY at`,
      [item.clientKey],
    );
    expect(audited).toEqual([
      { actor: people.carol, details: { from: people.carol, to: people.bob } },
      { actor: people.alice, details: { from: people.bob, to: people.carol } },
    ]);
  });

  test('makes the new owner, no champion and not its author, able to keep it true', async () => {
    const item = await draft('alice');
    expect((await handOver('alice', item, people.carol)).status).toBe(200);
    const seen = await seenBy('carol', item.clientKey);
    const content = { ...seen.content, body: 'Kept true by Carol' };
    const path = `/api/library/${item.clientKey}`;
    const changed = await it.ask('carol', `${path}/content`, { eTag: seen.eTag, content });
    expect(libraryItem.parse(await changed.json()).content.body).toBe('Kept true by Carol');

    const { eTag } = await seenBy('bob', item.clientKey);
    expect((await it.ask('bob', `${path}/publication`, { eTag })).status).toBe(200);
    const published = await seenBy('carol', item.clientKey);
    const renewed = await it.ask('carol', `${path}/renewal`, { eTag: published.eTag });
    expect(renewed.status).toBe(200);
    const now = await seenBy('carol', item.clientKey);
    expect((await handOver('carol', now, people.bob)).status).toBe(200);
    expect((await seenBy('carol', item.clientKey)).eTag).toBeNull();
  });

  test('changes neither the text nor whether it waits for review', async () => {
    const item = await draft();
    const { content, status, version, proposal } = item;
    const response = await handOver('alice', item, people.bob);
    expect(libraryItem.parse(await response.json())).toMatchObject({
      ...{ content, status, version, proposal, writers: [] },
    });
  });

  test('goes to a person of the programme only', async () => {
    const response = await handOver('alice', await draft(), people.erin);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      issues: [{ path: 'ownerId', message: 'Choose a person of this programme.' }],
    });
  });

  test('that lost a race shows the item as it is', async () => {
    const item = await draft();
    expect((await handOver('alice', item, people.bob)).status).toBe(200);
    const late = await handOver('bob', item, people.alice);
    expect(late.status).toBe(412);
    const { current } = (await late.json()) as { current: unknown };
    expect(libraryItem.parse(current).owner?.userId).toBe(people.bob);
  });

  test('of a published item is no proposal', async () => {
    const item = await draft();
    const published = await it.ask('bob', `/api/library/${item.clientKey}/publication`, {
      eTag: item.eTag,
    });
    const response = await handOver('alice', libraryItem.parse(await published.json()), people.bob);
    expect(libraryItem.parse(await response.json())).toMatchObject({
      ...{ status: 'published', version: 1, proposal: null },
    });
  });
});

describe('when somebody leaves', () => {
  const leaver = '00000000-0000-4000-8000-0000000000aa';
  const owners = async () =>
    itemOwners.parse(await (await it.ask('alice', '/api/library/owners')).json());
  const all = (from: string, ownerId: string) =>
    it.ask('alice', '/api/library/owners', { from, ownerId });

  async function giveByHand({ clientKey }: LibraryItem, ownerId: string) {
    const list = it.tenant.sharePoint.lists().find(({ displayName }) => displayName === 'Library')!;
    const stored = await it.product.lists.stores.Library.get(clientKey);
    it.tenant.sharePoint.edit(list.id, stored!.itemId!, { OwnerId: ownerId }, people.alice);
  }

  test('they come first among the owners, with how much they own', async () => {
    for (const item of [await draft(), await draft(), await draft()])
      await giveByHand(item, leaver);
    await it.settle();
    const [first, ...others] = (await owners()).owners;
    expect(first).toEqual({ userId: leaver, name: null, items: 3, inProgramme: false });
    expect(others.every(({ inProgramme }) => inProgramme === true)).toBe(true);
  });

  test('everything they own goes to another person, step by step', async () => {
    for (let more = 0; more < 20; more += 1) await giveByHand(await draft('carol', true), leaver);
    await it.settle();
    const steps: unknown[] = [];
    for (let left = 1; left > 0;) {
      const response = await all(leaver, people.bob);
      expect(response.status).toBe(200);
      const step = handOverAllResponse.parse(await response.json());
      steps.push(step);
      left = step.left;
    }
    expect(steps).toEqual([
      { handedOver: 20, kept: [], left: 3 },
      { handedOver: 3, kept: [], left: 0 },
    ]);
    expect((await owners()).owners.map(({ userId }) => userId)).not.toContain(leaver);
  });

  test('what SharePoint does not have yet stays and is named', async () => {
    const waiting = await draft('dora', false);
    const step = handOverAllResponse.parse(await (await all(people.dora, people.bob)).json());
    expect(step).toEqual({
      handedOver: 0,
      kept: [{ clientKey: waiting.clientKey, title: waiting.content.title }],
      left: 0,
    });
    await it.settle();
  });

  test('nobody gets it who is not in the programme, and only champions ask for it', async () => {
    expect((await all(people.carol, people.erin)).status).toBe(400);
    const body = { from: people.alice, ownerId: people.carol };
    expect((await it.ask('carol', '/api/library/owners', body)).status).toBe(403);
    expect((await it.ask('carol', '/api/library/owners')).status).toBe(403);
  });

  test('who owns what is told while the directory is away', async () => {
    const fresh = await it.another();
    it.tenant.faults.answer(503, { path: '/transitiveMembers' });
    const response = await fresh.app.http.request('/api/library/owners', {
      headers: { Authorization: `Bearer ${await it.token('alice')}` },
    });
    it.tenant.faults.clear();
    const told = itemOwners.parse(await response.json()).owners;
    expect(told.find(({ userId }) => userId === people.carol)?.inProgramme).toBeNull();
    expect(told.find(({ userId }) => userId === people.alice)?.inProgramme ?? true).toBe(true);
  });
});

describe('people of the programme', () => {
  const find = async (q: string, name: PersonName = 'carol') => {
    const response = await it.ask(name, `/api/programme/people?q=${encodeURIComponent(q)}`);
    expect(response.status).toBe(200);
    return peopleResponse.parse(await response.json()).people;
  };

  test('are found by the beginnings of their names, in any letter case', async () => {
    expect(await find('car')).toEqual([
      { userId: people.carol, name: 'Carol Example', jobTitle: 'Audit Senior' },
    ]);
    expect((await find('EXAMPLE')).map(({ name }) => name)).toEqual([
      'Alice Example',
      'Bob Example',
      'Carol Example',
    ]);
    expect(await find('exam bo')).toMatchObject([{ userId: people.bob }]);
  });

  test('of another programme are not', async () => {
    expect(await find('erin')).toEqual([]);
    expect(await find('erin', 'erin')).toMatchObject([{ userId: people.erin }]);
  });

  test('are not listed without a name', async () => {
    expect((await it.ask('carol', '/api/programme/people?q=a')).status).toBe(400);
    expect((await it.ask('carol', '/api/programme/people')).status).toBe(400);
    expect(await find('..')).toEqual([]);
  });
});
