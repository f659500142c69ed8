import type { CalendarDay } from '../../calendarDay';
import type { DraftingTime } from '../dashboard';
import { createIsEligible, factsOfEligible } from './eligible';
import type { DraftObservation } from '../facts';
import type { Comparison } from '../figures';
import { groupBy } from './groupBy';
import { measureOver, peopleOf, type Measured } from './measured';
import { overWeeks } from './overWeeks';
import { median } from '../statistics/median';
import { peopleAtOneTime } from '../publication/atOneTime';
import { comparisonOf, fewestPairs } from '../statistics/pairedComparison';

/**
 * Observed drafting time (design 5) of people who were eligible in the week they sent the draft: the
 * median of each week of `mondays`, in that order, and the comparisons within the same people. A
 * week's median is known from the smallest group on, `n` of the median being people; of what is taken
 * over several weeks, only weeks and runs of weeks of as many people are. Below that it is not enough
 * data, and nothing here is ever hidden.
 */
export function draftingTimeOf(
  drafts: readonly DraftObservation[],
  mondays: readonly CalendarDay[],
  measured: Measured,
): DraftingTime {
  const { membership, windows, timeZone, smallestGroup } = measured;
  const timedIn = (weeks: readonly CalendarDay[]) =>
    overWeeks(drafts.filter(isTimed), nothingApart, weeks, measured).all;
  const byWeek = factsOfEligible(drafts, membership, mondays, timeZone);
  const recent = overWeeks(drafts, nothingApart, windows.lastTwelve, measured).all;
  return {
    weekly: mondays.map((monday) => {
      const timed = (byWeek.get(monday) ?? []).filter(isTimed);
      const people = peopleOf(timed);
      return measureOver(people, smallestGroup, () => ({
        value: median(timed.map(({ minutes }) => minutes)),
        n: people,
      }));
    }),
    withTemplate: compareByTemplate(drafts, measured),
    // Whoever drafted on both sides of the start is one subject, and nobody is two such.
    sinceStart: comparisonOf(pairsOf(timedIn(windows.beforeStart), timedIn(windows.lastFour))),
    observed:
      peopleOf(recent) < smallestGroup
        ? { state: 'notEnoughData' }
        : { state: 'known', n: recent.filter(isTimed).length, of: recent.length },
  };
}

const nothingApart = () => null;

/**
 * Drafting time without a template (first) against with one (second), within the same people, of all
 * drafts in the last twelve closed weeks or of those for one task. Weeks are told of each side by
 * itself. Not enough data below ten people who were eligible at one time.
 */
export function compareByTemplate(
  drafts: readonly DraftObservation[],
  measured: Measured,
  task: string | null = null,
): Comparison {
  const side = (withTemplate: boolean) => {
    const own = drafts
      .filter(isTimed)
      .filter(({ template }) => (template !== null) === withTemplate);
    const told = overWeeks(own, ({ taskKey }) => taskKey, measured.windows.lastTwelve, measured);
    return task === null ? told.all : told.of(new Set([task]));
  };
  const pairs = pairsOf(side(false), side(true));
  const people = peopleAtOneTime(
    pairs.map(({ subjectId }) => subjectId),
    measured.windows.lastTwelve,
    createIsEligible(measured.membership),
  );
  return people < fewestPairs ? { state: 'notEnoughData' } : comparisonOf(pairs);
}

/** Who sent drafts on both sides stands for themselves, by the median of their drafts on each. */
function pairsOf(first: readonly TimedDraft[], second: readonly TimedDraft[]) {
  const later = mediansByPerson(second);
  return [...mediansByPerson(first)].flatMap(([subjectId, minutes]) => {
    const other = later.get(subjectId);
    return other === undefined ? [] : [{ subjectId, first: minutes, second: other }];
  });
}

function mediansByPerson(drafts: readonly TimedDraft[]): Map<string, number> {
  const people = groupBy(drafts, ({ subjectId }) => subjectId);
  return new Map(
    [...people].map(([subjectId, own]) => [subjectId, median(own.map(({ minutes }) => minutes))]),
  );
}

/** A draft whose time the device could tell. */
type TimedDraft = DraftObservation & { readonly minutes: number };

function isTimed(draft: DraftObservation): draft is TimedDraft {
  return draft.minutes !== null;
}
