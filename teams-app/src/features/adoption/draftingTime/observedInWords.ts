import type { DraftingTime } from '@last-mile/shared/adoption';
import type { Formats } from '../../../app/formats';
import { figureTexts } from '../../../app/figures/figureTexts';
import { draftingTexts as texts } from '../../../app/figures/draftingTexts';

/** How much of what was sent could be observed. */
export function observedInWords(observed: DraftingTime['observed'], formats: Formats): string {
  if (observed.state === 'pending') return figureTexts.pending;
  if (observed.state !== 'known' || observed.of === 0) return texts.needsDrafts;
  return texts.observedOf(
    formats.percent(observed.n / observed.of),
    formats.number(observed.n),
    formats.number(observed.of),
  );
}
