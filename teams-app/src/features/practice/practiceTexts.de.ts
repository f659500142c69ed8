import type { Exercise, SessionGap, SessionPlace } from '@last-mile/shared/practice';
import { plural } from '@last-mile/shared/language';
import type { practiceTexts } from './practiceTexts';

const gaps: Record<SessionGap, string> = {
  noTask: 'eine Aufgabe',
  taskNotMapped: 'der Ablauf ihrer Aufgabe',
  noScenario: 'eine Situation',
  noExercise: 'eine Übung',
  noPlace: 'ein Termin',
};

const kinds: Record<Exercise['kind'], string> = {
  try: 'Gemeinsam ausprobieren',
  judge: 'Finden, was daran falsch ist',
};

const places: Record<SessionPlace['kind'], string> = {
  existingMeeting: 'In einer Terminserie aus meinem Kalender',
  newMeeting: 'In einer neuen wöchentlichen Serie',
  someoneElsesMeeting: 'In einem Termin, den jemand anderes ausrichtet',
};

const placedIn: Record<SessionPlace['kind'], string> = {
  existingMeeting: 'Sie findet in einer Terminserie statt.',
  newMeeting: 'Sie findet in einer eigenen Serie statt.',
  someoneElsesMeeting: 'Sie findet in einem Termin statt, den jemand anderes ausrichtet.',
};

