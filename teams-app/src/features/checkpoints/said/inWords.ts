import { smallestGroupShown, type Measure, type PeopleShare } from '@last-mile/shared/adoption';
import type { CheckpointFigures } from '@last-mile/shared/checkpoints';
import { figureTexts } from '../../../app/figures/figureTexts';
import { shareInWords } from '../../../app/figures/figureWords';
import { trustTexts } from '../../../app/figures/trustTexts';
import type { Formats } from '../../../app/formats';
import { checkpointsTexts as texts } from '../checkpointsTexts';

/** A share of people as it is read, or why there is none. */
export const rateInWords = (share: PeopleShare, formats: Formats): string =>
  shareInWords(share, formats, smallestGroupShown);

/** A measure in the words of `write`, or why there is none. */
export function measureInWords(figure: Measure, write: (value: number) => string): string {
  if (figure.state === 'known') return write(figure.value);
  if (figure.state === 'hidden') return trustTexts.hidden;
  return figureTexts[figure.state];
}

/** How it stands with the owner. */
export function ownerInWords(
  { owner: { state, since } }: CheckpointFigures['ownership'],
  { day }: Formats,
): string {
  return state === 'silent' && since !== null
    ? texts.silentSince(day(since))
    : texts.ownerStates[state];
}

/** What was given, of what was planned where something was. */
export function amountInWords(actual: number, planned: number | null, { decimal }: Formats) {
  return planned === null
    ? texts.notPlanned(decimal(actual))
    : texts.ofPlanned(decimal(actual), decimal(planned));
}

/** The hours the owner and deputies gave. */
export function hoursInWords(
  { effort: { written } }: CheckpointFigures['ownership'],
  formats: Formats,
): string {
  if (written === null) return texts.hoursUnknown;
  return texts.hours(amountInWords(written.actualHours, written.plannedHours, formats));
}
