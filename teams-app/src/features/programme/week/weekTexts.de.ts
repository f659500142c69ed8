import { plural } from '@last-mile/shared/language';
import type { weekTexts } from './weekTexts';

export const weekGerman: typeof weekTexts = {
  actions: {
    answerFeedback: 'Beantworten',
    endProgramme: 'Sagen, wie es weitergeht',
    decide: 'Entscheiden',
    lookBack: 'Zurückblicken',
    prepareSession: 'Vorbereiten',
    planSession: 'Eine planen',
    seeDashboard: 'Kennzahlen ansehen',
    seeCoaching: 'Ansehen, wer',
    review: 'Prüfen',
    checkItem: 'Durchsehen',
    writeEffort: 'Eintragen',
  },
  coachedFor: {
    neverStarted: 'nie angefangen haben',
    wentQuiet: 'still geworden sind',
    badStart: 'einen schlechten Start hatten',
  },

  title: 'Ihre Woche',
  subtitle: 'Was das Programm jetzt von Ihnen braucht, das Dringendste zuerst.',
  loading: 'Ihre Woche wird geladen',
  effort: 'Stunden und Ausgaben',
  ending: 'Wie es weitergeht',
  groups: {
    client: 'Es hat einen Kunden erreicht',
    waiting: 'Darauf warten andere',
    going: 'Das hält das Programm in Gang',
  },
  more: (count) => plural(count, { one: '# weitere zeigen', other: '# weitere zeigen' }),

  feedback: 'Feedback, das niemand beantwortet hat',
  clientFeedback: 'Etwas Falsches hat einen Kunden erreicht',
  dueToday: 'Heute fällig',
  daysLate: (count) =>
    plural(count, { one: '# Arbeitstag zu spät', other: '# Arbeitstage zu spät' }),
  endingOpen: 'Wie das Programm weitergeht, ist nicht gesagt',
  endingSince: (day) => `Tag 90 ist vorbei seit ${day}`,
  checkpoint: (day) => `Zwischenstand von Tag ${String(day)}`,
  findings: (count) =>
    plural(count, { one: '# Befund ohne Entscheidung', other: '# Befunde ohne Entscheidung' }),
  decision: 'Eine Entscheidung zum Zurückblicken',
  dueOn: (day) => `Ihr Tag war der ${day}`,
  session: (title) => `Übung: ${title}`,
  sessionOn: (day, gaps) =>
    plural(gaps, { one: `Am ${day}, # Sache fehlt`, other: `Am ${day}, # Sachen fehlen` }),
  noSession: (family) => `Keine Übung für ${family}`,
  weekOf: (day) => `Woche vom ${day}`,
  decay: 'Die Nutzung geht zurück',
  decayWeeks: (peak) => `Zwei abgeschlossene Wochen 15 % oder mehr unter der besten Woche, ${peak}`,
  coaching: (reason) => `Leute, die ${reason}`,
  people: (count) => plural(count, { one: '# Person', other: '# Personen' }),
  review: (title) => `Zu prüfen: ${title}`,
  waitsSince: (day) => `Wartet seit ${day}`,
  stale: (title) => `Durchsicht überfällig: ${title}`,
  reviewOn: (day) => `War fällig am ${day}`,
  effortMissing: 'Stunden und Ausgaben sind nicht eingetragen',

  said: (words) => `„${words}“`,
  mark: (line) => `Mehr zu „${line}“`,
  done: 'Erledigt',
  tomorrow: 'Auf morgen verschieben',
  monday: 'Auf Montag verschieben',
  fortnight: 'Um zwei Wochen verschieben',
  notRelevant: 'Nicht relevant',
  isDone: 'Erledigt. Am Montag ist es wieder da, wenn es noch so ist.',
  isSnoozed: (day) => `Verschoben bis ${day}.`,
  isNotRelevant: 'Von der Liste genommen.',
  undo: 'Rückgängig',
  notMarked: 'Das wurde nicht festgehalten.',
  gone: 'Das steht nicht mehr auf der Liste.',

  emptyTitle: 'Gerade ist nichts zu tun',
  empty: 'Spätes Feedback, Texte zum Prüfen und was Sie sonst braucht, kommt von selbst hierher.',
  emptyUntil: (day) => `Das nächste Verschobene ist am ${day} wieder da.`,
  putAway: (count) => plural(count, { one: '# weggelegt', other: '# weggelegt' }),
  takeBack: 'Zurückholen',
  takeBackOf: (line) => `„${line}“ zurückholen`,
  saidDone: 'Erledigt bis Montag',
  saidSnoozed: (day) => `Bis ${day}`,
  saidNotRelevant: 'Nicht relevant',

  silentTitle: 'Vom Verantwortlichen ist nichts zu hören',
  silent: (day) =>
    `Seit ${day} war hier vom Verantwortlichen nichts zu hören. Der Sponsor weiß es und kann jemand anderen benennen.`,
  silentYou: (day) =>
    `Seit ${day} war hier von Ihnen nichts zu hören, darum weiß es Ihr Sponsor. Was immer Sie im Programm tun, beendet das.`,
  silentToSponsor: (day) =>
    `Seit ${day} war hier vom Verantwortlichen nichts zu hören. Ein Gespräch hilft, oder jemand anderes wird benannt.`,
  goneTitle: 'Das Programm hat keinen Verantwortlichen, der handeln kann',
  goneOwner:
    'Das Konto des Verantwortlichen ist geschlossen oder kein Champion mehr. Der Sponsor weiß es und kann jemand anderen benennen.',
  goneToSponsor:
    'Das Konto des Verantwortlichen ist geschlossen oder kein Champion mehr. Bitte jemand anderen benennen, damit eine Person dafür einsteht.',
  nameAnother: 'Jemand anderen benennen',
};
