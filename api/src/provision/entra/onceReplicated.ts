import { GraphError } from '../../graph/graphError';

const attempts = 9;

/**
 * Does `work`, again and again while the directory has not heard of what was made a moment before: its
 * copies are behind by seconds, at times by minutes, and nothing tells when they have caught up.
 */
export async function onceReplicated<T>(
  work: () => Promise<T>,
  wait: (milliseconds: number) => Promise<void>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === attempts || !isBehind(error)) throw error;
      await wait(Math.min(2 ** attempt, 60) * 1000);
    }
  }
}

/** Refusals of a reference to what is not there yet: 404, or 400 in one of these wordings. */
const behind = /does not reference a valid application object|Not a valid reference update/i;

function isBehind(error: unknown): boolean {
  if (!(error instanceof GraphError)) return false;
  return error.status === 404 || (error.status === 400 && behind.test(error.message));
}
