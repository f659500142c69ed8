import { addDays, type CalendarDay } from '../../calendarDay';
import { peopleAtOneTime, type IsEligible } from './atOneTime';

/** Who did something in a week. */
export interface Doers {
  readonly people: number;
  /** Each of them; of as many as the smallest group or more, nobody has to be named. */
  readonly who: readonly string[];
}

/** What people did of one kind in one week. */
export interface KindOfWeek {
  /** The week's Monday. */
  readonly week: CalendarDay;
  readonly all: Doers;
  /** By what they did it with or for (an item, a task), each by its key. */
  readonly parts: ReadonlyMap<string, Doers>;
  /** How many did it with or for nothing that has a key, or a part that fewer than `minimum` did. */
  readonly others: number;
}

/**
 * How a week is told over several weeks, as a whole (`part` is null) or one part of it. A part that is
 * told by itself has none.
 */
export interface ToldWeek {
  readonly week: CalendarDay;
  readonly part: string | null;
  /** Over windows with all weeks of this run; null where it is not told, or not yet. */
  readonly run: { readonly from: CalendarDay; readonly to: CalendarDay } | null;
  /** Who waits for company, or did. */
  readonly who: readonly string[];
  /** Of a week as a whole: how many people at least did it apart from the parts that are told. */
  readonly others: number;
}

/** The days between the first and the last Monday of a run: a longer one would never be told. */
export const longestRun = 7 * 11;

/**
 * Decides how a week is told in figures over several weeks (decision 0017), once it is closed and
 * every week before it is decided: `before` is what was decided of these. Answers what is new and what
 * changed.
 *
 * A week, and a part of it, that fewer than `minimum` people did waits for later such weeks, until the
 * run of them is of enough people who were eligible at one time. A part is told beside its week only as
 * long as the others are enough people too; where all who did the rest are too few, nor is the part that
 * the fewest did.
 */
export function tellWeek(
  before: readonly ToldWeek[],
  { week, all, parts, others }: KindOfWeek,
  minimum: number,
  isEligible: IsEligible,
): ToldWeek[] {
  if (all.people === 0) return [];
  const decided = new Map<string, ToldWeek>();
  const keep = (told: ToldWeek) => decided.set(`${told.week} ${told.part ?? ''}`, told);
  const recent = before.filter((each) => each.week >= addDays(week, -longestRun));
  const waitingFor = (part: string | null) =>
    recent.filter((each) => each.part === part && each.run === null && each.who.length > 0);
  const nobody: readonly string[] = [];

  if (all.people < minimum) {
    const alone: ToldWeek = { ...{ week, part: null, run: null }, who: all.who, others: 0 };
    keep(alone);
    const run = runOf([...waitingFor(null), alone], minimum, isEligible);
    for (const each of run ?? []) keep(each);
    return [...decided.values()];
  }

  const large = [...parts].filter(([, { people }]) => people >= minimum);
  const fewest = others > 0 && others < minimum ? fewestOf(large) : undefined;
  if (fewest) keep({ week, part: fewest.part, run: null, who: nobody, others: 0 });
  keep({
    ...{ week, part: null, run: { from: week, to: week }, who: nobody },
    others: Math.max(others, fewest?.people ?? 0),
  });

  /** The week as a whole without those who are told of as a part. */
  const without = (each: ToldWeek): ToldWeek | undefined => {
    const whole =
      decided.get(`${each.week} `) ??
      recent.find((other) => other.week === each.week && other.part === null);
    return whole && { ...whole, others: whole.others - each.who.length };
  };
  const small = [...parts].filter(([, { people }]) => people < minimum);
  for (const [part, { who }] of small.sort(rarestFirst)) {
    const alone: ToldWeek = { week, part, run: null, who, others: 0 };
    const together: ToldWeek[] = [];
    for (const each of [...waitingFor(part), alone]) {
      const enough = (without(each)?.others ?? 0) >= minimum;
      // Where the others would be too few, the part is not told of this week at all.
      keep(enough ? each : { ...each, who: nobody });
      if (enough) together.push(each);
    }
    for (const each of runOf(together, minimum, isEligible) ?? []) {
      const whole = without(each);
      if (whole) keep(whole);
      keep(each);
    }
  }
  return [...decided.values()];
}

/** These weeks as a run, if they are of enough people together. */
function runOf(
  waiting: readonly ToldWeek[],
  minimum: number,
  isEligible: IsEligible,
): ToldWeek[] | undefined {
  const weeks = waiting.map(({ week }) => week).sort();
  const who = waiting.flatMap((each) => each.who);
  if (peopleAtOneTime(who, weeks, isEligible) < minimum) return undefined;
  const run = { from: weeks[0] ?? '', to: weeks.at(-1) ?? '' };
  return waiting.map((each) => ({ ...each, run }));
}

type Part = readonly [string, Doers];

/** The part that the fewest did. */
function fewestOf(parts: readonly Part[]) {
  const [first] = parts.toSorted(rarestFirst);
  return first && { part: first[0], people: first[1].people };
}

/** Of parts that as many people did, the first by its key. */
function rarestFirst([one, did]: Part, [other, otherDid]: Part): number {
  return did.people - otherDid.people || (one < other ? -1 : 1);
}
