import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { effortResponse, type SaveEffortRequest } from '@last-mile/shared/programme';
import { planFields } from '../planFields';
import {
  createTestProduct,
  people,
  type PersonName,
  type TestProduct,
} from '../../../../local-tenant/testProduct';

const path = '/api/programme/effort';

/** A Wednesday of the fourth week. */
let product: TestProduct;
beforeEach(async () => {
  product = await createTestProduct({ now: () => new Date('2026-11-25T09:00:00Z') });
});
afterEach(() => product.close());

async function read(name: PersonName = 'alice') {
  const response = await product.ask(name, path);
  expect(response.status).toBe(200);
  return effortResponse.parse(await response.json());
}

const actualOf = async (week: string) =>
  (await read()).weeks.find((each) => each.week === week)?.actual;

function save(more: Partial<SaveEffortRequest> = {}, name: PersonName = 'alice') {
  return product.ask(name, path, {
    ...{ eTag: null, week: '2026-11-09', hours: 7.25, spend: 300, note: 'Two sessions', ...more },
  });
}

describe('hours and spend', () => {
  test('are unknown until a champion writes them down, and that is not nothing', async () => {
    const { weeks, totals } = await read();
    expect(weeks.map(({ week, actual }) => [week, actual])).toEqual(
      ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23'].map((week) => [week, null]),
    );
    expect(totals).toEqual({ written: null, weeksWithout: 3 });
  });

  test('stand beside what was planned, as far as anybody planned it', async () => {
    expect(await read()).toMatchObject({
      currency: null,
      weeks: Array(4).fill({ plannedHours: null, plannedSpend: null }) as unknown,
    });
    const { Programmes } = product.product.lists.stores;
    const stored = await Programmes.get(product.programme.clientKey);
    await Programmes.edit(product.programme.clientKey, stored?.eTag ?? '', {
      actorId: people.alice,
      fields: planFields({
        ...{ weeklyHours: 8, lighterHours: 2, budget: { amount: 4_000, currency: 'EUR' } },
        targets: [],
      }),
    });
    await save();
    expect(await read()).toMatchObject({
      currency: 'EUR',
      weeks: Array(4).fill({ plannedHours: 8, plannedSpend: 500 }) as unknown,
      totals: {
        written: { plannedHours: 8, actualHours: 7.25, plannedSpend: 500, actualSpend: 300 },
        weeksWithout: 2,
      },
    });
  });

  test('are there at once, and reach SharePoint with who wrote them down', async () => {
    expect((await save()).status).toBe(200);
    expect((await save({ week: '2026-11-02', hours: 0, spend: 0, note: null })).status).toBe(200);
    expect((await read()).totals).toMatchObject({
      ...{ written: { actualHours: 7.25, actualSpend: 300 }, weeksWithout: 1 },
    });
    await product.settle();
    const { eTag, ...actual } = (await actualOf('2026-11-09'))!;
    expect(actual).toEqual({ hours: 7.25, spend: 300, note: 'Two sessions' });
    expect(eTag).not.toBe('');
    expect(await product.product.lists.stores.ProgrammeWeeks.all()).toMatchObject([
      { delivered: true, fields: { Week: '2026-11-09', Hours: 7.25, ActorId: people.alice } },
      { delivered: true, fields: { Week: '2026-11-02', Hours: 0, Spend: 0 } },
    ]);
  });

  test('of a week that somebody wrote down meanwhile are shown, and nothing is written over', async () => {
    await save({ hours: 5, note: null }, 'bob');
    const late = await save();
    expect(late.status).toBe(412);
    expect(await late.json()).toMatchObject({ current: { hours: 5, note: null } });
    await product.settle();
    const { eTag } = (await actualOf('2026-11-09'))!;
    expect((await save({ eTag, hours: 6 })).status).toBe(200);
    const overtaken = await save({ eTag, hours: 9 }, 'bob');
    expect(overtaken.status).toBe(412);
    expect(await overtaken.json()).toMatchObject({ current: { hours: 6 } });
    expect(await actualOf('2026-11-09')).toMatchObject({ hours: 6 });
  });

  test('can be changed before SharePoint has them', async () => {
    await save();
    const { eTag } = (await actualOf('2026-11-09'))!;
    expect(eTag).toBe('');
    expect((await save({ eTag, hours: 8 })).status).toBe(200);
    expect(await actualOf('2026-11-09')).toMatchObject({ hours: 8 });
  });

  test('sent again because no answer came are written down once', async () => {
    expect([(await save()).status, (await save()).status]).toEqual([200, 200]);
    await product.settle();
    expect((await save()).status).toBe(200);
    expect(await product.product.lists.stores.ProgrammeWeeks.all()).toHaveLength(1);
  });

  test.each([
    ['of a week that has not begun', { week: '2026-11-30' }],
    ['of a week before the programme', { week: '2026-10-26' }],
    ['of a day that is no Monday', { week: '2026-11-10' }],
    ['with less than nothing', { hours: -1 }],
    ['with more hours than a week has', { hours: 80.25 }],
    ['with parts of a coin', { spend: 10.5 }],
  ])('%s are refused', async (_, more) => {
    expect((await save(more)).status).toBe(400);
    expect((await read()).totals.written).toBeNull();
  });

  test('are the champions’ to read and to write, each of their own programme', async () => {
    await save();
    for (const name of ['carol', 'dora'] as const) {
      expect([(await product.ask(name, path)).status, (await save({}, name)).status]).toEqual([
        403, 403,
      ]);
    }
    expect((await read('erin')).totals.written).toBeNull();
  });

  test('are one act of who wrote them down, in this programme', async () => {
    await save();
    expect(
      await product.database.query(
        `SELECT actor_id AS actor, programme_key AS programme, details FROM audit_trail
          WHERE action = 'programme.effortSaved'`,
      ),
    ).toEqual([
      {
        actor: people.alice,
        programme: product.programme.clientKey,
        details: { week: '2026-11-09' },
      },
    ]);
  });
});
