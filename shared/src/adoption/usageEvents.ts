import * as z from 'zod/mini';
import { clientKey, instant } from '../text';

/** Counted actions people take in the tab and the pane (design 5). Looking around does not count. */
export const usageKinds = ['promptCopied', 'promptOpened', 'templateInserted'] as const;
export const usageKind = z.enum(usageKinds);
export type UsageKind = z.infer<typeof usageKind>;

/** One counted action. Numbers and keys only: never text, subject or recipient. */
export const usageEvent = z.strictObject({
  clientKey,
  kind: usageKind,
  at: instant,
  itemKey: clientKey,
  version: z.number().check(z.int(), z.minimum(0)),
  surface: z.enum(['teams', 'outlook']),
});
export type UsageEvent = z.infer<typeof usageEvent>;

/** Most events in one request. */
export const eventsPerRequest = 200;

/** A batch; each event is checked by itself, bad ones are refused with a reason, the rest kept. */
export const eventsRequest = z.strictObject({
  events: z
    .array(z.unknown())
    .check(
      z.minLength(1, 'Send at least one event.'),
      z.maxLength(eventsPerRequest, `Send at most ${eventsPerRequest} events at a time.`),
    ),
});
export type EventsRequest = z.infer<typeof eventsRequest>;

export const eventsReceipt = z.object({
  accepted: z.number(),
  /** Events that had been counted before under the same key. */
  known: z.number(),
  refused: z.array(z.object({ index: z.number(), reason: z.string(), message: z.string() })),
});
export type EventsReceipt = z.infer<typeof eventsReceipt>;
