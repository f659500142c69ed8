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
  let together = withoutAlone(held, minimum);
  const things = new Set(together.flatMap(({ changes }) => [...changes.keys()]));
  for (;;) {
    let fewer = together;
    for (const thing of things) fewer = withoutFew(fewer, thing, minimum);
    if (fewer.length === together.length) return together;
    together = fewer;
  }
}

/**
 * Leaves out whoever changes a figure that too few change, again and again. Each figure is one of its
 * own combinations, so none of them could be let in; to find them so costs next to nothing.
 */
function withoutAlone<Person extends { readonly changes: Changes }>(
  held: readonly Person[],
  minimum: number,
): Person[] {
  let together = [...held];
  for (;;) {
    const people = new Map<string, number>();
    for (const figure of together.flatMap(figuresOf)) {
      people.set(figure, (people.get(figure) ?? 0) + 1);
    }
    const company = together.filter((person) =>
      figuresOf(person).every((figure) => (people.get(figure) ?? 0) >= minimum),
    );
    if (company.length === together.length) return together;
    together = company;
  }
}

/** Each figure that somebody changes, named with its thing. */
const figuresOf = ({ changes }: { readonly changes: Changes }) =>
  [...changes].flatMap(([thing, figures]) =>
    [...figures.keys()].map((figure) => `${thing} ${figure}`),
  );

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
