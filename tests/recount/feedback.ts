import { dayIn, plus, type Day } from './calendar';
import type { Facts, Item } from './readFacts';
import { textOf } from './readItem';
import { median } from './signedRank';

/** Working days from one day to another: what comes on a day off counts from the next one. */
function workingDays(from: Day, to: Day, isWorkday: (day: Day) => boolean): number {
  let count = 0;
  let day = from;
  while (!isWorkday(day)) day = plus(day, 1);
  while (day < to) {
    day = plus(day, 1);
    if (isWorkday(day) && day <= to) count += 1;
  }
  return count;
}

/** A value over n items; null where there are none. */
type OverItems = { readonly value: number; readonly n: number } | null;

export interface FeedbackFigures {
  readonly open: number;
  readonly overdue: number;
  readonly openReachedClient: number;
  readonly closed: number;
  readonly suggestions: number;
  readonly firstResponseDays: OverItems;
  readonly insideDue: OverItems;
  readonly withOutcome: OverItems;
  readonly helped: OverItems;
}

export function recountFeedback(facts: Facts): FeedbackFigures {
  const items = facts.items('Feedback');
  const ends = endsOf(items);
  // What was merged waits for nobody, and is answered with the one it goes on in.
  const isOpen = (item: Item) => ends.get(item) === item && textOf(item, 'State') !== 'closed';
  const dayOf = (at: string | null): Day | null =>
    at === null ? null : dayIn(facts.timeZone, new Date(at));
  const sentOn = (item: Item) => dayOf(textOf(item, 'SubmittedAt'));
  const answeredOn = (item: Item): Day | null => {
    const own = dayOf(textOf(item, 'RespondedAt'));
    const theirs = dayOf(textOf(ends.get(item) ?? item, 'RespondedAt'));
    const sent = sentOn(item);
    return own ?? (theirs !== null && sent !== null && theirs < sent ? sent : theirs);
  };
  const stateOf = (item: Item) =>
    textOf(textOf(item, 'RespondedAt') === null ? (ends.get(item) ?? item) : item, 'State');
  const share = (of: readonly Item[], holds: (item: Item) => boolean): OverItems =>
    of.length === 0 ? null : { value: of.filter(holds).length / of.length, n: of.length };

  const answered = items.filter((item) => answeredOn(item) !== null);
  const due = items.filter((item) => (textOf(item, 'DueOn') ?? '9') < facts.today);
  const closed = items.filter((item) => !isOpen(item));
  const ended = representatives(items).filter((item) => !isOpen(item));
  const waits = answered.map((item) =>
    workingDays(sentOn(item) ?? '', answeredOn(item) ?? '', facts.isWorkday),
  );
  return {
    open: items.filter(isOpen).length,
    overdue: items.filter(
      (item) =>
        isOpen(item) &&
        textOf(item, 'State') === 'new' &&
        (textOf(item, 'AnswerDueOn') ?? textOf(item, 'DueOn') ?? '9') < facts.today,
    ).length,
    openReachedClient: items.filter((item) => isOpen(item) && item.fields['ReachedClient'] === true)
      .length,
    closed: closed.length,
    suggestions: items.filter((item) => textOf(item, 'Kind') === 'suggestion').length,
    firstResponseDays: waits.length === 0 ? null : { value: median(waits), n: waits.length },
    insideDue: share(
      // Of what was taken up without a kept answer nobody knows when it was answered.
      due.filter((item) => stateOf(item) === 'new' || answered.includes(item)),
      (item) => {
        const day = answeredOn(item);
        return day !== null && day <= (textOf(item, 'DueOn') ?? '');
      },
    ),
    withOutcome: share(
      ended,
      (item) => textOf(item, 'Outcome') !== null && textOf(item, 'OutcomeReference') !== null,
    ),
    helped: share(
      items.filter((item) => textOf(item, 'Helped') !== null),
      (item) => textOf(item, 'Helped') === 'yes',
    ),
  };
}

/** Distinct suggestions, by state and by how they ended. */
export function recountImprovements(facts: Facts) {
  const suggestions = facts
    .items('Feedback')
    .filter((item) => textOf(item, 'Kind') === 'suggestion');
  const distinct = representatives(suggestions);
  const tally = (nameOf: (item: Item) => string) => {
    const counts: Record<string, number> = {};
    for (const item of distinct) counts[nameOf(item)] = (counts[nameOf(item)] ?? 0) + 1;
    return counts;
  };
  return {
    total: distinct.length,
    byState: tally((item) => textOf(item, 'State') ?? 'new'),
    byRoute: tally((item) => textOf(item, 'Outcome') ?? 'undecided'),
  };
}

/** One item for each group of merged ones. */
const representatives = (items: readonly Item[]): Item[] => [...new Set(endsOf(items).values())];

/**
 * By each item the one that stands for its group: where so many steps lead as there are items. Who
 * still walks then walks in a circle, for which the first submitted of it stands.
 */
function endsOf(items: readonly Item[]): ReadonlyMap<Item, Item> {
  const next = (item: Item) =>
    items.find(({ key }) => key === textOf(item, 'MergedInto')?.toLowerCase());
  const sent = (item: Item) => `${textOf(item, 'SubmittedAt') ?? ''} ${item.key}`;
  const endOf = (item: Item) => {
    const at = items.reduce((reached) => next(reached) ?? reached, item);
    const circle = [at];
    for (let each = next(at); each !== undefined && each !== at; each = next(each)) {
      circle.push(each);
    }
    return circle.reduce((first, each) => (sent(each) < sent(first) ? each : first));
  };
  return new Map(items.map((item) => [item, endOf(item)]));
}
