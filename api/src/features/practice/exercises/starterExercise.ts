import type { Exercise } from '@last-mile/shared/practice';
import type { StarterFamily } from '@last-mile/shared/library';

/** An exercise as it ships: people, firms and figures in it are invented. */
export interface StarterExercise {
  readonly id: string;
  readonly family: StarterFamily;
  readonly title: string;
  readonly scenario: string;
  readonly exercise: Omit<Exercise, 'itemKey'>;
  /** The item of the starter library to try, by its title; null where none is needed. */
  readonly tries: string | null;
}

interface Written {
  readonly id: string;
  readonly title: string;
  readonly scenario: string;
  readonly instruction: string;
  readonly input: string;
}

/** Use a prompt on an input. */
export function tryIt(
  family: StarterFamily,
  { tries, ...written }: Written & { readonly tries: string },
): StarterExercise {
  return { ...toExercise(family, 'try', written, null), tries };
}

/** Find what is wrong with an output. */
export function judgeIt(
  family: StarterFamily,
  { solution, ...written }: Written & { readonly solution: string },
): StarterExercise {
  return { ...toExercise(family, 'judge', written, solution), tries: null };
}

function toExercise(
  family: StarterFamily,
  kind: Exercise['kind'],
  { id, title, scenario, instruction, input }: Written,
  solution: string | null,
) {
  return {
    ...{ id, family, title, scenario: scenario.trim() },
    exercise: {
      ...{ kind, instruction: instruction.trim(), input: input.trim() },
      solution: solution?.trim() ?? null,
    },
  };
}
