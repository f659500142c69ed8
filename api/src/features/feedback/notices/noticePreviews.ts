import type { ActivityTypeName } from '@last-mile/shared/feedback';

/**
 * The line under a notification, in both languages: Graph takes one text and translates none. It says
 * what to do and nothing of the feedback, because Teams shows it on locked screens (decision 0021).
 */
export const noticePreviews: Readonly<Record<ActivityTypeName, string>> = {
  feedbackAnswered: 'Open it to read the answer. · Zum Lesen öffnen.',
  feedbackClosed: 'See what came of it, and say whether it helped. · Öffnen und sagen, ob es half.',
  feedbackReopened: 'Somebody looks into it once more. · Es wird noch einmal angesehen.',
  casesToWalk: 'See what changed and which cases wait. · Öffnen, um die Fälle zu sehen.',
  coachingOffered: 'See what works for your tasks. · Ansehen, was bei Ihren Aufgaben hilft.',
  ownerSilent: 'See how it stands, and name somebody. · Ansehen und jemanden benennen.',
  programmeEnded: 'Read how it goes on. · Lesen, wie es weitergeht.',
  feedbackDue: 'Open the queue to see what is due. · Öffnen, um Fälliges zu sehen.',
};
