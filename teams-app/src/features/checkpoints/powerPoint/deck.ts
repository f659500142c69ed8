import {
  savedTimeUses,
  type Checkpoint,
  type CheckpointDecision,
} from '@last-mile/shared/checkpoints';
import type { PeopleShare } from '@last-mile/shared/adoption';
import type { Programme } from '@last-mile/shared/programme';
import type { Formats } from '../../../app/formats';
import { checkpointsTexts as texts } from '../checkpointsTexts';
import { answersOf } from '../said/answers';
import { cohortInWords, weekDays } from '../said/cohort';
import { evidenceInWords } from '../said/evidence';
import { headlineOf } from '../said/headline';

/** Named figures for a chart that PowerPoint draws itself. */
export interface DeckBars {
  readonly name: string;
  readonly bars: readonly { readonly name: string; readonly value: number }[];
}

/** What the slides of a checkpoint say, before anything is drawn. */
export interface Deck {
  readonly title: string;
  readonly subtitle: string;
  readonly cohort: string;
  readonly headline: DeckTable;
  /** Shares between 0 and 1; null where one of them is not known. */
  readonly rates: DeckBars | null;
  readonly found: DeckTable;
  readonly savedTimeTitle: string;
  /** How many people said so; null while it is not known. */
  readonly savedTime: DeckBars | null;
  readonly savedTimeNote: string;
  readonly method: DeckTable;
}

export interface DeckTable {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** More words than fit on a slide are cut: the tab says them whole. */
const mostLetters = 260;

/** A checkpoint as slides: what it says, who decided what, and how it was counted; nobody's use. */
export function deckOf(
  checkpoint: Checkpoint,
  decisions: readonly CheckpointDecision[],
  programme: Programme,
  formats: Formats,
): Deck {
  const { figures, day } = checkpoint;
  const { savedTime } = figures.time;
  return {
    title: programme.name,
    subtitle: `${texts.checkpointOf(day)} · ${texts.weekOf(weekDays(checkpoint, formats))}`,
    cohort: cohortInWords(checkpoint, programme, formats),
    headline: {
      title: texts.headline,
      heads: [texts.figure, texts.says, texts.behind],
      rows: headlineOf(figures, formats).map(({ name, says, behind }) => [name, says, behind]),
    },
    rates: ratesOf(figures.use),
    found: {
      title: texts.slideFound,
      heads: [texts.finding, texts.by, texts.decision],
      rows: foundRows(checkpoint, decisions, formats),
    },
    savedTimeTitle: texts.savedTimeTitle,
    savedTime:
      savedTime.state === 'known'
        ? {
            name: texts.answers,
            bars: savedTimeUses.map((use) => ({
              name: texts.savedTimeUses[use],
              value: savedTime[use],
            })),
          }
        : null,
    savedTimeNote:
      savedTime.state === 'known'
        ? `${texts.savedTimeN(formats.number(savedTime.n))}. ${texts.savedTimeHint}`
        : texts.savedTimeUnknown,
    method: {
      title: texts.slideMethod,
      heads: [texts.questionsTitle, texts.slideMethod],
      rows: answersOf(figures, formats).map(({ question, definition }) => [
        texts.questions[question],
        short(definition, 2 * mostLetters),
      ]),
    },
  };
}

function ratesOf({ before, active, target }: Checkpoint['figures']['use']): DeckBars | null {
  const rate = (share: PeopleShare) =>
    share.state === 'known' && share.of > 0 ? share.n / share.of : null;
  const [was, is] = [rate(before), rate(active)];
  if (was === null || is === null) return null;
  return {
    name: texts.rate,
    bars: [
      { name: texts.before, value: was },
      { name: texts.now, value: is },
      { name: texts.target, value: target },
    ],
  };
}

/** A row for each finding with what was decided about it first, and one for each further decision. */
function foundRows(
  { diagnosis, figures }: Checkpoint,
  decisions: readonly CheckpointDecision[],
  formats: Formats,
): string[][] {
  const saidOf = ({ change, ownerName, dueOn }: CheckpointDecision) => {
    const who = texts.decisionLine(ownerName ?? texts.someone, formats.day(dueOn));
    return `${short(change, mostLetters)} (${who})`;
  };
  const found = diagnosis.found.flatMap(({ rule, revise, evidence }) => {
    const [first, ...further] = decisions.filter((decision) => decision.rule === rule);
    const figuresSay = evidence.map((name) =>
      short(evidenceInWords(name, figures, formats), 2 * mostLetters),
    );
    return [
      [
        `${texts.found[rule]}. ${texts.toRevise(texts.revise[revise])}`,
        figuresSay.join('\n'),
        first === undefined ? texts.noneDecided : saidOf(first),
      ],
      ...further.map((decision) => ['', '', saidOf(decision)]),
    ];
  });
  const others = decisions.filter(
    ({ rule }) => !diagnosis.found.some((finding) => finding.rule === rule),
  );
  return [
    ...(found.length === 0 ? [[texts.nothingFound, '', '']] : found),
    ...others.map((decision) => ['', '', saidOf(decision)]),
  ];
}

const short = (words: string, most: number) =>
  words.length > most ? `${words.slice(0, most).trimEnd()}…` : words;
