import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  createListsOnLocalTenant,
  type ListsOnLocalTenant,
} from '../../local-tenant/testing/listsOnLocalTenant';
import { localSiteId } from '../../local-tenant/localTenant';
import type { ListDefinition } from './listDefinition';
import { createListStore } from './listStore';
import { createParkedDeliveries } from './parkedDeliveries';
import { createSharePointSite } from './sharePointSite';
import { ListConflict, ListItemGone, ListUnavailable, TextTooLong } from './storedItem';

const feedbackList: ListDefinition = {
  name: 'Feedback',
  columns: [
    { name: 'Title', type: 'text' },
    { name: 'Words', type: 'multilineText' },
    { name: 'Count', type: 'number' },
    { name: 'ReachedClient', type: 'boolean' },
  ],
};
const definitions = [feedbackList];

let world: ListsOnLocalTenant;
let now: Date;
const pass = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};

beforeEach(async () => {
  now = new Date('2026-11-23T09:00:00Z');
  world = await createListsOnLocalTenant({ definitions, clock: () => now });
});
afterEach(async () => {
  await world.close();
});

const feedback = () => world.lists.stores.Feedback;
const item = (words: string, clientKey: string = randomUUID()) => ({
  clientKey,
  actorId: 'person-1',
  fields: { Words: words },
});
const append = (words: string, clientKey?: string) =>
  world.database.transaction((tx) => feedback().append(tx, item(words, clientKey)));
const heldWords = () => world.held('Feedback').map((each) => each.fields['Words']);

