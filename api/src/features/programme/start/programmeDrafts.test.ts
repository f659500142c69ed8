import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  emptyDraft,
  groupsResponse,
  meResponse,
  peopleResponse,
  programme,
  programmeDraftResponse,
  programmeDraftsResponse,
  type ProgrammeDraft,
} from '@last-mile/shared/programme';
import {
  createTestProduct,
  people,
  type PersonName,
  type TestProduct,
} from '../../../../local-tenant/testProduct';

let it: TestProduct;
const now = new Date('2026-11-26T09:00:00Z');
beforeEach(async () => {
  it = await createTestProduct({ now: () => now });
});
afterEach(() => it.close());

const clientKey = '1b0f1d0e-54a8-4c4f-9a3b-3f0f6f0f4a11';
const ready = (): ProgrammeDraft => ({
  ...emptyDraft,
  ...{ name: 'AI in tax', groupId: it.programme.groupId, ownerId: people.bob },
  ...{ deputyIds: [people.alice], sponsorId: people.dora },
  ...{ weeklyHours: 8, lighterHours: 2, budget: { amount: 4000, currency: 'EUR' } },
  ...{ startsOn: '2026-12-07', weeks: 10, timeZone: 'Europe/Berlin' },
  holidays: [{ day: '2026-12-25', name: 'Christmas Day' }],
  targets: [
    { metric: 'activeRate', value: 0.6, by: '2027-03-07' },
    { metric: 'draftingMinutes', value: 12, by: '2027-03-07' },
  ],
  jobFamilies: [{ id: 'tax', name: 'Tax' }],
});

const save = (as: PersonName, draft: ProgrammeDraft, eTag: string | null = null) =>
  it.ask(as, '/api/programme-drafts', { clientKey, eTag, draft });
const saved = async (as: PersonName, draft: ProgrammeDraft, eTag: string | null = null) => {
  const response = await save(as, draft, eTag);
  expect(response.status).toBe(200);
  return programmeDraftResponse.parse(await response.json());
};
const draftsOf = async (as: PersonName) =>
  programmeDraftsResponse.parse(await (await it.ask(as, '/api/programme-drafts')).json()).drafts;
const start = (as: PersonName, eTag: string | null) =>
  it.ask(as, `/api/programme-drafts/${clientKey}/start`, { eTag: eTag ?? '' });
const codeOf = async (response: Response) => ((await response.json()) as { code?: string }).code;

/** Whoever is named has opened Last Mile before. */
async function everybodyWasHere() {
  for (const name of ['alice', 'bob', 'dora', 'erin'] as const) await it.ask(name, '/api/me');
}

describe('a draft', () => {
  test('is kept step by step, says what it lacks, and is there for its champion later', async () => {
    const first = await saved('erin', { ...emptyDraft, name: 'AI in tax' });
    expect(first.gaps.slice(0, 2)).toEqual(['noGroup', 'noOwner']);
    // It may still be on its way to SharePoint.
    const second = await saved('erin', { ...first.draft, ownerId: people.erin }, first.eTag);
    await it.settle();
    const [kept, ...others] = await draftsOf('erin');
    expect(others).toEqual([]);
    expect(kept).toMatchObject({ clientKey, draft: second.draft, draftedBy: people.erin });
    expect(kept?.people).toEqual([{ userId: people.erin, name: 'Erin Example', jobTitle: null }]);
    expect(kept?.gaps).not.toContain('ownerNotChampion');
  });

  test('is begun by a champion who belongs to no programme', async () => {
    const token = await it.token('frank', { roles: ['Champion'] });
    const response = await it.ask({ token }, '/api/programme-drafts', {
      ...{ clientKey, eTag: null, draft: emptyDraft },
    });
    expect(response.status).toBe(200);
  });

  test('that somebody else changed meanwhile is not written over: both can be seen', async () => {
    await saved('alice', ready());
    await it.settle();
    const [read] = await draftsOf('alice');
    await saved('bob', { ...ready(), name: 'By Bob' }, read!.eTag);
    const response = await save('alice', { ...ready(), name: 'By Alice' }, read!.eTag);
    expect(response.status).toBe(412);
    const { current } = (await response.json()) as { current: unknown };
    expect(programmeDraftResponse.parse(current).draft.name).toBe('By Bob');
    expect((await draftsOf('alice'))[0]?.draft.name).toBe('By Bob');
  });

  test('is seen by who began it and by the owner it names, and by no other champion', async () => {
    await saved('alice', { ...ready(), ownerId: people.bob });
    expect(await draftsOf('alice')).toHaveLength(1);
    expect(await draftsOf('bob')).toHaveLength(1);
    expect(await draftsOf('erin')).toEqual([]);
    expect(await codeOf(await save('erin', emptyDraft))).toBe('keyReused');
    expect((await start('erin', null)).status).toBe(404);
    const member = await it.ask('carol', '/api/programme-drafts');
    expect(await codeOf(member)).toBe('championRoleRequired');
  });

  test('can be written while Graph is away, and says no gap that nobody can check', async () => {
    await everybodyWasHere();
    it.tenant.faults.answer(503);
    const kept = await saved('alice', ready());
    expect(kept.gaps).toEqual([]);
    expect(kept.group).toBeNull();
  });
});

