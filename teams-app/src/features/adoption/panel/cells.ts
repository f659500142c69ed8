import type { Comparison, Measure, PeopleCount, PeopleShare } from '@last-mile/shared/adoption';
import type { Formats } from '../../../app/formats';
import { countInWords, shareInWords } from '../../../app/figures/figureWords';
import { figureTexts } from '../../../app/figures/figureTexts';
import type { Cell } from './report';
import type { Shown } from './shown';

/** An empty cell, where there is nothing to say. */
export const empty: Cell = { text: '' };

export const word = (text: string): Cell => ({ text });

export const count = (value: number, { number }: Formats): Cell => ({ text: number(value), value });

/** A week, as people write it; in a spreadsheet its Monday. */
export const weekOf = (startsOn: string, { shortDay }: Formats): Cell => ({
  text: shortDay(startsOn),
  value: startsOn,
});

/** A share of people with its n and N, or why there is none. */
export function share(figure: PeopleShare, { formats, whole }: Shown): Cell {
  const text = shareInWords(figure, formats, whole.smallestGroup);
  if (figure.state !== 'known' || figure.of === 0) return { text };
  return { text, value: rounded(figure.n / figure.of), people: { n: figure.n, of: figure.of } };
}

/** How many people, or that they are too few to say. */
export function people(figure: PeopleCount, { formats, whole }: Shown): Cell {
  const text = countInWords(figure, formats, whole.smallestGroup);
  return figure.state === 'known' ? { text, value: figure.n } : { text };
}

/** A measure's value in the words of `write`, or why there is none. */
export function value(figure: Measure, write: (value: number) => string): Cell {
  if (figure.state === 'known') return { text: write(figure.value), value: rounded(figure.value) };
  return word(figureTexts[figure.state]);
}

/** Over how many observations a measure was taken. */
export function observations(figure: Measure, formats: Formats): Cell {
  return figure.state === 'known' ? count(figure.n, formats) : empty;
}

/** One of a comparison's minutes. */
export function minutes(
  figure: Comparison,
  which: 'first' | 'second' | 'difference' | 'shift' | 'low' | 'high',
  formats: Formats,
): Cell {
  if (figure.state !== 'known') return empty;
  return { text: formats.minutes(figure[which]), value: rounded(figure[which]) };
}

/** Rounded where more digits say nothing and only make a spreadsheet hard to read. */
function rounded(figure: number) {
  return Math.round(figure * 10_000) / 10_000;
}
