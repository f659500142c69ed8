import { describe, expect, test } from 'vitest';
import { addDays } from '@last-mile/shared/calendar';
import { feedbackRequest, responseDueOn } from '@last-mile/shared/feedback';
import { usualCalendar } from '@last-mile/shared/programme';
import { feedbackHistory, feedbackUntil } from './feedback';
import { library } from './library';
import { createPeople } from './people';
import { createProgramme, timeZone } from './programme';
import { workflows } from './workflows';

const now = new Date('2026-11-24T10:00:00Z');
const { startsOn } = createProgramme('2026-11-24');
const history = feedbackHistory(startsOn, now);
const suggestions = history.filter(({ request }) => request.kind === 'suggestion');
const settled = history.filter(({ progress }) => progress.state !== 'new');

describe('the feedback of the sample', () => {
  test('is what the product takes, each piece in words of its own', () => {
    for (const { request } of history) {
      expect(feedbackRequest.safeParse(request).error).toBeUndefined();
    }
    expect(new Set(history.map(({ request }) => request.clientKey)).size).toBe(history.length);
  });

  test('is the same on every day of the week, but for what is new', () => {
    const onFriday = feedbackHistory(startsOn, new Date('2026-11-27T16:00:00Z'));
    const stable = (all: typeof history) => all.filter(({ progress }) => progress.state !== 'new');
    expect(stable(onFriday)).toEqual(settled);
  });

  test('grows with the clock, and is whole by the running week', () => {
    const at = (days: number) =>
      feedbackUntil(startsOn, new Date(`${addDays(startsOn, days)}T09:00:00Z`));
    expect(feedbackUntil(startsOn, now)).toEqual(history);
    expect(at(0)).toEqual([]);
    const [early, later] = [at(31), at(61)];
    expect(early.length).toBeGreaterThan(0);
    expect(later.length).toBeGreaterThan(early.length);
    const told = (all: typeof history) => all.map(({ request }) => request.clientKey);
    expect(told(later)).toEqual(expect.arrayContaining(told(early)) as string[]);
    const until = `${addDays(startsOn, 31)}T09:00:00Z`;
    for (const { submittedAt, progress } of early) {
      const { respondedAt, closedAt } = progress;
      for (const each of [submittedAt.toISOString(), respondedAt, closedAt]) {
        if (each !== null) expect(each <= until).toBe(true);
      }
    }
  });

  test('comes from people of the firm, many different ones', () => {
    const staff = new Set(createPeople().map(({ user }) => user.id));
    const reporters = new Set(history.map(({ reporterId }) => reporterId));
    expect([...reporters].every((reporter) => staff.has(reporter))).toBe(true);
    expect(reporters.size).toBeGreaterThan(60);
  });

  test('is answered after it came, closed after it was answered, and all before the running week', () => {
    const runningWeek = `${addDays(startsOn, 13 * 7)}T00:00:00Z`;
    for (const { submittedAt, progress } of settled) {
      const { respondedAt, closedAt, state } = progress;
      expect(Date.parse(respondedAt ?? '')).toBeGreaterThan(submittedAt.getTime());
      expect(closedAt !== null).toBe(state === 'closed');
      const last = closedAt ?? respondedAt ?? '';
      expect(last >= (respondedAt ?? '')).toBe(true);
      expect(last < runningWeek).toBe(true);
    }
  });

  test('has an outcome with what it is linked to once it is closed, unless another suggestion goes on for it', () => {
    for (const { progress } of history) {
      const { state, outcome, outcomeReference, mergedInto, helped } = progress;
      expect(outcome === null).toBe(outcomeReference === null);
      if (state === 'closed') expect(outcome === null).toBe(mergedInto !== null);
      if (state === 'waitingOnVendor') expect(outcome).toBe('vendor');
      if (state !== 'closed') expect([helped, mergedInto]).toEqual([null, null]);
    }
  });

  test('names library items and steps that exist', () => {
    const titles = library.map(({ content }) => content.title);
    const steps = workflows.flatMap(({ task, steps: own }) =>
      own.map(({ name }) => `${task}, step “${name}”: `),
    );
    const begins = (reference: string | null, openings: readonly string[]) =>
      openings.some((opening) => reference?.startsWith(opening));
    for (const { progress, request } of history) {
      const { outcome, outcomeReference: reference } = progress;
      if (outcome === 'promptAdjusted') {
        expect(
          begins(
            reference,
            titles.map((title) => `${title}: `),
          ),
        ).toBe(true);
      }
      if (outcome === 'workflowChanged')
        expect([reference, begins(reference, steps)]).toEqual([reference, true]);
      if (request.about.type === 'libraryItem') {
        const { itemKey } = request.about;
        expect(library.some(({ clientKey }) => clientKey === itemKey)).toBe(true);
      }
    }
  });

  test('leads to the item or the task that was changed, and waits for items that are there', () => {
    const items = new Set(library.map(({ clientKey }) => clientKey));
    const tasks = new Set(workflows.map(({ clientKey }) => clientKey));
    for (const { progress } of history) {
      const { outcome, outcomeKey, awaitsItem, state, vendorAnswer, vendorSentOn } = progress;
      expect(items.has(outcomeKey ?? '')).toBe(outcome === 'promptAdjusted');
      expect(tasks.has(outcomeKey ?? '')).toBe(outcome === 'workflowChanged');
      const waits = outcome === 'promptAdjusted' && state === 'inProgress';
      expect(items.has(awaitsItem ?? '')).toBe(waits);
      expect(vendorSentOn !== null).toBe(outcome === 'vendor');
      expect(vendorAnswer !== null).toBe(outcome === 'vendor' && state === 'closed');
    }
    expect(history.some(({ progress }) => progress.awaitsItem !== null)).toBe(true);
    expect(history.some(({ progress }) => progress.outcomeNote !== null)).toBe(true);
  });

  test('is merged only into a suggestion that was made before', () => {
    const byKey = new Map(suggestions.map((each) => [each.request.clientKey, each]));
    const merged = suggestions.filter(({ progress }) => progress.mergedInto !== null);
    expect(merged.length).toBeGreaterThan(10);
    for (const { progress, submittedAt } of merged) {
      const into = byKey.get(progress.mergedInto ?? '');
      expect(into?.progress.mergedInto).toBeNull();
      expect(into?.submittedAt.getTime()).toBeLessThan(submittedAt.getTime());
    }
  });

  test('comes to 47 distinct improvements, several of them with the vendor', () => {
    const distinct = suggestions.filter(({ progress }) => progress.mergedInto === null);
    expect(distinct).toHaveLength(47);
    const vendor = distinct.filter(({ progress }) => progress.outcome === 'vendor');
    expect(vendor.length).toBeGreaterThan(4);
  });

  test('meets most due days and misses some', () => {
    const inTime = settled.filter(({ request, submittedAt, progress }) => {
      const due = responseDueOn(request, submittedAt, { timeZone, calendar: usualCalendar });
      return (progress.respondedAt ?? '').slice(0, 10) <= due;
    });
    expect(inTime.length / settled.length).toBeGreaterThan(0.75);
    expect(inTime.length).toBeLessThan(settled.length - 5);
  });
});
