import * as z from 'zod/mini';
import { smallestGroupShown, weekStart } from '../adoption';
import { addDays } from '../calendarDay';
import { receipt } from '../receipt';
import { clientKey } from '../text';

/** Where saved time may have gone: what people are asked once a month, with one tap. */
export const savedTimeUses = [
  'moreClientWork',
  'betterWork',
  'learning',
  'shorterDay',
  'nowhere',
] as const;
export const savedTimeUse = z.enum(savedTimeUses);
export type SavedTimeUse = z.infer<typeof savedTimeUse>;

/** A month as it is written: `2026-11`. */
const month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Use a month as 2026-11.'));

/** One person's answer for a month. Sent again under another key it is changed. */
export const savedTimeRequest = z.strictObject({ clientKey, month, use: savedTimeUse });
export type SavedTimeRequest = z.infer<typeof savedTimeRequest>;

export const savedTimeReceipt = receipt;
export type SavedTimeReceipt = z.infer<typeof savedTimeReceipt>;

/** Whether somebody is asked now, and what they said. */
export const savedTimeQuestion = z.object({
  /** The running month, which the question is about. */
  month,
  /** Once a month, whoever used something in it. */
  asked: z.boolean(),
  /** Their own answer of this month, which they may change; null where there is none. */
  own: z.nullable(savedTimeUse),
});
export type SavedTimeQuestion = z.infer<typeof savedTimeQuestion>;

/** How many people say where saved time went. It is never turned into money, nor into minutes. */
export const savedTimeAnswers = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('known'),
    /** People who answered. */
    n: z.number(),
    moreClientWork: z.number(),
    betterWork: z.number(),
    learning: z.number(),
    shorterDay: z.number(),
    /** "Nowhere I can name." */
    nowhere: z.number(),
  }),
  z.object({ state: z.literal('notEnoughData') }),
]);
export type SavedTimeAnswers = z.infer<typeof savedTimeAnswers>;

export interface SavedTimeAnswer extends Pick<SavedTimeRequest, 'month' | 'use'> {
  /** Whoever it is: only told apart, never named. */
  readonly person: string;
  /** ISO 8601; of several answers of one person for a month the latest counts. */
  readonly at: string;
}

/** The month in which most days of a week lie: whose answers stand beside that week's figures. */
export function savedTimeMonth(week: string): string {
  return addDays(weekStart(week), 3).slice(0, 7);
}

/**
 * Where saved time went in a month. It splits everybody who answered five ways, as habit does, so it is
 * shown whole from twice the smallest group on and not at all below (decision 0009, publication 6).
 */
export function savedTimeIn(month: string, answers: readonly SavedTimeAnswer[]): SavedTimeAnswers {
  const inOrder = answers
    .filter((answer) => answer.month === month)
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const uses = [...new Map(inOrder.map(({ person, use }) => [person, use])).values()];
  if (uses.length < 2 * smallestGroupShown) return { state: 'notEnoughData' };
  const count = (use: SavedTimeUse) => uses.filter((each) => each === use).length;
  return {
    state: 'known',
    n: uses.length,
    moreClientWork: count('moreClientWork'),
    betterWork: count('betterWork'),
    learning: count('learning'),
    shorterDay: count('shorterDay'),
    nowhere: count('nowhere'),
  };
}

/** Whether somebody is asked in a month: once, and only who used something in it. */
export function isAskedIn(
  month: string,
  person: { readonly answered: readonly string[]; readonly usedSomething: boolean },
): boolean {
  return person.usedSomething && !person.answered.includes(month);
}
