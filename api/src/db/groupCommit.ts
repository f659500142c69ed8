export interface GroupCommitOptions<Item, Outcome> {
  /**
   * Commits items together and answers each in the order given. When it throws for several, it is
   * asked for each of them alone.
   */
  readonly commit: (items: readonly Item[]) => Promise<readonly Outcome[]>;
  /** Most items in one commit. */
  readonly most: number;
  /**
   * Most commits under way at once.
   * @default 1
   */
  readonly atOnce?: number;
}

interface Waiting<Item, Outcome> {
  readonly item: Item;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Commits together what arrives together: while one transaction is written to disk the next ones
 * gather, so that a busy hour costs a handful of commits a second and not one for each person. Each
 * caller is answered after the commit that holds their item, and fails only by their own item.
 */
export function createGroupCommit<Item, Outcome>(options: GroupCommitOptions<Item, Outcome>) {
  const { commit, most, atOnce = 1 } = options;
  let waiting: Waiting<Item, Outcome>[] = [];
  let underWay = 0;

  async function settle(group: readonly Waiting<Item, Outcome>[]): Promise<void> {
    try {
      const outcomes = await commit(group.map(({ item }) => item));
      for (const [index, { resolve, reject }] of group.entries()) {
        const outcome = outcomes[index];
        if (outcome === undefined) reject(new Error('An item was left without an answer.'));
        else resolve(outcome);
      }
    } catch (error) {
      const [only] = group;
      if (only && group.length === 1) only.reject(error);
      // One of them cannot be kept; the others are not to suffer for it.
      else for (const one of group) await settle([one]);
    }
  }

  async function run(): Promise<void> {
    underWay += 1;
    while (waiting.length > 0) {
      const group = waiting.slice(0, most);
      waiting = waiting.slice(most);
      await settle(group);
    }
    underWay -= 1;
  }

  return function submit(item: Item): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (underWay < atOnce) void run();
    });
  };
}
