import { parseFilter, type Comparison } from './filterParser';
import { invalidRequest } from './graphFailure';
import type { JsonObject } from './jsonBody';

/** Keeps the resources whose plain properties meet a filter (users, lists, columns). */
export function filterProperties<T extends JsonObject>(
  resources: readonly T[],
  filter: string | undefined,
): readonly T[] {
  if (filter === undefined) return resources;
  const comparisons = parseFilter(filter);
  return resources.filter((resource) =>
    comparisons.every((comparison) => meets(resource[comparison.path], comparison)),
  );
}

function meets(value: unknown, { path, operator, literal }: Comparison): boolean {
  if (value === undefined) {
    throw invalidRequest(`Could not find a property named '${path}'.`);
  }
  const wanted = literal.value;
  if (value === null || wanted === null) {
    if (operator === 'eq') return value === wanted;
    return operator === 'ne' && value !== wanted;
  }
  if (typeof value !== typeof wanted) {
    throw invalidRequest(`'${path}' cannot be compared with a ${literal.kind}.`);
  }
  // The directory compares text without regard to case.
  const left = typeof value === 'string' ? value.toLowerCase() : (value as number | boolean);
  const right = typeof wanted === 'string' ? wanted.toLowerCase() : wanted;
  switch (operator) {
    case 'eq':
      return left === right;
    case 'ne':
      return left !== right;
    case 'lt':
      return left < right;
    case 'gt':
      return left > right;
    case 'le':
      return left <= right;
    case 'ge':
      return left >= right;
    case 'startswith':
      return typeof left === 'string' && left.startsWith(String(right));
  }
}
