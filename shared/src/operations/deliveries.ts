import * as z from 'zod/mini';
import { instant } from '../text';

/** How delivery to SharePoint is. */
export const deliveryHealth = z.enum(['well', 'lagging', 'parked']);
export type DeliveryHealth = z.infer<typeof deliveryHealth>;

/** An item by its list and key. */
const deliveryKey = z.object({ list: z.string(), clientKey: z.string() });

/** What SharePoint would not take, without what it says. */
export const parkedDelivery = z.object({
  ...deliveryKey.shape,
  /** Graph's code, such as `invalidRequest`. */
  reason: z.string(),
  acceptedAt: instant,
});
export type ParkedDelivery = z.infer<typeof parkedDelivery>;

export const deliveriesResponse = z.object({
  health: deliveryHealth,
  waiting: z.number(),
  parked: z.number(),
  oldestWaitingAt: z.nullable(instant),
  /** The oldest parked ones first, 200 at most. */
  items: z.array(parkedDelivery),
});
export type DeliveriesResponse = z.infer<typeof deliveriesResponse>;

/** Which parked deliveries are to be tried again; all where none is named. */
export const replayRequest = z.strictObject({
  items: z.nullable(
    z
      .array(z.strictObject({ list: z.string(), clientKey: z.string() }))
      .check(z.minLength(1), z.maxLength(200)),
  ),
});
export type ReplayRequest = z.infer<typeof replayRequest>;

/** How many are tried again; what is parked no more does not count. */
export const replayReceipt = z.object({ replayed: z.number() });
