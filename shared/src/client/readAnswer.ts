import type * as z from 'zod/mini';

/** What of a refusal matters here: properties that nobody knows, or none of several forms fits. */
interface Issue {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
  readonly errors?: readonly (readonly Issue[])[];
}

/**
 * Reads an answer with its schema. What a newer API says besides is left out, also where the same schema
 * refuses it of whoever sends: an older client lives with a newer API.
 */
export function readAnswer<Schema extends z.ZodMiniType>(schema: Schema, answer: unknown) {
  const read = schema.safeParse(answer);
  return !read.success && leaveOut(answer, read.error.issues) ? schema.safeParse(answer) : read;
}

/** Takes unknown properties out of the answer; false where something else is wrong with it. */
function leaveOut(answer: unknown, issues: readonly Issue[]): boolean {
  return issues.every(({ path, keys, errors = [] }) => {
    const at = path.reduce((value, key) => (value as Record<PropertyKey, unknown>)[key], answer);
    if (keys === undefined)
      return errors.some((branch) => isOnlyUnknown(branch) && leaveOut(at, branch));
    for (const key of keys) Reflect.deleteProperty(at as object, key);
    return true;
  });
}

const isOnlyUnknown = (issues: readonly Issue[]): boolean =>
  issues.every(({ keys, errors = [] }) => keys !== undefined || errors.some(isOnlyUnknown));
