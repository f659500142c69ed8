import { toldOfFew, type Alike } from '@last-mile/shared/adoption';

/**
 * What somebody's late facts change: of each thing that is counted (say, who was active in a week),
 * by how much which of its figures (of everybody, of a department).
 */
export type Changes = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * The largest part of `held` in which no sum and difference of the changed figures of one thing
 * speaks of fewer than `minimum` people (decision 0009, publication 4). Who changes no figure is in it.
 */
export function letInTogether<Person extends { readonly changes: Changes }>(
  held: readonly Person[],
  minimum: number,
): Person[] {
  const things = new Set(held.flatMap(({ changes }) => [...changes.keys()]));
  let together = [...held];
  for (;;) {
    let fewer = together;
    for (const thing of things) fewer = withoutFew(fewer, thing, minimum);
    if (fewer.length === together.length) return together;
    together = fewer;
  }
}

function withoutFew<Person extends { readonly changes: Changes }>(
  held: Person[],
  thing: string,
  minimum: number,
): Person[] {
  const alike = new Map<string, Alike & { readonly persons: Person[] }>();
  for (const person of held) {
    const figures = person.changes.get(thing) ?? new Map<string, number>();
    const key = JSON.stringify([...figures].sort());
    const persons = alike.get(key)?.persons ?? [];
    persons.push(person);
    alike.set(key, { people: persons.length, countedIn: figures, persons });
  }
  let together = [...alike.values()];
  for (;;) {
    // Of whom it tells here it tells in every part they are in: they are in none that may be let in.
    const few = toldOfFew(together, minimum);
    if (!few) return together.flatMap(({ persons }) => persons);
    together = together.filter((kind) => !few.includes(kind));
  }
}
