import { expect, test } from 'vitest';
import { eligibleIn, factsOfEligible } from './eligible';
import { did, member } from './testFacts';

const week = '2026-11-16';

test('the eligible of a week are the members on its Sunday, whoever they were on the other days', () => {
  const joined = member('joined', { validFrom: '2026-11-22' });
  const left = member('left', { validTo: '2026-11-23' });
  const members = [
    joined,
    left,
    member('too late', { validFrom: '2026-11-23' }),
    member('gone', { validTo: '2026-11-22' }),
  ];
  expect(eligibleIn(week, members)).toEqual([joined, left]);
});

test('a fact counts when its person was eligible in the week of the fact, not in another', () => {
  const early = did('ann', '2026-11-12T09:00:00Z');
  const inside = did('ann', '2026-11-17T09:00:00Z');
  const members = [member('ann', { validFrom: '2026-11-16' })];
  const facts = [early, inside, did('ben', '2026-11-17T09:00:00Z')];
  expect(factsOfEligible(facts, members, ['2026-11-09', week], 'Europe/Berlin')).toEqual(
    new Map([[week, [inside]]]),
  );
  expect(factsOfEligible(facts, members, ['2026-11-09'], 'Europe/Berlin')).toEqual(new Map());
});
