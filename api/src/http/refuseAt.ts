import { problemOf } from './errors';
import { RuleRefused } from './refusals';

/** Refuses a request for what stands in one place of it. */
export function refuseAt(path: string, reason: string): never {
  throw new RuleRefused(reason, [{ path, ...problemOf(reason) }]);
}
