import { expect, test } from 'vitest';
import { usualCalendar } from '../programme/workingCalendar';
import { feedbackHealthOf } from './feedbackHealth';
import type { MeasuredFeedback } from './measuredFeedback';

/** A Wednesday noon, past the due day of what came on Monday the 16th. */
const now = new Date('2026-11-25T12:00:00Z');

let count = 0;
function piece(fields: Partial<MeasuredFeedback> = {}): MeasuredFeedback {
  count += 1;
  return {
    clientKey: `piece ${count}`,
    ...{ kind: 'flag', state: 'new', reachedClient: false },
    ...{ submittedAt: '2026-11-16T10:00:00Z', dueOn: '2026-11-18', respondedAt: null },
    ...{ outcome: null, outcomeReference: null, mergedInto: null, helped: null },
    answerDueOn: null,
    ...fields,
  };
}
const answered = (respondedAt: string, fields: Partial<MeasuredFeedback> = {}) =>
  piece({ state: 'inProgress', respondedAt, ...fields });
const closed = (fields: Partial<MeasuredFeedback> = {}) => piece({ state: 'closed', ...fields });

const programme = { timeZone: 'Europe/Berlin', calendar: usualCalendar };
const healthOf = (...all: MeasuredFeedback[]) => feedbackHealthOf(all, now, programme);
const unknown = { state: 'notEnoughData' };
const known = (value: number, n: number) => ({ state: 'known', value, n });

test('of an empty queue counts are 0, and shares and times are unknown', () => {
  expect(healthOf()).toEqual({
    ...{ open: 0, overdue: 0, openReachedClient: 0, closed: 0, suggestions: 0 },
    ...{ firstResponseDays: unknown, insideDue: unknown, withOutcome: unknown, helped: unknown },
  });
});

test('the first response takes the median working days of what was answered', () => {
  const { firstResponseDays } = healthOf(
    answered('2026-11-16T15:00:00Z'),
    answered('2026-11-17T09:00:00Z'),
    answered('2026-11-20T09:00:00Z'),
    answered('2026-11-23T09:00:00Z'),
    piece(),
  );
  expect(firstResponseDays).toEqual(known(2.5, 4));
});

test("days are the programme's: an answer late in the evening was given the next day", () => {
  const { firstResponseDays, insideDue } = healthOf(
    answered('2026-11-18T23:30:00Z', { submittedAt: '2026-11-16T23:30:00Z' }),
  );
  expect(firstResponseDays).toEqual(known(2, 1));
  expect(insideDue).toEqual(known(0, 1));
});

test("a holiday of the programme's takes no time", () => {
  const calendar = { ...usualCalendar, holidays: ['2026-11-17'] };
  const all = [answered('2026-11-18T09:00:00Z')];
  const { firstResponseDays } = feedbackHealthOf(all, now, { ...programme, calendar });
  expect(firstResponseDays).toEqual(known(1, 1));
});

test('what is due today and not answered is neither in time nor late yet', () => {
  expect(healthOf(piece({ dueOn: '2026-11-25' })).insideDue).toEqual(unknown);
  expect(healthOf(piece({ dueOn: '2026-11-24' })).insideDue).toEqual(known(0, 1));
});

test('an answer counts as in time on the due day itself', () => {
  const { insideDue } = healthOf(
    answered('2026-11-18T16:00:00Z'),
    answered('2026-11-19T09:00:00Z'),
    piece(),
    piece(),
  );
  expect(insideDue).toEqual(known(0.25, 4));
});

test('what was taken up by hand, with no response kept, is neither in time nor late', () => {
  const health = healthOf(piece({ state: 'inProgress' }), closed());
  expect(health).toMatchObject({ insideDue: unknown, firstResponseDays: unknown, overdue: 0 });
});

test('an outcome counts as linked when it says what it is linked to', () => {
  const linked = { outcome: 'promptAdjusted', outcomeReference: 'version 3' } as const;
  const { withOutcome } = healthOf(
    closed(linked),
    closed({ ...linked, outcomeReference: null }),
    closed({ ...linked, outcome: null }),
    piece(linked),
  );
  expect(withOutcome).toEqual(known(1 / 3, 3));
});

test('what was merged into another ends with that one', () => {
  const into = closed({ outcome: 'declined', outcomeReference: 'A reason.' });
  const { withOutcome, closed: all } = healthOf(into, closed({ mergedInto: into.clientKey }));
  expect(withOutcome).toEqual(known(1, 1));
  expect(all).toBe(2);
});

test('what was merged is not open any more, and is answered when the one it goes on in is', () => {
  const into = answered('2026-11-17T09:00:00Z');
  const merged = piece({ mergedInto: into.clientKey });
  // Sent after the answer had been given: it was there at once.
  const late = piece({ mergedInto: into.clientKey, submittedAt: '2026-11-17T10:00:00Z' });
  const health = healthOf(into, merged, late);
  expect(health).toMatchObject({ open: 1, overdue: 0, closed: 2 });
  expect(health.firstResponseDays).toEqual(known(1, 3));
  expect(health.insideDue).toEqual(known(1, 3));
});

test('while nobody has answered the one that goes on, what was merged into it waits as well', () => {
  const into = piece();
  const health = healthOf(into, piece({ mergedInto: into.clientKey }));
  expect(health).toMatchObject({ open: 1, overdue: 1, closed: 1, firstResponseDays: unknown });
  expect(health.insideDue).toEqual(known(0, 2));
});

test('what was opened again is overdue by its new day, and was answered in time before', () => {
  const again = { state: 'new', respondedAt: '2026-11-17T09:00:00Z' } as const;
  const health = healthOf(
    piece({ ...again, answerDueOn: '2026-11-25' }),
    piece({ ...again, answerDueOn: '2026-11-24' }),
  );
  expect(health).toMatchObject({ open: 2, overdue: 1, insideDue: known(1, 2) });
});

test('it helped as many as said so, of those who said anything', () => {
  const { helped } = healthOf(
    closed({ helped: true }),
    closed({ helped: true }),
    closed({ helped: false }),
    closed(),
  );
  expect(helped).toEqual(known(2 / 3, 3));
});
