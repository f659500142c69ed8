import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../calendarDay';
import { weekStart, weekStateAt } from '../adoption';
import { checkpointDays, type CheckpointDay, type CheckpointDecision } from './checkpoint';
import {
  canDecideAt,
  canLookBack,
  canTakeCheckpoint,
  checkpointsToTake,
  checkpointTakenFrom,
  checkpointWeek,
  decisionsToLookAt,
  nextCheckpoint,
  proposedDecision,
} from './checkpointRules';
import type { Diagnosis } from './diagnosis';
import { allWell, figuresWith } from './testFigures';

const startsOn = '2026-08-31';
const schedule = { startsOn, timeZone: 'Europe/Berlin', endedOn: null };
const at = (day: string) => new Date(`${day}T10:00:00Z`);
const taken = (...days: CheckpointDay[]) => days.map((day) => ({ day }));
const refused = (reason: string) => ({ allowed: false, reason });

describe('a checkpoint', () => {
  test('is about the last week that was over on its day: the programme’s 4th, 8th and 13th', () => {
    expect(checkpointDays.map((day) => weekStart(checkpointWeek(day, startsOn)))).toEqual([
      addDays(startsOn, 7 * 3),
      addDays(startsOn, 7 * 7),
      addDays(startsOn, 7 * 12),
    ]);
  });

  test('is taken from the Thursday after that week on, and once its own day is over', () => {
    expect(checkpointDays.map((day) => checkpointTakenFrom(day, startsOn))).toEqual([
      ...['2026-10-01', '2026-10-31', '2026-12-03'],
    ]);
  });

  test('never looks at a day that lies after its own, whenever the programme began', () => {
    const anyDay = fc.nat({ max: 1_000 }).map((days) => addDays('2026-01-01', days));
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...checkpointDays), (start, day) => {
        const sunday = addDays(weekStart(checkpointWeek(day, start)), 6);
        expect(sunday <= addDays(start, day)).toBe(true);
        expect(addDays(sunday, 7) > addDays(start, day)).toBe(true);
      }),
    );
  });

  test('is never taken while its week may move, nor before its day is over', () => {
    const monday = fc.nat({ max: 150 }).map((weeks) => addDays('2026-01-05', 7 * weeks));
    fc.assert(
      fc.property(monday, fc.constantFrom(...checkpointDays), (start, day) => {
        const from = checkpointTakenFrom(day, start);
        const closes = new Date(`${from}T00:00:00Z`);
        expect(weekStateAt(weekStart(checkpointWeek(day, start)), closes, 'UTC')).toBe('closed');
        expect(from > addDays(start, day)).toBe(true);
      }),
    );
  });

  test('is frozen once, when its week is closed and everything is worked out', () => {
    const take = (day: string, figures = allWell, before = taken()) =>
      canTakeCheckpoint(30, figures, before, at(day), schedule);
    expect(take('2026-10-01')).toEqual({ allowed: true });
    expect(take('2026-09-30')).toEqual(refused('checkpointTooEarly'));
    expect(take('2026-10-01', allWell, taken(30))).toEqual(refused('checkpointTaken'));
    const pending = figuresWith({ trust: { keptShare: { state: 'pending' } } });
    expect(take('2026-10-01', pending)).toEqual(refused('figuresPending'));
  });

  test('that was missed is taken later, and the next one is named until the last is there', () => {
    expect(checkpointsToTake(taken(), at('2026-09-30'), schedule)).toEqual([]);
    expect(checkpointsToTake(taken(), at('2026-10-31'), schedule)).toEqual([30, 60]);
    expect(checkpointsToTake(taken(30), at('2026-10-31'), schedule)).toEqual([60]);
    expect(nextCheckpoint(taken(30), schedule)).toEqual({ day: 60, takenFrom: '2026-10-31' });
    expect(nextCheckpoint(taken(30, 60, 90), schedule)).toBeNull();
  });
});

test('a programme that ended before a checkpoint’s day has none of it, and one that ended later has', () => {
  const ended = { ...schedule, endedOn: addDays(startsOn, 60) };
  expect(checkpointsToTake(taken(30), at('2027-01-20'), ended)).toEqual([60]);
  expect(nextCheckpoint(taken(30), ended)?.day).toBe(60);
  expect(nextCheckpoint(taken(30, 60), ended)).toBeNull();
});

describe('a decision', () => {
  const made = (
    day: CheckpointDay,
    dueOn: string,
    lookBack: CheckpointDecision['lookBack'] = null,
  ) => ({ day, dueOn, lookBack });
  const done = { day: 60, result: 'worked', note: null } as const;

  test('is proposed to the owner, or to the sponsor where it is about the owner', () => {
    const people = { ownerId: 'olga', sponsorId: 'lea' };
    const proposedTo = (who: 'owner' | 'sponsor', days: number) =>
      proposedDecision({ proposed: { who, days } }, people, '2026-10-01');
    expect(proposedTo('owner', 14)).toEqual({ ownerId: 'olga', dueOn: '2026-10-15' });
    expect(proposedTo('sponsor', 7)).toEqual({ ownerId: 'lea', dueOn: '2026-10-08' });
  });

  test('is made at a checkpoint that was taken, of something that it found', () => {
    const found: Diagnosis = {
      ...{ rule: 'useDecays', revise: 'training', evidence: ['decay'] },
      proposed: { who: 'owner', days: 14 },
    };
    const atThirty = [{ day: 30 as const, diagnosis: { found: [found], notJudged: [] } }];
    expect(canDecideAt({ day: 30, rule: 'useDecays' }, atThirty)).toEqual({ allowed: true });
    expect(canDecideAt({ day: 30, rule: null }, atThirty)).toEqual({ allowed: true });
    expect(canDecideAt({ day: 30, rule: 'noOwner' }, atThirty)).toEqual(refused('findingUnknown'));
    expect(canDecideAt({ day: 60, rule: null }, atThirty)).toEqual(refused('checkpointNotTaken'));
  });

  test('is looked at again at the next one, the first due first', () => {
    const [late, soon] = [made(30, '2026-10-20'), made(30, '2026-10-10')];
    const looked = made(30, '2026-10-01', done);
    const later = made(60, '2026-11-10');
    expect(decisionsToLookAt([late, soon, looked, later], 60)).toEqual([soon, late]);
    expect(decisionsToLookAt([late, later], 90)).toEqual([late, later]);
    expect(decisionsToLookAt([late], 30)).toEqual([]);
  });

  test('is looked back at once, later, and at a checkpoint that was taken', () => {
    const decision = made(30, '2026-10-10');
    expect(canLookBack(decision, 60, taken(30, 60))).toEqual({ allowed: true });
    expect(canLookBack(decision, 90, taken(30, 60))).toEqual(refused('checkpointNotTaken'));
    expect(canLookBack(decision, 30, taken(30, 60))).toEqual(refused('lookBackTooEarly'));
    expect(canLookBack({ ...decision, lookBack: done }, 90, taken(30, 60, 90))).toEqual(
      refused('lookedBackAlready'),
    );
  });
});
