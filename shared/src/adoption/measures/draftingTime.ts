import type { CalendarDay } from '../../calendarDay';
import type { DraftingTime } from '../dashboard';
import { factsOfEligible } from './eligible';
import type { DraftObservation } from '../facts';
import type { Comparison } from '../figures';
import { groupBy } from './groupBy';
import { mondayIn } from '../isoWeek';
import { measureOver, peopleOf, type Measured } from './measured';
import { median } from '../statistics/median';
import { comparisonOf } from '../statistics/pairedComparison';

/**
 * Observed drafting time (design 5) of people who were eligible in the week they sent the draft: the
 * median of each week of `mondays`, in that order, and the comparisons within the same people. A
 * week's median and the observed share are known from the smallest group on, `n` of the median being
 * people; below it they are not enough data, and nothing here is ever hidden.
 */
export function draftingTimeOf(
  drafts: readonly DraftObservation[],
  mondays: readonly CalendarDay[],
  { membership, windows, timeZone, smallestGroup }: Measured,
): DraftingTime {
  const draftsIn = (weeks: readonly CalendarDay[]) =>
    factsOfEligible(drafts, membership, weeks, timeZone);
  const byWeek = groupBy(draftsIn(mondays), ({ at }) => mondayIn(at, timeZone));
  const recent = draftsIn(windows.lastTwelve);
  return {
    weekly: mondays.map((monday) => {
      const timed = (byWeek.get(monday) ?? []).filter(isTimed);
      const people = peopleOf(timed);
      return measureOver(people, smallestGroup, () => ({
        value: median(timed.map(({ minutes }) => minutes)),
        n: people,
      }));
    }),
    withTemplate: compareByTemplate(recent),
    sinceStart: compareMinutes(draftsIn(windows.beforeStart), draftsIn(windows.lastFour)),
    observed:
      peopleOf(recent) < smallestGroup
        ? { state: 'notEnoughData' }
        : { state: 'known', n: recent.filter(isTimed).length, of: recent.length },
  };
}

/** Drafting time without a template (first) against with one (second), within the same people. */
export function compareByTemplate(drafts: readonly DraftObservation[]): Comparison {
  return compareMinutes(
    drafts.filter(({ template }) => template === null),
    drafts.filter(({ template }) => template !== null),
  );
}

/** Who sent drafts on both sides stands for themselves, by the median of their drafts on each. */
function compareMinutes(
  first: readonly DraftObservation[],
  second: readonly DraftObservation[],
): Comparison {
  const later = mediansByPerson(second);
  return comparisonOf(
    [...mediansByPerson(first)].flatMap(([subjectId, minutes]) => {
      const other = later.get(subjectId);
      return other === undefined ? [] : [{ first: minutes, second: other }];
    }),
  );
}

function mediansByPerson(drafts: readonly DraftObservation[]): Map<string, number> {
  const people = groupBy(drafts.filter(isTimed), ({ subjectId }) => subjectId);
  return new Map(
    [...people].map(([subjectId, own]) => [subjectId, median(own.map(({ minutes }) => minutes))]),
  );
}

/** A draft whose time the device could tell. */
type TimedDraft = DraftObservation & { readonly minutes: number };

function isTimed(draft: DraftObservation): draft is TimedDraft {
  return draft.minutes !== null;
}
