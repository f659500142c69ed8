/** Does work when one of so many places is free, in the order in which it was asked for. */
export type Places = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** For work that keeps a connection each: what is asked meanwhile needs some too. */
export function createPlaces(most: number): Places {
  let taken = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (taken < most) taken += 1;
    else {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
    }
    try {
      return await work();
    } finally {
      // The place goes to the next in one step, so that nobody comes in between.
      const next = waiting.shift();
      if (next) next();
      else taken -= 1;
    }
  };
}