describe('a draft that is discarded', () => {
  const discard = (as: PersonName, eTag: string | null) =>
    it.ask(as, `/api/programme-drafts/${clientKey}/removal`, { eTag: eTag ?? '' });
  const left = async (response: Response) => {
    expect(response.status).toBe(200);
    return programmeDraftsResponse.parse(await response.json()).drafts;
  };
  const draftsInSharePoint = () =>
    it.tenant.sharePoint.lists().find(({ displayName }) => displayName === 'ProgrammeDrafts');
  const inSharePoint = () => it.tenant.sharePoint.items(draftsInSharePoint()?.id ?? '');
  const audited = () =>
    it.database.query<{ actor: string }>(
      `SELECT actor_id AS actor FROM audit_trail
        WHERE action = 'programme.draftDiscarded' AND subject = $1`,
      [clientKey],
    );
  const savedAndDelivered = async () => {
    await saved('alice', ready());
    await it.settle();
    const [read] = await draftsOf('alice');
    return read!;
  };

  test.each(['alice', 'bob'] as const)('by %s is gone from SharePoint, once', async (who) => {
    const { eTag } = await savedAndDelivered();
    expect(await left(await discard(who, eTag))).toEqual([]);
    expect(inSharePoint()).toEqual([]);
    expect(await left(await discard(who, eTag))).toEqual([]);
    expect(await audited()).toEqual([{ actor: people[who] }]);
    await it.settle();
    expect(await draftsOf('alice')).toEqual([]);
    expect(await codeOf(await save('alice', ready(), eTag))).toBe('keyReused');
  });

  test('while it is on its way to SharePoint is gone there too', async () => {
    const { eTag } = await saved('alice', ready());
    expect(await left(await discard('alice', eTag))).toEqual([]);
    await it.settle();
    expect(inSharePoint()).toEqual([]);
  });

  test('is kept where somebody changed it meanwhile, here or in SharePoint itself', async () => {
    const read = await savedAndDelivered();
    const byBob = await saved('bob', { ...ready(), name: 'By Bob' }, read.eTag);
    const nameNow = async (response: Response) => {
      expect(response.status).toBe(412);
      const { current } = (await response.json()) as { current: unknown };
      return programmeDraftResponse.parse(current).draft.name;
    };
    expect(await nameNow(await discard('alice', read.eTag))).toBe('By Bob');
    // Nobody has heard of this change when the draft is discarded.
    const [item] = inSharePoint();
    it.tenant.sharePoint.edit(draftsInSharePoint()!.id, item!.id, { Title: 'By hand' }, people.bob);
    expect(await nameNow(await discard('alice', byBob.eTag))).toBe('By hand');
    expect(inSharePoint()).toHaveLength(1);
    expect(await audited()).toEqual([]);
  });

  test('is another person’s to discard, or nobody’s, in the same words', async () => {
    const { eTag } = await savedAndDelivered();
    const theirs = await discard('erin', eTag);
    expect([theirs.status, await codeOf(theirs)]).toEqual([404, 'notFound']);
    await discard('alice', eTag);
    const nobodys = await discard('erin', eTag);
    expect([nobodys.status, await codeOf(nobodys)]).toEqual([404, 'notFound']);
  });

  test('stays where its programme has started', async () => {
    await everybodyWasHere();
    const { eTag } = await savedAndDelivered();
    await start('alice', eTag);
    expect(await codeOf(await discard('alice', eTag))).toBe('programmeStarted');
    expect(inSharePoint()).toHaveLength(1);
  });

  test('is still there while SharePoint is away, and goes when asked again', async () => {
    const { eTag } = await savedAndDelivered();
    it.tenant.faults.answer(503);
    expect((await discard('alice', eTag)).status).toBe(503);
    expect(inSharePoint()).toHaveLength(1);
    it.tenant.faults.clear();
    expect(await left(await discard('alice', eTag))).toEqual([]);
  });

  test('whose answer was lost is gone, and asked again it says so', async () => {
    const { eTag } = await savedAndDelivered();
    it.tenant.faults.dropAfterWrite({ path: '/items', times: 1 });
    await discard('alice', eTag);
    expect(inSharePoint()).toEqual([]);
    expect(await left(await discard('alice', eTag))).toEqual([]);
    expect(await audited()).toHaveLength(1);
  });
});

