import { plural } from '@last-mile/shared/language';
import type { checkpointsTexts } from './checkpointsTexts';

export const checkpointsGerman: typeof checkpointsTexts = {
  found: {
    noOwner: 'Niemand verantwortet das Programm',
    overdueQueue: 'Rückmeldungen warten zu lange auf Antwort',
    outputNotTrusted: 'Was herauskommt, wird oft gemeldet und neu gemacht',
    useDecays: 'Die Nutzung lässt nach',
    lowUseThoughPractised: 'Wenige nutzen es, obwohl viele geübt haben',
    lowUseWithoutPractice: 'Wenige nutzen es, und wenige haben geübt',
    useWithoutTimeSaved: 'Viele nutzen es, und es spart ihnen keine Zeit',
  },
  revise: {
    ownership: 'Verantwortung',
    feedback: 'Rückmeldungen',
    prompts: 'Prompts',
    training: 'Training',
    workflowMap: 'Der Ablauf der Aufgabe',
    workflowStep: 'Der Schritt, in dem KI hilft',
  },
  proposals: {
    noOwner: 'Jemanden benennen, der die Stunden hat, oder sie dem Benannten geben.',
    overdueQueue:
      'Zuerst beantworten, was überfällig ist, und die Liste mit einer Vertretung teilen.',
    outputNotTrusted: 'Die am häufigsten gemeldeten Prompts überarbeiten, mit ihren Fällen.',
    useDecays: 'Das wöchentliche Üben zurückholen, mit einer Aufgabe dieser Woche.',
    lowUseThoughPractised:
      'Den Ablauf noch einmal ansehen: KI hilft vielleicht im falschen Schritt.',
    lowUseWithoutPractice: 'Die Übungen in Termine legen, die es schon gibt.',
    useWithoutTimeSaved: 'Den Schritt umbauen, damit nicht neu gemacht wird, was KI tut.',
  },
  evidence: {
    owner: 'der Verantwortung',
    overdueFeedback: 'überfälligen Rückmeldungen',
    flagsPer100: 'Meldungen je 100 Nutzungen',
    redoRate: 'dem, was neu gemacht wurde',
    decay: 'nachlassender Nutzung',
    activeRate: 'aktiven Personen',
    attendance: 'der Teilnahme am Üben',
    timeSaved: 'gesparter Zeit',
  },
  results: {
    worked: 'Es hat gewirkt',
    partly: 'Es hat teilweise gewirkt',
    didNotWork: 'Es hat nicht gewirkt',
    notDone: 'Es wurde nicht getan',
  },
  savedTimeUses: {
    moreClientWork: 'Mehr Arbeit für Mandanten',
    betterWork: 'Bessere Arbeit',
    learning: 'Lernen',
    shorterDay: 'Ein kürzerer Tag',
    nowhere: 'Nirgendwohin, das ich nennen kann',
  },
  missing: {
    sealBroken:
      'Dieser Kontrollpunkt wurde geändert, wo er aufbewahrt wird. Er wird nicht gezeigt, denn seine Zahlen sind nicht mehr die damaligen.',
    notMeasured: 'Seine Woche liegt vor der ersten gemessenen, deshalb wurde er nie erhoben.',
  },
  questions: {
    use: 'Wird es genutzt?',
    time: 'Spart es Zeit?',
    trust: 'Ist auf das Ergebnis Verlass?',
    feedback: 'Werden Rückmeldungen beantwortet?',
    ownership: 'Verantwortet es jemand?',
  },

  title: 'Kontrollpunkte',
  subtitle: 'Was haben diese Wochen verändert, und was ändern wir jetzt?',
  loading: 'Kontrollpunkte werden geladen',
  back: 'Alle Kontrollpunkte',
  day: (day) => `Tag ${String(day)}`,
  checkpointOf: (day) => `Kontrollpunkt: Tag ${String(day)}`,
  open: (day) => `Kontrollpunkt von Tag ${String(day)} lesen`,
  takenList: 'Erhobene Kontrollpunkte',
  weekOf: (days) => `Woche vom ${days}`,
  findings: (count) =>
    count === 0
      ? 'Keine Regel hat etwas gefunden'
      : plural(count, { one: '# Befund', other: '# Befunde' }),

  nextTitle: (day) => `Als Nächstes: Tag ${String(day)}`,
  nextFrom: (day) =>
    `Er wird ab ${day} von selbst erhoben, sobald seine Woche abgeschlossen und jede Zahl berechnet ist.`,
  dueTitle: (day) => `Unterwegs: Tag ${String(day)}`,
  due: 'Seine Woche ist abgeschlossen. Er wird von selbst erhoben, sobald jede Zahl berechnet ist.',
  needsTitle: 'Was er bis dahin braucht',
  needs: {
    people:
      'Mitglieder in der Gruppe des Programms: Er handelt von allen, die in dieser Woche dabei sind.',
    sessions: 'Anmeldungen bei den Übungen, sonst weiß niemand, wer da war.',
    drafts:
      'Entwürfe mit und ohne Vorlage von mindestens 10 Personen, und um den Tag gestoppte Schritte.',
    answers: 'Beantwortete Rückmeldungen, und die festgehaltenen Stunden jeder Woche.',
  },
  notTakenTitle: 'Dieser Kontrollpunkt wurde noch nicht erhoben',
  notTaken: 'Er wird von selbst erhoben, sobald seine Woche abgeschlossen ist.',
  allTaken: 'Alle drei Kontrollpunkte sind erhoben.',

  cohort: (people, days, taken) =>
    `Über die ${people} Personen, die in der Woche vom ${days} im Programm waren. Erhoben am ${taken}; die Zahlen ändern sich nie mehr.`,
  nobody: (days, taken) =>
    `In der Woche vom ${days} war niemand im Programm. Erhoben am ${taken}; die Zahlen ändern sich nie mehr.`,
  noVerdict:
    'Er sagt, was gefunden wurde und was zu überarbeiten ist. Über niemanden wird geurteilt.',

  headline: 'Auf einen Blick',
  activeRate: 'Aktive Personen',
  beforeNow: (before, now) => `${before} → ${now}`,
  unknownBefore: 'nicht gemessen',
  activeBehind: (before, now, target) => `${before} → ${now}, Ziel ${target}`,
  people: (n) => `${n} Personen`,
  draftingTime: 'Schreibzeit',
  draftingBehind: (shift, low, high, people) =>
    `${shift}, 95-%-Intervall von ${low} bis ${high}, dieselben ${people} Personen`,
  redone: 'Musste neu gemacht werden',
  trustBehind: (kept, flags) =>
    `Vom Text einer Vorlage geblieben: ${kept}; Meldungen je 100 Nutzungen: ${flags}`,
  answered: 'Rechtzeitig beantwortet',
  feedbackBehind: (open, overdue, improvements) =>
    `${open} offen, ${overdue} überfällig; ${improvements} Verbesserungen`,
  owner: 'Verantwortlich',
  ownerStates: { present: 'Da', silent: 'Still', gone: 'Nicht mehr da' },
  silentSince: (day) => `Still seit ${day}`,
  hours: (given) => `Stunden: ${given}`,
  hoursUnknown: 'Keine Stunden festgehalten',

  questionsTitle: 'Die fünf Fragen',
  target: 'Ziel',
  before: 'Vor dem Programm',
  active: 'In der Woche aktiv',
  best: 'Beste Woche',
  bestOf: (rate, day) => `${rate}, Woche vom ${day}`,
  fading: 'Zwei abgeschlossene Wochen liegen 15 % oder mehr darunter: Die Nutzung lässt nach',
  holding: 'Die Nutzung hält sich',
  habit: 'Gewohnheit (stark oder fest)',
  attended: 'In den letzten vier Wochen bei einer Übung',
  practised: 'An einer eigenen Aufgabe geübt',
  sinceStart: 'Entwürfe vorher → jetzt (beobachtet)',
  withTemplate: 'Entwürfe ohne → mit Vorlage (beobachtet)',
  taskTime: (task) => `${task} (selbst gestoppt)`,
  taskTimes: 'Zeiten von Aufgaben (selbst gestoppt)',
  noTasks: 'Keine Aufgabe wurde gestoppt',
  otherTasks: 'Andere Aufgaben (selbst gestoppt)',
  overdue: 'Überfällig',
  overdueOf: (overdue, open) => `${overdue} von ${open} offenen`,
  improvements: 'Verbesserungen',
  improvementsSay: (total, vendor) =>
    `${plural(total, { one: '# vorgeschlagen', other: '# vorgeschlagen' })}, ${vendor} beim Anbieter`,
  effortHours: 'Stunden',
  effortSpend: 'Ausgaben',
  ofPlanned: (actual, planned) => `${actual} von ${planned} geplanten`,
  notPlanned: (actual) => `${actual}, nichts geplant`,
  notWritten: 'Nichts wurde festgehalten',
  weeksWithout: (count) =>
    plural(count, { one: '# Woche nicht festgehalten', other: '# Wochen nicht festgehalten' }),
  useDefinition:
    'Seine Personen sind alle, die am letzten Tag seiner Woche im Programm waren. Ein Anteil an allen ist gezählt und keine Stichprobe, deshalb hat er kein Intervall. Vorher ist die Woche vor dem Beginn. Übungen sind die der letzten vier abgeschlossenen Wochen.',
  timeDefinition:
    'Beobachtete Schreibzeit wird auf dem Gerät gemessen. Zeiten von Aufgaben (selbst gestoppt) sagen die Personen selbst, gegen ihren Ausgangswert; beides wird nie vermischt. Verglichen werden immer dieselben Personen.',
  ownershipDefinition:
    'Still ist, wer zwei Wochen von Arbeitstagen lang nichts als Champion des Programms getan hat. Stunden und Ausgaben sind die der festgehaltenen Wochen bis zu dieser, geplant neben tatsächlich.',

  foundTitle: 'Was gefunden wurde',
  nothingFound: 'Keine Regel hat etwas gefunden. Das heißt nicht, dass alles gut ist.',
  toRevise: (what) => `Zu überarbeiten: ${what}`,
  evidenceTitle: 'Nach diesen Zahlen',
  flags: (flags, n) => `${flags} Meldungen je 100 Nutzungen, über ${n} Nutzungen`,
  redos: (share, n) => `${share} mussten es neu machen, von ${n} Antworten`,
  overdueEvidence: (overdue, open) => `${overdue} von ${open} offenen Einträgen sind überfällig`,
  activeEvidence: (rate, people, target) => `${rate} aktiv (${people}), Ziel ${target}`,
  attendedEvidence: (rate, people) => `${rate} waren in vier Wochen bei einer Übung (${people})`,
  intervalFrom: (low, high) => `95-%-Intervall von ${low} bis ${high}`,
  ownerEvidence: (standing) => `Verantwortlich: ${standing}`,

  notJudgedTitle: 'Nicht beurteilt',
  notJudgedWhy:
    'Diese Regeln lassen sich nicht beurteilen, denn eine Zahl fehlt. Das ist weder ja noch nein.',
  notJudged: (rule, what) => `${rule}: Von ${what} ist nichts bekannt.`,

  proposed: (who, day) => `Vorgeschlagen: ${who}, bis ${day}`,
  theOwner: 'Verantwortliche des Programms',
  theSponsor: 'Sponsor',
  decide: 'Entscheiden',
  decideElse: 'Etwas anderes entscheiden',
  decideTitle: (what) => `Entscheiden: ${what}`,
  change: 'Was sich ändert',
  changeMissing: 'Sagen, was sich ändert.',
  who: 'Wer sich darum kümmert',
  whoOwner: 'Verantwortliche des Programms',
  whoSponsor: 'Sponsor des Programms',
  whoElse: 'Jemand anderes',
  person: 'Name',
  whoMissing: 'Wählen, wer sich darum kümmert.',
  dueOn: 'Bis wann',
  dueMissing: 'Einen Tag wählen.',
  keep: 'Entscheidung festhalten',
  keeping: 'Wird festgehalten …',
  cancel: 'Abbrechen',
  notKept: 'Die Entscheidung wurde nicht festgehalten.',
  kept: 'Die Entscheidung ist festgehalten.',
  decided: 'Entschieden',
  noneDecided: 'Noch ist nichts entschieden.',
  decisionLine: (who, day) => `${who}, bis ${day}`,
  someone: 'Jemand, der nicht mehr im Verzeichnis steht',

  lookBackTitle: 'Was aus früheren Entscheidungen wurde',
  lookBackNone: 'Es gibt keine frühere Entscheidung, die noch anzusehen wäre.',
  decidedAt: (day, who, due) => `Entschieden an Tag ${String(day)}; ${who}, bis ${due}`,
  whatCame: 'Was daraus wurde',
  note: 'Ein Wort dazu (freiwillig)',
  say: 'Festhalten, was daraus wurde',
  notSaid: 'Es wurde nicht festgehalten.',
  overtaken: 'Das hat inzwischen jemand gesagt; zu sehen ist, was.',
  notLookedAt: 'Noch nicht wieder angesehen',

  savedTimeTitle: 'Wohin die gesparte Zeit ging',
  savedTimeHint:
    'Was Personen im Monat dieser Woche geantwortet haben. Gezählt werden Personen, nie Minuten oder Geld.',
  savedTimeN: (n) => `${n} Personen haben geantwortet`,
  savedTimeUnknown: 'Zu wenig Daten: Gezeigt wird es ab 10 Antworten.',
  answers: 'Antworten',

  othersTitle: 'Gegen andere',
  othersNone: 'Es gibt keine Gruppe, die noch nicht begonnen hat oder nicht dabei ist.',
  othersUnknown: 'Zu wenig Daten: In jeder Gruppe sind 10 Personen nötig.',
  others: (points, low, high) =>
    `Der Anteil aktiver Wochen stieg um ${points} Punkte mehr als bei Personen, die noch nicht begonnen haben (95-%-Intervall von ${low} bis ${high}).`,
  othersBehind: (people, change, others, othersChange) =>
    `${people} Personen hier: ${change} Punkte. ${others} andere: ${othersChange} Punkte. Ein Zusammenhang, kein Beweis: Was nur in einer Gruppe geschah, steckt nicht im Intervall.`,

  share: 'Teilen',
  print: 'Drucken',
  powerPoint: 'Als PowerPoint speichern',
  figure: 'Zahl',
  says: 'Vorher und jetzt',
  behind: 'Was dahinter steht',
  slideFound: 'Was gefunden wurde, und was entschieden ist',
  slideMethod: 'Wie gezählt wurde',
  rate: 'Anteil Aktiver',
  now: 'Jetzt',
  finding: 'Gefunden',
  by: 'Nach diesen Zahlen',
  decision: 'Entschieden',

  askTitle: 'Wohin ging die Zeit, die Sie diesen Monat gespart haben?',
  askHint: 'Ein Tippen. Gezeigt werden nur Zahlen ab 10 Personen, nie wer was sagte.',
  notNow: 'Nicht jetzt',
  askThanks: 'Danke.',
  askKept: 'Danke. Es bleibt auf diesem Gerät und geht hinaus, sobald es online ist.',
  askNotSent: 'Das wurde nicht gesendet.',
  close: 'Schließen',
};
