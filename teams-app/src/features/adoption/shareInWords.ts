import type { PeopleShare } from '@last-mile/shared/adoption';
import type { Formats } from '../../app/formats';
import { adoptionTexts as texts } from './adoptionTexts';

/** A share as it is read: a percentage, or why there is none. Unknown is never 0. */
export function shareInWords(share: PeopleShare, formats: Formats, smallestGroup: number): string {
  switch (share.state) {
    case 'known':
      return share.of === 0 ? texts.notEnoughData : formats.percent(share.n / share.of);
    case 'band':
      return texts.band[share.half];
    case 'hidden':
      return texts.hidden(smallestGroup);
    case 'notEnoughData':
      return texts.notEnoughData;
  }
}

/** How many of how many, where it is known. */
export function peopleInWords(share: PeopleShare, formats: Formats): string {
  return share.state === 'known'
    ? texts.ofTasks(formats.number(share.n), formats.number(share.of))
    : '';
}
