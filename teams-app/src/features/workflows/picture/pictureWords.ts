import {
  isHandoff,
  mapTotals,
  type MappedStep,
  type WorkflowMap,
} from '@last-mile/shared/workflows';
import type { Formats } from '../../../app/formats';
import { timeInWords } from '../timeInWords';
import { totalsLine } from '../totalsInWords';
import { workflowsTexts as texts } from '../workflowsTexts';

/** How something in a step's box is written. */
export type Tone = 'name' | 'plain' | 'quiet' | 'handoff' | 'ai' | 'friction';

interface Piece {
  readonly tone: Tone;
  readonly words: string;
}

/** What the picture says of a step, in the order in which it is read. */
export interface StepWords {
  readonly id: string;
  /** The same for every step that one role does. */
  readonly lane: string;
  readonly actor: string;
  readonly isSlot: boolean;
  /** Whether the task changes hands before it. */
  readonly isHandoff: boolean;
  readonly pieces: readonly Piece[];
}

/** All that is written into a picture of a map. */
export interface PictureWords {
  readonly title: string;
  readonly totals: string;
  readonly steps: readonly StepWords[];
  /** Who takes over what AI cannot do, where no step is chosen that would say so; empty where nobody is. */
  readonly foot: string;
}

export type PicturedMap = Pick<WorkflowMap, 'task' | 'steps' | 'slot' | 'escalation'>;

/** A sentence on how AI helps is drawn up to here; the board says the rest. */
const longestSentence = 140;

/** What a picture of a map says. */
export function pictureWords(map: PicturedMap, formats: Formats): PictureWords {
  const { task, steps, slot, escalation } = map;
  const slotIsThere = steps.some(({ id }) => id === slot?.stepKey);
  return {
    title: task,
    totals: totalsLine(mapTotals(steps), formats),
    steps: steps.map((step, index) => {
      const isSlot = step.id === slot?.stepKey;
      const changesHands = isHandoff(steps, index) === true;
      return {
        ...{ id: step.id, isSlot, isHandoff: changesHands },
        lane: step.actor?.trim().toLowerCase() ?? '',
        actor: step.actor?.trim() ?? texts.whoUnknown,
        pieces: [
          piece('quiet', texts.stepNumber(index + 1)),
          ...(changesHands ? [piece('handoff', texts.handoff)] : []),
          piece('name', step.name || texts.unnamed),
          ...(step.tool === null ? [] : [piece('quiet', step.tool)]),
          piece('plain', timeOf(step, formats)),
          ...step.frictions.map(({ kind }) => piece('friction', texts.frictionKinds[kind])),
          ...aiPieces(step, isSlot, escalation),
          ...(step.branches ? [piece('quiet', texts.branches)] : []),
        ],
      };
    }),
    foot: escalation === null || slotIsThere ? '' : `${texts.escalation}: ${escalation}`,
  };
}

const piece = (tone: Tone, words: string): Piece => ({ tone, words });

/** How long a step takes, and how long it lies before. */
export function timeOf({ minutes, waitMinutes }: MappedStep, formats: Formats): string {
  return texts.inWords([
    minutes === null ? texts.minutesUnknown : formats.minutes(minutes),
    ...(waitMinutes === null || waitMinutes === 0
      ? []
      : [texts.waitsBefore(timeInWords(waitMinutes, formats))]),
  ]);
}

function aiPieces(step: MappedStep, isSlot: boolean, escalation: string | null): Piece[] {
  const helps = step.aiHelps.trim();
  if (!isSlot && helps === '') return [];
  const sentence =
    helps.length > longestSentence ? `${helps.slice(0, longestSentence).trimEnd()}…` : helps;
  return [
    piece('ai', isSlot ? texts.aiHelpsHere : texts.aiHelpsToo),
    ...(sentence === '' ? [] : [piece('plain', sentence)]),
    ...(isSlot && escalation !== null ? [piece('ai', texts.takesOver(escalation))] : []),
  ];
}
