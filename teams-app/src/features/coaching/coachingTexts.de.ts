import type { CoachedFor, OutreachOutcome, OutreachWay } from '@last-mile/shared/coaching';
import { plural } from '@last-mile/shared/language';
import type { coachingTexts } from './coachingTexts';

const reasons: Record<CoachedFor, string> = {
  badStart: 'Schlecht begonnen',
  wentQuiet: 'Still geworden',
  neverStarted: 'Noch nicht begonnen',
};

const why: Record<CoachedFor, string> = {
  badStart:
    'Bei den ersten drei Malen ging etwas schief, und seit den letzten zwei abgeschlossenen Wochen wurde nichts mehr genutzt. Hier hilft ein persönliches Wort am meisten.',
  wentQuiet:
    'Früher wurde etwas genutzt, seit den letzten zwei abgeschlossenen Wochen nichts mehr. Oft steht nur eine Kleinigkeit im Weg.',
  neverStarted:
    'Seit zwei abgeschlossenen Wochen im Programm und noch nichts genutzt. Zehn Minuten zu zweit reichen meist für den Anfang.',
};

const ways: Record<OutreachWay, string> = {
  teamsChat: 'Chat in Teams',
  notification: 'Benachrichtigung in Teams',
};

const outcomes: Record<OutreachOutcome, string> = {
  willTry: 'Wird es versuchen',
  neededHelp: 'Brauchte Hilfe und bekam sie',
  notForTheirWork: 'Passt nicht zur Arbeit',
  noAnswer: 'Keine Antwort',
  askedToStop: 'Möchte nicht angesprochen werden',
};

export const coachingGerman: typeof coachingTexts = {
  reasons,
  why,
  ways,
  outcomes,

  title: 'Wer ein Wort brauchen kann',
  subtitle: 'Das sehen nur, wer für das Programm einsteht, und die Vertretungen.',
  loading: 'Die Liste wird geladen',
  emptyTitle: 'Im Moment braucht niemand ein Wort',
  empty:
    'Alle haben in den letzten zwei abgeschlossenen Wochen etwas genutzt oder sind erst kurz dabei.',
  people: (count) => plural(count, { one: '# Person', other: '# Personen' }),
  showAll: (count) => `Alle ${String(count)} zeigen`,
  lastUsed: (day) => `Zuletzt genutzt am ${day}`,
  reached: (day, way) => `Angesprochen am ${day}: ${way}`,
  tooSoon: 'Seither sind noch keine zwei Wochen vergangen.',
  optedOut: (count) =>
    plural(count, {
      one: '# Person möchte nicht angesprochen werden und steht nicht auf dieser Liste.',
      other: '# Personen möchten nicht angesprochen werden und stehen nicht auf dieser Liste.',
    }),
  asOf: (moment) => `Stand: ${moment}.`,

  reachOut: 'Ansprechen',
  reachOutTo: (name) => `${name} ansprechen`,
  way: 'Wie',
  draft: 'So beginnt der Chat',
  draftHint: 'Beliebig zu ändern. Abgeschickt wird er von Hand, in Teams.',
  notice:
    'Teams meldet, dass ein Champion des Programms Hilfe anbietet, und führt zu Last Mile. Warum, steht nicht dabei.',
  toChat: 'Festhalten und weiter zum Chat',
  toNotice: 'Festhalten und benachrichtigen',
  writing: 'Wird festgehalten…',
  cancel: 'Abbrechen',
  done: 'Fertig',
  written: 'Festgehalten.',
  openChat: (name) => `Chat mit ${name} öffnen`,
  willBeTold: (name) =>
    `${name} erfährt es innerhalb einer Minute, sofern die App installiert ist.`,
  notDone: 'Das wurde nicht festgehalten.',

  log: 'Angesprochen',
  logHint:
    'Wer innerhalb von vier Wochen wieder etwas nutzt, gilt als zurück. Ob es daran lag, sagt das nicht.',
  logEmpty: 'Noch niemand. Was daraus wurde, steht später hier.',
  logLine: (day, way, reason) => `${day} · ${way} · ${reason}`,
  back: (day) => `Zurück am ${day}`,
  outcome: 'Was daraus wurde',
  outcomeOf: (name) => `Was daraus wurde: ${name}`,
  choose: 'Wählen…',
  note: 'Was zu merken ist',
  noteHint: 'Steht in SharePoint, nur für die Besitzer der Website. Bitte keine Namen.',
  stops: 'Danach auf keiner Liste mehr, außer die Person sagt selbst etwas anderes.',
  save: 'Festhalten',
  saving: 'Wird festgehalten…',
  change: 'Ändern',
  changeOf: (name) => `Ändern, was daraus wurde: ${name}`,
  overtaken: 'Inzwischen hat jemand anderes etwas festgehalten; das steht oben. Hier Ihre Fassung:',

  contactTitle: 'Wie Last Mile mich ansprechen darf',
  contactSubtitle: 'Ihr eigenes Wort, jederzeit zu ändern.',
  contactLoading: 'Die Einstellung wird geladen',
  mayReachOut: 'Champions meines Programms dürfen mir Hilfe anbieten',
  onHint: 'Höchstens alle zwei Wochen, per Chat oder Benachrichtigung in Teams.',
  offHint: 'Sie stehen auf keiner solchen Liste. Niemand erfährt, dass Sie das gewählt haben.',
  seenTitle: 'Wer was sieht',
  seen: {
    champions:
      'Ihre Champions (wer für das Programm einsteht, und die Vertretungen) sehen, dass Sie noch nicht begonnen haben, still geworden sind oder schlecht begonnen haben, und an welchem Tag Sie zuletzt etwas genutzt haben. Solange das an ist.',
    others: 'Sonst sieht das niemand. Führungskräfte sehen Zahlen von Gruppen, nie eine Person.',
    nobody: 'Niemand erfährt, was Sie genutzt haben, wie oft, oder was Sie geschrieben haben.',
  },
  wholeNotice: 'Alles, was gemessen wird, und was nie',
  keptNow: 'Gespeichert.',
  notKept: 'Die Einstellung wurde nicht gespeichert.',
};
