import { frictionKinds, type FrictionKind, type MappedStep } from './workflowMap';

/** A sum over what is known of it. */
export interface KnownSum {
  /** Null where nothing of it is known: unknown is never 0. */
  readonly value: number | null;
  /** How many parts nobody told. */
  readonly unknown: number;
}

/** What a map adds up to. */
export interface MapTotals {
  readonly steps: number;
  /** Minutes of work. */
  readonly minutes: KnownSum;
  /** Minutes the task lies before its steps are begun. */
  readonly waitMinutes: KnownSum;
  /** Times the task changes hands. */
  readonly handoffs: KnownSum;
  /** Friction points. */
  readonly frictions: number;
  readonly byFriction: Readonly<Record<FrictionKind, number>>;
}

/**
 * Whether the step at `index` takes the task over from another role; null where one of the two roles
 * is not said. The first step takes it from nobody.
 */
export function isHandoff(
  steps: readonly Pick<MappedStep, 'actor'>[],
  index: number,
): boolean | null {
  if (index === 0) return false;
  const [from, to] = [steps[index - 1]?.actor, steps[index]?.actor];
  if (from == null || to == null) return null;
  return comparable(from) !== comparable(to);
}

/** Adds up a map. A sum over steps of which some are silent says how many. */
export function mapTotals(steps: readonly MappedStep[]): MapTotals {
  const kinds = steps.flatMap(({ frictions }) => frictions.map(({ kind }) => kind));
  const handoffs = steps.map((_, index) => {
    const handoff = isHandoff(steps, index);
    return handoff === null ? null : Number(handoff);
  });
  return {
    steps: steps.length,
    minutes: sumOf(steps.map(({ minutes }) => minutes)),
    waitMinutes: sumOf(steps.map(({ waitMinutes }) => waitMinutes)),
    // Nothing is known of the changes between steps by knowing that nobody stands before the first.
    handoffs: sumOf(handoffs.length === 1 ? handoffs : handoffs.slice(1)),
    frictions: kinds.length,
    byFriction: Object.fromEntries(
      frictionKinds.map((kind) => [kind, kinds.filter((each) => each === kind).length]),
    ) as Record<FrictionKind, number>,
  };
}

/** How a task was done and how it is done now, and what became of its steps. */
export interface MapComparison {
  readonly before: MapTotals;
  readonly after: MapTotals;
  /** After less before; null where a step on either side is silent, because the rest is no measure. */
  readonly minutes: number | null;
  readonly waitMinutes: number | null;
  readonly handoffs: number | null;
  readonly frictions: number;
  /** Keys of steps that are new, and of those that are gone. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Compares two maps of one task by what people estimated when they drew them. What they needed when
 * they timed themselves is another figure (`timingsOf`) and never mixed with it.
 */
export function compareMaps(
  before: readonly MappedStep[],
  after: readonly MappedStep[],
): MapComparison {
  const [was, is] = [mapTotals(before), mapTotals(after)];
  return {
    before: was,
    after: is,
    minutes: difference(was.minutes, is.minutes),
    waitMinutes: difference(was.waitMinutes, is.waitMinutes),
    handoffs: difference(was.handoffs, is.handoffs),
    frictions: is.frictions - was.frictions,
    added: keysMissingIn(before, after),
    removed: keysMissingIn(after, before),
  };
}

function sumOf(values: readonly (number | null)[]): KnownSum {
  const known = values.filter((value) => value !== null);
  return {
    value: known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0),
    unknown: values.length - known.length,
  };
}

function difference(before: KnownSum, after: KnownSum): number | null {
  const isWhole = before.unknown + after.unknown === 0;
  return isWhole && before.value !== null && after.value !== null
    ? after.value - before.value
    : null;
}

function keysMissingIn(some: readonly MappedStep[], others: readonly MappedStep[]): string[] {
  const known = new Set(some.map(({ id }) => id));
  return others.map(({ id }) => id).filter((id) => !known.has(id));
}

const comparable = (role: string) => role.trim().toLowerCase();
