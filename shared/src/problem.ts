import * as z from 'zod/mini';
import { issue } from './issue';

/** What every refused request answers: a stable code, a sentence, and what to mend where. */
export const problem = z.object({
  code: z.string(),
  message: z.string(),
  issues: z.optional(z.array(issue)),
  /** With `consent_required` or `interaction_required`: the claims to ask Entra for. */
  claims: z.optional(z.string()),
  /** With `conflict`: the item as it is now. */
  current: z.optional(z.unknown()),
});
export type Problem = z.infer<typeof problem>;

/** Why a request was refused. */
export type Refusal = Pick<Problem, 'code' | 'message'>;
