import type { DashboardResponse } from '@last-mile/shared/adoption';
import type { Formats } from '../../app/formats';
import { adoptionTexts as texts } from './adoptionTexts';
import type { DashboardReading } from './dashboardReading';

/** What the weeks say, in plain words: where the team stands, against the target and its best week. */
export function summaryOf(
  { targetActiveRate }: Pick<DashboardResponse, 'targetActiveRate'>,
  { current, peak, decay }: DashboardReading,
  formats: Formats,
): string {
  if (current === undefined) return texts.summaryUnknown;
  const sentences = [
    texts.summaryCurrent(
      formats.day(current.week.startsOn),
      formats.number(current.n),
      formats.number(current.of),
      formats.percent(current.rate),
    ),
    againstTarget(current.rate - targetActiveRate, formats),
  ];
  if (peak?.week === current.week) sentences.push(texts.summaryPeakIsNow);
  else if (peak !== undefined) {
    sentences.push(texts.summaryPeak(formats.percent(peak.rate), formats.day(peak.week.startsOn)));
  }
  if (decay?.flagged === true) sentences.push(texts.summaryDecay);
  return sentences.join(' ');
}

function againstTarget(difference: number, formats: Formats) {
  const points = Math.round(Math.abs(difference) * 100);
  if (points === 0) return texts.summaryOnTarget;
  const written = formats.number(points);
  return difference > 0 ? texts.summaryAbove(written) : texts.summaryBelow(written);
}
