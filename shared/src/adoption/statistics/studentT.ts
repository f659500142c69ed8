/** The normal distribution's 97.5 % point. */
const z = 1.959963984540054;

/**
 * How many standard errors a 95 % interval reaches to either side: the 97.5 % point of Student's
 * distribution with so many degrees of freedom, which need not be whole. By the expansion around the
 * normal distribution (Abramowitz and Stegun 26.7.5): from 9 degrees on right to four decimals, and
 * fewer are not asked for.
 */
export function studentT(degrees: number): number {
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160,
  ];
  return terms.reduce((value, term, index) => value + term / degrees ** (index + 1), z);
}
