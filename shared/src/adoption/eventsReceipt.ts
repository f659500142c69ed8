import * as z from 'zod/mini';

/** What became of a batch of events. */
export const eventsReceipt = z.object({
  accepted: z.number(),
  /** Events that had been counted before under the same key. */
  known: z.number(),
  refused: z.array(z.object({ index: z.number(), reason: z.string(), message: z.string() })),
});
export type EventsReceipt = z.infer<typeof eventsReceipt>;
