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
  const isOpen = (item: Item) => textOf(item, 'State') !== 'closed';
  const dayOf = (item: Item, column: string): Day | null => {
    const at = textOf(item, column);
    return at === null ? null : dayIn(facts.timeZone, new Date(at));
  };
  const share = (of: readonly Item[], holds: (item: Item) => boolean): OverItems =>
    of.length === 0 ? null : { value: of.filter(holds).length / of.length, n: of.length };

  const answered = items.filter((item) => dayOf(item, 'RespondedAt') !== null);
  const due = items.filter((item) => (textOf(item, 'DueOn') ?? '9') < facts.today);
  const closed = items.filter((item) => !isOpen(item));
  const ended = representatives(items).filter((item) => !isOpen(item));
  const waits = answered.map((item) =>
    workingDays(
      dayOf(item, 'SubmittedAt') ?? '',
      dayOf(item, 'RespondedAt') ?? '',
      facts.isWorkday,
    ),
  );
  return {
    open: items.filter(isOpen).length,
    overdue: due.filter((item) => textOf(item, 'State') === 'new').length,
    openReachedClient: items.filter((item) => isOpen(item) && item.fields['ReachedClient'] === true)
      .length,
    closed: closed.length,
    suggestions: items.filter((item) => textOf(item, 'Kind') === 'suggestion').length,
    firstResponseDays: waits.length === 0 ? null : { value: median(waits), n: waits.length },
    insideDue: share(
      // Of what was taken up without a kept answer nobody knows when it was answered.
      due.filter((item) => textOf(item, 'State') === 'new' || answered.includes(item)),
      (item) => {
        const answeredOn = dayOf(item, 'RespondedAt');
        return answeredOn !== null && answeredOn <= (textOf(item, 'DueOn') ?? '');
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

/**
 * One item for each group of merged ones: where so many steps lead as there are items. Who still
 * walks then walks in a circle, for which the first submitted of it stands.
 */
function representatives(items: readonly Item[]): Item[] {
  const next = (item: Item) =>
    items.find(({ key }) => key === textOf(item, 'MergedInto')?.toLowerCase());
  const sent = (item: Item) => `${textOf(item, 'SubmittedAt') ?? ''} ${item.key}`;
  const ends = items.map((item) => {
    const at = items.reduce((reached) => next(reached) ?? reached, item);
    const circle = [at];
    for (let each = next(at); each !== undefined && each !== at; each = next(each)) {
      circle.push(each);
    }
    return circle.reduce((first, each) => (sent(each) < sent(first) ? each : first));
  });
  return [...new Set(ends)];
}
