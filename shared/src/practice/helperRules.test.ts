import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../calendarDay';
import { chatLink, helpersOfTheDay, helpWindowStart, mostHelpers, usesToHelp } from './helperRules';

test('who is shown used the items five times in the last twelve weeks', () => {
  expect(usesToHelp).toBe(5);
  const now = new Date('2026-11-25T10:00:00Z');
  expect(helpWindowStart(now).toISOString()).toBe('2026-09-02T10:00:00.000Z');
});

const people = fc.uniqueArray(fc.uuid(), { maxLength: 40 });

test('at most five are shown, none twice, and all where they are few', () => {
  fc.assert(
    fc.property(people, (userIds) => {
      const shown = helpersOfTheDay(userIds, '2026-11-25');
      expect(shown).toHaveLength(Math.min(userIds.length, mostHelpers));
      expect(new Set(shown).size).toBe(shown.length);
      expect(userIds).toEqual(expect.arrayContaining(shown));
    }),
  );
});

test('within as many days as it takes, everybody has their turn', () => {
  fc.assert(
    fc.property(people, (userIds) => {
      const days = Math.ceil(userIds.length / mostHelpers);
      const shown = Array.from({ length: days }, (_, day) =>
        helpersOfTheDay(userIds, addDays('2026-11-25', day)),
      ).flat();
      expect(new Set(shown)).toEqual(new Set(userIds));
    }),
  );
});

test('a day shows the same people to everyone, whatever order they are kept in', () => {
  fc.assert(
    fc.property(people, (userIds) => {
      expect(helpersOfTheDay([...userIds].reverse(), '2026-11-25')).toEqual(
        helpersOfTheDay(userIds, '2026-11-25'),
      );
    }),
  );
});

test('the chat opens with one person and words that nothing in them can break out of', () => {
  const link = new URL(chatLink('amara+ai@example.com', 'How do you do “A & B”? 100 %\n+1'));
  expect(link.origin + link.pathname).toBe('https://teams.microsoft.com/l/chat/0/0');
  expect(link.href).not.toMatch(/[+\n]/);
  expect(Object.fromEntries(link.searchParams)).toEqual({
    users: 'amara+ai@example.com',
    message: 'How do you do “A & B”? 100 %\n+1',
  });
});
