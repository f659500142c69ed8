import { peopleInWords } from '../../../app/figures/figureWords';
import { differenceInWords, whyNoComparison } from '../../../app/figures/comparisonWords';
import type { Formats } from '../../../app/formats';
import type { CheckpointFigures } from '@last-mile/shared/checkpoints';
import { checkpointsTexts as texts } from '../checkpointsTexts';
import { hoursInWords, measureInWords, ownerInWords, rateInWords } from './inWords';
import type { SaidFigure } from './saidFigure';

/** The five figures a leader reads first, one for each question. */
export function headlineOf(figures: CheckpointFigures, formats: Formats): SaidFigure[] {
  const { trust, ownership } = figures;
  const { health, improvements } = figures.feedback;
  const { number, percent, decimal } = formats;
  return [
    activeFigure(figures, formats),
    draftingFigure(figures, formats),
    {
      name: texts.redone,
      says: measureInWords(trust.redoRate, percent),
      behind: texts.trustBehind(
        measureInWords(trust.keptShare, percent),
        measureInWords(trust.flagsPer100, decimal),
      ),
    },
    {
      name: texts.answered,
      says: measureInWords(health.insideDue, percent),
      behind: texts.feedbackBehind(
        number(health.open),
        number(health.overdue),
        number(improvements.total),
      ),
    },
    {
      name: texts.owner,
      says: ownerInWords(ownership, formats),
      behind: hoursInWords(ownership, formats),
    },
  ];
}

function activeFigure({ use }: CheckpointFigures, formats: Formats): SaidFigure {
  const { before, active, target } = use;
  const rate = (share: typeof before) =>
    share.state === 'notEnoughData' ? texts.unknownBefore : rateInWords(share, formats);
  const people = (share: typeof before) => peopleInWords(share, formats) || rate(share);
  return {
    name: texts.activeRate,
    says: texts.beforeNow(rate(before), rateInWords(active, formats)),
    behind: texts.activeBehind(people(before), people(active), formats.percent(target)),
  };
}

function draftingFigure({ time: { sinceStart } }: CheckpointFigures, formats: Formats): SaidFigure {
  const name = texts.draftingTime;
  if (sinceStart.state !== 'known') return { name, says: whyNoComparison(sinceStart), behind: '' };
  const { first, second, shift, low, high, people } = sinceStart;
  const moved = (minutes: number) => differenceInWords(minutes, formats);
  return {
    name,
    says: texts.beforeNow(formats.decimal(first), formats.minutes(second)),
    behind: texts.draftingBehind(moved(shift), moved(low), moved(high), formats.number(people)),
  };
}
