import * as z from 'zod/mini';
import { clientKey, singleLine } from '../text';

/** The job families that the starter library was written for. */
export const starterFamilies = [
  'client-advisory',
  'account-management',
  'operations-delivery',
  'people-finance',
] as const;
export const starterFamily = z.enum(starterFamilies);
export type StarterFamily = z.infer<typeof starterFamily>;

/** The tasks that the starter library was written for; a programme says which of its own each is. */
export const starterTasks = [
  'meeting follow-up',
  'status report',
  'proposal',
  'overdue invoice',
  'document request',
  'unhappy client',
  'change of scope',
  'candidates',
  'project start',
  'monthly figures',
] as const;
export const starterTask = z.enum(starterTasks);
export type StarterTask = z.infer<typeof starterTask>;

/** The tasks that items for a job family serve. */
export const tasksOfStarterFamily: Readonly<Record<StarterFamily, readonly StarterTask[]>> = {
  'client-advisory': ['meeting follow-up', 'document request', 'unhappy client'],
  'account-management': ['meeting follow-up', 'proposal', 'unhappy client', 'change of scope'],
  'operations-delivery': ['project start', 'status report', 'change of scope'],
  'people-finance': ['overdue invoice', 'monthly figures', 'candidates'],
};

/** The tasks that items for everybody serve. */
export const tasksOfEverybody: readonly StarterTask[] = ['meeting follow-up', 'project start'];

/** Takes the starter library's items of these job families, and those for everybody, as drafts. */
export const starterRequest = z.strictObject({
  families: z.array(starterFamily).check(z.minLength(1)),
  /** What its tasks are here, by the key of a mapped task; what is not named is left empty. */
  tasks: z.optional(
    z
      .array(z.strictObject({ from: starterTask, to: clientKey }))
      .check(z.maxLength(starterTasks.length)),
  ),
  /**
   * What its job families are here, by id; null for none. One that is not named is the programme's
   * own of the same id, where it has that.
   */
  jobFamilies: z.optional(
    z
      .array(z.strictObject({ from: starterFamily, to: z.nullable(singleLine) }))
      .check(z.maxLength(starterFamilies.length)),
  ),
});
export type StarterRequest = z.infer<typeof starterRequest>;

export const starterResponse = z.object({
  /** Items that became drafts now. */
  added: z.number(),
  /** Items that were in the library already, word for word or under their key. */
  known: z.number(),
});
export type StarterResponse = z.infer<typeof starterResponse>;
