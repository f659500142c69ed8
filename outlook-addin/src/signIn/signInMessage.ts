import * as z from 'zod/mini';

/** What the page in Outlook's dialog tells the pane, once, as JSON. It is the only way a token takes. */
export const signInMessage = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('signedIn'),
    accessToken: z.string(),
    /** When the token ends, in milliseconds since 1970. */
    expiresAt: z.number(),
    /** `tid.oid` of whom it is. */
    account: z.string(),
    /** By which Entra finds the account again, so that nobody has to be asked who they are. */
    loginHint: z.string(),
  }),
  /** Entra, or the person, said no. */
  z.strictObject({ outcome: z.literal('refused') }),
  z.strictObject({ outcome: z.literal('failed') }),
]);

export type SignInMessage = z.infer<typeof signInMessage>;
