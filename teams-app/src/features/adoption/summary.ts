import type { DashboardResponse } from '@last-mile/shared/adoption';
import type { Formats } from '../../app/formats';
import { adoptionTexts as texts } from './adoptionTexts';
import { pointsBetween, type DashboardReading } from './dashboardReading';

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
    againstTarget(pointsBetween(targetActiveRate, current.rate)),
  ];
  if (peak?.week === current.week) sentences.push(texts.summaryPeakIsNow);
  else if (peak !== undefined) {
    sentences.push(texts.summaryPeak(formats.percent(peak.rate), formats.day(peak.week.startsOn)));
  }
  if (decay?.flagged === true) sentences.push(texts.summaryDecay);
  return sentences.join(' ');
}

function againstTarget(points: number) {
  if (points === 0) return texts.summaryOnTarget;
  return points > 0 ? texts.summaryAbove(points) : texts.summaryBelow(-points);
}
