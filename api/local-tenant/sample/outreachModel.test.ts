import { expect, test } from 'vitest';
import { createUsage } from './fillUsage';
import { outreachesOf } from './outreachModel';

const startsOn = '2026-08-31';
const usage = createUsage();
const outreaches = outreachesOf(usage, startsOn);

const weekOf = (at: string) =>
  Math.floor((Date.parse(at) - Date.parse(startsOn)) / (7 * 24 * 60 * 60_000));
const activeWeeks = (person: (typeof usage.people)[number]) =>
  [...(usage.actions.get(person) ?? []), ...(usage.copilotDays.get(person) ?? [])].map(
    ({ week }) => week,
  );

test('champions reach a few people a week, everybody once, after two quiet weeks', () => {
  expect(outreaches).toHaveLength(40);
  expect(new Set(outreaches.map(({ person }) => person)).size).toBe(40);
  for (const { person, at } of outreaches) {
    const week = weekOf(at);
    expect(activeWeeks(person).filter((each) => each >= week - 2 && each <= week)).toEqual([]);
  }
});

test('some of them come back within four weeks and some do not, by what they did', () => {
  const back = outreaches.filter(({ person, at }) =>
    activeWeeks(person).some((week) => week > weekOf(at) && week <= weekOf(at) + 4),
  );
  expect(back.length).toBeGreaterThan(5);
  expect(back.length).toBeLessThan(outreaches.length - 5);
});
