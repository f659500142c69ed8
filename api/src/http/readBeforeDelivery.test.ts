import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '@last-mile/shared/calendar';
import { emptyDraft } from '@last-mile/shared/programme';
import { createAdoptionStage } from '../../local-tenant/testing/adoptionStage';
import { createCheckpointStage, dayThirty } from '../../local-tenant/testing/checkpointStage';
import { createPracticeStage } from '../../local-tenant/testing/practiceStage';
import { createTestProduct, people, type TestProduct } from '../../local-tenant/testProduct';
import { weekKey } from '../features/programme/effort/programmeWeeksList';

/** Something that is made first and changed later, by two people who both may. */
interface Thing {
  readonly clientKey: string;
  /** Makes it; the same each time. */
  readonly make: () => Promise<Response>;
  readonly change: (as: 'maker' | 'colleague', eTag: string, word: string) => Promise<Response>;
}

interface Kind {
  readonly product: TestProduct;
  readonly list: keyof TestProduct['product']['lists']['stores'];
  /** The nth of its kind, from 0. */
  readonly thing: (nth: number) => Thing;
  /** The word that one says as it is shown. */
  readonly wordOf: (shown: Readonly<Record<string, unknown>>) => unknown;
  /** What refuses to say it another time. */
  readonly saidOnce?: 'lookedBackAlready';
}

const byTwo = { maker: 'alice', colleague: 'bob' } as const;

const kinds: Readonly<Record<string, () => Promise<Kind>>> = {
  async 'the map of a task'() {
    const product = await createTestProduct();
    const task = { task: 'Close the books', jobFamily: 'audit', purpose: '' };
    return {
      ...{ product, list: 'Workflows' },
      thing() {
        const clientKey = randomUUID();
        return {
          clientKey,
          make: () => product.ask('alice', '/api/workflows', { clientKey, ...task }),
          change: (as, eTag, escalation) =>
            product.ask(byTwo[as], `/api/workflows/${clientKey}/map`, {
              ...{ eTag, ...task, steps: [], slot: null, escalation },
            }),
        };
      },
      wordOf: ({ escalation }) => escalation,
    };
  },

  async 'a practice session'() {
    const stage = await createPracticeStage();
    return {
      ...{ product: stage, list: 'PracticeSessions' },
      thing() {
        const plan = stage.planOf();
        const save = (as: 'alice' | 'bob', change: object) =>
          stage.ask(as, '/api/practice/sessions', { ...plan, ...change });
        return {
          clientKey: plan.clientKey,
          make: () => save('alice', {}),
          change: (as, eTag, title) => save(byTwo[as], { eTag, title }),
        };
      },
      wordOf: ({ title }) => title,
    };
  },

  async 'what a week took'() {
    const product = await createTestProduct({ now: () => new Date('2027-01-27T09:00:00Z') });
    let week = '';
    return {
      ...{ product, list: 'ProgrammeWeeks' },
      thing(nth) {
        week = addDays('2026-11-02', 7 * nth);
        const save = (as: 'alice' | 'bob', eTag: string | null, note: string | null) =>
          product.ask(as, '/api/programme/effort', { eTag, week, hours: 7, spend: 300, note });
        return {
          clientKey: weekKey(product.programme.clientKey, week),
          make: () => save('alice', null, null),
          change: (as, eTag, note) => save(byTwo[as], eTag, note),
        };
      },
      // A save answers every week, and who was overtaken sees one.
      wordOf: ({ weeks, note }) =>
        (weeks as { week: string; actual: { note: string } | null }[] | undefined)?.find(
          (each) => each.week === week,
        )?.actual?.note ?? note,
    };
  },

  async 'a programme that is set up'() {
    const product = await createTestProduct();
    return {
      ...{ product, list: 'ProgrammeDrafts' },
      thing() {
        const clientKey = randomUUID();
        const save = (as: 'alice' | 'bob', eTag: string | null, name: string) =>
          product.ask(as, '/api/programme-drafts', {
            ...{ clientKey, eTag: eTag === '' ? null : eTag },
            draft: { ...emptyDraft, ownerId: people.bob, name },
          });
        return {
          clientKey,
          make: () => save('alice', null, 'New'),
          change: (as, eTag, name) => save(byTwo[as], eTag, name),
        };
      },
      wordOf: ({ draft }) => (draft as { name: string }).name,
    };
  },

  async 'what a champion sets in a programme'() {
    const product = await createTestProduct({ now: () => new Date('2026-11-26T09:00:00Z') });
    const token = await product.token('frank', { roles: ['Champion'] });
    for (const who of ['bob', 'dora', { token }] as const) await product.ask(who, '/api/me');
    const draft = {
      ...{ ...emptyDraft, name: 'AI in tax', groupId: product.programme.groupId },
      ...{ ownerId: people.bob, deputyIds: [people.frank], sponsorId: people.dora },
      ...{ weeklyHours: 8, lighterHours: 2, budget: { amount: 4000, currency: 'EUR' } },
      ...{ weeks: 10, timeZone: 'Europe/Berlin', jobFamilies: [{ id: 'tax', name: 'Tax' }] },
      targets: [{ metric: 'activeRate', value: 0.6, by: '2027-03-07' }],
    };
    const calendar = { workingDays: ['monday'], responseDays: 2, unsafeResponseDays: 1 };
    return {
      ...{ product, list: 'Programmes' },
      thing(nth) {
        const clientKey = randomUUID();
        const drafts = '/api/programme-drafts';
        const startsOn = addDays('2026-12-07', 7 * nth);
        return {
          clientKey,
          async make() {
            const written = { clientKey, eTag: null, draft: { ...draft, startsOn } };
            await product.ask('bob', drafts, written);
            return product.ask('bob', `${drafts}/${clientKey}/start`, { eTag: '' });
          },
          change: (as, eTag, name) =>
            product.ask(as === 'maker' ? 'bob' : { token }, '/api/programme/working-calendar', {
              ...{ ...calendar, eTag, holidays: [{ day: '2026-12-25', name }] },
            }),
        };
      },
      wordOf: ({ holidays }) => (holidays as { name: string }[])[0]?.name,
    };
  },

  async 'what came of a decision'() {
    const stage = await createCheckpointStage();
    for (const at of [dayThirty, new Date('2027-01-04T08:00:00Z')]) {
      stage.clock.at = at;
      await stage.take();
    }
    const path = '/api/checkpoints/decisions';
    return {
      ...{ product: stage, list: 'CheckpointDecisions' },
      thing() {
        const clientKey = randomUUID();
        return {
          clientKey,
          make: () =>
            stage.ask('alice', path, {
              ...{ clientKey, day: 30, rule: 'noOwner', change: 'A deputy takes over' },
              ...{ ownerId: people.dora, dueOn: '2027-01-10' },
            }),
          change: (as, eTag, note) =>
            stage.ask(byTwo[as], `${path}/${clientKey}/look-back`, {
              ...{ eTag, day: 60, result: 'worked', note },
            }),
        };
      },
      wordOf: ({ lookBack }) => (lookBack as { note: string } | null)?.note,
      saidOnce: 'lookedBackAlready',
    };
  },

  async 'what came of reaching out'() {
    const stage = await createAdoptionStage('2026-11-02T08:00:00Z');
    stage.clock.at = new Date('2026-11-26T11:00:00Z');
    const path = '/api/coaching/outreach';
    return {
      ...{ product: stage, list: 'Coaching' },
      thing(nth) {
        const clientKey = randomUUID();
        const order = { clientKey, userId: stage.colleagues[nth], way: 'teamsChat' };
        return {
          clientKey,
          make: () => stage.ask('alice', path, order),
          change: (as, eTag, note) =>
            stage.ask(byTwo[as], `${path}/${clientKey}/outcome`, {
              ...{ eTag, outcome: 'willTry', note },
            }),
        };
      },
      wordOf: ({ note }) => note,
    };
  },
};

