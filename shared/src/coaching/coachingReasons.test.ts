import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../calendarDay';
import type { Beginning } from '../feedback/badStarts';
import { coachedPeople, type CoachingFacts } from './coachingReasons';

// A Thursday: the weeks from 9 and 16 November are the last two closed ones.
const now = new Date('2026-11-26T11:00:00Z');
const member = (userId: string, memberSince = '2026-08-31') => ({ userId, memberSince });
const used = (userId: string, ...days: string[]): Beginning => {
  const uses = days.map((day) => new Date(`${day}T09:00:00Z`));
  return { userId, firstUses: uses.slice(0, 4), lastUse: uses.at(-1) ?? now };
};
const bad = (userId: string, day: string) => ({ userId, submittedAt: `${day}T10:00:00Z` });
const reasonsOf = (facts: Partial<CoachingFacts>) =>
  coachedPeople(
    {
      ...{ members: [member('carol')], beginnings: [], badExperiences: [] },
      ...{ optedOut: new Set(), startsOn: '2026-08-31' },
      ...facts,
    },
    now,
    'Europe/Berlin',
  );

describe('somebody is coached who', () => {
  test('never started, after two closed weeks in the programme', () => {
    const found = (memberSince: string, startsOn = '2026-08-31') =>
      reasonsOf({ members: [member('carol', memberSince)], startsOn }).map(({ reason }) => reason);
    expect(found('2026-11-09')).toEqual(['neverStarted']);
    expect(found('2026-11-10')).toEqual([]);
    expect(found('2026-08-31', '2026-11-09')).toEqual(['neverStarted']);
    expect(found('2026-08-31', '2026-11-16')).toEqual([]);
  });

  test('went quiet for two closed weeks, and since', () => {
    expect(reasonsOf({ beginnings: [used('carol', '2026-11-08')] })).toEqual([
      { userId: 'carol', reason: 'wentQuiet', lastUsedOn: '2026-11-08' },
    ]);
    expect(reasonsOf({ beginnings: [used('carol', '2026-11-09')] })).toEqual([]);
    expect(reasonsOf({ beginnings: [used('carol', '2026-10-01', '2026-11-25')] })).toEqual([]);
  });

  test('began with a flag or with work to redo, and went quiet', () => {
    const beginnings = [used('carol', '2026-11-02', '2026-11-03', '2026-11-04')];
    const found = (day: string) =>
      reasonsOf({ beginnings, badExperiences: [bad('carol', day)] }).map(({ reason }) => reason);
    expect(found('2026-11-03')).toEqual(['badStart']);
    expect(found('2026-11-01')).toEqual(['wentQuiet']);
  });

  test('did not say that they do not want to be', () => {
    expect(reasonsOf({ optedOut: new Set(['carol']) })).toEqual([]);
  });

  test('is in the programme: nobody who left', () => {
    expect(reasonsOf({ members: [], beginnings: [used('dave', '2026-11-02')] })).toEqual([]);
  });
});

test('bad starts come first, then who went quiet last, then who never started', () => {
  const members = ['anna', 'ben', 'carol', 'dave'].map((userId) => member(userId));
  const beginnings = [
    used('ben', '2026-10-01'),
    used('carol', '2026-11-02'),
    used('dave', '2026-10-20'),
  ];
  const badExperiences = [bad('ben', '2026-10-02')];
  expect(
    reasonsOf({ members, beginnings, badExperiences }).map(({ userId, reason }) => [
      userId,
      reason,
    ]),
  ).toEqual([
    ['ben', 'badStart'],
    ['carol', 'wentQuiet'],
    ['dave', 'wentQuiet'],
    ['anna', 'neverStarted'],
  ]);
});

test('nobody is on the list for two reasons, and nobody who used something lately', () => {
  const person = fc.record({
    uses: fc.uniqueArray(fc.nat({ max: 80 }), { maxLength: 6 }),
    badAfter: fc.option(fc.nat({ max: 80 })),
  });
  fc.assert(
    fc.property(fc.array(person, { maxLength: 12 }), (people) => {
      const dayOf = (days: number) => addDays('2026-09-07', days);
      const members = people.map((_, index) => member(`${index}`));
      const beginnings = people.flatMap(({ uses }, index) =>
        uses.length === 0
          ? []
          : used(`${index}`, ...uses.toSorted((one, other) => one - other).map(dayOf)),
      );
      const badExperiences = people.flatMap(({ badAfter }, index) =>
        badAfter === null ? [] : bad(`${index}`, dayOf(badAfter)),
      );
      const coached = reasonsOf({ members, beginnings, badExperiences });
      expect(new Set(coached.map(({ userId }) => userId)).size).toBe(coached.length);
      for (const { lastUsedOn } of coached) expect((lastUsedOn ?? '') < '2026-11-09').toBe(true);
      const lately = beginnings.filter(
        ({ lastUse }) => lastUse >= new Date('2026-11-09T00:00:00Z'),
      );
      expect(coached.length).toBeLessThanOrEqual(people.length - lately.length);
    }),
  );
});
