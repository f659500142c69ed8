/** Held while what is shown changes: a count and the marks it settles must not pass each other. */
export const countsLock = 1_274_020;
