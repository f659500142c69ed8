import type { Trust } from '../dashboard';
import { factsOfEligible } from './eligible';
import type { CountedAction, DraftObservation, Fact, Flag, RedoAnswer } from '../facts';
import { mondayIn } from '../isoWeek';
import { measureOver, peopleOf, type Measured } from './measured';
import { median } from '../statistics/median';

/** What trust and tasks are measured by. */
export interface UseFacts {
  readonly actions: readonly CountedAction[];
  readonly drafts: readonly DraftObservation[];
  readonly answers: readonly RedoAnswer[];
  /** Flags on library items and on what an assistant wrote; on the tool or a workflow is neither. */
  readonly flags: readonly Flag[];
}

/**
 * Whether output can be relied on, over the last twelve closed weeks (design 5): the facts are of
 * people eligible in the fact's own week, and a counted use is a counted action with a library item.
 * Each figure is known from the smallest group on of those whose drafts, answers or uses it is taken
 * over, whatever their number; below it is not enough data, and nothing here is ever hidden.
 */
export function trustOf(facts: UseFacts, measured: Measured): Trust {
  const { membership, windows, timeZone, smallestGroup } = measured;
  const weeks = windows.lastTwelve;
  const recent = <F extends Fact>(all: readonly F[]) =>
    factsOfEligible(all, membership, weeks, timeZone);
  const kept = recent(facts.drafts).flatMap(({ subjectId, at, template }) =>
    typeof template?.keptShare === 'number' ? { subjectId, at, share: template.keptShare } : [],
  );
  const answers = recent(facts.answers);
  const uses = recent(facts.actions).filter(({ itemKey }) => itemKey !== null);
  const flags = facts.flags.filter(({ at }) => weeks.includes(mondayIn(at, timeZone)));
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
