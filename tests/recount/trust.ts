import { dayIn, mondayOf } from './calendar';
import { isMember } from './drafting';
import { closedWeeks } from './habits';
import type { Facts } from './readFacts';
import { median } from './signedRank';

/** A value over n observations; null where there are none. */
export type Figure = { readonly value: number; readonly n: number } | null;

export interface Trust {
  readonly keptShare: Figure;
  readonly redoRate: Figure;
  readonly flagsPer100: Figure;
}

/** About the last twelve closed weeks. */
export function recountTrust(facts: Facts): Trust {
  const weeks = closedWeeks(facts).slice(-12);
  const counts = isMember(facts);
  const inside = (fact: { person: string; week: string }) =>
    weeks.includes(fact.week) && counts(fact);
  const kept = facts.drafts
    .filter(inside)
    .flatMap(({ keptShare }) => (keptShare === null ? [] : [keptShare]));
  const answers = facts.answers.filter(inside);
  const uses = facts.actions.filter((action) => action.item !== null && inside(action));
  const flags = facts
    .items('Feedback')
    .filter(({ fields }) => fields['Kind'] === 'flag' && fields['AboutType'] === 'libraryItem')
    .filter(({ fields }) => {
      const at = new Date(String(fields['SubmittedAt']));
      return weeks.includes(mondayOf(dayIn(facts.timeZone, at)));
    });
  return {
    keptShare: kept.length === 0 ? null : { value: median(kept), n: kept.length },
    redoRate:
      answers.length === 0
        ? null
        : { value: answers.filter(({ redo }) => redo).length / answers.length, n: answers.length },
    flagsPer100:
      uses.length === 0 ? null : { value: (100 * flags.length) / uses.length, n: uses.length },
  };
}
