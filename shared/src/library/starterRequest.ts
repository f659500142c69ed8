import * as z from 'zod/mini';

/** The job families that the starter library was written for. */
export const starterFamilies = [
  'client-advisory',
  'account-management',
  'operations-delivery',
  'people-finance',
] as const;
export const starterFamily = z.enum(starterFamilies);
export type StarterFamily = z.infer<typeof starterFamily>;

/** Takes the starter library's items of these job families, and those for everybody, as drafts. */
export const starterRequest = z.strictObject({
  families: z.array(starterFamily).check(z.minLength(1)),
});
export type StarterRequest = z.infer<typeof starterRequest>;

export const starterResponse = z.object({
  /** Items that became drafts now. */
  added: z.number(),
  /** Items that were in the library already, word for word or under their key. */
  known: z.number(),
});
export type StarterResponse = z.infer<typeof starterResponse>;
