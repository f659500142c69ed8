import type { StarterFamily } from '@last-mile/shared/library';
import type { ExercisesResponse } from '@last-mile/shared/practice';
import type { Programme } from '@last-mile/shared/programme';
import { clientExercises } from './exercises/clientExercises';
import { deliveryExercises } from './exercises/deliveryExercises';
import type { StarterExercise } from './exercises/starterExercise';

/**
 * The exercises that come with the starter library, for its four job families. Whoever prepares a session
 * takes one as a beginning and writes it for their own people.
 */
export const starterExercises: readonly StarterExercise[] = [
  ...clientExercises,
  ...deliveryExercises,
];

/** For whom the exercises are, in the language they are written in. */
const audiences: Readonly<Record<StarterFamily, string>> = {
  'client-advisory': 'Client advisory',
  'account-management': 'Account management',
  'operations-delivery': 'Operations and delivery',
  'people-finance': 'People and finance',
};

/**
 * What is offered in a programme. An exercise names the item to try where the programme has published the
 * starter library's under its title.
 */
export function createExercises(
  /** The keys of a programme's published items by their titles. */
  publishedTitles: (programme: Programme) => Promise<ReadonlyMap<string, string>>,
) {
  return async (programme: Programme): Promise<ExercisesResponse> => {
    const keys = await publishedTitles(programme);
    return {
      exercises: starterExercises.map(({ id, family, title, scenario, exercise, tries }) => ({
        ...{ id, audience: audiences[family], title, scenario },
        exercise: { ...exercise, itemKey: tries === null ? null : (keys.get(tries) ?? null) },
      })),
    };
  };
}
