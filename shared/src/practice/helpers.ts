import * as z from 'zod/mini';

/** A colleague who may be asked about a task: they said so themselves, and do it. */
export const helper = z.object({
  name: z.string(),
  /** Under which Teams finds them. */
  userPrincipalName: z.string(),
});
export type Helper = z.infer<typeof helper>;

/** Who may be asked about a task. How often anybody does it is no part of it. */
export const helpersResponse = z.object({
  helpers: z.array(helper),
  /** Whether the caller offers to be asked themselves. */
  offering: z.boolean(),
});
export type HelpersResponse = z.infer<typeof helpersResponse>;

/** The caller's own word on whether they may be asked about a task: off until they say otherwise. */
export const helpOffer = z.strictObject({ offering: z.boolean() });

/** The word as it is kept now. */
export const helpOfferKept = z.object({ offering: z.boolean() });
