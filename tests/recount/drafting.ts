import { measuredWeeks, ofMembers } from './activity';
import type { Day } from './calendar';
import { figureOver, medianOf, peopleIn, type Figure } from './figure';
import { closedWeeks } from './habits';
import { mostAtOneTime, ofEnough } from './enough';
import type { Draft, Facts } from './readFacts';
import { median, pairedShift, type PairedShift } from './signedRank';

/** Fewer people than this say nothing. */
const fewestPeople = 10;

export interface Drafting {
  /** Median minutes of each measured week's observed drafts. */
  readonly weekly: readonly { readonly monday: Day; readonly minutes: Figure }[];
  readonly withTemplate: PairedShift | null;
  readonly sinceStart: PairedShift | null;
  readonly observed: { readonly n: number; readonly of: number; readonly people: number };
}

export function recountDrafting(facts: Facts): Drafting {
  const closed = closedWeeks(facts);
  const before = closed.filter((monday) => monday < facts.startsOn);
  const lastFour = closed.filter((monday) => monday >= facts.startsOn).slice(-4);
  const isMember = ofMembers(facts);
  const drafts = facts.drafts.filter(isMember);
  const told = drafts.filter(({ minutes }) => minutes !== null);
  const recent = ofEnough(drafts, closed, isMember).all(closed.slice(-12));
  const enough = ofEnough(told, closed, isMember);
  const since = [...pairsOf(enough.all(before), enough.all(lastFour)).values()];
  return {
    weekly: measuredWeeks(facts).map((monday) => ({
      monday,
      minutes: figureOver(
        told.filter(({ week }) => week === monday),
        medianOf(({ minutes }) => minutes),
      ),
    })),
    withTemplate: compareTemplates(facts, null),
    sinceStart: since.length < fewestPeople ? null : pairedShift(since),
    observed: {
      n: recent.filter(({ minutes }) => minutes !== null).length,
      of: recent.length,
      people: peopleIn(recent),
    },
  };
}

/** Without a template and with one, in the last twelve weeks: all drafts, or those for one task. */
export function compareTemplates(facts: Facts, task: string | null) {
  const closed = closedWeeks(facts);
  const window = closed.slice(-12);
  const isMember = ofMembers(facts);
  const timed = facts.drafts.filter(isMember).filter(({ minutes }) => minutes !== null);
  const side = (isOn: (draft: Draft) => boolean) => {
    const enough = ofEnough(timed.filter(isOn), closed, isMember, (draft) => draft.task);
    return task === null ? enough.all(window) : enough.about(window, (about) => about === task);
  };
  const pairs = pairsOf(
    side(({ item }) => item === null),
    side(({ item }) => item !== null),
  );
  // Somebody erased in these weeks may be two pairs, but is one member in each week.
  const people = mostAtOneTime([...pairs.keys()], window, isMember);
  return people < fewestPeople ? null : pairedShift([...pairs.values()]);
}

/** The same people on both sides: each stands for themselves by the median of their drafts. */
function pairsOf(first: readonly Draft[], second: readonly Draft[]) {
  const [before, after] = [ownMedians(first), ownMedians(second)];
  return new Map(
    [...before].flatMap(([person, one]) => {
      const other = after.get(person);
      return other === undefined ? [] : [[person, [one, other] as const] as const];
    }),
  );
}

function ownMedians(drafts: readonly Draft[]): Map<string, number> {
  const own = new Map<string, number[]>();
  for (const { person, minutes } of drafts) {
    if (minutes !== null) own.set(person, [...(own.get(person) ?? []), minutes]);
  }
  return new Map([...own].map(([person, minutes]) => [person, median(minutes)]));
}
