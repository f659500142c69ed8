import { plural } from '@last-mile/shared/language';
import type { calendarTexts } from './calendarTexts';

export const calendarGerman: typeof calendarTexts = {
  title: 'Arbeitstage und Benachrichtigungen',
  subtitle: 'Wann Feedback fällig ist, und ob in Teams davon zu hören ist, was daraus wurde.',
  back: 'Zurück zum Feedback',
  loading: 'Kalender wird geladen',

  workingDays: 'Arbeitstage',
  monday: 'Montag',
  tuesday: 'Dienstag',
  wednesday: 'Mittwoch',
  thursday: 'Donnerstag',
  friday: 'Freitag',
  saturday: 'Samstag',
  sunday: 'Sonntag',
  noWorkingDay: 'Mindestens einen wählen.',

  holidays: 'Feiertage',
  holidaysHint:
    'Einer je Zeile, als 2026-12-25 oder 25.12.2026; ein Name darf folgen. Eine ganze Liste lässt sich einfügen.',
  holidaysRead: (count) => plural(count, { one: '# Feiertag', other: '# Feiertage' }),
  unreadable: (line) => `Diese Zeile beginnt mit keinem Tag: ${line}`,

  responses: 'Erste Antwort',
  responseDays: 'Arbeitstage bis zur ersten Antwort',
  unsafeResponseDays: 'Arbeitstage, wo etwas gefährlich ist',
  responseHint:
    'Was bei einem Mandanten ankam, ist immer am selben Tag fällig. Was schon fällig ist, bleibt es.',
  wrongDays: (most) => `Eine ganze Zahl von 0 bis ${most} angeben.`,

  save: 'Speichern',
  saving: 'Wird gespeichert …',
  saved: 'Gespeichert.',
  notSaved: 'Nicht gespeichert.',
  overtaken:
    'Das hat inzwischen jemand geändert. So steht es jetzt: noch einmal ändern und speichern.',

  notices: 'Benachrichtigungen in Teams',
  noticesLoading: 'Es wird nachgesehen, ob benachrichtigt wird',
  noticesOff:
    'Noch wird niemand benachrichtigt: Die Administration muss Last Mile die Kennung der App in Teams geben.',
  noticesOn:
    'In Teams ist zu hören, wenn Feedback beantwortet, geschlossen oder wieder geöffnet wird, und einmal am Arbeitstag, wie viel fällig ist.',
  notInstalled: (count) =>
    plural(count, {
      one: '# Person hat die App in Teams nicht.',
      other: '# Personen haben die App in Teams nicht.',
    }),
  notPermitted: (count) =>
    plural(count, {
      one: '# Person war nicht zu benachrichtigen: Die App darf es nicht.',
      other: '# Personen waren nicht zu benachrichtigen: Die App darf es nicht.',
    }),
  refused: (count) =>
    plural(count, {
      one: '# Person war nicht zu benachrichtigen: Teams hat eine ältere Version der App.',
      other: '# Personen waren nicht zu benachrichtigen: Teams hat eine ältere Version der App.',
    }),
  unnamed: 'Wer den Namen nicht nannte, wird auch benachrichtigt und nirgends gezählt.',
};
