import { describe, expect, test } from 'vitest';
import { addDays } from '../calendarDay';
import { canEnd, phaseOn, type EndedProgramme, type ProgrammeEnding } from './phases';

const course = { startsOn: '2026-08-31', weeks: 8, ownerId: 'olga', ended: null };
const ended: EndedProgramme = {
  ...{ ending: { how: 'sustain' }, message: 'Thank you.', endedOn: '2026-12-01' },
};
const after = (days: number) => addDays(course.startsOn, days);

test('a programme is active for its weeks, lighter until day 90, and then to be ended', () => {
  const days = [-1, 0, 55, 56, 90, 91];
  expect(days.map((day) => phaseOn(after(day), course))).toEqual([
    ...['planned', 'active', 'active', 'lighter', 'lighter', 'toBeEnded'],
  ]);
  expect(phaseOn(after(90), { ...course, weeks: 12 })).toBe('lighter');
  expect(phaseOn(after(10), { ...course, ended })).toBe('ended');
});

describe('a programme ends', () => {
  const stop: ProgrammeEnding = { how: 'stop', reason: 'The tool is withdrawn.' };
  const refused = (reason: string) => ({ allowed: false, reason });

  test('by being sustained, handed over or stopped, once its active weeks are over', () => {
    for (const ending of [
      { how: 'sustain' },
      { how: 'handOver', ownerId: 'dirk' },
      stop,
    ] as const) {
      expect(canEnd(course, ending, after(56))).toEqual({ allowed: true });
    }
  });

  test('early only by being stopped', () => {
    expect(canEnd(course, stop, after(10))).toEqual({ allowed: true });
    expect(canEnd(course, { how: 'sustain' }, after(10))).toEqual(refused('stillActive'));
    expect(canEnd(course, stop, after(-1))).toEqual(refused('notStarted'));
  });

  test('once, and is handed over to somebody else', () => {
    expect(canEnd({ ...course, ended }, stop, after(95))).toEqual(refused('endedAlready'));
    expect(canEnd(course, { how: 'handOver', ownerId: 'olga' }, after(95))).toEqual(
      refused('handOverToOwner'),
    );
  });
});
