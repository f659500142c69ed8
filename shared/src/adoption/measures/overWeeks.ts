import type { CalendarDay } from '../../calendarDay';
import type { Fact } from '../facts';
import { tellWeek, type Doers, type ToldWeek } from '../publication/toldWeeks';
import { createIsEligible, factsOfEligible } from './eligible';
import { groupBy } from './groupBy';
import { peopleOf, type Measured } from './measured';

/** Facts of one kind as far as they are told in figures over several weeks (decision 0017). */
export interface OverWeeks<F extends Fact> {
  readonly all: readonly F[];
  /** Those of some parts, as far as these are told by themselves. */
  of(parts: ReadonlySet<string | null>): readonly F[];
  /** Whether a week is told, or of it this part. */
  tells(monday: CalendarDay, part?: string | null): boolean;
}

/**
 * Facts of one kind of people who were eligible in the fact's own week, in the weeks of `window`.
 * `partOf` is the item or task a fact is about.
 */
export function overWeeks<F extends Fact>(
  facts: readonly F[],
  partOf: (fact: F) => string | null,
  window: readonly CalendarDay[],
  { membership, closed, timeZone, smallestGroup }: Measured,
): OverWeeks<F> {
  const byWeek = factsOfEligible(facts, membership, closed, timeZone);
  const isEligible = createIsEligible(membership);
  const decided = new Map<string, ToldWeek>();
  for (const week of closed) {
    const own = byWeek.get(week) ?? [];
    const parts = new Map(
      [...groupBy(own, (fact) => partOf(fact) ?? '')].map(([part, some]) => [part, doersOf(some)]),
    );
    const others = own.filter((fact) => {
      const part = partOf(fact);
      return part === null || (parts.get(part)?.people ?? 0) < smallestGroup;
    });
    parts.delete('');
    const kind = { week, all: doersOf(own), parts, others: peopleOf(others) };
    for (const told of tellWeek([...decided.values()], kind, smallestGroup, isEligible)) {
      decided.set(`${told.week} ${told.part ?? ''}`, told);
    }
  }
  const [first = '', last = ''] = [window[0], window.at(-1)];
  const isTold = (told: ToldWeek | undefined) =>
    !told || (told.run !== null && told.run.from >= first && told.run.to <= last);
  const tells = (monday: CalendarDay, part: string | null = null) => {
    const whole = decided.get(`${monday} `);
    if (part === null) return isTold(whole);
    return isTold(whole && decided.get(`${monday} ${part}`)) && isByItself(whole);
  };
  return {
    all: window.filter((week) => tells(week)).flatMap((week) => byWeek.get(week) ?? []),
    of: (parts) =>
      window.flatMap((week) =>
        (byWeek.get(week) ?? []).filter((fact) => {
          const part = partOf(fact);
          return part !== null && parts.has(part) && tells(week, part);
        }),
      ),
    tells,
  };
}

/** Whether a week is told without any other: only then are its parts. */
const isByItself = (whole: ToldWeek | undefined) =>
  !whole || (whole.run !== null && whole.run.from === whole.run.to && whole.who.length === 0);

function doersOf(facts: readonly Fact[]): Doers {
  const who = [...new Set(facts.map(({ subjectId }) => subjectId))];
  return { people: who.length, who };
}
