import type { Improvements } from '../adoption';
import { distinctFeedback } from './distinctFeedback';
import { feedbackStates } from './feedbackSubject';
import { feedbackOutcomes } from './feedbackOutcome';
import type { MeasuredFeedback } from './measuredFeedback';

/** Distinct suggestions, by where they stand and by the way they took (design 5). */
export function improvementsOf(all: readonly MeasuredFeedback[]): Improvements {
  const distinct = distinctFeedback(all.filter(({ kind }) => kind === 'suggestion'));
  const states = distinct.map(({ state }) => state);
  const routes = distinct.map(({ outcome }) => outcome ?? 'undecided');
  return {
    total: distinct.length,
    byState: tally(feedbackStates, states),
    byRoute: tally([...feedbackOutcomes, 'undecided'], routes),
  };
}

function tally<Name extends string>(names: readonly Name[], found: readonly Name[]) {
  const counts = names.map((name) => [name, found.filter((each) => each === name).length]);
  return Object.fromEntries(counts) as Record<Name, number>;
}
