import { plural } from '@last-mile/shared/language';
import type { peopleAndDataTexts } from './peopleAndDataTexts';

export const peopleAndDataGerman: typeof peopleAndDataTexts = {
  title: 'Personen und Daten',
  subtitle:
    'Woher Zahlen kommen, die Last Mile nicht selbst zählt, und wer zu welcher Berufsgruppe gehört.',
  calendar: 'Arbeitstage und Benachrichtigungen',
  back: 'Zurück zu den Kennzahlen',

  copilotTitle: 'Bericht von Microsoft 365 Copilot',
  copilotHint:
    'Microsoft berichtet, an welchem Tag jede Person Copilot zuletzt genutzt hat. Last Mile liest das täglich und zählt die genannten Tage, sonst nichts.',
  loadingReports: 'Stand der Berichte wird geladen',
  trouble: {
    noAnswer: (since) =>
      `Microsoft antwortet seit ${since} nicht. Last Mile versucht es stündlich erneut; nichts geht verloren.`,
    notAReport: (since) =>
      `Seit ${since} sendet Microsoft etwas, das kein Nutzungsbericht ist. Last Mile versucht es stündlich erneut.`,
  },
  members: (moment) =>
    `Die Mitglieder des Programms sind auf dem Stand von Microsoft Entra am ${moment}.`,
  membersUnknown: 'Die Mitglieder des Programms wurden noch nicht gelesen.',

  fileTitle: 'Nutzungsdatei hochladen',
  fileHint:
    'Der Copilot-Nutzungsbericht, wie ihn das Admin Center exportiert, oder eine CSV-Datei mit den Spalten user, date und count. Ein Tag zählt für jede Person einmal, wie hoch die Anzahl auch ist, und dieselbe Datei zweimal zählt nichts Neues.',
  chooseFile: 'CSV-Datei auswählen',
  chooseOther: 'Andere Datei auswählen',
  tooLarge: 'Diese Datei ist größer als 8 MB. Bitte teilen und die Teile hochladen.',
  sending: (name) => `${name} wird hochgeladen`,
  notTaken: 'Die Datei wurde nicht angenommen',
  unreachable:
    'Es kam keine Antwort. Die Datei ist noch ausgewählt: Ein neuer Versuch zählt sie nur einmal.',
  again: 'Erneut versuchen',
  taken: (name) => `${name} wurde gelesen.`,
  report: (day) => `Nutzungsbericht von Copilot vom ${day}.`,
  days: 'Eine Liste von Tagen.',
  accepted: (days) => plural(days, { one: '# Tag gezählt', other: '# Tage gezählt' }),
  known: (days) => plural(days, { one: '# war schon bekannt', other: '# waren schon bekannt' }),
  withoutUse: (rows) =>
    plural(rows, {
      one: '# Zeile berichtet keine Nutzung',
      other: '# Zeilen berichten keine Nutzung',
    }),
  strangers: (people) =>
    plural(people, {
      one: '# Person ist nicht im Programm und zählt nicht',
      other: '# Personen sind nicht im Programm und zählen nicht',
    }),
  refused: (rows) => plural(rows, { one: '# Zeile zählt nicht', other: '# Zeilen zählen nicht' }),
  refusedSome: (shown, all) => `Die ersten ${String(shown)} von ${all} Zeilen, die nicht zählen`,
  row: 'Zeile',
  reason: 'Warum',
  reasons: {
    userMissing: 'Sie nennt niemanden.',
    dateUnreadable: 'Das Datum ist nicht lesbar: bitte als 2026-11-23 schreiben.',
    countUnreadable: 'Die Anzahl ist keine ganze Zahl.',
    inTheFuture: 'Das Datum liegt in der Zukunft.',
    tooOld: 'Sie ist älter als die 180 Tage, die aufbewahrt werden.',
    unknownPerson: 'Diese Person ist nicht im Programm.',
  },

  familiesTitle: 'Berufsgruppen',
  familiesHint:
    'Die Position entscheidet, wer zu welcher Berufsgruppe gehört; wo sie keine hat, die Abteilung. Eine Änderung gilt ab dem Tag, an dem sie gespeichert wird: Vergangene Wochen bleiben, wie sie waren.',
  loadingFamilies: 'Positionen und Abteilungen werden geladen',
  noFamilies: 'Dieses Programm hat noch keine Berufsgruppen',
  noFamiliesHint:
    'Sie gehören in SharePoint zum Programm, in die Spalte „Job families“, je eine Zeile: id = Name.',
  without: (people) =>
    plural(people, {
      one: '# Person gehört zu keiner Berufsgruppe.',
      other: '# Personen gehören zu keiner Berufsgruppe.',
    }),
  withoutUnknown:
    'Wie viele Personen welche Position haben, ist gerade nicht bekannt: Das Verzeichnis antwortet nicht. Die Zuordnung lässt sich trotzdem ändern.',
  parts: { jobTitles: 'Positionen', departments: 'Abteilungen' },
  nobodyHas: {
    jobTitles: 'Niemand hat eine Position.',
    departments: 'Niemand hat eine Abteilung.',
  },
  name: { jobTitles: 'Position', departments: 'Abteilung' },
  people: 'Personen',
  unknown: 'unbekannt',
  family: 'Berufsgruppe',
  familyOf: (name) => `Berufsgruppe von ${name}`,
  noFamily: 'Keine',
  showAll: (count) => `Alle ${count} anzeigen`,
  save: 'Speichern',
  saving: 'Wird gespeichert',
  unsaved: (count) =>
    plural(count, {
      one: '# Änderung noch nicht gespeichert',
      other: '# Änderungen noch nicht gespeichert',
    }),
  kept: 'Die Änderungen bleiben auf diesem Gerät, bis sie gespeichert sind.',
  takeBack: 'Zurücknehmen',
  saved: 'Gespeichert. Es gilt ab heute.',
  notSaved: 'Nicht gespeichert',
  conflictTitle: 'Inzwischen hat jemand anderes das geändert',
  conflict: (name, theirs, mine) => `${name}: dort „${theirs}“, hier „${mine}“.`,
  takeTheirs: (name) => `Deren Auswahl für ${name} übernehmen`,
  keepMine: (name) => `Eigene Auswahl für ${name} behalten`,
};
