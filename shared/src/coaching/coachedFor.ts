import * as z from 'zod/mini';

/** Why somebody is on the list of those to coach, the most pressing first. */
export const coachingReasons = ['badStart', 'wentQuiet', 'neverStarted'] as const;
export const coachedFor = z.enum(coachingReasons);
export type CoachedFor = z.infer<typeof coachedFor>;