describe('an append', () => {
  test('can be read as soon as it is committed, and again when SharePoint has it', async () => {
    const clientKey = randomUUID();
    const words = 'Wrong total 🙈\r\n```\n{{amount}}\n```';
    const before = feedback().version();
    await world.database.transaction(async (tx) => {
      await feedback().append(tx, {
        clientKey,
        actorId: 'person-1',
        fields: { Words: words, Count: 3, ReachedClient: true, Title: '' },
      });
      expect(await feedback().all()).toEqual([]);
    });

    const fields = { Words: words, Count: 3, ReachedClient: true, Title: null };
    const waiting = await feedback().get(clientKey);
    expect(waiting).toMatchObject({ clientKey, itemId: null, delivered: false });
    expect(waiting?.fields).toMatchObject({ ...fields, ActorId: 'person-1' });
    expect(feedback().version()).toBeGreaterThan(before);

    await world.lists.deliverNow();
    const delivered = await feedback().get(clientKey);
    expect(delivered).toMatchObject({ clientKey, itemId: '1', delivered: true });
    expect(delivered?.fields).toMatchObject({ ...fields, ActorId: 'person-1' });
    expect(await feedback().all()).toEqual([delivered]);
    expect(world.held('Feedback')).toHaveLength(1);
  });

  test('of many at once answers each, and a key that comes twice is the first of the two', async () => {
    const clientKey = randomUUID();
    await append('before', clientKey);
    const outcomes = await world.database.transaction((tx) =>
      feedback().appendAll(tx, [
        item('again', clientKey),
        item('new'),
        item('first of two', 'twice'),
        item('second of two', 'TWICE'),
      ]),
    );
    expect(outcomes).toEqual(['known', 'accepted', 'accepted', 'known']);
    await world.lists.deliverNow();
    expect(heldWords()).toEqual(['before', 'new', 'first of two']);
  });

  test('that is rolled back never was', async () => {
    const work = world.database.transaction(async (tx) => {
      await feedback().append(tx, item('never'));
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow();
    expect(await feedback().all()).toEqual([]);
    await world.lists.deliverNow();
    expect(heldWords()).toEqual([]);
  });

  test('with a known key is the same item, however close together', async () => {
    const clientKey = randomUUID();
    const answers = await Promise.all(['a', 'b', 'c'].map((words) => append(words, clientKey)));
    expect(answers.filter((answer) => answer === 'accepted')).toHaveLength(1);
    expect(await append('later', clientKey.toUpperCase())).toBe('known');
    await world.lists.deliverNow();
    expect(heldWords()).toHaveLength(1);
  });

  test('costs two resource units to deliver and nothing to read', async () => {
    for (let index = 0; index < 25; index += 1) await append(`flag ${index}`);
    await world.lists.deliverNow();
    const creates = world.tenant.meter.byPath().filter((line) => line.path.endsWith('/items'));
    expect(creates).toEqual([expect.objectContaining({ method: 'POST', calls: 25, units: 50 })]);
    const calls = world.tenant.meter.calls();
    await feedback().all();
    expect(world.tenant.meter.calls()).toBe(calls);
  });

  test('longer than its column is refused before anything is written', async () => {
    const words = 'x'.repeat(64_000);
    await expect(append(words)).rejects.toThrow(TextTooLong);
    expect(await feedback().all()).toEqual([]);
  });

  test('deleted in SharePoint is not created again by a repeated request', async () => {
    const clientKey = randomUUID();
    await append('gone', clientKey);
    await world.lists.deliverNow();
    world.removeByHand('Feedback', '1');
    await world.lists.syncNow();
    expect(await feedback().get(clientKey)).toBeUndefined();
    expect(await append('gone', clientKey)).toBe('known');
    await world.lists.deliverNow();
    expect(heldWords()).toEqual([]);
  });
});

describe('delivery', () => {
  test('an hour of outage loses nothing and duplicates nothing', async () => {
    world.tenant.faults.answer(503, { seconds: 3600 });
    for (let minute = 0; minute < 60; minute += 1) {
      await append(`minute ${minute}`);
      if (minute % 20 === 0) await world.lists.deliverNow();
      pass(60);
    }
    expect(await feedback().all()).toHaveLength(60);
    expect(await world.lists.status()).toMatchObject({ waiting: 60, parked: 0 });
    expect((await world.lists.status()).problem).not.toBeNull();

    pass(60);
    await world.lists.deliverNow();
    expect(heldWords().sort()).toEqual(
      Array.from({ length: 60 }, (_, minute) => `minute ${minute}`).sort(),
    );
    const after = await world.lists.status();
    expect(after).toMatchObject({ waiting: 0, oldestWaitingAt: null, problem: null });
  });

  test.each(['invalidRequest400', 'nameAlreadyExists409'] as const)(
    'a connection dropped after the write is settled by looking the key up (%s)',
    async (duplicateAnswer) => {
      await world.close();
      world = await createListsOnLocalTenant({
        definitions,
        clock: () => now,
        switches: { duplicateAnswer },
      });
      await append('once');
      world.tenant.faults.dropAfterWrite({ path: '$batch', times: 1 });
      await world.lists.deliverNow();
      expect(heldWords()).toEqual(['once']);
      expect((await feedback().all())[0]).toMatchObject({ delivered: false });

      await world.lists.deliverNow();
      expect(heldWords()).toEqual(['once']);
      expect((await feedback().all())[0]).toMatchObject({ delivered: true, itemId: '1' });
    },
  );

  test('a create refused as a duplicate of itself adopts the item', async () => {
    const clientKey = randomUUID();
    await append('mine', clientKey);
    const [list] = world.tenant.sharePoint.lists();
    await world.adminGraph.post(`/sites/${(await siteId())!}/lists/${list!.id}/items`, {
      fields: { ClientKey: clientKey, Words: 'mine' },
    });
    await world.lists.deliverNow();
    expect(heldWords()).toEqual(['mine']);
    expect(await feedback().get(clientKey)).toMatchObject({ delivered: true, itemId: '1' });
  });

  test('a request throttled inside a batch is sent again after its Retry-After', async () => {
    for (let index = 0; index < 5; index += 1) await append(`flag ${index}`);
    world.tenant.faults.answer(429, { path: '/items', method: 'POST', times: 3, retryAfter: 1 });
    await world.lists.deliverNow();
    expect(heldWords().sort()).toEqual(['flag 0', 'flag 1', 'flag 2', 'flag 3', 'flag 4']);
    expect(await world.lists.status()).toMatchObject({ waiting: 0, problem: null });
  });

  test('a long Retry-After is kept, even by who is in a hurry', async () => {
    await append('patient');
    world.tenant.faults.answer(429, { path: '/items', method: 'POST', times: 1, retryAfter: 300 });
    await world.lists.deliverNow();
    const calls = world.tenant.meter.calls();
    pass(299);
    await world.lists.deliverNow();
    expect(world.tenant.meter.calls()).toBe(calls);
    pass(2);
    await world.lists.deliverNow();
    expect(heldWords()).toEqual(['patient']);
  });

  test('what SharePoint will not take is parked with the reason and can be replayed', async () => {
    await world.database.transaction((tx) =>
      feedback().append(tx, { ...item('bad'), fields: { Words: 'bad', Count: 'three' } }),
    );
    await append('good');
    await world.lists.deliverNow();
    expect(heldWords()).toEqual(['good']);
    const [bad] = (await feedback().all()).filter((each) => !each.delivered);
    expect(bad?.parked).toContain("'Count'");
    expect(await world.lists.status()).toMatchObject({ waiting: 0, parked: 1 });

    await world.database.query(
      `UPDATE outbox SET fields = fields || '{"Count": 3}' WHERE state = 'parked'`,
    );
    const parked = createParkedDeliveries(world.database, () => new Date());
    expect(await parked.replay('all', 'operator')).toBe(1);
    await world.lists.deliverNow();
    expect(heldWords().sort()).toEqual(['bad', 'good']);
  });

  test('a missing permission is not the fault of an item: it waits', async () => {
    await append('waits');
    world.tenant.faults.answer(403, { path: '/items', method: 'POST', times: 1 });
    await world.lists.deliverNow();
    expect(await world.lists.status()).toMatchObject({ waiting: 1, parked: 0 });
    await world.lists.deliverNow();
    expect(heldWords()).toEqual(['waits']);
  });
});

test('a list that is not there does not keep the others waiting', async () => {
  const more: ListDefinition = { name: 'Library', columns: [{ name: 'Title', type: 'text' }] };
  const lists = world.another({ definitions: [more, ...definitions] });
  await world.database.transaction(async (tx) => {
    await lists.stores.Library.append(tx, { ...item('x'), fields: { Title: 'no list yet' } });
    await lists.stores.Feedback.append(tx, item('delivered'));
  });
  await lists.deliverNow();
  await lists.syncNow();
  expect(heldWords()).toEqual(['delivered']);
  const status = await lists.status();
  expect(status).toMatchObject({ waiting: 1, parked: 0 });
  expect(status.syncedAt['Feedback']).not.toBeNull();
  expect(status.problem?.message).toContain('no list Library');
});

test('items wait for a column that an older site lacks, which is named, and are delivered once it is there', async () => {
  const fields = [...definitions[0]!.columns, { name: 'Later', type: 'text' as const }];
  const newer = world.another({ definitions: [{ name: 'Feedback', columns: fields }] });
  for (const [words, later] of [
    ['one', 'a'],
    ['two', 'b'],
  ] as const) {
    await world.database.transaction((tx) =>
      newer.stores.Feedback.append(tx, {
        ...item(words),
        fields: { Words: words, Later: later },
      }),
    );
  }
  for (let round = 0; round < 3; round++) {
    pass(120);
    await newer.deliverNow();
  }
  const status = await newer.status();
  expect(status).toMatchObject({ waiting: 2, parked: 0 });
  expect(status.problem?.message).toBe(
    'The list Feedback lacks columns of this version (Later): run npm run provision',
  );

  const [list] = world.tenant.sharePoint.lists();
  await world.adminGraph.post(`/sites/${localSiteId}/lists/${list!.id}/columns`, {
    name: 'Later',
    text: {},
  });
  pass(120);
  await newer.deliverNow();
  expect(await newer.status()).toMatchObject({ waiting: 0, parked: 0, problem: null });
  expect(world.held('Feedback').map((each) => each.fields['Later'])).toEqual(['a', 'b']);
});

describe('sync', () => {
  test('an edit, a new item and a deletion by hand are known after it', async () => {
    await append('first');
    await append('second');
    await world.lists.deliverNow();
    await world.lists.syncNow();
    const before = feedback().version();

    world.editByHand('Feedback', '1', { Words: 'edited by hand' });
    world.removeByHand('Feedback', '2');
    await world.lists.syncNow();
    const all = await feedback().all();
    expect(all.map((each) => each.fields['Words'])).toEqual(['edited by hand']);
    expect(feedback().version()).toBeGreaterThan(before);
    expect((await world.lists.status()).syncedAt).toEqual({ Feedback: now.toISOString() });
  });

  test('without changes costs one unit a list and changes no version', async () => {
    await append('quiet');
    await world.lists.deliverNow();
    await world.lists.syncNow();
    await feedback().all();
    const before = feedback().version();
    world.tenant.meter.reset();
    await world.lists.syncNow();
    await feedback().all();
    expect(world.tenant.meter.units()).toBe(1);
    expect(feedback().version()).toBe(before);
  });

  test('an item made by hand has its item id as key', async () => {
    const list = world.tenant.sharePoint.lists().find((each) => each.displayName === 'Feedback')!;
    const path = `/sites/${(await siteId())!}/lists/${list.id}/items`;
    await world.adminGraph.post(path, { fields: { Words: 'by hand' } });
    await world.lists.syncNow();
    expect(await feedback().get('sharepoint-1')).toMatchObject({ itemId: '1', delivered: true });
  });

  test('a stale token reads the list anew and sweeps what is gone, without a gap', async () => {
    for (const words of ['stays', 'goes', 'changes']) await append(words);
    await world.lists.deliverNow();
    await world.lists.syncNow();
    world.removeByHand('Feedback', '2');
    world.editByHand('Feedback', '3', { Words: 'changed' });
    world.tenant.faults.expireDeltaTokens();
    await world.lists.syncNow();
    const words = (await feedback().all()).map((each) => each.fields['Words']);
    expect(words).toEqual(['stays', 'changed']);
  });

  test('once a day the list is read from the start', async () => {
    await append('proved');
    await world.lists.deliverNow();
    await world.lists.syncNow();
    await world.database.query(
      `UPDATE list_replica
       SET fields = '{"Words": "drifted"}', item_version = 0, written_by = pg_current_xact_id()`,
    );
    await world.lists.syncNow();
    expect((await feedback().all())[0]?.fields['Words']).toBe('drifted');
    pass(24 * 3600 + 1);
    await world.lists.syncNow();
    expect((await feedback().all())[0]?.fields['Words']).toBe('proved');
  });

  test('a lost page is read again, and an older version is not taken', async () => {
    await append('one');
    await world.lists.deliverNow();
    world.tenant.faults.dropBefore({ path: '/delta', times: 4 });
    await world.lists.syncNow();
    expect((await world.lists.status()).syncedAt).toEqual({ Feedback: null });
    await feedback().edit(
      (await feedback().all())[0]!.clientKey,
      (await feedback().all())[0]!.eTag!,
      {
        actorId: 'person-2',
        fields: { Words: 'two' },
      },
    );
    await world.lists.syncNow();
    expect((await feedback().all())[0]?.fields['Words']).toBe('two');
  });
});

describe('an edit', () => {
  async function delivered(words: string) {
    const clientKey = randomUUID();
    await append(words, clientKey);
    await world.lists.deliverNow();
    return (await feedback().get(clientKey))!;
  }
  const change = (words: string) => ({ actorId: 'person-2', fields: { Words: words } });

  test('is in SharePoint and readable when it answers, with the actor and a new eTag', async () => {
    const before = await delivered('old');
    const after = await feedback().edit(before.clientKey, before.eTag!, change('new'));
    expect(after.fields).toMatchObject({ Words: 'new', ActorId: 'person-2' });
    expect(after.eTag).not.toBe(before.eTag);
    expect(await feedback().get(before.clientKey)).toEqual(after);
    expect(heldWords()).toEqual(['new']);
  });

  test.each(['412', '409'] as const)(
    'of an item someone else changed is a conflict that shows the item as it is (%s)',
    async (staleETagAnswer) => {
      await world.close();
      world = await createListsOnLocalTenant({
        definitions,
        clock: () => now,
        switches: { staleETagAnswer },
      });
      const before = await delivered('old');
      world.editByHand('Feedback', before.itemId!, { Words: 'theirs' });
      const edit = feedback().edit(before.clientKey, before.eTag!, change('mine'));
      await expect(edit).rejects.toThrow(ListConflict);
      await expect(edit).rejects.toMatchObject({ current: { fields: { Words: 'theirs' } } });
      expect(heldWords()).toEqual(['theirs']);
    },
  );

  test('whose answer was lost is known to have happened', async () => {
    const before = await delivered('old');
    world.tenant.faults.dropAfterWrite({ method: 'PATCH', times: 1 });
    const after = await feedback().edit(before.clientKey, before.eTag!, change('new'));
    expect(after.fields['Words']).toBe('new');
  });

  test('that never arrived says so in seconds and has changed nothing', async () => {
    const before = await delivered('old');
    world.tenant.faults.dropBefore({ method: 'PATCH', times: 4 });
    const edit = feedback().edit(before.clientKey, before.eTag!, change('new'));
    await expect(edit).rejects.toThrow(ListUnavailable);
    expect(heldWords()).toEqual(['old']);
  });

  test('while SharePoint races with itself is a conflict only if the item changed', async () => {
    const before = await delivered('old');
    world.tenant.faults.race(1);
    const edit = feedback().edit(before.clientKey, before.eTag!, change('new'));
    await expect(edit).rejects.toThrow(ListUnavailable);
  });

  test('of an item that only waits delivers it first', async () => {
    const clientKey = randomUUID();
    await append('waiting', clientKey);
    const after = await feedback().edit(clientKey, '', change('edited'));
    expect(after).toMatchObject({ delivered: true, itemId: '1' });
    expect(heldWords()).toEqual(['edited']);
  });

  test('of a deleted item says that it is gone', async () => {
    const before = await delivered('old');
    world.removeByHand('Feedback', before.itemId!);
    const edit = feedback().edit(before.clientKey, before.eTag!, change('new'));
    await expect(edit).rejects.toThrow(ListItemGone);
    expect(await feedback().get(before.clientKey)).toBeUndefined();
  });

  test('that cannot be read again is shown all the same', async () => {
    const before = await delivered('old');
    world.tenant.faults.answer(500, { method: 'GET', path: '/items/', times: 1 });
    const after = await feedback().edit(before.clientKey, before.eTag!, change('new'));
    expect(after.fields['Words']).toBe('new');
    await world.lists.syncNow();
    expect((await feedback().get(before.clientKey))?.eTag).not.toBe(before.eTag);
  });
});

describe('two instances', () => {
  test('one delivers at a time, and what one accepts the other shows', async () => {
    const other = world.another();
    await world.lists.start();
    expect(await world.lists.syncNow()).toBe(true);
    await other.start();
    expect(await other.deliverNow()).toBe(false);

    await world.database.transaction((tx) =>
      other.stores.Feedback.append(tx, item('from the other')),
    );
    await expect
      .poll(async () => (await feedback().all()).map((each) => each.delivered))
      .toEqual([true]);
    await expect
      .poll(async () => (await other.stores.Feedback.all()).map((each) => each.delivered))
      .toEqual([true]);
    expect(heldWords()).toEqual(['from the other']);

    await world.lists.stop();
    expect(await other.deliverNow()).toBe(true);
  });

  test('what one accepted and then died with, the other is told of', async () => {
    const other = world.another();
    await other.start();
    await Promise.all([other.syncNow(), other.deliverNow()]);
    expect(await other.stores.Feedback.all()).toEqual([]);
    // Nothing is asked after the commit any more: that instance is dead.
    const last = { ...world.database, query: () => new Promise<never>(() => undefined) };
    const store = createListStore(
      {
        ...{
          database: last,
          graph: world.graph,
          site: createSharePointSite(world.graph, localSiteId),
        },
        deliverNow: () => Promise.resolve(),
      },
      feedbackList,
    );
    await last.transaction((tx) => store.append(tx, item('its last words')));

    const words = async () =>
      (await other.stores.Feedback.all()).map(({ fields }) => fields['Words']);
    await expect.poll(words).toEqual(['its last words']);
    await expect.poll(heldWords).toEqual(['its last words']);
  });

  test('a stalled instance that lost its lease cannot write late', async () => {
    await append('fenced');
    const stalled = world.another({ leaseSeconds: 0.05 });
    const next = world.another();
    world.tenant.faults.slow(400, { path: '$batch', times: 1 });
    const late = stalled.deliverNow();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await next.deliverNow()).toBe(true);
    expect(await late).toBe(false);

    await next.deliverNow();
    expect(heldWords()).toEqual(['fenced']);
    const all = await next.stores.Feedback.all();
    expect(all.map((each) => each.delivered)).toEqual([true]);
  });
});

async function siteId(): Promise<string | undefined> {
  const site = (await world.adminGraph.get('/sites/lastmile.sharepoint.com:/sites/last-mile')) as {
    id: string;
  };
  return site.id;
}
