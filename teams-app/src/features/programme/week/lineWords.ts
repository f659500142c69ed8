import { workActions, type Programme, type WorkCause } from '@last-mile/shared/programme';
import type { Formats } from '../../../app/formats';
import { jobFamilyName } from '../../../app/jobFamilyName';
import type { Route } from '../../../app/routes';
import { weekTexts as texts } from './weekTexts';

/** A line as it is read: what, why, and the one thing to do about it. */
export interface LineWords {
  readonly what: string;
  readonly why: string;
  readonly action: string;
  readonly to: Route;
}

/** Says a line in words, with the place its action leads to. */
export function lineWords(cause: WorkCause, programme: Programme, formats: Formats): LineWords {
  return { ...saidOf(cause, programme, formats), action: texts.actions[workActions[cause.kind]] };
}

function saidOf(
  cause: WorkCause,
  programme: Programme,
  formats: Formats,
): Omit<LineWords, 'action'> {
  const { shortDay } = formats;
  switch (cause.kind) {
    case 'overdueFeedback':
      return {
        what: texts.said(inShort(cause.text)),
        why: [
          cause.reachedClient ? texts.clientFeedback : texts.feedback,
          cause.daysLate === 0 ? texts.dueToday : texts.daysLate(cause.daysLate),
        ].join(' · '),
        to: { page: 'feedbackQueue', clientKey: cause.clientKey },
      };
    case 'endingOpen':
      return {
        what: texts.endingOpen,
        why: texts.endingSince(shortDay(cause.since)),
        to: { page: 'programmeEnding' },
      };
    case 'checkpointOpen':
      return {
        what: texts.checkpoint(cause.day),
        why: texts.findings(cause.findings),
        to: { page: 'checkpoint', day: cause.day },
      };
    case 'decisionToLookAt':
      return {
        what: texts.decision,
        why: texts.dueOn(shortDay(cause.dueOn)),
        to: { page: 'checkpoints' },
      };
    case 'sessionNotPrepared':
      return {
        what: texts.session(cause.title),
        why: texts.sessionOn(shortDay(cause.on), cause.gaps),
        to: { page: 'practiceEdit', clientKey: cause.clientKey },
      };
    case 'noSession':
      return {
        what: texts.noSession(jobFamilyName(programme, cause.jobFamily)),
        why: texts.weekOf(shortDay(cause.week)),
        to: { page: 'practiceEdit' },
      };
    case 'useDecays':
      return {
        what: texts.decay,
        why: texts.decayWeeks(cause.peakWeek),
        to: { page: 'dashboard' },
      };
    case 'peopleToCoach':
      return {
        what: texts.coaching(texts.coachedFor[cause.reason]),
        why: texts.people(cause.people),
        to: { page: 'coaching' },
      };
    case 'reviewWaiting':
      return {
        what: texts.review(cause.title),
        why: texts.waitsSince(shortDay(cause.since.slice(0, 10))),
        to: { page: 'libraryItem', clientKey: cause.itemKey },
      };
    case 'staleItem':
      return {
        what: texts.stale(cause.title),
        why: texts.reviewOn(shortDay(cause.reviewOn)),
        to: { page: 'libraryItem', clientKey: cause.itemKey },
      };
    case 'effortNotWritten':
      return {
        what: texts.effortMissing,
        why: texts.weekOf(shortDay(cause.week)),
        to: { page: 'programmeEffort', week: cause.week },
      };
  }
}

/** More of somebody's words is read where they are answered. */
const longestWords = 90;

function inShort(text: string): string {
  const words = text.trim().replace(/\s+/g, ' ');
  const letters = Array.from(words);
  return letters.length <= longestWords ? words : `${letters.slice(0, longestWords).join('')}…`;
}
