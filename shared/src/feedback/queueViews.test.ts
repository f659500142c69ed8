import fc from 'fast-check';
import { expect, test } from 'vitest';
import { feedbackStates } from './feedbackSubject';
import { isInView, type QueuePlace } from './queueViews';
import { queueViews } from './triage';

const viewer = { userId: 'me', today: '2026-11-25' };
const place: fc.Arbitrary<QueuePlace> = fc.record({
  state: fc.constantFrom(...feedbackStates),
  dueOn: fc.constantFrom('2026-11-24', '2026-11-25', '2026-11-26'),
  mergedInto: fc.option(fc.constant('another')),
  assignedTo: fc.constantFrom('me', 'somebody', null),
});

test('everything is either open or done, and every other view shows what is open', () => {
  fc.assert(
    fc.property(place, (one) => {
      const [open, done] = [isInView('open', one, viewer), isInView('done', one, viewer)];
      expect(open).toBe(!done);
      for (const view of queueViews) {
        if (view !== 'done' && isInView(view, one, viewer)) expect(open).toBe(true);
      }
    }),
  );
});

test('what was merged is done here: it is answered where it goes on', () => {
  const merged = { state: 'new', dueOn: viewer.today, mergedInto: 'another', assignedTo: 'me' };
  for (const view of queueViews) {
    expect(isInView(view, merged as QueuePlace, viewer)).toBe(view === 'done');
  }
});

test('due is what nobody answered by its day: today counts', () => {
  const due = (dueOn: string, state: QueuePlace['state'] = 'new') =>
    isInView('due', { state, dueOn, mergedInto: null, assignedTo: null }, viewer);
  expect([due('2026-11-24'), due('2026-11-25'), due('2026-11-26')]).toEqual([true, true, false]);
  expect(due('2026-11-24', 'inProgress')).toBe(false);
});
