import type { Comparison } from '@last-mile/shared/adoption';
import type { Formats } from '../formats';
import { figureTexts as texts } from './figureTexts';

/** `8 min → 5 min · same 214 people`, or what is needed before that can be said. */
export function comparisonInWords(figure: Comparison, formats: Formats): string {
  if (figure.state !== 'known') return whyNoComparison(figure);
  const arrow = texts.arrow(formats.minutes(figure.first), formats.minutes(figure.second));
  return `${arrow} · ${texts.samePeople(formats.number(figure.people))}`;
}

/** What is needed before a comparison can be made, or that it is under way. */
export const whyNoComparison = ({ state }: Exclude<Comparison, { state: 'known' }>): string =>
  state === 'pending' ? texts.pending : texts.needsTen;

/** How far apart, and within which interval; null where there is no comparison. */
export function intervalInWords(
  what: string,
  figure: Comparison,
  { minutes }: Formats,
): string | null {
  if (figure.state !== 'known') return null;
  const moved = (difference: number) => differenceInWords(difference, { minutes });
  return texts.interval(what, moved(figure.shift), moved(figure.low), moved(figure.high));
}

/** `2.7 min less`, `0.4 min more` or that nothing changed. */
export function differenceInWords(difference: number, { minutes }: Pick<Formats, 'minutes'>) {
  if (difference === 0) return texts.noChange;
  const words = difference < 0 ? texts.less : texts.more;
  return words(minutes(Math.abs(difference)));
}
