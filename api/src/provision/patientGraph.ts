import type { GraphClient } from '../graph/graphClient';
import { GraphError, isPassing, isThrottled } from '../graph/graphError';

/** Longest wait between two attempts, whatever Graph asks for. */
const longestWaitSeconds = 300;
const attempts = 6;

/**
 * The same client, asking again where Graph was busy or away. What was throttled was not done and may
 * be asked again whatever it is; after a lost answer only what may happen twice is, so that a POST
 * whose answer was lost reaches the caller, who looks at what the tenant holds.
 */
export function patientGraph(
  graph: GraphClient,
  wait: (milliseconds: number) => Promise<void>,
): GraphClient {
  async function patiently<T>(ask: () => Promise<T>, mayRepeat: boolean): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof GraphError) || attempt === attempts) throw error;
        if (!isThrottled(error.status) && !(mayRepeat && isPassing(error.status))) throw error;
        const seconds = error.retryAfterSeconds ?? 2 ** attempt;
        await wait(Math.min(seconds, longestWaitSeconds) * 1000);
      }
    }
  }
  return {
    get: (path, options) => patiently(() => graph.get(path, options), true),
    getAll: (path, options) => patiently(() => graph.getAll(path, options), true),
    getText: (path, options) => patiently(() => graph.getText(path, options), true),
    post: (path, body, options) => patiently(() => graph.post(path, body, options), false),
    patch: (path, body, options) => patiently(() => graph.patch(path, body, options), true),
    delete: (path, options) => patiently(() => graph.delete(path, options), true),
    batch: (requests, options) => graph.batch(requests, options),
  };
}