describe.each(Object.entries(kinds))('%s, read before SharePoint had it,', (_, open) => {
  let kind: Kind;
  let made: Thing;
  let count = 0;
  beforeAll(async () => {
    kind = await open();
  });
  beforeEach(async () => {
    made = kind.thing(count++);
    const { ok, status } = await made.make();
    if (!ok) throw new Error(`It was not made: ${status}`);
  });
  afterAll(() => kind.product.close());

  const refusedAs = async (response: Response) => {
    const { code, current } = (await response.json()) as {
      code: string;
      current: Record<string, unknown> | null;
    };
    return [response.status, code, current && kind.wordOf(current)];
  };
  const overtakenBy = (word: string | null) => [412, 'conflict', word];

  /** A change that is taken. */
  async function changed(...change: Parameters<Thing['change']>) {
    const response = await made.change(...change);
    expect(response.status).toBe(200);
    expect(kind.wordOf((await response.json()) as Record<string, unknown>)).toBe(change[2]);
  }

  /** The item as it stands there now. */
  async function stored() {
    const items = await kind.product.product.lists.stores[kind.list].all();
    return items.find((item) => item.clientKey === made.clientKey)!;
  }

  test('is changed by whoever read it, where nobody changed it since', async () => {
    await kind.product.product.lists.deliverNow();
    await changed('colleague', '', 'Theirs');
  });

  test('is changed while it is still on its way', async () => {
    await changed('maker', '', 'Mine');
    expect((await stored()).delivered).toBe(true);
  });

  test('is not written over what a colleague changed: both are there to choose from', async () => {
    await kind.product.product.lists.deliverNow();
    await changed('colleague', '', 'Theirs');
    expect(await refusedAs(await made.change('maker', '', 'Mine'))).toEqual(overtakenBy('Theirs'));
    const chosen = await made.change('maker', (await stored()).eTag!, 'Mine');
    if (kind.saidOnce) expect((await refusedAs(chosen))[1]).toBe(kind.saidOnce);
    else expect(chosen.status).toBe(200);
  });

  test('is not written over what somebody changed by hand, known here or not', async () => {
    await kind.product.product.lists.deliverNow();
    const { sharePoint } = kind.product.tenant;
    const list = sharePoint.lists().find(({ displayName }) => displayName === kind.list);
    sharePoint.edit(list!.id, (await stored()).itemId!, { Title: 'By hand' }, people.bob);
    expect((await made.change('maker', '', 'Mine')).status).toBe(412);
    await kind.product.settle();
    expect((await made.change('maker', '', 'Mine')).status).toBe(412);
  });

  test('is changed by one of two who change it at once while it is on its way', async () => {
    const both = await Promise.all([
      made.change('maker', '', 'Mine'),
      made.change('colleague', '', 'Theirs'),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  });

  test('is read before one’s own change too: the next is made to what that change answered', async () => {
    await kind.product.product.lists.deliverNow();
    await changed('maker', '', 'First');
    expect(await refusedAs(await made.change('maker', '', 'Second'))).toEqual(overtakenBy('First'));
    if (!kind.saidOnce) await changed('maker', (await stored()).eTag!, 'Second');
  });

  test('is what it was changed to where it is sent again under its key', async () => {
    await kind.product.product.lists.deliverNow();
    await changed('maker', '', 'Mine');
    const { eTag } = await stored();
    const again = await made.make();
    // Known, or with what became of it.
    expect([200, 202, 412]).toContain(again.status);
    expect((await stored()).eTag).toBe(eTag);
  });
});
