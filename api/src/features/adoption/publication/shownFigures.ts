import {
  measureOver,
  type DraftingTime,
  type Flag,
  type Habit,
  type MappedTask,
  type Measure,
  type TaskRow,
  type Trust,
} from '@last-mile/shared/adoption';
import type { DraftingCounts } from '../windows/countDrafting';
import type { TrustCounts } from '../windows/countTrust';
import type { ShownWeek } from './shownWeeks';
import type { TaskFigures } from '../windows/windowFigures';

/** Figures over several weeks as they may be shown (decision 0009, publication 6). */

const unknown = { state: 'notEnoughData' } as const;
const pending = { state: 'pending' } as const;

/** What was counted over a window; undefined where no week is closed yet. */
type Counted<Figures> = Figures | 'pending' | undefined;

/** Habit splits everybody five ways, so it takes two smallest groups. */
export function showHabit(counted: Counted<Habit>, smallestGroup: number): Habit {
  if (counted === 'pending') return pending;
  if (counted?.state !== 'known') return unknown;
  return counted.of < 2 * smallestGroup ? { state: 'hidden' } : counted;
}

/** Drafting time; `weeks` are those shown, in order, undefined where one is not counted. */
export function showDrafting(
  weeks: readonly (ShownWeek | undefined)[],
  counted: Counted<DraftingCounts>,
  smallestGroup: number,
): DraftingTime {
  const weekly = weeks.map((week) => showMinutes(week, smallestGroup));
  if (counted === 'pending') {
    return { weekly, withTemplate: pending, sinceStart: pending, observed: pending };
  }
  return {
    weekly,
    withTemplate: counted?.withTemplate ?? unknown,
    sinceStart: counted?.sinceStart ?? unknown,
    observed: counted ? showObserved(counted.observed, smallestGroup) : unknown,
  };
}

function showMinutes(week: ShownWeek | undefined, smallestGroup: number): Measure {
  const minutes = week?.draftMinutes ?? null;
  if (week === undefined || minutes === null) return unknown;
  return measureOver(week.drafters, smallestGroup, () => ({ value: minutes, n: week.drafters }));
}

function showObserved(
  { people, n, of }: DraftingCounts['observed'],
  smallestGroup: number,
): DraftingTime['observed'] {
  return people < smallestGroup ? unknown : { state: 'known', n, of };
}

/** Trust, with the flags of the same weeks on the same items. */
export function showTrust(
  counted: Counted<TrustCounts>,
  flags: number,
  smallestGroup: number,
): Trust {
  if (counted === 'pending') return { keptShare: pending, redoRate: pending, flagsPer100: pending };
  const measure = <Told extends { people: number; n: number }>(
    told: Told | null | undefined,
    valueOf: (told: Told) => number,
  ): Measure =>
    told
      ? measureOver(told.people, smallestGroup, () => ({ value: valueOf(told), n: told.n }))
      : unknown;
  return {
    keptShare: measure(counted?.kept, ({ value }) => value),
    redoRate: measure(counted?.answers, ({ redone, n }) => redone / n),
    flagsPer100: measure(counted?.uses, ({ n }) => (100 * flags) / n),
  };
}

/** Task by task; `flags` are those of the same weeks. */
export function showTasks(
  tasks: readonly MappedTask[],
  counted: TaskFigures | 'pending' | null,
  flags: readonly Flag[],
  smallestGroup: number,
): TaskRow[] {
  return tasks.map(({ workflowKey, task, jobFamily, itemKeys }) => {
    const items = new Set<string | null>(itemKeys);
    const row = { workflowKey, task, jobFamily, publishedItems: itemKeys.length };
    const flagged = flags.filter(({ itemKey }) => items.has(itemKey)).length;
    if (counted === 'pending') {
      const trust = showTrust(counted, flagged, smallestGroup);
      return { ...row, uses: pending, withTemplate: pending, trust };
    }
    const trust = counted?.trust[workflowKey];
    const uses = trust?.uses;
    return {
      ...row,
      uses: uses
        ? measureOver(uses.people, smallestGroup, () => ({ value: uses.n, n: uses.people }))
        : unknown,
      withTemplate: counted?.withTemplate[workflowKey] ?? unknown,
      trust: showTrust(trust, flagged, smallestGroup),
    };
  });
}
