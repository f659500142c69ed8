import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import {
  mondaysBetween,
  usageKinds,
  type CountedAction,
  type DraftObservation,
  type MembershipSpan,
  type RedoAnswer,
} from '@last-mile/shared/adoption';
import { addDays } from '@last-mile/shared/calendar';
import type { Database } from '../../db/database';
import { createMembershipStore } from './membershipStore';
import { createPersonDigest } from './subjects';
import { createUsageStore } from './usageStore';

/** Random histories for tests: what may happen to a programme, and how it is lived and written down. */

export const timeZone = 'Europe/Berlin';
const firstDay = '2026-09-07';
// The clocks change on 25 October, and the year ends in its week 53.
export const now = new Date('2027-01-20T12:00:00Z');
/** Every measured week that is closed. */
export const closedWeeks = mondaysBetween(firstDay, '2027-01-04');

const tenantId = '7e4a0c5e-1111-4a5e-9c0d-1a57a1711e00';
const howMany = 12;
const departments = ['Audit', 'Tax', 'Board'];
export const taskKeys = Array.from({ length: 2 }, () => randomUUID());
export const itemKeys = Array.from({ length: 4 }, () => randomUUID());

/** Half of the moments lie within three hours of a week's end, where mistakes live. */
const moment = fc.oneof(
  fc.date({ min: new Date('2026-09-06T20:00:00Z'), max: now, noInvalidDate: true }),
  fc
    .tuple(fc.constantFrom(...closedWeeks), fc.integer({ min: -180, max: 180 }))
    .map(
      ([monday, minutes]) => new Date(Date.parse(`${monday}T00:00:00+01:00`) + minutes * 60_000),
    ),
);
const who = fc.nat({ max: howMany - 1 });
// Few enough that the same key comes again.
const key = fc.nat({ max: 60 });
const item = fc.constantFrom(...itemKeys);
const version = fc.constant(1);
const what = fc.oneof(
  fc.record({
    ...{ kind: fc.constantFrom(...usageKinds), itemKey: item, version },
    surface: fc.constantFrom('teams' as const, 'outlook' as const),
  }),
  fc.record({
    kind: fc.constant('draftSent' as const),
    minutes: fc.option(fc.double({ min: 0, max: 60, noNaN: true })),
    taskKey: fc.option(fc.constantFrom(...taskKeys)),
    template: fc.option(
      fc.record({
        ...{ itemKey: item, version, paragraphs: fc.constant([]) },
        keptShare: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      }),
    ),
    surface: fc.constant('outlook' as const),
  }),
  fc.record({
    ...{ kind: fc.constant('redoAnswered' as const), itemKey: item, version, redo: fc.boolean() },
    surface: fc.constant('teams' as const),
  }),
);
const event = fc.record({ who, key, at: moment, what });

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('events' as const),
      events: fc.array(event, { minLength: 1, maxLength: 60 }),
    }),
  },
  fc.record({
    type: fc.constant('days' as const),
    who,
    days: fc.array(fc.nat({ max: 120 }), { maxLength: 20 }),
  }),
  fc.record({ type: fc.constant('look' as const), week: fc.nat({ max: closedWeeks.length - 1 }) }),
  fc.record({
    type: fc.constant('members' as const),
    afterDays: fc.nat({ max: 40 }),
    departments: fc.array(fc.option(fc.constantFrom(...departments), { freq: 8 }), {
      ...{ minLength: howMany, maxLength: howMany },
    }),
  }),
);
export const history = fc.array(step, { size: 'large', maxLength: 40 });
export type History = readonly (typeof step extends fc.Arbitrary<infer Step> ? Step : never)[];

/** What has happened, as the pure functions take it. */
export interface Lived {
  readonly programmeKey: string;
  readonly actions: CountedAction[];
  readonly drafts: DraftObservation[];
  readonly answers: RedoAnswer[];
  readonly membership: MembershipSpan[];
}

/** Lets a history happen to a new programme of new people, through the product's own stores. */
export async function live(
  database: Database,
  steps: History,
  look: (programmeKey: string, closed: readonly string[]) => Promise<unknown>,
): Promise<Lived> {
  const programmeKey = randomUUID();
  const people = Array.from({ length: howMany }, () => ({ tenantId, userId: randomUUID() }));
  const keys = Array.from({ length: 61 }, () => randomUUID());
  const digest = createPersonDigest('a key for tests, 32 characters or more');
  const usage = createUsageStore(database, digest);
  const membership = createMembershipStore(database, tenantId, digest);
  const lived: Lived = { programmeKey, actions: [], drafts: [], answers: [], membership: [] };
  const seen = new Set<string>();
  const isNew = (fact: string) => !seen.has(fact) && seen.add(fact);

  let day = firstDay;
  const become = async (groups: readonly (string | null)[]) => {
    const members = groups.flatMap((department, index) =>
      department === null
        ? []
        : [{ userId: people[index]?.userId ?? '', department, jobFamily: null }],
    );
    await membership.replace(programmeKey, members, day);
    lived.membership.splice(0, Infinity, ...spansAfter(lived.membership, groups, day));
  };

  await become(people.map((_, index) => departments[index % 2] ?? null));
  for (const each of steps) {
    if (each.type === 'look') await look(programmeKey, closedWeeks.slice(0, each.week + 1));
    if (each.type === 'members') {
      day = addDays(day, each.afterDays);
      await become(each.departments);
    }
    if (each.type === 'days') {
      const days = each.days.map((after) => addDays(firstDay, after));
      const person = people[each.who] ?? { tenantId, userId: '' };
      await usage.recordDays(
        days.map((on) => ({ person, day: on, kind: 'copilotActive' as const })),
        ...([timeZone, now] as const),
      );
      for (const on of days) {
        if (!isNew(`${each.who} day ${on}`)) continue;
        lived.actions.push({
          ...{ subjectId: String(each.who), at: new Date(`${on}T12:00:00Z`), itemKey: null },
          ...{ kind: 'copilotActive', surface: 'copilot' },
        });
      }
    }
    if (each.type !== 'events') continue;
    const batches = people.map((person, index) => ({
      person,
      candidates: each.events
        .filter((one) => one.who === index)
        .map((one) => ({ clientKey: keys[one.key], at: one.at.toISOString(), ...one.what })),
    }));
    await usage.record(batches, timeZone, now);
    for (const { who: index, key: place, at, what: told } of each.events) {
      const fact = { subjectId: String(index), at };
      if (told.kind === 'draftSent') {
        if (isNew(`${index} draft ${place}`)) lived.drafts.push({ ...fact, ...told });
      } else if (told.kind === 'redoAnswered') {
        if (isNew(`${index} answer ${place}`)) lived.answers.push({ ...fact, ...told });
      } else if (isNew(`${index} action ${place}`)) lived.actions.push({ ...fact, ...told });
    }
  }
  return lived;
}

/** Membership after a look at the directory on `day`; of two looks on one day the later is what was. */
function spansAfter(
  spans: readonly MembershipSpan[],
  groups: readonly (string | null)[],
  day: string,
): MembershipSpan[] {
  const past = spans
    .filter(({ validFrom }) => validFrom < day)
    .map((span) => ({ ...span, validTo: span.validTo ?? day }));
  const current = groups.flatMap((department, index): MembershipSpan[] =>
    department === null
      ? []
      : [
          {
            ...{ subjectId: String(index), department, jobFamily: null },
            ...{ validFrom: day, validTo: null },
          },
        ],
  );
  return [...past, ...current];
}
