import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallestGroupShown, type DashboardResponse } from '@last-mile/shared/adoption';
import { addDays } from '@last-mile/shared/calendar';
import { createTestDatabase, type TestDatabase } from '../../../db/testDatabase';
import { personWeeks, weekFlags, type PersonWeek } from '../rollUps/personWeek';
import { createOrganisation, firstMonday } from './attackedOrganisation';
import { figuresOf, isSettled, learnOfFew, sharesOf, type Crossing } from './attacker';
import { attackMovers, attackWeek, crossingsOf } from './attacks';

const minimum = smallestGroupShown;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.end());

/** Mostly a department is one job family's; a few people are strays. */
const place = fc.record({
  department: fc.constantFrom('Audit', 'Audit', 'Audit', 'Tax', 'Tax', 'Board', 'Legal'),
  stray: fc.integer({ min: 0, max: 9 }).map((drawn) => drawn === 0),
});
type Place = typeof place extends fc.Arbitrary<infer Drawn> ? Drawn : never;
const familyOf = ({ department, stray }: Place) =>
  (department === 'Audit') === stray ? 'Office' : 'Advisers';

const who = fc.nat({ max: 44 });
const batch = fc.record({
  people: fc.uniqueArray(who, { maxLength: 14 }),
  kind: fc.constantFrom('promptCopied' as const, 'templateInserted' as const),
  weeksAgo: fc.nat({ max: 2 }),
});
const round = fc.record({
  onTime: fc.uniqueArray(who, { maxLength: 40 }),
  late: fc.array(batch, { maxLength: 2 }),
  later: fc.array(batch, { maxLength: 2 }),
  moves: fc.array(fc.record({ who, to: fc.option(place) }), { maxLength: 3 }),
});
const organisation = fc.record({
  people: fc.array(place, { minLength: 20, maxLength: 45 }),
  rounds: fc.array(round, { minLength: 2, maxLength: 2 }),
});

test('nobody who adds and subtracts all that can be asked learns a small group’s figure or a few people’s move', async () => {
  await fc.assert(
    fc.asyncProperty(organisation, async ({ people, rounds }) => {
      const it = await createAttacked(people);
      let monday = firstMonday;
      for (const { onTime, late, later, moves } of rounds) {
        await it.act(onTime, `${monday}T09:00:00Z`, 'promptCopied');
        for (const [day, batches] of [
          [7, late],
          [10, later],
        ] as const) {
          it.clock.now = new Date(`${addDays(monday, day)}T12:00:00Z`);
          await it.look();
          for (const { people: some, kind, weeksAgo } of batches) {
            await it.act(some, `${addDays(monday, 1 - 7 * weeksAgo)}T09:00:00Z`, kind);
            await it.look();
          }
        }
        await it.move(moves, addDays(monday, 10));
        await it.look();
        monday = addDays(monday, 7);
      }
    }),
    { numRuns: 6, endOnFailure: true },
  );
}, 240_000);

test('somebody who leaves alone takes with them whether they were active, and when they had begun', async () => {
  const it = await createAttacked(
    Array.from({ length: 45 }, () => ({ department: 'Audit' as const, stray: false })),
  );
  const actIn = async (week: number, from: number, to: number) => {
    const monday = addDays(firstMonday, 7 * week);
    it.clock.now = new Date(`${monday}T12:00:00Z`);
    const some = Array.from({ length: to - from }, (_, index) => from + index);
    await it.act(some, `${monday}T09:00:00Z`, 'promptCopied');
  };
  await actIn(0, 0, 25);
  await actIn(1, 0, 40);
  await actIn(2, 1, 30);
  await it.move([{ who: 0, to: null }], addDays(firstMonday, 14));
  it.clock.now = new Date(`${addDays(firstMonday, 28)}T12:00:00Z`);
  const [now] = await it.look();
  expect(now?.weeks.slice(1, 4).map(({ lifecycle }) => lifecycle?.dormant)).toEqual([0, 0, null]);
  expect(now?.retention.map(({ active }) => active)).toEqual([
    [
      { state: 'known', n: 25, of: 25 },
      { state: 'known', n: 25, of: 25 },
      { state: 'known', n: 24, of: 25 },
      { state: 'notEnoughData' },
    ],
    [
      { state: 'known', n: 15, of: 15 },
      { state: 'known', n: 5, of: 15 },
      { state: 'notEnoughData' },
    ],
  ]);
}, 60_000);

