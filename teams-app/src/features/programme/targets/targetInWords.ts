import type { Measure } from '@last-mile/shared/adoption';
import { shareMetrics, type FrozenFigure, type TargetMetric } from '@last-mile/shared/programme';
import { figureTexts } from '../../../app/figures/figureTexts';
import type { Formats } from '../../../app/formats';
import { targetTexts as texts } from './targetTexts';

/** A value of a metric with its unit. */
export function valueInWords(metric: TargetMetric, value: number, formats: Formats): string {
  if (shareMetrics.has(metric)) return formats.percent(value);
  return metric === 'draftingMinutes'
    ? formats.minutes(value)
    : texts.perHundred(formats.decimal(value));
}

/** A figure of a metric with what it is counted from, or why there is none. */
export function figureInWords(
  metric: TargetMetric,
  figure: Measure | FrozenFigure | null,
  formats: Formats,
): string {
  switch (figure?.state) {
    case 'known':
      return texts.withN(valueInWords(metric, figure.value, formats), formats.number(figure.n));
    case 'hidden':
      return figureTexts.hidden;
    case 'pending':
      return figureTexts.pending;
    case 'notEnoughData':
      return figureTexts.notEnoughData;
    case undefined:
      return texts.notYet;
  }
}
