import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  event,
  openFirmOfThirty,
  people,
  person,
  weekOf,
  type FirmOfThirty,
} from '../firmOfThirty';

let firm: FirmOfThirty;
beforeEach(async () => {
  firm = await openFirmOfThirty();
});
afterEach(() => firm.close());

describe('usage events', () => {
  test('count once however often they are sent, in one batch or in several', async () => {
    const once = event();
    expect(await firm.send(person(3), once, once)).toEqual({ accepted: 1, known: 1, refused: [] });
    expect(await firm.send(person(3), once)).toEqual({ accepted: 0, known: 1, refused: [] });
    const rows = await firm.database.query('SELECT ai_use FROM subject_week');
    expect(rows).toEqual([{ ai_use: 1 }]);
  });

  test('with a character that cannot be kept are refused alone', async () => {
    const spoiled = [
      event({ clientKey: `${randomUUID()}\0` }),
      event({ surface: 'teams\ud800' }),
      event({ 'extra\0': 1 }),
      '\0',
    ];
    const receipt = await firm.send(person(3), event(), ...spoiled, event());
    expect(receipt).toMatchObject({ accepted: 2, known: 0 });
    expect(receipt.refused.map(({ index, reason }) => [index, reason])).toEqual(
      [1, 2, 3, 4].map((index) => [index, 'invalidEvent']),
    );
  });

  test('sent by many devices at the same time count once each', async () => {
    const events = Array.from({ length: 50 }, () => event());
    const receipts = await Promise.all(
      Array.from({ length: 8 }, () => firm.send(person(3), ...events)),
    );
    expect(receipts.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(50);
    const rows = await firm.database.query('SELECT ai_use FROM subject_week');
    expect(rows).toEqual([{ ai_use: 50 }]);
  });

  test('are refused one by one, and the good ones kept', async () => {
    const receipt = await firm.send(
      person(3),
      event(),
      { hello: 'world' },
      event({ at: '2026-11-25T12:06:00Z' }),
      event({ at: '2026-01-01T00:00:00Z' }),
      event({ kind: 'templateInserted' }),
    );
    expect(receipt).toMatchObject({
      accepted: 2,
      refused: [
        { index: 1, reason: 'invalidEvent' },
        { index: 2, reason: 'inTheFuture' },
        { index: 3, reason: 'tooOld' },
      ],
    });
  });

  test('of someone who was never a member are refused, and leave no trace', async () => {
    const receipt = await firm.send(randomUUID(), event());
    expect(receipt).toMatchObject({ accepted: 0, refused: [{ reason: 'unknownPerson' }] });
    expect(await firm.database.query('SELECT 1 FROM usage_event')).toEqual([]);
  });

  test('hold no id of a person', async () => {
    await firm.send(person(3), event());
    const rows = await firm.database.query<{ all: string }>(
      'SELECT usage_event::text || usage_subject::text AS all FROM usage_event, usage_subject',
    );
    for (const { all } of rows) expect(people.some((id) => all.includes(id))).toBe(false);
  });

  test('that are past their retention are let go, and the counts stay', async () => {
    await firm.send(person(3), event());
    expect(await firm.usage.expire(new Date('2027-05-17T08:00:00Z'))).toBe(0);
    expect(await firm.usage.expire(new Date('2027-05-18T09:00:01Z'))).toBe(1);
    expect(weekOf(await firm.dashboard(), '2026-W47')?.active).toMatchObject({ n: 1 });
  });
});
