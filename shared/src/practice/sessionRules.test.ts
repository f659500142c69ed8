import { describe, expect, test } from 'vitest';
import type { PracticeSession } from './session';
import {
  canCancelSession,
  canCheckIn,
  canSayPractised,
  canSeeSession,
  familiesWithoutSession,
  gapsOfSession,
  nextSession,
} from './sessionRules';

const task = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';
const mapped = new Set([task]);
const session: PracticeSession = {
  ...{ clientKey: '0b6ad9cd-3f0c-4d77-8f3e-4c4f0f1f2a10', eTag: '"1"', jobFamily: 'advisory' },
  ...{ title: 'Follow up in ten minutes', workflowKey: task },
  scenario: 'A client meeting has just ended, and the notes are a page long.',
  exercise: {
    ...{ kind: 'try', instruction: 'Turn the notes into a follow-up.' },
    ...{ input: 'Notes: …', itemKey: null, solution: null },
  },
  ...{ startsAt: '2026-09-15T12:00:00Z', minutes: 20, place: { kind: 'someoneElsesMeeting' } },
  cancelledAt: null,
};
const refused = (reason: string) => ({ allowed: false, reason });

test('a session is prepared once nothing is missing', () => {
  expect(gapsOfSession(session, mapped)).toEqual([]);
  expect(gapsOfSession(session, new Set())).toEqual(['taskNotMapped']);
  const begun = { ...session, workflowKey: null, scenario: '', exercise: null, place: null };
  expect(gapsOfSession(begun, mapped)).toEqual(['noTask', 'noScenario', 'noExercise', 'noPlace']);
});

describe('people check in themselves', () => {
  const at = (moment: string) => canCheckIn(session, new Date(moment));

  test('from a quarter of an hour before until a day after', () => {
    expect(at('2026-09-15T11:44:59Z')).toEqual(refused('checkInNotOpen'));
    expect(at('2026-09-15T11:45:00Z')).toEqual({ allowed: true });
    expect(at('2026-09-16T12:20:00Z')).toEqual({ allowed: true });
    expect(at('2026-09-16T12:20:01Z')).toEqual(refused('checkInClosed'));
  });
});

test('a session is cancelled once, before it begins, and while nobody said that they are there', () => {
  const cancel = (moment: string, attended = false, cancelledAt: string | null = null) =>
    canCancelSession({ ...session, cancelledAt }, attended, new Date(moment));
  expect(cancel('2026-09-15T11:59:59Z')).toEqual({ allowed: true });
  expect(cancel('2026-09-15T12:00:00Z')).toEqual(refused('sessionBegun'));
  expect(cancel('2026-09-15T11:50:00Z', true)).toEqual(refused('sessionAttended'));
  expect(cancel('2026-09-14T12:00:00Z', false, '2026-09-13T12:00:00Z')).toEqual(
    refused('sessionCancelled'),
  );
});

describe('an exercise is practised', () => {
  test('by who was there, on a task of their own, within four weeks', () => {
    const say = (checkedIn: boolean, moment: string) =>
      canSayPractised(session, checkedIn, new Date(moment));
    expect(say(true, '2026-10-13T12:00:00Z')).toEqual({ allowed: true });
    expect(say(true, '2026-10-13T12:00:01Z')).toEqual(refused('practiceClosed'));
    expect(say(false, '2026-09-15T13:00:00Z')).toEqual(refused('notCheckedIn'));
  });
});

test('the next session of a job family is the first that is not over', () => {
  const later = { ...session, startsAt: '2026-09-22T12:00:00Z' };
  const taxes = { ...session, jobFamily: 'tax' };
  const next = (moment: string) =>
    nextSession([later, taxes, session], 'advisory', new Date(moment));
  expect(next('2026-09-15T12:19:00Z')).toBe(session);
  expect(next('2026-09-15T12:20:00Z')).toBe(later);
  expect(next('2026-09-23T12:00:00Z')).toBeNull();
  const everyones = { ...later, jobFamily: null };
  expect(nextSession([everyones], 'advisory', new Date('2026-09-15T12:00:00Z'))).toBe(everyones);
});

test('people see the sessions of their job family and everyone’s; all where theirs is not known', () => {
  const seen = (jobFamily: string | null) => [
    canSeeSession(session, jobFamily),
    canSeeSession({ jobFamily: null }, jobFamily),
  ];
  expect(seen('advisory')).toEqual([true, true]);
  expect(seen('tax')).toEqual([false, true]);
  expect(seen(null)).toEqual([true, true]);
});

test('a job family without a session in a week is named, in the programme’s own week', () => {
  const families = ['advisory', 'tax'];
  const late = { ...session, startsAt: '2026-09-13T22:30:00Z' };
  expect(familiesWithoutSession(families, [late], '2026-09-14', 'Europe/Berlin')).toEqual(['tax']);
  expect(familiesWithoutSession(families, [late], '2026-09-07', 'Europe/Berlin')).toEqual(families);
  const everyones = { ...late, jobFamily: null };
  expect(familiesWithoutSession(families, [everyones], '2026-09-14', 'Europe/Berlin')).toEqual([]);
});
