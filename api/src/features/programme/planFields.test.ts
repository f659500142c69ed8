import fc from 'fast-check';
import { expect, test } from 'vitest';
import { targetMetrics, type ProgrammePlan } from '@last-mile/shared/programme';
import { planFields, resultFields, toCourse } from './planFields';

const baseline = fc.record({
  state: fc.constant('known' as const),
  value: fc.double({ min: 0, max: 1, noNaN: true }),
  n: fc.nat(),
  week: fc.constant('2026-W44'),
  frozenAt: fc.constant('2026-11-05T00:00:00.000Z'),
});
const plan: fc.Arbitrary<ProgrammePlan> = fc.record({
  weeklyHours: fc.nat({ max: 320 }).map((quarters) => quarters / 4),
  lighterHours: fc.nat({ max: 320 }).map((quarters) => quarters / 4),
  budget: fc.record({ amount: fc.nat(), currency: fc.constantFrom('EUR', 'GBP') }),
  targets: fc.uniqueArray(
    fc.record({
      metric: fc.constantFrom(...targetMetrics),
      value: fc.double({ min: 0, max: 1, noNaN: true }),
      by: fc.constant('2027-01-31'),
      baseline: fc.option(baseline),
    }),
    { selector: ({ metric }) => metric },
  ),
});

test('a plan comes back from its columns as it went in', () => {
  fc.assert(
    fc.property(plan, (planned) => {
      const said = JSON.parse(JSON.stringify(planned)) as ProgrammePlan;
      expect(toCourse(planFields(planned)).plan).toEqual(said);
    }),
  );
});

const written = planFields({
  ...{ weeklyHours: 8, lighterHours: 2, budget: { amount: 0, currency: 'EUR' } },
  targets: [{ metric: 'activeRate', value: 0.6, by: '2027-01-31', baseline: null }],
});

test('the readable column of the active rate is what its target says', () => {
  const { plan: read } = toCourse({ ...written, TargetActiveRate: 0.7 });
  expect(read?.targets.map(({ value }) => value)).toEqual([0.7]);
});

test.each([
  ['WeeklyHours', null],
  ['Budget', -1],
  ['Currency', 'Euro'],
])(
  'an item whose %s is not filled in has no plan, and is a programme all the same',
  (column, value) => {
    expect(toCourse({ ...written, [column]: value })).toEqual({
      ...{ plan: null, ended: null, results: [] },
    });
  },
);

test('results come back; what somebody spoiled by hand is not said', () => {
  const results = [
    {
      metric: 'activeRate' as const,
      result: {
        ...{ state: 'notEnoughData' as const, week: '2027-W04' },
        frozenAt: '2027-02-04T00:00:00.000Z',
      },
    },
  ];
  expect(toCourse(resultFields(results)).results).toEqual(results);
  expect(toCourse({ Targets: '[', Results: '{', Ended: 'yes' })).toEqual({
    ...{ plan: null, ended: null, results: [] },
  });
});
