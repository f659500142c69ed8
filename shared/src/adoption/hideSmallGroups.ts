/** Groups smaller than this are hidden unless a tenant asks for more (design 4). */
export const smallestGroupShown = 5;

/** `n` of the `of` people in a group did something. */
export interface CountedGroup {
  readonly key: string;
  readonly n: number;
  readonly of: number;
}

/**
 * The keys of the groups of a partition that must not be shown beside its total. Hidden are:
 * groups below `minimum`; groups below twice of it in which nobody or everybody acted, because that
 * speaks of each of them; what was hidden before (`hiddenBefore`, so that two looks at the same week
 * cannot be subtracted); and then the next smallest, one by one, until nothing hidden can be had by
 * subtracting the shown groups from the total, not even by someone who knows every group's size.
 *
 * When nobody or everybody of the whole acted, the total itself says so of each group: all groups
 * are hidden then if any must be, and whether the total may be shown is {@link canShowTotal}'s.
 */
export function hideSmallGroups(
  groups: readonly CountedGroup[],
  options: { minimum?: number; hiddenBefore?: ReadonlySet<string> } = {},
): ReadonlySet<string> {
  const minimum = options.minimum ?? smallestGroupShown;
  const people = groups.filter((group) => group.of > 0);
  const hidden = people.filter(
    (group) => isTelling(group, minimum) || options.hiddenBefore?.has(group.key) === true,
  );
  const shown = people
    .filter((group) => !hidden.includes(group))
    .sort((one, other) => one.of - other.of || (one.key < other.key ? -1 : 1));
  while (hidden.length > 0 && canBeDerived(hidden, minimum)) {
    const next = shown.shift();
    if (!next) break;
    hidden.push(next);
  }
  return new Set(hidden.map((group) => group.key));
}

/** Whether the count over everybody may be shown: it speaks of enough people to speak of nobody. */
export function canShowTotal(total: Omit<CountedGroup, 'key'>, minimum = smallestGroupShown) {
  return !isTelling(total, minimum);
}

function isTelling({ n, of }: Omit<CountedGroup, 'key'>, minimum: number): boolean {
  return of < minimum || (of < 2 * minimum && (n === 0 || n === of));
}

/** What the hidden groups have together is known: total less shown. Does that give one of them away? */
function canBeDerived(hidden: readonly CountedGroup[], minimum: number): boolean {
  const n = hidden.reduce((sum, group) => sum + group.n, 0);
  const of = hidden.reduce((sum, group) => sum + group.of, 0);
  if (of < minimum) return true;
  return hidden.some((group) => {
    const least = Math.max(0, n - (of - group.of));
    const most = Math.min(group.of, n);
    return least === most;
  });
}
