import type { TargetMetric } from '@last-mile/shared/programme';
import { texts } from '../../../app/texts';

const metrics: Readonly<Record<TargetMetric, string>> = {
  activeRate: 'Weekly active rate',
  draftingMinutes: 'Minutes for a draft',
  keptShare: 'Kept share of templates',
  redoRate: 'Had to redo it',
  flagsPer100: 'Flags per 100 uses',
  answeredInTime: 'Feedback answered in time',
};

const definitions: Readonly<Record<TargetMetric, string>> = {
  activeRate:
    'Of the people in the programme’s group on a week’s Sunday, the share with at least one counted action in that week.',
  draftingMinutes:
    'Median of the minutes observed for a draft, from opening it to sending, at most 60, in the last week.',
  keptShare:
    'Median share of an inserted template’s text that is still there at send, over the last twelve closed weeks.',
  redoRate:
    'Share of answers “I had to redo it”, over the last twelve closed weeks. Less is better.',
  flagsPer100:
    'Flags on items or AI output per 100 counted uses, over the last twelve closed weeks. Less is better.',
  answeredInTime: 'Share of feedback that got its first response inside its due time.',
};

/** Words of what a programme sets targets for. Figures come in written. */
export const targetTexts = texts('targets', {
  metrics,
  definitions,
  baselineIs: 'Its baseline is frozen by itself, from the last week before the programme.',
  notYet: 'Not yet',
  withN: (value: string, n: string) => `${value} (n = ${n})`,
  perHundred: (value: string) => `${value} per 100`,
});
