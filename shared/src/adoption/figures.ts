import * as z from 'zod/mini';

/** Nobody eligible, too few observed, or not measured yet. Unknown is never 0 (design 5). */
const notEnoughData = z.object({ state: z.literal('notEnoughData') });
/** Withheld so that nobody in a small group can be told apart (design 4). */
const hidden = z.object({ state: z.literal('hidden') });
/** Over several weeks, and still being worked out since the last of them closed: ask again in a moment. */
export const pending = z.object({ state: z.literal('pending') });

/** A share of people: known as n of N, roughly known, or honestly not. */
export const peopleShare = z.discriminatedUnion('state', [
  z.object({ state: z.literal('known'), n: z.number(), of: z.number() }),
  /** A small group: only on which side of its half it lies, whatever the exact figure is. */
  z.object({ state: z.literal('band'), of: z.number(), half: z.enum(['under', 'over']) }),
  hidden,
  notEnoughData,
]);
export type PeopleShare = z.infer<typeof peopleShare>;

/** How many people; `few` stands for fewer than the smallest group, nobody included. */
export const peopleCount = z.discriminatedUnion('state', [
  z.object({ state: z.literal('known'), n: z.number() }),
  z.object({ state: z.literal('few') }),
  notEnoughData,
]);
export type PeopleCount = z.infer<typeof peopleCount>;

/** A figure over `n` observations (people, drafts, answers or uses: the field says which). */
export const measure = z.discriminatedUnion('state', [
  z.object({ state: z.literal('known'), value: z.number(), n: z.number() }),
  hidden,
  notEnoughData,
  pending,
]);
export type Measure = z.infer<typeof measure>;

/**
 * Two drafting times of the same people, in minutes, and how far they lie apart: an association,
 * never a proof. `difference` is the median of the paired differences (second less first), `shift`
 * their Hodges–Lehmann estimate, `low` and `high` its 95 % interval by the signed-rank distribution
 * (beyond 1,000 people its normal approximation). Not enough data below 10 people.
 */
export const comparison = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('known'),
    people: z.number(),
    first: z.number(),
    second: z.number(),
    difference: z.number(),
    shift: z.number(),
    low: z.number(),
    high: z.number(),
  }),
  notEnoughData,
  pending,
]);
export type Comparison = z.infer<typeof comparison>;

/**
 * How the people of a group changed beside those of another, on the mean, over the same two periods:
 * an association, never a proof. `difference` is how much more the group changed, `low` and `high` its
 * 95 % interval (Welch's). Not enough data below 10 people in one of the groups.
 */
export const groupDifference = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('known'),
    people: z.number(),
    others: z.number(),
    change: z.number(),
    othersChange: z.number(),
    difference: z.number(),
    low: z.number(),
    high: z.number(),
  }),
  notEnoughData,
]);
export type GroupDifference = z.infer<typeof groupDifference>;
