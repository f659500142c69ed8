/** Small choices kept on this device. Where the browser keeps nothing, they last as long as the pane. */
export interface KeptChoices {
  get(name: string): string | null;
  set(name: string, value: string): void;
}

/** Keeps choices in local storage under Outlook's partition, as its documentation asks. */
export function createKeptChoices(partition: string, storage: Storage | undefined): KeptChoices {
  const memory = new Map<string, string>();
  const keyOf = (name: string) => `${partition}lastMile.${name}`;
  return {
    get(name) {
      try {
        return storage?.getItem(keyOf(name)) ?? memory.get(name) ?? null;
      } catch {
        return memory.get(name) ?? null;
      }
    },
    set(name, value) {
      memory.set(name, value);
      try {
        storage?.setItem(keyOf(name), value);
      } catch {
        // Full or forbidden: the memory has it.
      }
    },
  };
}

/** A browser that blocks storage in frames throws at the mention of it. */
export function localStorageIfAny(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
