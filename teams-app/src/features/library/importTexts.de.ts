import { plural } from '@last-mile/shared/language';
import type { importTexts } from './importTexts';

export const importGerman: typeof importTexts = {
  title: 'Prompts importieren',
  subtitle:
    'Prompts, die das Team schon verwendet, aus einer CSV-Datei übernehmen. Sie kommen Wort für Wort als Entwürfe an; ein anderer Champion veröffentlicht sie.',
  back: 'Zurück zur Bibliothek',
  fields: {
    title: 'Titel',
    body: 'Prompttext',
    purpose: 'Zweck',
    author: 'Autor',
    sourceUrl: 'Adresse der Quelle',
  },
  problems: {
    notUtf8:
      'Diese Datei ist nicht UTF-8. In Excel „Speichern unter“ und „CSV UTF-8 (durch Trennzeichen getrennt)“ wählen, dann die Datei erneut auswählen.',
    empty: 'Diese Datei hat keine erste Zeile mit Spaltennamen.',
    tooLarge: 'Diese Datei ist größer als 50 MB. Bitte teilen und die Teile importieren.',
  },
  separators: { ',': 'Komma', ';': 'Semikolon', '\t': 'Tabulator' },
  chooseStep: '1. Datei auswählen',
  chooseFile: 'CSV-Datei auswählen',
  chooseOther: 'Andere Datei auswählen',
  chosen: (name, rows) => `${name}: ${plural(rows, { one: '# Zeile', other: '# Zeilen' })}`,
  unreadable: 'Die Datei konnte nicht gelesen werden',
  mapStep: '2. Spalten zuordnen',
  mapHint: 'Die Spalten sind nach ihren Namen zugeordnet. Was nicht stimmt, lässt sich ändern.',
  separator: 'Trennzeichen der Spalten',
  notMapped: 'Nicht in der Datei',
  column: (index) => `Spalte ${String(index + 1)}`,
  required: 'Bitte die Spalte wählen, in der es steht.',
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
  unclosed: 'Ein Anführungszeichen in dieser Zeile wird nie geschlossen.',
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
};
