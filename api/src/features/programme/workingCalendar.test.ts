import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { feedbackReceipt } from '@last-mile/shared/feedback';
import {
  workingCalendarResponse,
  type SaveWorkingCalendarRequest,
} from '@last-mile/shared/programme';
import { createTestProduct, people, type TestProduct } from '../../../local-tenant/testProduct';

const path = '/api/programme/working-calendar';

let product: TestProduct;
beforeEach(async () => {
  // The day before Christmas, a Thursday.
  product = await createTestProduct({ now: () => new Date('2026-12-24T09:00:00Z') });
});
afterEach(() => product.close());

async function read() {
  const response = await product.ask('bob', path);
  expect(response.status).toBe(200);
  return workingCalendarResponse.parse(await response.json());
}

async function save(change: Partial<SaveWorkingCalendarRequest>) {
  return product.ask('alice', path, { ...(await read()), ...change });
}

const christmas = [
  { day: '2026-12-25', name: 'Christmas Day' },
  { day: '2026-12-28', name: null },
];

async function dueOnOf(reason: string, reachedClient = false) {
  const response = await product.ask('carol', '/api/feedback', {
    ...{ clientKey: crypto.randomUUID(), kind: 'flag', reason, reachedClient },
    ...{ about: { type: 'tool' }, text: 'It said so.', named: true, surface: 'teams' },
  });
  return feedbackReceipt.parse(await response.json()).dueOn;
}

describe('the working calendar', () => {
  test('is as usual until a champion fills it in', async () => {
    const { eTag, ...calendar } = await read();
    expect(eTag).not.toBe('');
    expect(calendar).toEqual({
      workingDays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      holidays: [],
      responseDays: 2,
      unsafeResponseDays: 1,
    });
  });

  test('decides from then on when a first response is due', async () => {
    expect(await dueOnOf('wrong')).toBe('2026-12-28');
    const saved = await save({ holidays: christmas.toReversed(), responseDays: 3 });
    expect(saved.status).toBe(200);
    expect((await read()).holidays).toEqual(christmas);
    expect(await dueOnOf('wrong')).toBe('2026-12-31');
    expect(await dueOnOf('unsafe')).toBe('2026-12-29');
    expect(await dueOnOf('unsafe', true)).toBe('2026-12-24');
  });

  test('is kept in the programme’s own item, and by whom is remembered', async () => {
    await save({ workingDays: ['sunday', 'monday'], holidays: christmas, unsafeResponseDays: 0 });
    const [stored] = await product.product.lists.stores.Programmes.all();
    expect(stored?.fields).toMatchObject({
      WorkingDays: 'Monday\nSunday',
      Holidays: '2026-12-25 Christmas Day\n2026-12-28',
      ResponseDays: 2,
      UnsafeResponseDays: 0,
      ActorId: people.alice,
    });
    expect(
      await product.database.query(
        `SELECT actor_id AS actor, details FROM audit_trail WHERE action = 'programme.calendarSet'`,
      ),
    ).toEqual([
      {
        actor: people.alice,
        details: {
          workingDays: 'monday sunday',
          holidays: 2,
          responseDays: 2,
          unsafeResponseDays: 0,
        },
      },
    ]);
  });

  test('is not overwritten: whoever was overtaken gets it as it is now', async () => {
    const { eTag } = await read();
    await save({ responseDays: 5 });
    const late = await save({ eTag, responseDays: 1 });
    expect(late.status).toBe(412);
    const current = await read();
    expect(current.responseDays).toBe(5);
    expect(await late.json()).toMatchObject({ current });
  });

  test.each([
    [{ workingDays: [] }],
    [{ responseDays: 21 }],
    [{ unsafeResponseDays: -1 }],
    [{ holidays: [...christmas, { day: '2026-12-25', name: 'again' }] }],
    [{ holidays: [{ day: 'Christmas', name: null }] }],
  ])('is refused as %j', async (change) => {
    expect((await save(change as Partial<SaveWorkingCalendarRequest>)).status).toBe(400);
  });

  test('is the champions’ alone to read and to set', async () => {
    expect((await product.ask('carol', path)).status).toBe(403);
    expect((await product.ask('dora', path, { ...(await read()) })).status).toBe(403);
  });
});
