import { createBoundedMap } from './boundedMap';

/**
 * Works something out once for each version of what it rests on: the last value of a key is given
 * again until its version changes, also to those who ask while it is still being worked out. A
 * failure is not kept.
 */
export function createKeptByVersion<Value>(limit = 100) {
  const kept = createBoundedMap<string, { version: string; value: Promise<Value> }>(limit);
  return function keep(key: string, version: string, workOut: () => Promise<Value>) {
    const last = kept.get(key);
    if (last?.version === version) return last.value;
    const value = workOut();
    kept.set(key, { version, value });
    value.catch(() => {
      if (kept.get(key)?.value === value) kept.delete(key);
    });
    return value;
  };
}