export const practiceGerman: typeof practiceTexts = {
  gaps,
  kinds,
  places,
  placedIn,

  title: 'Üben',
  subtitle: 'Zwanzig Minuten in der Woche, an Arbeit wie der eigenen.',
  loading: 'Die Übungsrunden werden geladen',
  noneTitle: 'Keine Übungsrunde geplant',
  none: 'Champions planen sie. Bis dahin steht die Bibliothek offen.',
  noneForChampion:
    'Am besten mit einer Berufsgruppe beginnen, in einem Termin, den es ohnehin gibt.',
  ahead: 'Noch vor uns',
  past: 'Vergangene Übungsrunden',
  asOf: (moment) => `Stand: ${moment}.`,
  when: (moment, minutes) =>
    `${moment} · ${plural(minutes, { one: '# Minute', other: '# Minuten' })}`,
  everyone: 'Alle',
  missing: (what) => `Es fehlt: ${what}`,
  open: 'Übungsrunde öffnen',
  edit: 'Vorbereiten',

  iAmHere: 'Ich bin da',
  wasThere: 'Dabei gewesen',
  waitsHere: 'Es wartet auf diesem Gerät darauf, gesendet zu werden.',
  notKept: 'Das wurde nicht gespeichert.',
  checkInNotOpen: 'Ab einer Viertelstunde vor Beginn lässt sich hier die Teilnahme bestätigen.',
  checkInClosed: 'Die Teilnahme ließ sich bis einen Tag danach bestätigen.',

  toTry: 'Zum Ausprobieren:',
  anItem: 'ein Eintrag der Bibliothek',
  copyInput: 'Vorlage kopieren',
  copied: 'Kopiert.',
  notCopied: 'Kopieren geht hier nicht. Bitte markieren und von Hand kopieren.',
  showSolution: 'Zeigen, was zu finden ist',
  hideSolution: 'Verbergen, was zu finden ist',

  practisedTitle: 'An der eigenen Arbeit gemacht?',
  practised: 'An der eigenen Arbeit gemacht',
  worked: 'Was geklappt hat, als Entwurf (freiwillig)',
  workedHint:
    'Der Prompt, wie er genutzt wurde, ohne Namen. Er wird Ihr Entwurf in der Bibliothek.',
  iDidIt: 'An einer eigenen Aufgabe gemacht',
  thanks: 'Danke, es ist gespeichert.',
  seeDraft: 'Entwurf ansehen',

  session: 'Übungsrunde',
  back: 'Alle Übungsrunden',
  backToSession: 'Zur Übungsrunde',
  goneTitle: 'Diese Übungsrunde gibt es hier nicht',
  gone: 'Sie wurde abgesagt oder entfernt oder ist für eine andere Berufsgruppe.',

  cancelled: 'Abgesagt',
  cancelledOn: (moment) => `Abgesagt am ${moment}. Nur Champions sehen sie noch.`,
  calendarStays:
    'Der Termin im Kalender bleibt, wie er ist: bitte dort entfernen oder der Person Bescheid geben, die ihn ausrichtet.',
  cancel: 'Diese Übungsrunde absagen',
  cancelQuestion: 'Diese Übungsrunde absagen?',
  cancelMeans: 'Danach sehen sie nur noch Champions, und sie bleibt abgesagt.',
  cancelIt: 'Ja, absagen',
  cancelling: 'Wird abgesagt…',
  keepIt: 'So lassen',
  notCancelled: 'Die Übungsrunde wurde nicht abgesagt.',
  changedMeanwhile:
    'Inzwischen hat jemand anderes sie geändert. Sie steht hier, wie sie jetzt ist: bitte ansehen, dann entscheiden.',

  planning: 'Zu planen',
  noSessionThisWeek: (families) => `Diese Woche ohne Übungsrunde: ${families}.`,
  noSessionNextWeek: (families) => `Nächste Woche ohne Übungsrunde: ${families}.`,
  allPlanned: 'Jede Berufsgruppe hat diese und nächste Woche eine Übungsrunde.',
  prepare: 'Übungsrunde vorbereiten',

  figures: 'Womit Üben einhergeht',
  figuresLoading: 'Die Zahlen werden geladen',
  attendedShare: 'In den letzten vier abgeschlossenen Wochen dabei',
  practisedShare: 'In den letzten vier abgeschlossenen Wochen an eigener Arbeit gemacht',
  useAfterAttending: 'Aktive Wochen nach der ersten Runde, neben Personen ohne Runde',
  useAfterPractising: 'Aktive Wochen nach der Übung an eigener Arbeit, neben Personen ohne',
  nOf: (n, of) => `${n} von ${of} Personen`,
  halves: {
    under: (of) => `Weniger als die Hälfte von ${of} Personen`,
    over: (of) => `Mindestens die Hälfte von ${of} Personen`,
  },
  tooFew: 'Zu wenige Personen für eine Angabe',
  notEnoughData: 'Nicht genug Daten',
  difference: ({ difference, low, high, people, others }) =>
    `${difference} von vier Wochen (95 %: ${low} bis ${high}; n = ${people} neben ${others})`,
  association: 'Ein Zusammenhang, kein Beweis.',
  associationWhy: 'Wer kommt, entscheidet selbst, und hätte es vielleicht ohnehin genutzt.',

  newTitle: 'Übungsrunde vorbereiten',
  editTitle: 'Die Übungsrunde vorbereiten',
  editSubtitle:
    'Sie lässt sich auch unfertig speichern. Bis dahin bleibt alles auf diesem Gerät erhalten.',
  sessionTitle: 'Wie sie heißt',
  jobFamily: 'Für wen',
  startsAt: 'Wann sie beginnt',
  startsAtHint: 'Nach der eigenen Uhr.',
  minutes: 'Minuten',
  task: 'Um welche Aufgabe es geht',
  noTask: 'Noch keine',
  scenario: 'Die Situation',
  scenarioHint: 'In den Worten derer, die die Aufgabe erledigen.',
  exercise: 'Die Übung',
  startFrom: 'Mit einer vorhandenen beginnen',
  startFromHint: 'Sie ersetzt, was unten bei der Übung steht, und lässt sich beliebig ändern.',
  chooseExercise: 'Wählen…',
  offered: (audience, title) => `${audience}: ${title}`,
  kind: 'Was alle tun',
  instruction: 'Was zu tun ist',
  input: 'Woran',
  inputHint: 'Wie von Kunden, aber nie wirklich von Kunden.',
  item: 'Was aus der Bibliothek auszuprobieren ist',
  noItem: 'Nichts Bestimmtes',
  itemChosen: 'Der zuvor gewählte Eintrag',
  solution: 'Was zu finden ist',
  solutionHint: 'Wird auf Wunsch gezeigt.',
  mend: {
    title: 'Bitte der Übungsrunde einen Namen geben.',
    startsAt: 'Bitte angeben, wann sie beginnt.',
    minutes: 'Bitte 10 bis 60 Minuten wählen.',
    exercise: 'Eine Übung braucht beides: was zu tun ist, und woran.',
  },
  saveNew: 'Übungsrunde speichern',
  save: 'Speichern',
  saving: 'Wird gespeichert…',
  saved: 'Gespeichert.',
  notSaved: 'Die Übungsrunde wurde nicht gespeichert.',
  onItsWay: 'Sie ist auf dem Weg zu SharePoint; gleich lässt sie sich ändern.',
  overtakenTitle: 'Inzwischen hat jemand anderes diese Übungsrunde geändert.',
  overtaken: 'Die eigene Fassung steht noch in den Feldern. In der anderen steht:',
  keepMine: 'Mit meiner weitermachen',
  takeTheirs: 'Die andere nehmen',

  place: 'Der Termin',
  noPlace: 'Sie steht noch in keinem Termin.',
  where: 'Wo sie stattfindet',
  meeting: 'Welche Serie',
  lookInCalendar: 'In meinem Kalender nachsehen',
  meetingsLoading: 'Die Serien aus dem Kalender werden geladen',
  meetingsNone: 'Der Kalender hat in den nächsten zwei Wochen keine Serie.',
  noMeetings: 'Der Kalender konnte nicht gelesen werden.',
  consentWhy:
    'Last Mile braucht die Zustimmung, den eigenen Kalender zu lesen und zu schreiben. Hier werden Terminserien gesucht, und geschrieben wird nur in die gewählte.',
  giveConsent: 'Zustimmen',
  consentFailed:
    'Noch fehlt die Zustimmung. Wo nur die Administration zustimmen darf: Sie kann Last Mile in Microsoft Entra die delegierte Berechtigung Calendars.ReadWrite erteilen. Eine Besprechung, die andere organisieren, braucht keine.',
  chooseMeeting: 'Wählen…',
  somebodyElse: 'jemand anderes',
  meetingLine: (subject, moment, organiser) =>
    organiser === null ? `${subject} · ${moment}` : `${subject} · ${moment} · von ${organiser}`,
  placeIt: 'Dort unterbringen',
  placing: 'Wird untergebracht…',
  placed: 'Untergebracht.',
  notPlaced: 'Die Übungsrunde wurde nicht untergebracht.',
  agenda: 'Für die Person, die den Termin ausrichtet',
  agendaHint: 'Zum Weiterschicken; der Link führt zur Übungsrunde.',
  copyAgenda: 'Text kopieren',
};
