import type { SamplePerson } from './people';
import type { SampleMoment } from './sampleClock';
import { createDraws } from './seededDraws';
import type { SampleAction } from './usageModel';

/** An answer to "Did you have to redo it?". */
export interface SampleRedo extends SampleMoment {
  readonly itemKey: string;
  readonly redo: boolean;
  readonly surface: 'teams' | 'outlook';
}

const seed = 20_260_303;

/**
 * The answers people gave: asked at most once a week, after the last library item they used in it,
 * and answered by some. Each item has its own chance of being redone, and practice lowers it.
 */
export function redoAnswersOf(
  usage: ReadonlyMap<SamplePerson, readonly SampleAction[]>,
): ReadonlyMap<SamplePerson, readonly SampleRedo[]> {
  const draws = createDraws(seed);
  return new Map(
    [...usage].map(([person, actions]) => {
      const patience = 0.5 * draws.share();
      const lastOfWeek = new Map<number, SampleAction>();
      for (const action of actions) {
        const known = lastOfWeek.get(action.week);
        if (action.kind === 'promptOpened') continue;
        if (!known || placeOf(action) > placeOf(known)) lastOfWeek.set(action.week, action);
      }
      const answers = [...lastOfWeek.values()].flatMap((action): SampleRedo[] => {
        const hasAnswered = draws.share() < patience;
        const redo = draws.share() < chanceOfRedo(action);
        const { week, weekday, minute, itemKey, surface } = action;
        return hasAnswered ? [{ week, weekday, minute: minute + 2, itemKey, redo, surface }] : [];
      });
      return [person, answers] as const;
    }),
  );
}

const placeOf = ({ weekday, minute }: SampleAction) => weekday * 1_440 + minute;

function chanceOfRedo({ itemKey, week }: SampleAction): number {
  const ofItem = 0.12 + 0.3 * createDraws(Number.parseInt(itemKey.slice(0, 8), 16) + 1).share();
  const practice = week < 0 ? 1 : 0.7 + 0.3 * Math.exp(-(week + 1) / 4);
  return ofItem * practice;
}
