import type { MapTotals } from '@last-mile/shared/workflows';
import type { Formats } from '../../app/formats';
import { sumInWords, timeInWords } from './timeInWords';
import { workflowsTexts as texts } from './workflowsTexts';

export interface NamedTotal {
  readonly name: string;
  readonly says: string;
}

/** What a map adds up to, each figure with its name. */
export function namedTotals(totals: MapTotals, formats: Formats): NamedTotal[] {
  const time = (minutes: number) => timeInWords(minutes, formats);
  return [
    { name: texts.stepsTotal, says: formats.number(totals.steps) },
    { name: texts.workTotal, says: sumInWords(totals.minutes, time) },
    { name: texts.waitTotal, says: sumInWords(totals.waitMinutes, time) },
    { name: texts.handoffsTotal, says: sumInWords(totals.handoffs, formats.number) },
    { name: texts.frictionsTotal, says: formats.number(totals.frictions) },
  ];
}

/** The same as one line; what nobody told is left out of it. */
export function totalsLine(totals: MapTotals, formats: Formats): string {
  const { minutes, waitMinutes, handoffs } = totals;
  const isWhole = (sum: { value: number | null; unknown: number }) =>
    sum.value !== null && sum.unknown === 0;
  return texts.inWords([
    texts.steps(totals.steps),
    ...(isWhole(minutes) ? [texts.work(timeInWords(minutes.value ?? 0, formats))] : []),
    ...(isWhole(waitMinutes) ? [texts.wait(timeInWords(waitMinutes.value ?? 0, formats))] : []),
    ...(isWhole(handoffs) ? [texts.handoffs(handoffs.value ?? 0)] : []),
    texts.frictions(totals.frictions),
  ]);
}
