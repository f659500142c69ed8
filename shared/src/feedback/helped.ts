import * as z from 'zod/mini';
import { allow, refuse, type Decision } from '../rules';
import { clientKey, multiLine } from '../text';
import type { FeedbackItem } from './feedbackItem';

/** The reporter's answer to "Did that help?". "No" opens the item again. */
export const helpedRequest = z.strictObject({
  /** Made by the client: sent again it is known. */
  clientKey,
  helped: z.boolean(),
  /** What is still wrong; null where nothing was said. */
  words: z.nullable(multiLine),
});
export type HelpedRequest = z.infer<typeof helpedRequest>;

/** The answer is safe: committed under its key. `known` when this key had arrived before. */
export const helpedReceipt = z.object({ clientKey, state: z.enum(['accepted', 'known']) });
export type HelpedReceipt = z.infer<typeof helpedReceipt>;

/**
 * Whether the reporter is asked "Did that help?": once for each time it was closed. Who said that it did
 * not is asked again when it is closed the next time; who said that it did is left alone.
 */
export function canAnswerHelped({
  state,
  helped,
}: Pick<FeedbackItem, 'state' | 'helped'>): Decision<'feedbackNotClosed' | 'helpedAnswered'> {
  if (state !== 'closed') return refuse('feedbackNotClosed');
  return helped === true ? refuse('helpedAnswered') : allow;
}
