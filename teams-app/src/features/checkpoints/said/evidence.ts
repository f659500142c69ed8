import { weekStart, type Comparison } from '@last-mile/shared/adoption';
import type { CheckpointFigures, EvidenceName } from '@last-mile/shared/checkpoints';
import { comparisonInWords, differenceInWords } from '../../../app/figures/comparisonWords';
import { peopleInWords } from '../../../app/figures/figureWords';
import type { Formats } from '../../../app/formats';
import { checkpointsTexts as texts } from '../checkpointsTexts';
import { measureInWords, ownerInWords, rateInWords } from './inWords';

type Write = (figures: CheckpointFigures, formats: Formats) => string;

/** The figure a rule looked at, as a sentence of its own. */
const sentences: Readonly<Record<EvidenceName, Write>> = {
  owner: ({ ownership }, formats) => texts.ownerEvidence(ownerInWords(ownership, formats)),
  overdueFeedback: ({ feedback: { health } }, { number }) =>
    texts.overdueEvidence(number(health.overdue), number(health.open)),
  flagsPer100: ({ trust: { flagsPer100: figure } }, { decimal, number }) =>
    texts.flags(measureInWords(figure, decimal), figure.state === 'known' ? number(figure.n) : '–'),
  redoRate: ({ trust: { redoRate: figure } }, { percent, number }) =>
    texts.redos(measureInWords(figure, percent), figure.state === 'known' ? number(figure.n) : '–'),
  decay: ({ use: { decaying, peak } }, { percent, day }) => {
    if (decaying !== true || peak === null) return texts.holding;
    return `${texts.best}: ${texts.bestOf(percent(peak.n / peak.of), day(weekStart(peak.week)))}. ${texts.fading}`;
  },
  activeRate: ({ use: { active, target } }, formats) =>
    texts.activeEvidence(
      rateInWords(active, formats),
      peopleInWords(active, formats),
      formats.percent(target),
    ),
  attendance: ({ use: { attended } }, formats) =>
    texts.attendedEvidence(rateInWords(attended, formats), peopleInWords(attended, formats)),
  timeSaved: ({ time }, formats) => {
    const observed = [
      { name: texts.sinceStart, figure: time.sinceStart },
      { name: texts.withTemplate, figure: time.withTemplate },
    ].find(({ figure }) => figure.state === 'known');
    const told =
      observed === undefined
        ? time.tasks.map(({ task, since }) => ({ name: texts.taskTime(task), figure: since }))
        : [observed];
    return told.map(({ name, figure }) => `${name}: ${withInterval(figure, formats)}`).join('; ');
  },
};

function withInterval(figure: Comparison, formats: Formats): string {
  const compared = comparisonInWords(figure, formats);
  if (figure.state !== 'known') return compared;
  const moved = (minutes: number) => differenceInWords(minutes, formats);
  return `${compared} · ${texts.intervalFrom(moved(figure.low), moved(figure.high))}`;
}

/** What a rule looked at, in words. */
export const evidenceInWords = (
  name: EvidenceName,
  figures: CheckpointFigures,
  formats: Formats,
): string => sentences[name](figures, formats);
