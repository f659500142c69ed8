/** A value that changes over time, in the form `useSyncExternalStore` reads. */
export interface Watched<T> {
  readonly get: () => T;
  readonly subscribe: (onChange: () => void) => () => void;
}

/** A value and the way to change it. */
export function createWatched<T>(initial: T): Watched<T> & { set: (value: T) => void } {
  const watchers = new Set<() => void>();
  let current = initial;
  return {
    get: () => current,
    set(value) {
      current = value;
      for (const watcher of watchers) watcher();
    },
    subscribe(onChange) {
      watchers.add(onChange);
      return () => {
        watchers.delete(onChange);
      };
    },
  };
}
