import { checkpointsResponse, type CheckpointsResponse } from '@last-mile/shared/checkpoints';
import type { Product } from '../../src/product';

/** Figures over several weeks of 900 people take some seconds of a busy machine. */
const longestWaitMs = 60_000;
const askAgainMs = 250;

/**
 * Takes the checkpoints that are due at a moment, as the worker does: again while a figure is being
 * worked out. Answers what `ask` is shown then.
 */
export async function takeCheckpoints(
  product: Pick<Product, 'checkpoints'>,
  now: Date,
  ask: (path: string) => Promise<Response>,
): Promise<CheckpointsResponse> {
  const today = now.toISOString().slice(0, 10);
  const deadline = Date.now() + longestWaitMs;
  while (Date.now() < deadline) {
    await product.checkpoints.run();
    const answer = checkpointsResponse.parse(await (await ask('/api/checkpoints')).json());
    if (answer.next === null || answer.next.takenFrom > today) return answer;
    await new Promise((resolve) => setTimeout(resolve, askAgainMs));
  }
  throw new Error('A checkpoint that is due was not taken.');
}
