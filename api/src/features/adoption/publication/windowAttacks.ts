import { expect } from 'vitest';
import { smallestGroupShown, windowsOf, type DashboardResponse } from '@last-mile/shared/adoption';
import type { TakenIn, TakenInBy } from './takenIn';

/**
 * For tests: figures over several weeks, added and subtracted, by somebody who knows of which facts each
 * is made and whose these are.
 */

const minimum = smallestGroupShown;

/** A figure that was told, and the facts it was made of. */
interface Told extends TakenIn {
  readonly figure: string;
}

/** Every figure of all looks, each once. */
export type Noted = Map<string, Told>;

/** Notes every figure of every answer, and holds it to the facts it was made of. */
export function noteWindows(
  noted: Noted,
  answers: readonly DashboardResponse[],
  takenInBy: TakenInBy,
  startsOn: string,
): void {
  for (const answer of answers) {
    const closed = answer.weeks.filter(({ state }) => state === 'closed');
    const mondays = closed.map((week) => week.startsOn);
    const windows = windowsOf(mondays, startsOn);
    for (const { figure, kind, task, window, n } of figuresOf(answer)) {
      const facts = takenInBy(kind, task, windows[window]);
      // What the attacker reckons with is what was counted.
      if (n !== null) expect({ figure, n: facts.size }).toEqual({ figure, n });
      const key = `${kind} ${[...facts.keys()].sort().join()}`;
      noted.set(key, { figure: `${figure} ${mondays.at(-1) ?? ''}`, kind, facts });
    }
  }
}

interface ShownFigure {
  readonly figure: string;
  readonly kind: string;
  readonly task: string | null;
  readonly window: 'lastTwelve' | 'beforeStart' | 'lastFour';
  /** How many facts it says it is made of; null where it says how many people. */
  readonly n: number | null;
}

/** What an answer tells over several weeks, as far as it tells anything. */
function figuresOf({ draftingTime, trust, tasks: rows }: DashboardResponse): ShownFigure[] {
  const figures: (ShownFigure | false)[] = [];
  const add = (
    figure: string,
    kind: string,
    n: number | null | false,
    { task = null, window = 'lastTwelve' }: Partial<Pick<ShownFigure, 'task' | 'window'>> = {},
  ) => n !== false && figures.push({ figure, kind, task, window, n });
  const nOf = (measure: { state: string; n?: number }) =>
    measure.state === 'known' ? (measure.n ?? null) : (false as const);
  const both = ({ state }: { state: string }) => (state === 'known' ? null : (false as const));

  const { observed, withTemplate, sinceStart } = draftingTime;
  add('observed', 'drafts', observed.state === 'known' && observed.of);
  add('with a template', 'withTemplate', both(withTemplate));
  add('without a template', 'withoutTemplate', both(withTemplate));
  add('before the start', 'timedDrafts', both(sinceStart), { window: 'beforeStart' });
  add('since the start', 'timedDrafts', both(sinceStart), { window: 'lastFour' });
  const addTrust = (of: DashboardResponse['trust'], task: string | null) => {
    add('kept', 'keptShares', nOf(of.keptShare), { task });
    add('redo', 'answers', nOf(of.redoRate), { task });
    add('flags', 'uses', nOf(of.flagsPer100), { task });
  };
  addTrust(trust, null);
  for (const { workflowKey: task, uses, withTemplate: compared, trust: own } of rows) {
    addTrust(own, task);
    add('uses', 'uses', uses.state === 'known' && uses.value, { task });
    add('with a template', 'withTemplate', both(compared), { task });
    add('without a template', 'withoutTemplate', both(compared), { task });
  }
  return figures.filter((figure) => figure !== false);
}

/**
 * Every figure alone, and all sums and differences of two and three of one kind: what is left of them is of
 * nobody, or of enough people. `personOf` says who a subject is.
 */
export function attackWindows(
  noted: Noted,
  personOf: (subjectId: string) => unknown = (subjectId) => subjectId,
): void {
  const told = [...noted.values()];
  for (const kind of new Set(told.map((each) => each.kind))) {
    const own = told.filter((each) => each.kind === kind);
    own.forEach((one, index) => {
      expectEnough([[one, 1]], personOf);
      own.slice(index + 1).forEach((other, later) => {
        for (const sign of [1, -1]) {
          const both = [
            [one, 1],
            [other, sign],
          ] as const;
          expectEnough(both, personOf);
          for (const third of own.slice(index + later + 2)) {
            for (const last of [1, -1]) {
              expectEnough([...both, [third, last]], personOf);
            }
          }
        }
      });
    });
  }
}

function expectEnough(
  sum: readonly (readonly [Told, number])[],
  personOf: (subjectId: string) => unknown,
) {
  const times = new Map<string, number>();
  const subjectOf = new Map<string, string>();
  for (const [{ facts }, sign] of sum) {
    for (const [fact, subjectId] of facts) {
      times.set(fact, (times.get(fact) ?? 0) + sign);
      subjectOf.set(fact, subjectId);
    }
  }
  const left = [...times].filter(([, times]) => times !== 0);
  const about = left.map(([fact]) => personOf(subjectOf.get(fact) ?? ''));
  const { size } = new Set(about);
  if (size === 0 || size >= minimum) return;
  const by = sum.map(([{ figure, kind }, sign]) => `${sign > 0 ? '+' : '−'} ${kind}: ${figure}`);
  expect({ by, people: size }).toEqual({ by, people: 0 });
}
