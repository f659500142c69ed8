import type { PeopleCount, PeopleShare } from '@last-mile/shared/adoption';
import type { Formats } from '../formats';
import { figureTexts as texts } from './figureTexts';

/** A share as it is read: a percentage, or why there is none. Unknown is never 0. */
export function shareInWords(share: PeopleShare, formats: Formats, smallestGroup: number): string {
  switch (share.state) {
    case 'known':
      return share.of === 0 ? texts.notEnoughData : formats.percent(share.n / share.of);
    case 'band':
      return texts.band(share.half, formats.number(share.of));
    case 'hidden':
      return texts.hiddenGroup(smallestGroup);
    case 'notEnoughData':
      return texts.notEnoughData;
  }
}

/** How many of how many, where it is known. */
export function peopleInWords(share: PeopleShare, formats: Formats): string {
  return share.state === 'known'
    ? texts.nOf(formats.number(share.n), formats.number(share.of))
    : '';
}

/** How many people; fewer than the smallest group is only said to be so. */
export function countInWords(count: PeopleCount, formats: Formats, smallestGroup: number): string {
  switch (count.state) {
    case 'known':
      return formats.number(count.n);
    case 'few':
      return texts.few(smallestGroup);
    case 'notEnoughData':
      return texts.notEnoughData;
  }
}