describe('a programme', () => {
  test('starts with what its draft says, and its people are in it', async () => {
    await everybodyWasHere();
    const draft = await saved('alice', ready());
    expect(draft.gaps).toEqual([]);
    const response = await start('alice', draft.eTag);
    expect(response.status).toBe(200);
    const started = programme.parse(await response.json());
    expect(started).toMatchObject({
      ...{ clientKey, name: 'AI in tax', ownerId: people.bob, deputyIds: [people.alice] },
      ...{ startsOn: '2026-12-07', weeks: 10, targetActiveRate: 0.6 },
      calendar: { holidays: ['2026-12-25'], responseDays: 2 },
    });
    await it.settle();
    const me = meResponse.parse(await (await it.ask('bob', '/api/me')).json());
    expect(me).toMatchObject({ programme: { clientKey }, standing: 'owner' });
    const { plan } = await it.product.app.programmes.courseOf(started);
    expect(plan).toEqual({
      ...{ weeklyHours: 8, lighterHours: 2, budget: { amount: 4000, currency: 'EUR' } },
      targets: ready().targets.map((target) => ({ ...target, baseline: null })),
    });
    expect(await draftsOf('alice')).toEqual([]);
  });

  test.each<[string, Partial<ProgrammeDraft>, string]>([
    ['an owner', { ownerId: null }, 'noOwner'],
    ['a sponsor who is a leader', { sponsorId: people.erin }, 'sponsorNotLeader'],
    ['a group that is there', { groupId: people.frank }, 'groupGone'],
    ['a first day that is still to come', { startsOn: '2026-11-23' }, 'startInPast'],
  ])('does not start without %s', async (_, missing, code) => {
    await everybodyWasHere();
    const draft = await saved('alice', { ...ready(), ...missing });
    expect(draft.gaps).toEqual([code]);
    const response = await start('alice', draft.eTag);
    expect(response.status).toBe(409);
    expect(await codeOf(response)).toBe(code);
    expect(await it.product.app.programmes.all()).toHaveLength(2);
  });

  test('does not start with an owner who has never opened Last Mile, until they do', async () => {
    await it.ask('dora', '/api/me');
    const draft = await saved('alice', ready());
    expect(draft.gaps).toEqual(['ownerNotChampion']);
    expect(await codeOf(await start('alice', draft.eTag))).toBe('ownerNotChampion');
    await it.ask('bob', '/api/me');
    expect((await start('alice', draft.eTag)).status).toBe(200);
  });

  test('does not start as a draft that was changed since it was read', async () => {
    await everybodyWasHere();
    await saved('alice', ready());
    await it.settle();
    const [read] = await draftsOf('alice');
    await saved('bob', { ...ready(), name: 'By Bob' }, read!.eTag);
    expect((await start('alice', read!.eTag)).status).toBe(412);
  });

  test('does not start while nobody can check whom it names', async () => {
    await everybodyWasHere();
    const draft = await saved('alice', ready());
    const another = await it.another();
    it.tenant.faults.answer(503);
    const response = await another.app.http.request(`/api/programme-drafts/${clientKey}/start`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${await it.token('alice')}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ eTag: draft.eTag ?? '' }),
    });
    expect(response.status).toBe(503);
  });

  test('is one, however often its start is sent, at once and to a process that came after', async () => {
    await everybodyWasHere();
    const draft = await saved('alice', ready());
    const both = await Promise.all([start('alice', draft.eTag), start('alice', draft.eTag)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    // The process is killed before SharePoint has the programme: the next one delivers it.
    const next = await it.another();
    await next.lists.deliverNow();
    await it.settle();
    expect((await start('alice', draft.eTag)).status).toBe(200);
    expect((await start('bob', 'whatever')).status).toBe(200);
    const started = (await it.product.app.programmes.all()).filter(
      (each) => each.clientKey === clientKey,
    );
    expect(started).toHaveLength(1);
    const acts = await it.database.query(
      `SELECT FROM audit_trail WHERE action = 'programme.started' AND subject = $1`,
      [clientKey],
    );
    expect(acts).toHaveLength(1);
    expect(await codeOf(await save('alice', emptyDraft, draft.eTag))).toBe('programmeStarted');
  });
});

describe('whom a draft can name', () => {
  test('is found in the directory by how the words of a name begin', async () => {
    const found = await it.ask('alice', '/api/directory/people?q=ex bo');
    expect(peopleResponse.parse(await found.json()).people).toEqual([
      { userId: people.bob, name: 'Bob Example', jobTitle: 'Manager' },
    ]);
    const groups = await it.ask('alice', '/api/directory/groups?q=programme');
    expect(groupsResponse.parse(await groups.json()).groups.map(({ name }) => name)).toEqual([
      ...['First programme', 'Second programme'],
    ]);
  });

  test('cannot be found while the directory is away', async () => {
    await it.ask('alice', '/api/me');
    it.tenant.faults.answer(503);
    const response = await it.ask('alice', '/api/directory/people?q=bo');
    expect(response.status).toBe(503);
    expect(await codeOf(response)).toBe('peopleUnavailable');
  });
});
