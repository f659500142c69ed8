import type { Trust } from '../dashboard';
import type { CountedAction, DraftObservation, Fact, Flag, RedoAnswer } from '../facts';
import { mondayIn } from '../isoWeek';
import { measureOver, peopleOf, type Measured } from './measured';
import { overWeeks, type OverWeeks } from './overWeeks';
import { median } from '../statistics/median';

/** What trust and tasks are measured by. */
export interface UseFacts {
  readonly actions: readonly CountedAction[];
  readonly drafts: readonly DraftObservation[];
  readonly answers: readonly RedoAnswer[];
  /** Flags on library items and on what an assistant wrote; on the tool or a workflow is neither. */
  readonly flags: readonly Flag[];
}

/** What became of a text that somebody used. */
interface KeptShare extends Fact {
  readonly itemKey: string;
  readonly share: number;
}

/** The same over the last twelve closed weeks, each kind by the items it is about. */
export interface RecentUse {
  readonly kept: OverWeeks<KeptShare>;
  readonly answers: OverWeeks<RedoAnswer>;
  /** Counted actions with a library item. */
  readonly uses: OverWeeks<CountedAction>;
  readonly flags: readonly Flag[];
}

/**
 * Whether output can be relied on, over the last twelve closed weeks (design 5): the facts are of
 * people eligible in the fact's own week, and a counted use is a counted action with a library item.
 * Of weeks in which fewer than the smallest group did something, and of their items, only runs of
 * enough people are told; where nothing is, that is not enough data, and nothing here is ever hidden.
 */
export function trustOf(facts: UseFacts, measured: Measured): Trust {
  return trustIn(recentUse(facts, measured), null, measured);
}

export function recentUse(facts: UseFacts, measured: Measured): RecentUse {
  const { windows, timeZone } = measured;
  const byItem = <F extends Fact & { readonly itemKey: string | null }>(some: readonly F[]) =>
    overWeeks(some, ({ itemKey }) => itemKey, windows.lastTwelve, measured);
  return {
    kept: byItem(
      facts.drafts.flatMap(({ subjectId, at, template }) =>
        typeof template?.keptShare === 'number'
          ? { subjectId, at, itemKey: template.itemKey, share: template.keptShare }
          : [],
      ),
    ),
    answers: byItem(facts.answers),
    uses: byItem(facts.actions.filter(({ itemKey }) => itemKey !== null)),
    flags: facts.flags.filter(({ at }) => windows.lastTwelve.includes(mondayIn(at, timeZone))),
  };
}

/** Trust in these items, or in everything. */
export function trustIn(
  use: RecentUse,
  items: ReadonlySet<string | null> | null,
  { timeZone, smallestGroup }: Measured,
): Trust {
  const about = <F extends Fact>(facts: OverWeeks<F>) => (items ? facts.of(items) : facts.all);
  const [kept, answers, uses] = [about(use.kept), about(use.answers), about(use.uses)];
  // Flags belong to the weeks and items whose uses are told.
  const flags = use.flags.filter(({ at, itemKey }) => {
    const monday = mondayIn(at, timeZone);
    return items ? items.has(itemKey) && use.uses.tells(monday, itemKey) : use.uses.tells(monday);
  });
  return {
    keptShare: measureOver(peopleOf(kept), smallestGroup, () => ({
      value: median(kept.map(({ share }) => share)),
      n: kept.length,
    })),
    redoRate: measureOver(peopleOf(answers), smallestGroup, () => ({
      value: answers.filter(({ redo }) => redo).length / answers.length,
      n: answers.length,
    })),
    flagsPer100: measureOver(peopleOf(uses), smallestGroup, () => ({
      value: (100 * flags.length) / uses.length,
      n: uses.length,
    })),
  };
}
