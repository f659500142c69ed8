import type { CaseCounts, CaseState, WalkReason } from '@last-mile/shared/feedback';
import type { Formats } from '../../../app/formats';
import { casesTexts as texts } from './casesTexts';

/** Why a case is to be walked. */
export function reasonInWords(why: WalkReason, formats: Pick<Formats, 'day'>): string {
  switch (why.reason) {
    case 'neverWalked':
    case 'unclear':
      return texts.reasons[why.reason];
    case 'newVersion':
      return texts.reasons.newVersion(why.version);
    case 'assistantChanged':
      return texts.reasons.assistantChanged(why.assistant, formats.day(why.changedOn));
  }
}

/** How many of an item's cases hold: nobody knows before one was walked. */
export function heldInWords({ held, cases }: CaseCounts, formats: Pick<Formats, 'number'>): string {
  return held === null
    ? texts.notWalked
    : texts.heldOf(formats.number(held), formats.number(cases));
}

/** The colour of a state's badge. */
export const stateColors = {
  toWalk: 'brand',
  held: 'success',
  failed: 'danger',
  retired: 'informative',
  notApplicable: 'informative',
} as const satisfies Readonly<Record<CaseState['state'], string>>;
