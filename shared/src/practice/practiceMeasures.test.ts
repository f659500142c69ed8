import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activityOf, mondaysBetween, type Fact } from '../adoption';
import { did, member } from '../adoption/measures/testFacts';
import { addDays, type CalendarDay } from '../calendarDay';
import { practiceShare, useAfterPractice, type PracticeUse } from './practiceMeasures';

const timeZone = 'Europe/Berlin';
const session = '2026-09-14';
const closed = mondaysBetween('2026-08-03', '2026-11-16');
const people = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix} ${index}`);
const tookAt = (who: string, monday: CalendarDay): Fact => ({
  ...{ subjectId: who, at: new Date(`${monday}T12:00:00Z`) },
});
const unknown = { state: 'notEnoughData' };

describe('how many practised', () => {
  const window = mondaysBetween('2026-10-26', '2026-11-16');
  const share = (count: number, facts: readonly Fact[]) =>
    practiceShare(
      facts,
      people('p', count).map((who) => member(who)),
      window,
      timeZone,
    );

  test('is of the eligible of the last of four weeks, each once', () => {
    const facts = [
      ...[tookAt('p 0', '2026-10-26'), tookAt('p 0', '2026-11-09'), tookAt('p 1', '2026-11-16')],
      ...[tookAt('p 2', '2026-10-19'), tookAt('a guest', '2026-11-09')],
    ];
    expect(share(20, facts)).toEqual({ state: 'known', n: 2, of: 20 });
  });

  test('of a small group is a band, of a smaller one hidden, of nobody unknown', () => {
    const facts = [tookAt('p 0', '2026-11-09')];
    expect(share(9, facts)).toEqual({ state: 'band', of: 9, half: 'under' });
    expect(share(4, facts)).toEqual({ state: 'hidden' });
    expect(share(0, facts)).toEqual(unknown);
  });
});

describe('use after practice', () => {
  /** Active in so many of the weeks before the session, and of those after it. */
  const active = (who: string, before: number, after: number) => [
    ...Array.from({ length: before }, (_, index) =>
      did(who, `${addDays(session, -7 * (index + 1))}T12:00:00Z`),
    ),
    ...Array.from({ length: after }, (_, index) =>
      did(who, `${addDays(session, 7 * (index + 1))}T12:00:00Z`),
    ),
  ];
  const came = people('came', 12);
  const stayed = people('stayed', 12);
  const actions = [
    ...came.flatMap((who, index) => active(who, index % 2, 3 + (index % 2))),
    ...stayed.flatMap((who, index) => active(who, index % 2, (index + 1) % 3)),
  ];
  const practice = (more: Partial<PracticeUse> = {}): PracticeUse => ({
    took: came.map((who) => tookAt(who, session)),
    activity: activityOf(actions, timeZone),
    membership: [...came, ...stayed].map((who) => member(who, { jobFamily: 'tax' })),
    ...{ closed, timeZone },
    ...more,
  });

  test('is how many more weeks people were active, beside those who did not come', () => {
    // Who came: from 0.5 weeks to 3.5, each by 3; the others from 0.5 to 1.
    expect(useAfterPractice(practice())).toMatchObject({
      ...{ state: 'known', people: 12, others: 12, change: 3, othersChange: 0.5, difference: 2.5 },
    });
  });

  test('is not told of fewer than ten on either side', () => {
    const few = (names: readonly string[]) =>
      practice({
        membership: [...came, ...stayed]
          .filter((who) => !names.includes(who))
          .map((who) => member(who, { jobFamily: 'tax' })),
      });
    expect(useAfterPractice(few(came.slice(0, 3)))).toEqual(unknown);
    expect(useAfterPractice(few(stayed.slice(0, 3)))).toEqual(unknown);
    expect(useAfterPractice(few([...came.slice(0, 2), ...stayed.slice(0, 2)]))).toMatchObject({
      ...{ people: 10, others: 10 },
    });
  });

  test('takes for ten people only who were eligible at one time: who is erased is one of them', () => {
    const long = mondaysBetween('2026-06-01', '2026-11-16');
    const [erased, ...others] = came;
    const again = 'came again';
    const of = (names: readonly string[]) => {
      const spans = [...names, ...stayed].map((who) => member(who, { jobFamily: 'tax' }));
      return practice({
        closed: long,
        took: [
          ...names.map((who) => tookAt(who, session)),
          tookAt(erased!, '2026-07-06'),
          tookAt(again, '2026-10-05'),
        ],
        membership: [
          ...spans,
          member(erased!, { jobFamily: 'tax', validTo: '2026-08-31' }),
          member(again, { jobFamily: 'tax', validFrom: '2026-08-31' }),
        ],
      });
    };
    expect(useAfterPractice(of(others.slice(0, 8)))).toEqual(unknown);
    expect(useAfterPractice(of(others.slice(0, 9)))).toMatchObject({ state: 'known', people: 11 });
  });

  test('waits until the four weeks after are closed, and needs four before', () => {
    const until = (last: CalendarDay) => closed.filter((monday) => monday <= last);
    expect(useAfterPractice(practice({ closed: until('2026-10-12') })).state).toBe('known');
    expect(useAfterPractice(practice({ closed: until('2026-10-05') }))).toEqual(unknown);
    const late = closed.filter((monday) => monday > '2026-08-17');
    expect(useAfterPractice(practice({ closed: late }))).toEqual(unknown);
  });

  test('takes off what rises for everybody, whenever somebody came', () => {
    // Everybody is active from the week of 5 October on; people come in one of five weeks, and nothing follows from it.
    const rising = [...came, ...stayed].flatMap((who) =>
      closed
        .filter((monday) => monday >= '2026-10-05')
        .map((monday) => did(who, `${monday}T12:00:00Z`)),
    );
    const took = came.map((who, index) => tookAt(who, addDays(session, 7 * (index % 5))));
    expect(
      useAfterPractice(practice({ took, activity: activityOf(rising, timeZone) })),
    ).toMatchObject({
      ...{ state: 'known', people: 12, others: 12, difference: 0 },
    });
  });

  test('compares with people of job families in which somebody came, and who were there all along', () => {
    const elsewhere = [...came, ...stayed].map((who, index) =>
      member(who, { jobFamily: index < came.length ? 'tax' : 'audit' }),
    );
    expect(useAfterPractice(practice({ membership: elsewhere }))).toEqual(unknown);
    const joined = [...came, ...stayed].map((who) =>
      member(who, { jobFamily: 'tax', validFrom: '2026-08-24' }),
    );
    expect(useAfterPractice(practice({ membership: joined }))).toEqual(unknown);
  });

  test('goes by the first time somebody came, and not by the order of anything', () => {
    const again = came.map((who) => tookAt(who, '2026-10-05'));
    fc.assert(
      fc.property(fc.shuffledSubarray(again), (more) => {
        const took = [...more, ...practice().took];
        expect(useAfterPractice(practice({ took }))).toEqual(useAfterPractice(practice()));
      }),
    );
  });
});
