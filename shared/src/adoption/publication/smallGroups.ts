/** Groups smaller than this are hidden unless a tenant asks for more (design 4). */
export const smallestGroupShown = 5;

/** How exactly a group's figure is shown: as n of N, on which side of the half it lies, or not at all. */
export type Detail = 'exact' | 'band' | 'hidden';

/** From the most that is shown to the least. */
const details: readonly Detail[] = ['exact', 'band', 'hidden'];

/**
 * How exactly a group of `people` may be shown by its size alone (decision 0009, publication 1). A
 * band does not depend on how many acted: a band only where all or none did would say just that.
 */
export function detailFor(people: number, minimum = smallestGroupShown): Detail {
  if (people < minimum) return 'hidden';
  return people < 2 * minimum ? 'band' : 'exact';
}

/** The one that shows less: a decision to withhold is kept. */
export function lessDetail(one: Detail, other: Detail): Detail {
  return details.indexOf(one) < details.indexOf(other) ? other : one;
}

/** On which side of its half a group lies; exactly half counts as over. */
export function halfOf({ active, eligible }: { active: number; eligible: number }) {
  return 2 * active < eligible ? 'under' : 'over';
}
