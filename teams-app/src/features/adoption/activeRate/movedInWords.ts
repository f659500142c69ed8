import type { DashboardWeek, PeopleCount } from '@last-mile/shared/adoption';
import type { Formats } from '../../../app/formats';
import { activeTexts as texts } from '../../../app/figures/activeTexts';

/** Who came and went since the week before; null where that is not known. */
export function movedInWords(
  { joined, left }: DashboardWeek['moved'],
  smallestGroup: number,
  { number }: Formats,
): string | null {
  if (joined.state === 'notEnoughData' || left.state === 'notEnoughData') return null;
  if (joined.state === 'few' && left.state === 'few') return texts.movedFew(smallestGroup);
  const words = (count: PeopleCount) =>
    count.state === 'known' ? number(count.n) : texts.few(smallestGroup);
  return texts.moved(words(joined), words(left));
}
