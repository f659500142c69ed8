import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reporterNotice, type Told } from './reporterNotice';

type Progress = Parameters<typeof reporterNotice>[0];

const changedAt = '2026-11-26T10:00:00Z';
const unanswered: Progress = {
  ...{ state: 'new', reopened: 0, respondedAt: null, closedAt: null, helped: null },
};
const newsAfter = (told: Told | null, progress: Partial<Progress>) =>
  reporterNotice({ ...unanswered, ...progress }, changedAt, told)?.news ?? null;

test('nothing is told of what nobody answered', () => {
  expect(newsAfter(null, {})).toBeNull();
});

test('an answer is told, and then its outcome', () => {
  expect(newsAfter(null, { state: 'inProgress' })).toBe('answered');
  const answered = { news: 'answered', round: 0 } as const;
  expect(newsAfter(answered, { state: 'waitingOnVendor' })).toBeNull();
  expect(newsAfter(answered, { state: 'closed' })).toBe('closed');
});

test('of what was answered and closed between two looks only the outcome is told', () => {
  expect(newsAfter(null, { state: 'closed', respondedAt: changedAt })).toBe('closed');
});

test('what is opened again is told, and its next outcome too', () => {
  const closed = { news: 'closed', round: 0 } as const;
  expect(newsAfter(closed, { reopened: 1 })).toBe('reopened');
  const reopened = { news: 'reopened', round: 1 } as const;
  expect(newsAfter(reopened, { reopened: 1 })).toBeNull();
  expect(newsAfter(reopened, { reopened: 1, state: 'inProgress' })).toBe('answered');
  expect(newsAfter(reopened, { reopened: 1, state: 'closed' })).toBe('closed');
});

test('what was opened again and closed again between two looks is told as closed', () => {
  const closed = { news: 'closed', round: 0 } as const;
  expect(newsAfter(closed, { reopened: 1, state: 'closed' })).toBe('closed');
});

test('by hand in SharePoint, where nobody counts, it is told the same', () => {
  const closed = { news: 'closed', round: 0 } as const;
  expect(newsAfter(closed, {})).toBe('reopened');
  expect(newsAfter({ news: 'reopened', round: 0 }, { state: 'closed' })).toBe('closed');
  expect(newsAfter({ news: 'answered', round: 0 }, {})).toBeNull();
});

test('whoever opened it again by their own answer knows', () => {
  const again = { ...unanswered, reopened: 1, helped: false };
  const notice = reporterNotice(again, changedAt, { news: 'closed', round: 0 });
  expect(notice).toMatchObject({ news: 'reopened', isOwnAct: true });
});

test('news are as old as the list says', () => {
  const respondedAt = '2026-11-20T10:00:00Z';
  const closedAt = '2026-11-21T10:00:00Z';
  const at = (progress: Partial<Progress>) =>
    reporterNotice({ ...unanswered, respondedAt, closedAt, ...progress }, changedAt, null)?.at;
  expect(at({ state: 'inProgress' })).toBe(respondedAt);
  expect(at({ state: 'closed' })).toBe(closedAt);
  expect(at({ state: 'closed', closedAt: null })).toBe(changedAt);
  expect(at({ state: 'inProgress', reopened: 1 })).toBe(changedAt);
});

test('whatever happens, once it is told there is nothing to tell', () => {
  const told = fc.option(
    fc.record({
      news: fc.constantFrom('answered' as const, 'closed' as const, 'reopened' as const),
      round: fc.nat(3),
    }),
  );
  const progress: fc.Arbitrary<Progress> = fc.record({
    state: fc.constantFrom('new' as const, 'inProgress' as const, 'closed' as const),
    reopened: fc.nat(3),
    respondedAt: fc.constant(null),
    closedAt: fc.constant(null),
    helped: fc.option(fc.boolean()),
  });
  fc.assert(
    fc.property(told, progress, (before, now) => {
      const notice = reporterNotice(now, changedAt, before);
      fc.pre(notice !== null);
      expect(reporterNotice(now, changedAt, notice)).toBeNull();
    }),
  );
});
