import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  emptyDraft,
  programmeDraft,
  shareMetrics,
  targetMetrics,
  weekdays,
  type ProgrammeDraft,
} from '@last-mile/shared/programme';
import { draftFields, toDraft } from './draftsList';

const day = fc.constantFrom('2026-11-30', '2026-12-24', '2027-01-04');
const name = fc
  .string({ minLength: 1, maxLength: 40 })
  .filter((text) => /^\p{Letter}.*\p{Letter}$/u.test(text));
const hours = fc.option(fc.nat({ max: 320 }).map((quarters) => quarters / 4));
const someone = fc.uuid();
const draft: fc.Arbitrary<ProgrammeDraft> = fc.record({
  name: fc.option(name),
  groupId: fc.option(someone),
  ownerId: fc.option(someone),
  deputyIds: fc.uniqueArray(someone, { maxLength: 10 }),
  sponsorId: fc.option(someone),
  weeklyHours: hours,
  lighterHours: hours,
  budget: fc.option(fc.record({ amount: fc.nat(), currency: fc.constantFrom('EUR', 'USD') })),
  startsOn: fc.option(day),
  weeks: fc.option(fc.integer({ min: 6, max: 12 })),
  timeZone: fc.option(fc.constantFrom('Europe/Berlin', 'America/New_York')),
  workingDays: fc.subarray([...weekdays]),
  holidays: fc
    .uniqueArray(fc.record({ day, name: fc.option(name) }), { selector: ({ day: on }) => on })
    .map((days) => days.toSorted((one, other) => one.day.localeCompare(other.day))),
  targets: fc.array(
    fc.constantFrom(...targetMetrics).chain((metric) =>
      fc.record({
        metric: fc.constant(metric),
        value: fc.double({ min: 0, max: shareMetrics.has(metric) ? 1 : 90, noNaN: true }),
        by: day,
      }),
    ),
    { maxLength: 6 },
  ),
  jobFamilies: fc.array(fc.record({ id: fc.constantFrom('audit', 'tax-advice'), name }), {
    maxLength: 4,
  }),
});

test('a draft comes back from its columns as it went in, however little it says', () => {
  fc.assert(
    fc.property(draft, (said) => {
      const sent = programmeDraft.parse(JSON.parse(JSON.stringify(said)));
      expect(toDraft(draftFields(sent))).toEqual(sent);
    }),
  );
  expect(toDraft(draftFields(emptyDraft))).toEqual(emptyDraft);
});

test('what somebody spoiled in SharePoint is read as not said', () => {
  const spoiled = {
    ...draftFields(emptyDraft),
    OwnerId: 'Alice',
    Weeks: 40,
    TimeZone: 'Atlantis/Capital',
    WorkingDays: 'monday\nsomeday',
    Targets: '[{"metric":"activeRate","value":60,"by":"2027-01-01"}]',
    JobFamilies: 'audit = Audit\nTax',
    Budget: 100,
  };
  expect(toDraft(spoiled)).toEqual({
    ...emptyDraft,
    weeks: null,
    workingDays: ['monday'],
    jobFamilies: [{ id: 'audit', name: 'Audit' }],
  });
});