test('the attacker succeeds where nothing is hidden', () => {
  const crossings: Crossing[] = [
    { department: 'Audit', jobFamily: 'Advisers', cohort: null, eligible: 20, active: 11 },
    { department: 'Tax', jobFamily: 'Office', cohort: null, eligible: 12, active: 6 },
    { department: 'Tax', jobFamily: 'Advisers', cohort: null, eligible: 3, active: 2 },
  ];
  const figureOf = (grouping: 'department' | 'jobFamily', name: string) => {
    const counts = (crossing: Crossing) => crossing[grouping] === name;
    const value = crossings.filter(counts).reduce((sum, { active }) => sum + active, 0);
    return { name, counts, value };
  };
  const advisers = figureOf('jobFamily', 'Advisers');
  const audit = figureOf('department', 'Audit');
  // All of Audit are advisers: the others are three people of Tax, of whom two were active.
  expect(learnOfFew([advisers, audit], crossings, minimum)).toEqual({
    ...{ by: '+ Advisers − Audit', people: 3, active: 2 },
  });
  expect(learnOfFew([audit, figureOf('department', 'Tax')], crossings, minimum)).toBeUndefined();
  const total = { name: 'total', counts: () => true, value: 19 };
  const tax = { grouping: 'department', name: 'Tax' } as const;
  expect(isSettled(tax, [total, audit], [], crossings)).toBe(true);
  expect(isSettled(tax, [total], [], crossings)).toBe(false);
});

/** An organisation that is attacked at every look. */
async function createAttacked(places: readonly Place[]) {
  const it = await createOrganisation(
    database,
    places.map((place) => ({ department: place.department, jobFamily: familyOf(place) })),
  );
  /** Who sent something since figures last changed. */
  let sent = new Set<number>();
  let last: { at: number; answers: DashboardResponse[]; did: PersonWeek[] } | undefined;

  return {
    clock: it.clock,
    async act(some: readonly number[], at: string, kind: string) {
      const present = some.filter((index) => index < it.size);
      await Promise.all(
        present.map(async (index) => {
          const event = {
            ...{ kind, at, itemKey: randomUUID(), version: 1 },
            surface: kind === 'promptCopied' ? 'teams' : 'outlook',
          };
          if ((await it.send(index, [event])) > 0) sent.add(index);
        }),
      );
    },

    move: (moves: readonly { who: number; to: Place | null }[], day: string) =>
      it.move(
        moves.map(({ who: index, to }) => ({
          who: index,
          to: to && { department: to.department, jobFamily: familyOf(to) },
        })),
        day,
      ),

    /** Asks for all there is, and tries to learn what nobody may know. */
    async look(): Promise<DashboardResponse[]> {
      const answers = await it.answers();
      const now = answers[0]!;
      const over = now.weeks.filter(({ state }) => state !== 'running');
      const mondays = over.map(({ startsOn }) => startsOn);
      const subjects = await database.query<{ id: string }>(
        'SELECT DISTINCT subject_id AS id FROM membership_span WHERE programme_key = $1',
        [it.programmeKey],
      );
      const did = await personWeeks(
        database,
        it.programmeKey,
        mondays,
        subjects.map(({ id }) => id),
      );
      for (const monday of mondays) {
        const tried = new Set<string>();
        for (const answer of answers) {
          const told = JSON.stringify([figuresOf(answer, monday), sharesOf(answer, monday)]);
          if (!tried.has(told)) attackWeek(answer, monday, did);
          tried.add(told);
        }
      }
      for (const answer of answers) attackMovers(answer, did);
      const at = it.clock.now.getTime();
      if (last?.at === at) {
        const unchanged = { asOf: '' };
        const before = last.answers.map((answer) => ({ ...answer, ...unchanged }));
        const after = answers.map((answer) => ({ ...answer, ...unchanged }));
        if (sent.size < minimum) expect(after).toEqual(before);
        else attackMoves(last.answers[0]!, now, last.did, did);
        if (JSON.stringify(after) !== JSON.stringify(before)) sent = new Set();
      }
      last = { at, answers, did };
      return answers;
    },
  };
}

/** Nobody's doings, and a few people's, may be had from how figures of one moment became others. */
function attackMoves(
  was: DashboardResponse,
  is: DashboardResponse,
  before: readonly PersonWeek[],
  after: readonly PersonWeek[],
) {
  const earlier = new Map(before.map((each) => [`${each.week} ${each.subjectId}`, each]));
  const changedBy = (monday: string, flag: (typeof weekFlags)[number]) =>
    after.filter(
      (each) =>
        each.week === monday &&
        earlier.get(`${each.week} ${each.subjectId}`)?.[flag] !== each[flag],
    );
  for (const { startsOn: monday } of is.weeks.filter(({ state }) => state !== 'running')) {
    for (const flag of weekFlags) {
      const { length } = changedBy(monday, flag);
      expect({ monday, flag, few: length > 0 && length < minimum }).toEqual({
        ...{ monday, flag, few: false },
      });
    }
    const movers = crossingsOf(changedBy(monday, 'active'));
    const then = new Map(figuresOf(was, monday).map((figure) => [figure.name, figure.value]));
    const changes = figuresOf(is, monday).flatMap((figure) => {
      const value = then.get(figure.name);
      const isOfCohort = /^(cohort|began)/.test(figure.name);
      return value === undefined || isOfCohort ? [] : [{ ...figure, value: figure.value - value }];
    });
    expect(learnOfFew(changes, movers, minimum)).toBeUndefined();
    // What the attacker reckons with is what happened.
    for (const { counts, value, name } of changes) {
      const truth = movers.filter(counts).reduce((sum, { active }) => sum + active, 0);
      expect(`${name}: ${value}`).toBe(`${name}: ${truth}`);
    }
  }
}
