import { plural } from '@last-mile/shared/language';
import type { importTexts } from './importTexts';

export const importGerman: typeof importTexts = {
  title: 'Prompts importieren',
  subtitle:
    'Prompts, die das Team schon verwendet, aus einer CSV-, Excel- oder Markdown-Datei übernehmen. Sie kommen Wort für Wort als Entwürfe an; ein anderer Champion veröffentlicht sie.',
  back: 'Zurück zur Bibliothek',
  fields: {
    title: 'Titel',
    body: 'Prompttext',
    purpose: 'Zweck',
    author: 'Autor',
    sourceUrl: 'Adresse der Quelle',
    kind: 'Art',
    subject: 'Betreff der E-Mail',
    jobFamilies: 'Berufsgruppen',
    task: 'Aufgabe',
    taskKey: 'Schlüssel der Aufgabe',
    stepKey: 'Schlüssel des Schritts',
    assistant: 'Assistent',
    language: 'Sprache',
    tags: 'Schlagwörter',
    checkBeforeTrusting: 'Vor dem Vertrauen prüfen',
    placeholders: 'Platzhalter',
    exampleOutput: 'Beispiel eines guten Ergebnisses',
    sources: 'Worauf es beruht',
    translationOf: 'Schlüssel des Originals',
  },
  problems: {
    empty: 'In der ersten Zeile stehen keine Spaltennamen; in Markdown fehlen Überschriften.',
    noText:
      'Es ist weder Text noch eine Excel-Datei. Bitte eine CSV-, Excel- oder Markdown-Datei auswählen.',
    notExcel:
      'Es ist keine lesbare Excel-Datei, oder sie ist beschädigt. Erneut als .xlsx speichern und noch einmal auswählen.',
    oldExcel:
      'Es ist eine alte oder geschützte Excel-Datei. Ohne Kennwort als „Excel-Arbeitsmappe (.xlsx)“ speichern und noch einmal auswählen.',
    tooLarge:
      'Sie ist größer als 32 MB oder entpackt größer als 64 MB. Bitte teilen und die Teile importieren.',
    tooManyRows: 'Sie hat mehr als 20.000 Zeilen. Bitte teilen und die Teile importieren.',
    tooWide: 'Eine Zeile hat mehr als 200 Spalten. Bitte prüfen, ob das Trennzeichen stimmt.',
  },
  separators: { ',': 'Komma', ';': 'Semikolon', '\t': 'Tabulator' },
  chooseStep: '1. Datei auswählen',
  chooseFile: 'Datei auswählen',
  chooseOther: 'Andere Datei auswählen',
  chosen: (name, rows) => `${name}: ${plural(rows, { one: '# Zeile', other: '# Zeilen' })}`,
  readAsWindows1252:
    'Die Datei sagt nicht, wie ihre Zeichen geschrieben sind. Sie wurde als Windows-1252 (Westeuropa) gelesen: bitte unten auf Umlaute und Anführungszeichen achten.',
  unreadable: 'Die Datei konnte nicht gelesen werden',
  mapStep: '2. Spalten zuordnen',
  mapHint: 'Die Spalten sind nach ihren Namen zugeordnet. Was nicht stimmt, lässt sich ändern.',
  separator: 'Trennzeichen der Spalten',
  notMapped: 'Nicht in der Datei',
  column: (index) => `Spalte ${String(index + 1)}`,
  required: 'Bitte die Spalte wählen, in der es steht.',
  foreignHint: 'Was die Datei anders nennt als das Programm. Ähnlich Benanntes ist vorgeschlagen.',
  foreignTasks: 'Aufgaben der Datei',
  foreignFamilies: 'Berufsgruppen der Datei',
  noTask: 'Leer lassen',
  noFamily: 'Leer lassen: für alle',
  previewStep: '3. Ansehen und importieren',
  previewCaption: (shown, all) =>
    shown === all
      ? plural(all, { one: 'Die zu importierende Zeile', other: 'Alle # zu importierenden Zeilen' })
      : `Die ersten ${plural(shown, { other: '#' })} von ${plural(all, { one: '# Zeile', other: '# Zeilen' })} zum Import`,
  row: 'Zeile',
  field: 'Spalte',
  reason: 'Grund',
  wholeRow: 'Ganze Zeile',
  refusedTitle: (count) =>
    plural(count, {
      one: '# Zeile kann nicht importiert werden',
      other: '# Zeilen können nicht importiert werden',
    }),
  refusedHint:
    'Die anderen werden importiert. Diese in der Datei berichtigen und die Datei erneut importieren.',
  nothingToImport: 'So, wie die Spalten zugeordnet sind, lässt sich keine Zeile importieren.',
  start: (count) => plural(count, { one: '# Prompt importieren', other: '# Prompts importieren' }),
  running: (sent, total) =>
    `${plural(sent, { other: '#' })} von ${plural(total, { other: '#' })} importiert…`,
  progress: 'Fortschritt des Imports',
  stoppedTitle: (sent, total) =>
    `Nach ${plural(sent, { other: '#' })} von ${plural(total, { other: '#' })} angehalten.`,
  stopped: 'Was angekommen ist, bleibt. Es geht dort weiter, wo es aufhörte.',
  goOn: 'Weiter',
  doneTitle: 'Import abgeschlossen',
  imported: (count) =>
    plural(count, {
      one: '# Prompt als Entwurf importiert',
      other: '# Prompts als Entwürfe importiert',
    }),
  known: (count) =>
    plural(count, {
      one: '# war schon in der Bibliothek',
      other: '# waren schon in der Bibliothek',
    }),
  refused: (count) => plural(count, { one: '# wurde abgelehnt', other: '# wurden abgelehnt' }),
  showDrafts: 'Entwürfe anzeigen',
  another: 'Weitere Datei importieren',
  moreFields: 'Alle Felder anzeigen',
  likeTitle: (count) =>
    plural(count, {
      one: '# Zeile ähnelt etwas in der Bibliothek',
      other: '# Zeilen ähneln etwas in der Bibliothek',
    }),
  likeHint: 'Beides steht nebeneinander. Genau derselbe Text kommt nie zweimal hinein.',
  likeUnknown: 'Ob die Bibliothek schon Ähnliches hat, ließ sich nicht feststellen.',
  likeCaption: (shown, all) =>
    shown === all
      ? 'Zeilen, die etwas in der Bibliothek ähneln'
      : `Die ersten ${String(shown)} von ${String(all)} Zeilen, die etwas in der Bibliothek ähneln`,
  inFile: 'In der Datei',
  inLibrary: 'In der Bibliothek',
  likeness: 'Ähnlich',
  take: 'Importieren',
  takeRow: (row) => `Zeile ${String(row)} importieren`,
  leaveAllOut: 'Alle weglassen',
  takeAll: 'Alle importieren',
  pastTitle: 'Frühere Importe',
  pastHint:
    'Ein Import lässt sich zurücknehmen: Seine Entwürfe verschwinden, außer jenen, die jemand geändert hat.',
  pastAt: 'Wann',
  pastBy: 'Wer',
  pastFrom: 'Woher',
  pastFile: 'Eine Datei',
  pastItems: 'Entwürfe',
  pastUndo: 'Zurücknehmen',
  someone: 'Jemand',
  undo: 'Zurücknehmen',
  undoNamed: (at, items) =>
    `Import vom ${at} mit ${plural(items, { one: '# Entwurf', other: '# Entwürfen' })} zurücknehmen`,
  undoing: (removed) =>
    `Bisher ${plural(removed, { one: '# Entwurf', other: '# Entwürfe' })} entfernt…`,
  undone: (removed) => `${plural(removed, { one: '# Entwurf', other: '# Entwürfe' })} entfernt.`,
  undoStopped: (removed) =>
    `Nach ${plural(removed, { one: '# Entwurf', other: '# Entwürfen' })} angehalten. Der Rest lässt sich erneut zurücknehmen.`,
  keptBack: (titles) =>
    `Bleibt, weil jemand es seither geändert oder veröffentlicht hat: ${titles.join(' · ')}`,
};
