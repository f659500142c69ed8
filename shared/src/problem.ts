import * as z from 'zod/mini';

/** What every refused request answers: a stable code, a sentence, and what to mend where. */
export const problem = z.object({
  code: z.string(),
  message: z.string(),
  issues: z.optional(z.array(z.object({ path: z.string(), message: z.string() }))),
  /** With `consent_required` or `interaction_required`: the claims to ask Entra for. */
  claims: z.optional(z.string()),
  /** With `conflict`: the item as it is now. */
  current: z.optional(z.unknown()),
});
export type Problem = z.infer<typeof problem>;
