import { GraphError, isRefusal } from '../../graph/graphError';

/**
 * Makes one change. Where its answer was lost, or says that it is there already, what the site holds
 * decides: a change that happened is not made twice, one that did not is made once more.
 */
export async function settle(
  act: () => Promise<unknown>,
  isDone: () => Promise<boolean>,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    const isTaken = error.status === 409;
    if (isRefusal(error) && !isTaken) throw error;
    if (await isDone()) return;
    if (isTaken) throw error;
    await act();
  }
}

/** For a change that may be made twice without harm. */
export const onceMore = () => Promise.resolve(false);
