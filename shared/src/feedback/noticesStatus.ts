import * as z from 'zod/mini';

/** Whether people are notified in Teams; people who did not give their name are counted nowhere. */
export const noticesResponse = z.object({
  /** False until the deployment knows the app's id in Teams: then nobody is notified. */
  sending: z.boolean(),
  /** People who do not have the app in Teams. */
  notInstalled: z.number(),
  /** People whom the app may not notify. */
  notPermitted: z.number(),
  /** People whose notification Teams refused for another reason. */
  refused: z.number(),
});
export type NoticesResponse = z.infer<typeof noticesResponse>;
