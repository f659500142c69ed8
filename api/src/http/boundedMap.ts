export type BoundedMap<Key, Value> = ReturnType<typeof createBoundedMap<Key, Value>>;

/** A map that never holds more than `limit` entries: the oldest gives way to the newest. */
export function createBoundedMap<Key, Value>(limit: number) {
  const entries = new Map<Key, Value>();
  return {
    get: (key: Key) => entries.get(key),
    set(key: Key, value: Value) {
      entries.delete(key);
      if (entries.size >= limit) {
        const oldest = entries.keys().next();
        if (!oldest.done) entries.delete(oldest.value);
      }
      entries.set(key, value);
    },
    delete: (key: Key) => entries.delete(key),
    get size() {
      return entries.size;
    },
  };
}
