import { addDays } from '@last-mile/shared/calendar';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  mondaysBetween,
  reportedKinds,
  retentionOf,
  usageKinds,
  weeklyActive,
  type CountedAction,
  type GroupCount,
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
    fc.record({
      at: moment,
      kind: fc.constantFrom(...usageKinds),
      surface: fc.constantFrom('teams', 'outlook'),
      key: fc.nat({ max: 30 }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
});
const reported = fc.record({
  type: fc.constant('reported' as const),
  days: fc.array(
    fc.record({
      who,
      day: fc.nat({ max: 99 }).map((days) => addDays(first, days)),
      kind: fc.constantFrom(...reportedKinds),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});
const look = fc.record({ type: fc.constant('look' as const), weeks: fc.nat({ max: 13 }) });
const move = fc.record({
  type: fc.constant('members' as const),
  afterDays: fc.nat({ max: 20 }),
  members: fc.dictionary(
    fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7'),
    fc.record({
      department: fc.constantFrom('Audit', 'Tax', 'Board'),
      jobFamily: fc.option(fc.constantFrom('Associate', 'Partner')),
    }),
  ),
});

test('the roll-ups equal the definition, whatever arrives late, twice or out of order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof({ weight: 4, arbitrary: batch }, reported, look, move), { maxLength: 25 }),
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

        const actions: CountedAction[] = [];
        const counted = new Set<string>();
        const snapshots: Snapshot[] = [];
        const become = async (day: string, members: Snapshot['members']) => {
          snapshots.push({ day, members });
          await membership.replace(
            programmeKey,
            Object.entries(members).map(([index, member]) => ({
              userId: userIds[Number(index)] ?? '',
              ...member,
            })),
            day,
          );
        };

        let day = first;
        const everybody = { department: 'Audit', jobFamily: null };
        await become(day, Object.fromEntries(userIds.map((_, index) => [index, everybody])));
        for (const step of history) {
          if (step.type === 'look')
            await counts.read(programmeKey, mondays.slice(step.weeks), when);
          if (step.type === 'members') {
            day = addDays(day, step.afterDays);
            await become(day, step.members);
          }
          if (step.type === 'reported') {
            const days = step.days.map(({ who: index, ...seen }) => ({
              ...{ ...seen, person: { tenantId, userId: userIds[index] ?? '' } },
            }));
            await usage.recordDays(days, timeZone, now);
            for (const { who: index, day: seenOn, kind } of step.days) {
              const surface = kind === 'copilotActive' ? 'copilot' : 'other';
              const at = new Date(`${seenOn}T12:00:00Z`);
              actions.push({ subjectId: String(index), kind, at, surface, itemKey: null });
            }
          }
          if (step.type !== 'events') continue;
          const events = step.events.map(({ at, kind, surface, key }) => ({
            clientKey: keys[key] ?? '',
            kind,
            at: at.toISOString(),
            itemKey: programmeKey,
            version: 1,
            surface,
          }));
          const person = { tenantId, userId: userIds[step.who] ?? '' };
          await usage.record([{ person, candidates: events }], timeZone, now);
          for (const { at, kind, surface, key } of step.events) {
            // A key is its sender's: two people who use the same one are both counted.
            const sent = `${step.who} ${key}`;
            if (!counted.has(sent)) {
              actions.push({
                subjectId: String(step.who),
                kind,
                at,
                surface,
                itemKey: programmeKey,
              });
            }
            counted.add(sent);
          }
        }

        const { weeks, groups } = await counts.read(programmeKey, mondays, when);
        const told = weeks.map(({ week, eligible, active, aiUse, templateUse, ...rest }) => ({
          startsOn: week,
          ...{ eligible, active, aiUse, templateUse },
          surfaces: { teams: rest.teams, outlook: rest.outlook, copilot: rest.copilot },
          lifecycle: {
            ...{ new: rest.new, returning: rest.returning },
            ...{ resurrecting: rest.resurrecting, dormant: rest.dormant },
          },
          moved: { joined: rest.joined, left: rest.left },
          departments: groupsOf(groups, week, 'department'),
          jobFamilies: groupsOf(groups, week, 'jobFamily'),
        }));
        const spans = spansOf(snapshots);
        expect(told).toEqual(weeklyActive(actions, spans, mondays, timeZone));
        const cohorts = mondays.map((startsOn, start) => ({
          startsOn,
          weeks: mondays
            .slice(start)
            .map((week) => groupsOf(groups, week, 'cohort').get(startsOn) ?? nobody),
        }));
        expect(cohorts.filter(({ weeks: all }) => all.some((week) => week.eligible > 0))).toEqual(
          retentionOf(actions, spans, mondays, timeZone),
        );
      },
    ),
    { numRuns: 60 },
  );
}, 90_000);

const nobody: GroupCount = { eligible: 0, active: 0 };

interface Snapshot {
  readonly day: string;
  readonly members: Readonly<Record<string, { department: string; jobFamily: string | null }>>;
}

/** Each snapshot holds until the next; of two on one day the later is what was. */
function spansOf(snapshots: readonly Snapshot[]): MembershipSpan[] {
  return snapshots.flatMap(({ day, members }, index) => {
    const next = snapshots[index + 1]?.day ?? null;
    if (next === day) return [];
    return Object.entries(members).map(([subjectId, member]) => ({
      ...{ subjectId, ...member, validFrom: day, validTo: next },
    }));
  });
}

/** The groups that have somebody in a week. */
function groupsOf(
  groups: Awaited<ReturnType<ReturnType<typeof createWeekCounts>['read']>>['groups'],
  week: string,
  partition: string,
): ReadonlyMap<string, GroupCount> {
  return new Map(
    groups
      .filter((group) => group.week === week && group.partition === partition)
      .filter(({ eligible }) => eligible > 0)
      .map(({ name, eligible, active }) => [name, { eligible, active }]),
  );
}
