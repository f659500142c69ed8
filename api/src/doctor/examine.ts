import { createDeadline } from '../graph/deadline';
import { toUnknown } from './failure';
import type { Check, Finding, Result } from './finding';

/** For each check by itself; all of them run at the same time. */
const checkMs = 8_000;

/**
 * Looks at everything at once and answers in the order of the checks. A check that fails or takes too
 * long is one that could not be made; the others know nothing of it.
 */
export function examine<Ground>(
  checks: readonly Check<Ground>[],
  ground: Ground,
): Promise<Result[]> {
  return Promise.all(
    checks.map(async ({ id, title, look }) => ({ id, title, finding: await inTime(look, ground) })),
  );
}

async function inTime<Ground>(look: Check<Ground>['look'], ground: Ground): Promise<Finding> {
  const deadline = createDeadline(checkMs);
  try {
    return await deadline.hold(look(ground));
  } catch (error) {
    return toUnknown(error);
  } finally {
    deadline.clear();
  }
}
