/** Facts of one person that are let in together or not at all, and the figures they would change. */
export interface Waiting {
  readonly subjectId: string;
  /** Parts into which what is shown is divided: nothing is told of two parts but their sums. */
  readonly parts: readonly string[];
}

/**
 * The most of what waits that changes each part by nobody or by at least `minimum` people. What
 * changes no part is in it.
 */
export function inCompany<Held extends Waiting>(waiting: readonly Held[], minimum: number): Held[] {
  let together = [...waiting];
  for (;;) {
    const people = new Map<string, Set<string>>();
    for (const { subjectId, parts } of together) {
      for (const part of parts) people.set(part, (people.get(part) ?? new Set()).add(subjectId));
    }
    const fewer = together.filter(({ parts }) =>
      parts.every((part) => (people.get(part)?.size ?? 0) >= minimum),
    );
    if (fewer.length === together.length) return together;
    together = fewer;
  }
}
