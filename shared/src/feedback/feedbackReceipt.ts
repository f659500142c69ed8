import * as z from 'zod/mini';
import { calendarDay, clientKey } from '../text';

/** The words are safe: committed under their key. `known` when this key had arrived before. */
export const feedbackReceipt = z.object({
  clientKey,
  state: z.enum(['accepted', 'known']),
  /** Day by which a first response is due, in the programme's time zone. */
  dueOn: calendarDay,
});
export type FeedbackReceipt = z.infer<typeof feedbackReceipt>;
