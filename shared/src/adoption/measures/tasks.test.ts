import { describe, expect, test } from 'vitest';
import { mondaysBetween } from '../isoWeek';
import type { Measured } from './measured';
import { tasksOf, type MappedTask } from './tasks';
import { answered, did, member, sent } from './testFacts';
import type { UseFacts } from './trust';
import { windowsOf } from './windows';

const people = (count: number) => Array.from({ length: count }, (_, index) => `person ${index}`);
const closed = mondaysBetween('2026-08-10', '2026-11-16');
const measured: Measured = {
  membership: people(12).map((who) => member(who)),
  closed,
  windows: windowsOf(closed, '2026-08-24'),
  timeZone: 'Europe/Berlin',
  smallestGroup: 5,
};
// The first of the twelve weeks, and the one before.
const inside = '2026-09-02T09:00:00Z';
const before = '2026-08-26T09:00:00Z';
const reply: MappedTask = {
  ...{ workflowKey: 'reply', task: 'Answer a client', jobFamily: 'Associate' },
  itemKeys: ['short reply', 'long reply'],
};
const rowOf = (facts: Partial<UseFacts>, task = reply) =>
  tasksOf([task], { actions: [], drafts: [], answers: [], flags: [], ...facts }, measured)[0];
const unknown = { state: 'notEnoughData' };
const nothing = { keptShare: unknown, redoRate: unknown, flagsPer100: unknown };

describe('a mapped task', () => {
  test('of which nothing is known yet says so, and how many items are published for it', () => {
    expect(rowOf({})).toEqual({
      ...{ workflowKey: 'reply', task: 'Answer a client', jobFamily: 'Associate' },
      ...{ publishedItems: 2, uses: unknown, withTemplate: unknown, trust: nothing },
    });
  });

  test('counts the uses of its items and by how many people', () => {
    const actions = people(5).flatMap((who) => [
      did(who, inside, { itemKey: 'short reply' }),
      did(who, inside, { itemKey: 'long reply', kind: 'templateInserted' }),
      did(who, inside, { itemKey: 'something else' }),
      did(who, inside, { itemKey: null }),
      did(who, before, { itemKey: 'short reply' }),
    ]);
    expect(rowOf({ actions })?.uses).toEqual({ state: 'known', value: 10, n: 5 });
    expect(rowOf({ actions }, { ...reply, itemKeys: [] })?.uses).toEqual(unknown);
  });

  test('does not tell the uses of fewer than five people', () => {
    const actions = people(4).map((who) => did(who, inside, { itemKey: 'short reply' }));
    expect(rowOf({ actions })?.uses).toEqual(unknown);
  });

  test('compares drafts for the task alone, with any template and with none', () => {
    const drafts = people(10).flatMap((who) => [
      sent(who, inside, 20, { taskKey: 'reply' }),
      sent(who, inside, 12, {
        taskKey: 'reply',
        template: { itemKey: 'something else', keptShare: null },
      }),
      sent(who, inside, 60),
      sent(who, inside, 1, { template: { itemKey: 'short reply', keptShare: null } }),
      sent(who, inside, 60, { taskKey: 'another task' }),
      sent(who, before, 60, { taskKey: 'reply' }),
    ]);
    expect(rowOf({ drafts })?.withTemplate).toMatchObject({ people: 10, first: 20, second: 12 });
  });

  test('is trusted by what became of its own items', () => {
    const facts = (itemKey: string): UseFacts => ({
      actions: people(5).map((who) => did(who, inside, { itemKey })),
      drafts: people(5).map((who) =>
        sent(who, inside, null, { template: { itemKey, keptShare: 0.5 } }),
      ),
      answers: people(5).map((who) => answered(who, inside, true, itemKey)),
      flags: [{ at: new Date(inside), itemKey }],
    });
    expect(rowOf(facts('long reply'))?.trust).toEqual({
      keptShare: { state: 'known', value: 0.5, n: 5 },
      redoRate: { state: 'known', value: 1, n: 5 },
      flagsPer100: { state: 'known', value: 20, n: 5 },
    });
    expect(rowOf(facts('something else'))?.trust).toEqual(nothing);
  });

  test('is not blamed for flags on what an assistant wrote: nobody said for which task', () => {
    const actions = people(5).map((who) => did(who, inside, { itemKey: 'short reply' }));
    const flags = [{ at: new Date(inside), itemKey: null }];
    expect(rowOf({ actions, flags })?.trust.flagsPer100).toEqual({
      ...{ state: 'known', value: 0, n: 5 },
    });
  });
});
