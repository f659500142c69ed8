import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAskedIn, savedTimeIn, savedTimeUses, type SavedTimeAnswer } from './savedTime';

const said = (
  person: string,
  use: SavedTimeAnswer['use'],
  at = '2026-11-10T09:00:00Z',
): SavedTimeAnswer => ({ person, use, at, month: at.slice(0, 7) });
const people = (count: number, use: SavedTimeAnswer['use']) =>
  Array.from({ length: count }, (_, index) => said(`${use} ${index}`, use));

describe('where saved time went', () => {
  test('is told from ten people on, whole, and not at all below', () => {
    const nine = [...people(5, 'learning'), ...people(4, 'nowhere')];
    expect(savedTimeIn('2026-11', nine)).toEqual({ state: 'notEnoughData' });
    expect(savedTimeIn('2026-11', [...nine, said('one more', 'shorterDay')])).toEqual({
      ...{ state: 'known', n: 10, moreClientWork: 0, betterWork: 0 },
      ...{ learning: 5, shorterDay: 1, nowhere: 4 },
    });
  });

  test('counts everybody once a month, by what they said last', () => {
    const again = said('learning 0', 'nowhere', '2026-11-20T09:00:00Z');
    const october = said('learning 1', 'nowhere', '2026-10-20T09:00:00Z');
    expect(savedTimeIn('2026-11', [again, october, ...people(12, 'learning')])).toMatchObject({
      ...{ n: 12, learning: 11, nowhere: 1 },
    });
  });

  test('adds up to the people who answered', () => {
    const answer = fc
      .record({ person: fc.nat({ max: 30 }), use: fc.constantFrom(...savedTimeUses) })
      .map(({ person, use }) => said(`${person}`, use));
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 60 }), (answers) => {
        const told = savedTimeIn('2026-11', answers);
        const distinct = new Set(answers.map(({ person }) => person)).size;
        expect(told.state === 'known').toBe(distinct >= 10);
        if (told.state !== 'known') return;
        expect(told.n).toBe(distinct);
        expect(savedTimeUses.reduce((sum, use) => sum + told[use], 0)).toBe(distinct);
      }),
    );
  });
});

test('somebody is asked once a month, and only who used something in it', () => {
  const asked = (answered: string[], usedSomething = true) =>
    isAskedIn('2026-11', { answered, usedSomething });
  expect([asked([]), asked(['2026-10']), asked(['2026-11']), asked([], false)]).toEqual([
    ...[true, true, false, false],
  ]);
});
