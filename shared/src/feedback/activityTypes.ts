/** What people are told in Teams' activity feed. */
export const activityTypeNames = [
  'feedbackAnswered',
  'feedbackClosed',
  'feedbackReopened',
  'feedbackDue',
  'casesToWalk',
  'coachingOffered',
  'ownerSilent',
  'programmeEnded',
] as const;
export type ActivityTypeName = (typeof activityTypeNames)[number];

/** Words of a notification. None of them is anybody's own: what somebody wrote is read in the tab. */
interface ActivityWords {
  /** Shown where a person chooses which notifications to get; at most 128 characters. */
  readonly description: string;
  /** The notification's first line; at most 128 characters. */
  readonly templateText: string;
}

/**
 * The activity types of the app, in both languages: the manifest declares them, and Teams takes no
 * notification of another type.
 */
export const activityTypes: Readonly<
  Record<ActivityTypeName, { readonly en: ActivityWords; readonly de: ActivityWords }>
> = {
  feedbackAnswered: {
    en: {
      description: 'Your feedback was answered',
      templateText: 'Your feedback was answered',
    },
    de: {
      description: 'Das eigene Feedback wurde beantwortet',
      templateText: 'Auf Ihr Feedback gibt es eine Antwort',
    },
  },
  feedbackClosed: {
    en: {
      description: 'Your feedback has an outcome',
      templateText: 'Your feedback has an outcome',
    },
    de: {
      description: 'Das eigene Feedback hat ein Ergebnis',
      templateText: 'Ihr Feedback hat ein Ergebnis',
    },
  },
  feedbackReopened: {
    en: {
      description: 'Your feedback was opened again',
      templateText: 'Your feedback was opened again',
    },
    de: {
      description: 'Das eigene Feedback wurde wieder geöffnet',
      templateText: 'Ihr Feedback wurde wieder geöffnet',
    },
  },
  feedbackDue: {
    en: {
      description: 'Feedback that is due, once on a working day (champions)',
      templateText: 'Feedback waits for an answer: {count} due',
    },
    de: {
      description: 'Fälliges Feedback, einmal am Arbeitstag (Champions)',
      templateText: 'Feedback wartet auf eine Antwort: {count} fällig',
    },
  },
  casesToWalk: {
    en: {
      description: 'Cases of a text you own are to be walked: it changed, or its assistant did',
      templateText: 'Something changed. Cases to walk: {count}',
    },
    de: {
      description: 'Prüffälle eines eigenen Textes sind fällig: Er oder sein Assistent ist anders',
      templateText: 'Etwas hat sich geändert. Fällige Prüffälle: {count}',
    },
  },
  coachingOffered: {
    en: {
      description: 'A champion of your programme offers you a hand',
      templateText: 'A champion of your programme offers you a hand',
    },
    de: {
      description: 'Ein Champion des eigenen Programms bietet Hilfe an',
      templateText: 'Ein Champion Ihres Programms bietet Ihnen Hilfe an',
    },
  },
  ownerSilent: {
    en: {
      description: 'Nobody answers for a programme you sponsor (sponsors)',
      templateText: 'Your programme needs an owner',
    },
    de: {
      description: 'Für ein gefördertes Programm ist niemand da (Sponsoren)',
      templateText: 'Ihr Programm braucht einen Verantwortlichen',
    },
  },
  programmeEnded: {
    en: {
      description: 'A programme you took part in has ended',
      templateText: 'Your programme has ended: a word to everyone',
    },
    de: {
      description: 'Ein Programm, an dem man teilnahm, ist zu Ende',
      templateText: 'Ihr Programm ist zu Ende: ein Wort an alle',
    },
  },
};

/** What Teams calls the tab, in the manifest and in links to it. */
export const tabEntityId = 'lastMile';

/** Where in the tab a piece of one's own feedback is shown; a deep link's `subPageId`. */
export const ownFeedbackPlace = (clientKey: string) => `feedback/${clientKey}`;

/** Where in the tab the cases of a library item are. */
export const caseBookPlace = (itemKey: string) => `library/${itemKey}/cases`;

/** Where in the tab champions see what is due. */
export const dueFeedbackPlace = 'feedback/queue?view=due';

/** Where in the tab people see who may reach out to them, and say whether they want it. */
export const coachingOfferPlace = 'me';

/** Where in the tab a sponsor sees how it stands with the owner, and names another one. */
export const programmeOwnerPlace = 'programme/owner';

/** Where in the tab everybody reads how their programme ended. */
export const programmeEndingPlace = 'programme/ending';
