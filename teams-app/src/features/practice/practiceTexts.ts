import type { Exercise, SessionGap, SessionPlace } from '@last-mile/shared/practice';
import { plural } from '@last-mile/shared/language';
import { texts } from '../../app/texts';

const gaps: Record<SessionGap, string> = {
  noTask: 'a task',
  taskNotMapped: 'the map of its task',
  noScenario: 'a scenario',
  noExercise: 'an exercise',
  noPlace: 'a meeting',
};

const kinds: Record<Exercise['kind'], string> = {
  try: 'Try it together',
  judge: 'Find what is wrong with it',
};

const places: Record<SessionPlace['kind'], string> = {
  existingMeeting: 'In a series of meetings in my calendar',
  newMeeting: 'In a new weekly series of its own',
  someoneElsesMeeting: 'In a meeting that somebody else organises',
};

const placedIn: Record<SessionPlace['kind'], string> = {
  existingMeeting: 'It takes place in a series of meetings.',
  newMeeting: 'It takes place in a series of its own.',
  someoneElsesMeeting: 'It takes place in a meeting that somebody else organises.',
};

/** What a difference in use says. */
export interface Difference {
  readonly difference: string;
  readonly low: string;
  readonly high: string;
  readonly people: string;
  readonly others: string;
}

/** Words of practice: sessions, being there, doing it on one's own work, and planning. */
export const practiceTexts = texts('practice', {
  gaps,
  kinds,
  places,
  placedIn,

  title: 'Practice',
  subtitle: 'Twenty minutes a week, on work like yours.',
  loading: 'Loading the sessions',
  noneTitle: 'No session is planned',
  none: 'Your champion plans them. Until then the library is open.',
  noneForChampion: 'Begin with one job family, in a meeting that people have anyway.',
  ahead: 'Still to come',
  past: 'Past sessions',
  asOf: (moment: string) => `As of ${moment}.`,
  when: (moment: string, minutes: number) =>
    `${moment} · ${plural(minutes, { one: '# minute', other: '# minutes' })}`,
  everyone: 'Everyone',
  missing: (what: string) => `Missing: ${what}`,
  open: 'Open the session',
  edit: 'Prepare it',

  iAmHere: 'I am here',
  wasThere: 'You were there',
  waitsHere: 'It waits on this device to be sent.',
  notKept: 'This was not kept.',
  checkInNotOpen: 'You can say that you are here from a quarter of an hour before it begins.',
  checkInClosed: 'You could say that you were here until a day after it.',

  toTry: 'To try:',
  anItem: 'an item of the library',
  copyInput: 'Copy the input',
  copied: 'Copied.',
  notCopied: 'It cannot be copied here. Mark it and copy it by hand.',
  showSolution: 'Show what there is to find',
  hideSolution: 'Hide what there is to find',

  practisedTitle: 'Did it on your own work?',
  practised: 'Done on your own work',
  worked: 'What worked, to keep as a draft (if you like)',
  workedHint: 'The prompt as you used it, without names. It becomes your draft in the library.',
  iDidIt: 'I did it on my own task',
  thanks: 'Thank you, it is kept.',
  seeDraft: 'See your draft',

  session: 'Session',
  back: 'All sessions',
  backToSession: 'The session',
  goneTitle: 'This session is not there',
  gone: 'It was cancelled or taken away, or it is for another job family.',

  cancelled: 'Cancelled',
  cancelledOn: (moment: string) => `Cancelled on ${moment}. Only champions still see it.`,
  calendarStays:
    'Its meeting in the calendar stays as it is: take it out there, or tell whoever organises it.',
  cancel: 'Cancel this session',
  cancelQuestion: 'Cancel this session?',
  cancelMeans: 'From then on only champions see it, and it stays cancelled.',
  cancelIt: 'Yes, cancel it',
  cancelling: 'Cancelling…',
  keepIt: 'Leave it as it is',
  notCancelled: 'The session was not cancelled.',
  changedMeanwhile:
    'Somebody else changed it meanwhile. It is shown as it is now: look, then decide.',

  planning: 'To plan',
  noSessionThisWeek: (families: string) => `No session this week: ${families}.`,
  noSessionNextWeek: (families: string) => `No session next week: ${families}.`,
  allPlanned: 'Every job family has a session this week and next.',
  prepare: 'Prepare a session',

  figures: 'What practice goes with',
  figuresLoading: 'Loading the figures',
  attendedShare: 'Were at a session in the last four closed weeks',
  practisedShare: 'Did one on their own work in the last four closed weeks',
  useAfterAttending: 'Active weeks after a first session, beside people who came to none',
  useAfterPractising: 'Active weeks after doing it on one’s own work, beside people who did not',
  nOf: (n: string, of: string) => `${n} of ${of} people`,
  halves: {
    under: (of: string) => `Fewer than half of ${of} people`,
    over: (of: string) => `At least half of ${of} people`,
  },
  tooFew: 'Too few people to tell',
  notEnoughData: 'Not enough data',
  difference: ({ difference, low, high, people, others }: Difference) =>
    `${difference} weeks of four (95%: ${low} to ${high}; n = ${people} beside ${others})`,
  association: 'Association, not proof.',
  associationWhy: 'People choose to come: who comes may be who would have used it anyway.',

  newTitle: 'Prepare a session',
  editTitle: 'Prepare the session',
  editSubtitle: 'It may be saved unfinished. What you type is kept on this device until then.',
  sessionTitle: 'What it is called',
  jobFamily: 'For whom',
  startsAt: 'When it begins',
  startsAtHint: 'On your own clock.',
  minutes: 'Minutes',
  task: 'Which task it is about',
  noTask: 'None yet',
  scenario: 'The situation',
  scenarioHint: 'In the words of those who do the task.',
  exercise: 'The exercise',
  startFrom: 'Begin with one that is there',
  startFromHint: 'It replaces what stands in the exercise below; change it as you like.',
  chooseExercise: 'Choose…',
  offered: (audience: string, title: string) => `${audience}: ${title}`,
  kind: 'What people do',
  instruction: 'What to do',
  input: 'What it is done on',
  inputHint: 'Like a client’s, and never a client’s own.',
  item: 'What to try from the library',
  noItem: 'Nothing in particular',
  itemChosen: 'The item chosen before',
  solution: 'What there is to find',
  solutionHint: 'Shown when people ask for it.',
  mend: {
    title: 'Give the session a name.',
    startsAt: 'Say when it begins.',
    minutes: 'Choose 10 to 60 minutes.',
    exercise: 'An exercise needs both what to do and what it is done on.',
  },
  saveNew: 'Save the session',
  save: 'Save',
  saving: 'Saving…',
  saved: 'Saved.',
  notSaved: 'The session was not saved.',
  onItsWay: 'It is on its way to SharePoint; in a moment it can be changed.',
  overtakenTitle: 'Somebody else changed this session meanwhile.',
  overtaken: 'Yours is still in the fields. Theirs says:',
  keepMine: 'Go on with mine',
  takeTheirs: 'Take theirs',

  place: 'The meeting',
  noPlace: 'It stands in no meeting yet.',
  where: 'Where it takes place',
  meeting: 'Which series',
  lookInCalendar: 'Look in my calendar',
  meetingsLoading: 'Loading the series in your calendar',
  meetingsNone: 'Your calendar has no series in the next two weeks.',
  noMeetings: 'Your calendar could not be read.',
  consentWhy:
    'Last Mile needs your consent to read and write your calendar. It looks for your series of meetings here, and writes only into the one you choose.',
  giveConsent: 'Give consent',
  consentFailed:
    'There is no consent yet. If your organisation leaves it to admins, ask one to grant Last Mile the delegated permission Calendars.ReadWrite in Microsoft Entra. A meeting that somebody else organises needs none.',
  chooseMeeting: 'Choose…',
  somebodyElse: 'somebody else',
  meetingLine: (subject: string, moment: string, organiser: string | null) =>
    organiser === null ? `${subject} · ${moment}` : `${subject} · ${moment} · by ${organiser}`,
  placeIt: 'Place it there',
  placing: 'Placing…',
  placed: 'Placed.',
  notPlaced: 'The session was not placed.',
  agenda: 'For whoever organises the meeting',
  agendaHint: 'Send it to them; the link leads to the session.',
  copyAgenda: 'Copy the words',
});
