import { describe, expect, test } from 'vitest';
import { dashboard, known, week } from '../../../testing/dashboard';
import { readGroups } from './groupReading';

const hidden = { state: 'hidden' } as const;
const unknown = { state: 'notEnoughData' } as const;
const weeks = [
  week('2026-08-17', 'before', known(12, 40)),
  week('2026-08-24', 'active', known(20, 40)),
  week('2026-08-31', 'active', known(22, 40), 'provisional'),
  week('2026-09-07', 'active', known(0, 40), 'running'),
];
const answer = dashboard({
  weeks,
  departments: [
    { name: 'Board', active: [hidden, hidden, unknown, unknown] },
    { name: 'Sales', active: [known(2, 10), known(9, 10), unknown, unknown] },
    { name: 'Audit', active: [known(2, 30), known(5, 30), unknown, unknown] },
  ],
  jobFamilies: [
    { name: 'Tax', active: [hidden, { state: 'band', of: 8, half: 'over' }, unknown, unknown] },
  ],
});

describe('reading groups', () => {
  test('the lowest share comes first and what is hidden last', () => {
    const rows = readGroups(answer, 'department');
    expect(rows.map(({ name }) => name)).toEqual(['Audit', 'Sales', 'Board']);
    expect(rows[0]?.now).toEqual(known(5, 30));
  });

  test('a week that is not closed is no last week and no part of the trend', () => {
    expect(readGroups(answer, 'department')[1]?.rates).toEqual([0.2, 0.9]);
  });

  test('a change that fewer people than the smallest group could have made is no change', () => {
    const rows = readGroups(answer, 'department');
    expect(rows.map(({ change }) => change)).toEqual(['same', 70, null]);
  });

  test('the two divisions are read apart', () => {
    const [row] = readGroups(answer, 'jobFamily');
    expect(row).toMatchObject({
      name: 'Tax',
      now: { state: 'band' },
      change: null,
      rates: [null, null],
    });
  });
});
