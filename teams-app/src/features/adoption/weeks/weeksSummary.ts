import type { DashboardReading } from '../weekReading';
import { pointsBetween } from '../weekReading';
import type { Shown } from '../panel/shown';
import { weeksTexts as texts } from './weeksTexts';

/** What the weeks say, in plain words: where the team stands, against the target and its best week. */
export function weeksSummary(
  { whole, formats }: Pick<Shown, 'whole' | 'formats'>,
  { current, peak }: Pick<DashboardReading, 'current' | 'peak'>,
): string {
  if (current === undefined) return texts.unknown;
  const stand = texts.current(
    formats.day(current.week.startsOn),
    formats.number(current.n),
    formats.number(current.of),
    formats.percent(current.rate),
  );
  const sentences = [
    `${stand}, ${againstTarget(pointsBetween(whole.targetActiveRate, current.rate))}`,
  ];
  if (peak?.week === current.week) sentences.push(texts.peakIsNow);
  else if (peak !== undefined) {
    sentences.push(texts.peak(formats.percent(peak.rate), formats.day(peak.week.startsOn)));
  }
  return sentences.join(' ');
}

function againstTarget(points: number) {
  if (points === 0) return texts.onTarget;
  return points > 0 ? texts.above(points) : texts.below(-points);
}
