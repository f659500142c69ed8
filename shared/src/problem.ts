import * as z from 'zod/mini';

/** What an issue says, wherever it is. */
export const issueMeaning = {
  /** One of the codes of `issue.ts`, the code of a refusal, or one that a newer API knows. */
  code: z._default(z.string(), 'wrongForm'),
  /** The most or the least that is taken, where the code is about that. */
  limit: z.optional(z.number()),
  /** The code's sentence in English. */
  message: z.string(),
};

/** A place in what was sent, and what to mend there. */
export const issue = z.object({
  /** The field, with dots between: `content.sources.0.url`. */
  path: z.string(),
  ...issueMeaning,
});
export type Issue = z.infer<typeof issue>;

/** What every refused request answers: a stable code, a sentence, and what to mend where. */
export const problem = z.object({
  code: z.string(),
  message: z.string(),
  issues: z.optional(z.array(issue)),
  /** With `consent_required` or `interaction_required`: the claims to ask Entra for. */
  claims: z.optional(z.string()),
  /** With `consent_required`: what the person has to consent to, in its full form. */
  scopes: z.optional(z.array(z.string())),
  /** With `conflict`: the item as it is now. */
  current: z.optional(z.unknown()),
});
export type Problem = z.infer<typeof problem>;

/** Why a request was refused. */
export type Refusal = Pick<Problem, 'code' | 'message'>;
