import { allow, refuse, type Decision } from '../rules';
import { singleLineLimit } from '../text';
import type { FeedbackItem } from './feedbackItem';
import type { ClosingOutcome, TriageAct } from './triage';
import type { TriageProgress } from './triageProgress';

export type TriageRefusal =
  | 'feedbackClosed'
  | 'feedbackNotClosed'
  | 'feedbackAnswered'
  | 'feedbackMerged'
  | 'feedbackNotMerged'
  | 'noSuggestion'
  | 'mergedIntoItself'
  | 'mergedIntoMerged'
  | 'mergedIntoOtherKind';

/** Whether an act fits where a piece of feedback stands. What was merged goes on in another one. */
export function canTriage(
  { kind, state, mergedInto }: Pick<FeedbackItem, 'kind' | 'state' | 'mergedInto'>,
  act: TriageAct['do'],
): Decision<TriageRefusal> {
  if (act === 'unmerge') return mergedInto === null ? refuse('feedbackNotMerged') : allow;
  if (act === 'holdBack' || act === 'share') {
    return kind === 'suggestion' ? allow : refuse('noSuggestion');
  }
  if (mergedInto !== null) return refuse('feedbackMerged');
  if (act === 'reopen') return state === 'closed' ? allow : refuse('feedbackNotClosed');
  if (state === 'closed') return refuse('feedbackClosed');
  return act === 'takeUp' && state !== 'new' ? refuse('feedbackAnswered') : allow;
}

type Mergeable = Pick<FeedbackItem, 'clientKey' | 'kind' | 'mergedInto'>;

/**
 * Whether one may go on in another. Nothing is merged into what was merged itself, so that no circle
 * comes about; what was merged into `item` before follows it.
 */
export function canMerge(item: Mergeable, into: Mergeable): Decision<TriageRefusal> {
  if (item.clientKey === into.clientKey) return refuse('mergedIntoItself');
  if (into.mergedInto !== null) return refuse('mergedIntoMerged');
  return item.kind === into.kind ? allow : refuse('mergedIntoOtherKind');
}

/** When an act is done, and what is known of what it names. */
export interface ActContext {
  /** ISO 8601. */
  readonly at: string;
  /** The day by which what is opened again is due an answer. */
  readonly answerDueOn: string;
  /** The library item's title or the task; empty where the act names neither. */
  readonly title: string;
  /** The step of the task, where the act names one. */
  readonly step: string | null;
  /** The library item's published version, 0 where none is. */
  readonly published: number;
}

/**
 * What an act changes (decision 0020). Taking up, sending to the vendor, promising another text and
 * closing are each a first answer; the note of the latest act that has one is what the reporter is told.
 */
export function triageChange(
  before: TriageProgress,
  act: TriageAct,
  context: ActContext,
): Partial<TriageProgress> {
  const answered = { respondedAt: before.respondedAt ?? context.at };
  switch (act.do) {
    case 'takeUp':
      return { ...answered, state: 'inProgress', outcomeNote: act.note };
    case 'assign':
      return { assignedTo: act.to };
    case 'adjustPrompt':
      return {
        ...{ ...answered, ...undecided, state: 'inProgress', outcome: 'promptAdjusted' },
        ...{ awaitsItem: act.itemKey.toLowerCase(), awaitsAfter: context.published },
      };
    case 'sendToVendor':
      return {
        ...{ ...answered, ...undecided, state: 'waitingOnVendor', outcome: 'vendor' },
        ...{ outcomeReference: act.reference, vendorSentOn: act.sentOn, outcomeNote: act.note },
      };
    case 'close':
      return {
        ...{ ...answered, ...undecided, state: 'closed', closedAt: context.at },
        // Whoever said that the last answer did not help is asked again.
        ...{ helped: null, outcome: act.outcome.route },
        ...outcomeChange(act.outcome, act.note, context),
      };
    case 'reopen':
      return {
        ...{ ...undecided, state: 'new', closedAt: null, outcomeNote: act.note },
        ...{ reopened: before.reopened + 1, answerDueOn: context.answerDueOn },
      };
    case 'merge':
      return { mergedInto: act.into.toLowerCase() };
    case 'unmerge':
      return { mergedInto: null };
    case 'holdBack':
      return { heldBack: true };
    case 'share':
      return { heldBack: false };
  }
}

const undecided = {
  outcome: null,
  outcomeReference: null,
  outcomeKey: null,
  outcomeVersion: null,
  awaitsItem: null,
  awaitsAfter: null,
  vendorSentOn: null,
  vendorAnswer: null,
} as const satisfies Partial<TriageProgress>;

function outcomeChange(
  outcome: ClosingOutcome,
  note: string | null,
  { title, step }: ActContext,
): Partial<TriageProgress> {
  switch (outcome.route) {
    case 'promptAdjusted':
      return {
        ...{ outcomeKey: outcome.itemKey.toLowerCase(), outcomeVersion: outcome.version },
        outcomeReference: reference(title, `, version ${outcome.version}`),
        outcomeNote: note,
      };
    case 'workflowChanged': {
      const place = step === null ? `${title}: ` : `${title}, step “${step}”: `;
      return {
        outcomeKey: outcome.workflowKey.toLowerCase(),
        ...said(place, outcome.change, note),
      };
    }
    case 'trainingChanged':
      return {
        outcomeKey: outcome.sessionKey?.toLowerCase() ?? null,
        outcomeReference: outcome.training,
        outcomeNote: note,
      };
    case 'vendor':
      return {
        ...{ outcomeReference: outcome.reference, outcomeNote: note },
        ...{ vendorSentOn: outcome.sentOn, vendorAnswer: outcome.answer },
      };
    case 'declined':
      return said('', outcome.reason, note);
  }
}

/** Words in the one line that the list has for them; what does not fit stands whole in the note. */
function said(place: string, words: string, note: string | null): Partial<TriageProgress> {
  const line = `${place}${words.trim().replace(/\s+/g, ' ')}`;
  const fits = line.length <= singleLineLimit && !/[\r\n]/.test(words.trim());
  return {
    outcomeReference: reference(line, ''),
    outcomeNote: fits ? note : [words, ...(note === null ? [] : [note])].join('\n\n'),
  };
}

/** A text and what stands behind it, in one line of a column: the text is cut where both do not fit. */
function reference(text: string, end: string): string {
  const room = singleLineLimit - end.length;
  if (text.length <= room) return `${text}${end}`;
  const cut = Array.from(text.slice(0, room - 1));
  // Half a character cannot be kept.
  if (/\p{Surrogate}/u.test(cut.at(-1) ?? '')) cut.pop();
  return `${cut.join('').trimEnd()}…${end}`;
}
