import { GraphError, isPassing } from '../../graph/graphError';
import { ok, problem, type Check, type Finding } from '../finding';
import type { Ground } from '../ground';

/** Whether Graph takes requests now; `error` is its refusal of a small one, if it refused. */
function judgeGraph(error: GraphError | null): Finding {
  // Whatever else it refused for, it was there to refuse.
  if (error === null || !isPassing(error.status)) return ok('Graph answers');
  if (error.status === 0) {
    return problem(
      'Graph gives no answer',
      'lists are neither read nor written; what people send waits and is not lost',
      'Let https to graph.microsoft.com out of the network the API runs in; then look at Microsoft 365 admin center → Health → Service health.',
    );
  }
  const wait =
    error.retryAfterSeconds === undefined ? '' : ` for ${Math.ceil(error.retryAfterSeconds)} s`;
  if (error.status === 429) {
    return problem(
      `Graph throttles the app${wait}`,
      'what people send reaches SharePoint later; nothing is lost',
      'Wait and run npm run doctor again. Where it stays, look which other app uses the tenant’s allowance: docs/scale.md says what Last Mile takes of it.',
    );
  }
  return problem(
    `Graph is not available (${error.status})`,
    'lists are neither read nor written; what people send waits and is not lost',
    'Microsoft 365 admin center → Health → Service health. Last Mile goes on by itself.',
  );
}

export const graphCheck: Check<Ground> = {
  id: 'graph.answers',
  title: 'Microsoft Graph',
  async look({ roles, sharePointSite }) {
    await roles.needed();
    return sharePointSite.result().then(
      () => judgeGraph(null),
      (error: unknown) => {
        if (error instanceof GraphError) return judgeGraph(error);
        throw error;
      },
    );
  },
};
