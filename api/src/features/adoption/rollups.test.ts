import { addDays } from '@last-mile/shared/calendar';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  mondaysBetween,
  usageKinds,
  weeklyActive,
  type MembershipSpan,
} from '@last-mile/shared/adoption';
import { createTestDatabase, type TestDatabase } from '../../db/testDatabase';
import { createMembershipStore } from './membershipStore';
import { createPersonDigest } from './subjects';
import { createUsageStore } from './usageStore';
import { createWeekCounts } from './weekCounts';

const tenantId = '7e4a0c5e-1111-4a5e-9c0d-1a57a1711e00';
const timeZone = 'Europe/Berlin';
// The clocks change on 25 October, and the year ends in its week 53.
const first = '2026-10-12';
const now = new Date('2027-01-20T12:00:00Z');
const mondays = mondaysBetween(first, '2027-01-11');
const when = { now, closedUntil: '2027-01-04' };

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.end());

const who = fc.nat({ max: 7 });

/** Half of the moments lie within three hours of a week's end, where mistakes live. */
const moment = fc.oneof(
  fc.date({ min: new Date('2026-10-11T20:00:00Z'), max: now, noInvalidDate: true }),
  fc
    .tuple(fc.constantFrom(...mondays), fc.integer({ min: -180, max: 180 }))
    .map(
      ([monday, minutes]) => new Date(Date.parse(`${monday}T00:00:00+01:00`) + minutes * 60_000),
    ),
);
const batch = fc.record({
  type: fc.constant('events' as const),
  who,
  events: fc.array(
    fc.record({ at: moment, kind: fc.constantFrom(...usageKinds), key: fc.nat({ max: 30 }) }),
    { minLength: 1, maxLength: 6 },
  ),
});
const look = fc.record({ type: fc.constant('look' as const), weeks: fc.nat({ max: 13 }) });
const move = fc.record({
  type: fc.constant('members' as const),
  afterDays: fc.nat({ max: 20 }),
  members: fc.dictionary(
    fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7'),
    fc.constantFrom('Audit', 'Tax', 'Board'),
  ),
});

test('the roll-ups equal the definition, whatever arrives late, twice or out of order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof({ weight: 4, arbitrary: batch }, look, move), { maxLength: 25 }),
      async (history) => {
        // Everyone is new in each run, so that runs do not meet in one database.
        const userIds = Array.from({ length: 8 }, () => randomUUID());
        const keys = Array.from({ length: 31 }, () => randomUUID());
        const programmeKey = randomUUID();
        const digest = createPersonDigest('a key for tests, 32 characters or more');
        const usage = createUsageStore(database, digest);
        const membership = createMembershipStore(database, tenantId, digest);
        // Nobody waits for company here: what waits is tested by itself.
        const counts = createWeekCounts(database, 1);

        const actions: Parameters<typeof weeklyActive>[0][number][] = [];
        const counted = new Set<string>();
        const snapshots: { day: string; departments: Record<string, string> }[] = [];
        const become = async (day: string, departments: Record<string, string>) => {
          snapshots.push({ day, departments });
          const members = Object.entries(departments).map(([index, department]) => ({
            userId: userIds[Number(index)] ?? '',
            department,
            jobFamily: null,
          }));
          await membership.replace(programmeKey, members, day);
        };

        let day = first;
        await become(day, Object.fromEntries(userIds.map((_, index) => [String(index), 'Audit'])));
        for (const step of history) {
          if (step.type === 'look')
            await counts.read(programmeKey, mondays.slice(step.weeks), when);
          if (step.type === 'members') {
            day = addDays(day, step.afterDays);
            await become(day, step.members);
          }
          if (step.type !== 'events') continue;
          const events = step.events.map(({ at, kind, key }) => ({
            clientKey: keys[key] ?? '',
            kind,
            at: at.toISOString(),
            itemKey: programmeKey,
            version: 1,
            surface: 'outlook',
          }));
          const person = { tenantId, userId: userIds[step.who] ?? '' };
          await usage.record([{ person, candidates: events }], timeZone, now);
          for (const { at, kind, key } of step.events) {
            // A key is its sender's: two people who use the same one are both counted.
            const sent = `${step.who} ${key}`;
            if (!counted.has(sent)) actions.push({ subjectId: String(step.who), kind, at });
            counted.add(sent);
          }
        }

        const expected = weeklyActive(actions, spansOf(snapshots), mondays, timeZone);
        const { weeks, groups } = await counts.read(programmeKey, mondays, when);
        expect(
          weeks.map(({ week, eligible, active, aiUse, templateUse }) => ({
            ...{ startsOn: week, eligible, active, aiUse, templateUse },
          })),
        ).toEqual(
          expected.map(({ startsOn, eligible, active, aiUse, templateUse }) => ({
            ...{ startsOn, eligible, active, aiUse, templateUse },
          })),
        );
        for (const { startsOn, departments } of expected) {
          const counted = groups
            .filter(({ week, partition }) => week === startsOn && partition === 'department')
            .filter(({ eligible }) => eligible > 0);
          expect(new Map(counted.map((each) => [each.name, each.active]))).toEqual(
            new Map([...departments].map(([name, { active }]) => [name, active])),
          );
        }
      },
    ),
    { numRuns: 60 },
  );
});

/** Each snapshot holds until the next; of two on one day the later is what was. */
function spansOf(
  snapshots: readonly { day: string; departments: Record<string, string> }[],
): MembershipSpan[] {
  return snapshots.flatMap(({ day, departments }, index) => {
    const next = snapshots[index + 1]?.day ?? null;
    if (next === day) return [];
    return Object.entries(departments).map(([subjectId, department]) => ({
      subjectId,
      department,
      validFrom: day,
      validTo: next,
    }));
  });
}
