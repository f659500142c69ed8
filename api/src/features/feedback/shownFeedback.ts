import type { CalendarDay } from '@last-mile/shared/calendar';
import {
  dueOf,
  isOverdue,
  type FeedbackItem,
  type OutcomeLink,
  type QueuePlace,
} from '@last-mile/shared/feedback';
import type { ProgrammeFeedback } from './programmeFeedback';
import type { Read } from './readFeedback';
import type { FeedbackRecord } from './feedbackList';

/** A piece of feedback as it is shown on a day, with its reporter as whoever looks may know them. */
export function toItem(
  feedback: ProgrammeFeedback,
  { clientKey, record, delivered }: Read,
  reporter: string,
  today: CalendarDay,
): FeedbackItem {
  const { state } = record;
  const dueOn = dueOf(record);
  return {
    clientKey,
    kind: record.kind,
    reason: record.reason,
    reachedClient: record.reachedClient,
    about: record.about,
    text: record.text,
    reporter,
    surface: record.surface,
    state,
    outcome: record.outcome,
    outcomeReference: record.outcomeReference,
    outcomeLink: linkOf(record),
    submittedAt: record.submittedAt,
    dueOn,
    overdue: isOverdue({ state, dueOn }, today),
    delivered,
    output: record.output,
    caseConsent: record.caseConsent,
    outcomeNote: record.outcomeNote,
    respondedAt: record.respondedAt,
    closedAt: record.closedAt,
    helped: record.helped,
    helpedWords: record.helpedWords,
    reopened: record.reopened,
    mergedInto: mergedIntoOf(feedback, { clientKey, record }),
    heldBack: record.heldBack,
  };
}

/** What decides in which views of the queue it is. */
export function queuePlaceOf(feedback: ProgrammeFeedback, read: Read): QueuePlace {
  const { state, assignedTo } = read.record;
  return { state, assignedTo, mergedInto: mergedIntoOf(feedback, read), dueOn: dueOf(read.record) };
}

/** What it was merged into; null where that leads to nothing, or in a circle that comes down to it. */
export function mergedIntoOf(
  { kept }: ProgrammeFeedback,
  { clientKey, record }: Pick<Read, 'clientKey' | 'record'>,
): string | null {
  return (kept.get(clientKey) ?? clientKey) === clientKey ? null : record.mergedInto;
}

/** Where a link to what the outcome names leads; null where it names nothing that has a page. */
export function linkOf({
  outcome,
  outcomeKey,
  outcomeVersion,
}: FeedbackRecord): OutcomeLink | null {
  if (outcomeKey === null) return null;
  if (outcome === 'promptAdjusted') {
    return { type: 'libraryItem', itemKey: outcomeKey, version: outcomeVersion };
  }
  if (outcome === 'trainingChanged') return { type: 'practiceSession', sessionKey: outcomeKey };
  return outcome === 'workflowChanged' ? { type: 'workflow', workflowKey: outcomeKey } : null;
}
