import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  now,
  openFirmOfThirty,
  person,
  tenantId,
  weekOf,
  type FirmOfThirty,
} from '../firmOfThirty';

let firm: FirmOfThirty;
beforeEach(async () => {
  firm = await openFirmOfThirty();
});
afterEach(() => firm.close());

describe('days that a report or an upload saw', () => {
  const days = (userId: string, ...which: string[]) =>
    which.map((day) => ({ person: { tenantId, userId }, day, kind: 'copilotActive' as const }));

  test('count once each, in whichever snapshot they come, as AI use in Copilot', async () => {
    const first = days(person(3), '2026-11-17', '2026-11-18');
    const zone = 'Pacific/Auckland';
    expect(await firm.usage.recordDays(first, zone, now)).toEqual({
      ...{ accepted: 2, known: 0, unknownPeople: 0, outOfRange: 0 },
    });
    expect(
      await firm.usage.recordDays([...first, ...days(person(3), '2026-11-23')], zone, now),
    ).toEqual({ accepted: 1, known: 2, unknownPeople: 0, outOfRange: 0 });
    const rows = await firm.database.query(
      `SELECT to_char(at AT TIME ZONE '${zone}', 'YYYY-MM-DD') AS day, week::text FROM usage_event
        ORDER BY day`,
    );
    expect(rows).toEqual([
      { day: '2026-11-17', week: '2026-11-16' },
      { day: '2026-11-18', week: '2026-11-16' },
      { day: '2026-11-23', week: '2026-11-23' },
    ]);
    expect(weekOf(await firm.dashboard(), '2026-W47')).toMatchObject({
      ...{
        aiUse: { n: 1 },
        templateUse: { n: 0 },
        surfaces: { copilot: { n: 1 }, teams: { n: 0 } },
      },
    });
  });

  test('of strangers, of tomorrow or of long ago are not counted, and said', async () => {
    const told = [
      ...days(randomUUID(), '2026-11-17', '2026-11-18'),
      ...days(person(3), '2026-11-26', '2026-01-01', '2026-11-25'),
    ];
    expect(await firm.usage.recordDays(told, firm.programme.timeZone, now)).toEqual({
      ...{ accepted: 1, known: 0, unknownPeople: 1, outOfRange: 2 },
    });
  });
});
