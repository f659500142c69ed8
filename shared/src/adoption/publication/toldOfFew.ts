/** People whom no figure tells apart: each figure counts every one of them as often as it says. */
export interface Alike {
  readonly people: number;
  /** How often each figure counts one of them; a figure that is not named does not. */
  readonly countedIn: ReadonlyMap<string, number>;
  /** What they did follows from what they are called: it is nobody's secret. */
  readonly known?: boolean;
}

/**
 * The people of whom some sum and difference of the figures speaks although they are fewer than
 * `minimum`; undefined when there is no such sum, whatever multiples of the figures are taken.
 *
 * A combination of figures speaks of those whom it does not cancel out. Exact, by linear algebra: in
 * turn each kind of people is either cancelled out or among the few, and kinds that can only be
 * cancelled out together are taken together.
 */
export function toldOfFew<Kind extends Alike>(
  kinds: readonly Kind[],
  minimum: number,
): readonly Kind[] | undefined {
  const open = kinds.map((kind): Together<Kind> => {
    const { countedIn, people, known = false } = kind;
    const vector = new Map([...countedIn].map(([figure, times]) => [figure, inField(times)]));
    return { vector, kinds: [kind], people, known };
  });
  return search(cancelEnough(new Map(), open, minimum), [], minimum);
}

/** What figures count people, without those that do not. */
type Vector = ReadonlyMap<string, number>;

/** Kinds of people that a combination of the figures cancels out together or not at all. */
interface Together<Kind> {
  readonly vector: Vector;
  readonly kinds: readonly Kind[];
  readonly people: number;
  readonly known: boolean;
}

/** What is cancelled out already, and who is not; each in terms of what is left to choose. */
interface Position<Kind> {
  readonly cancelled: Cancelled;
  readonly open: readonly Together<Kind>[];
}

/** Vectors that the combination makes nought, by a figure that is 1 in it and in no other of them. */
type Cancelled = ReadonlyMap<string, Vector>;

function search<Kind>(
  { cancelled, open }: Position<Kind>,
  few: readonly Together<Kind>[],
  minimum: number,
): readonly Kind[] | undefined {
  const next = open.find(({ known }) => !known) ?? (few.length > 0 ? open[0] : undefined);
  if (!next) return few.length > 0 ? few.flatMap(({ kinds }) => kinds) : undefined;

  const others = open.filter((each) => each !== next);
  const left = minimum - next.people;
  if (left > 0) {
    const among = cancelEnough(cancelled, others, left);
    const chosen = reduceAll(among.cancelled, [...few, next]);
    // Whom cancelling the others cancels out as well cannot be among the few.
    const found = chosen.length > few.length ? search(among, chosen, left) : undefined;
    if (found) return found;
  }
  const without = cancelEnough(cancel(cancelled, next.vector), others, minimum);
  const still = reduceAll(without.cancelled, few);
  return still.length === few.length ? search(without, still, minimum) : undefined;
}

/** Cancels out whomever a combination that speaks of fewer than `minimum` has to. */
function cancelEnough<Kind>(
  before: Cancelled,
  others: readonly Together<Kind>[],
  minimum: number,
): Position<Kind> {
  let cancelled = before;
  let open = reduceAll(cancelled, others);
  for (;;) {
    const many = open.filter(({ people }) => people >= minimum).map(({ vector }) => vector);
    const more = many.length > 0 ? many : [...lastBasis(open, minimum).values()];
    if (more.length === 0) return { cancelled, open: merge(open) };
    for (const vector of more) cancelled = cancel(cancelled, vector);
    open = reduceAll(cancelled, open);
  }
}

/**
 * The last of `count` bases, each of the people whom those before it left. Whatever speaks of
 * somebody whom they all left speaks of somebody in each of them; so if it speaks of fewer than
 * `count` there is a basis of which it does not speak, and then of none after it (as in the sparse
 * certificates of Nagamochi and Ibaraki, for any matroid).
 */
function lastBasis(open: readonly Together<unknown>[], count: number): Cancelled {
  const bases = Array.from({ length: count }, (): Cancelled => new Map());
  for (const { people, vector } of open) {
    let placed = 0;
    for (const [index, basis] of bases.entries()) {
      if (placed === people) break;
      if (reduce(basis, vector).size === 0) continue;
      bases[index] = cancel(basis, vector);
      placed += 1;
    }
  }
  return bases.at(-1) ?? new Map();
}

/** What is left of each when what is cancelled out no longer counts; who has nothing left is gone. */
function reduceAll<Kind>(cancelled: Cancelled, open: readonly Together<Kind>[]) {
  return open.flatMap((each) => {
    const vector = reduce(cancelled, each.vector);
    return vector.size > 0 ? [{ ...each, vector }] : [];
  });
}

/** Brings together whose vectors are multiples of each other. */
function merge<Kind>(open: readonly Together<Kind>[]): Together<Kind>[] {
  const merged = new Map<string, Together<Kind>>();
  for (const each of open) {
    const vector = new Map([...each.vector].sort(([one], [other]) => (one < other ? -1 : 1)));
    const multiple = toOneAt(vector, firstOf(vector));
    const key = JSON.stringify([...multiple]);
    const known = merged.get(key);
    merged.set(key, {
      vector: multiple,
      kinds: [...(known?.kinds ?? []), ...each.kinds],
      people: (known?.people ?? 0) + each.people,
      known: each.known && (known?.known ?? true),
    });
  }
  return [...merged.values()].sort((one, other) => other.people - one.people);
}

function cancel(cancelled: Cancelled, vector: Vector): Cancelled {
  const rest = reduce(cancelled, vector);
  if (rest.size === 0) return cancelled;
  const at = firstOf(rest);
  const one = new Map([[at, toOneAt(rest, at)]]);
  return new Map([...[...cancelled].map(([of, each]) => [of, reduce(one, each)] as const), ...one]);
}

function reduce(cancelled: Cancelled, vector: Vector): Vector {
  const rest = new Map(vector);
  for (const [at, times] of vector) {
    for (const [figure, value] of cancelled.get(at) ?? []) {
      const left = inField((rest.get(figure) ?? 0) - ((times * value) % prime));
      if (left === 0) rest.delete(figure);
      else rest.set(figure, left);
    }
  }
  return rest;
}

function firstOf(vector: Vector): string {
  const [first = ''] = vector.keys();
  return first;
}

function toOneAt(vector: Vector, at: string): Vector {
  const times = inverse(vector.get(at) ?? 1);
  return new Map([...vector].map(([figure, value]) => [figure, (value * times) % prime]));
}

/**
 * Counting is modulo a prime: exact, and without fractions that grow. The largest one of which a
 * product still is a safe integer.
 */
const prime = 67_108_859;

const inField = (value: number) => ((value % prime) + prime) % prime;

/** By Fermat's little theorem. */
function inverse(value: number): number {
  let result = 1;
  let base = inField(value);
  for (let exponent = prime - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
}
