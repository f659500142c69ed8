import type { exportTexts } from './exportTexts';

export const libraryExportGerman: typeof exportTexts = {
  title: 'Bibliothek exportieren',
  subtitle:
    'Die Bibliothek gehört ihren Nutzern. Jede Datei enthält alles, was zu sehen ist, mit allen Feldern, und lässt sich ohne Verlust wieder importieren.',
  back: 'Zurück zur Bibliothek',
  champion: 'Auch Entwürfe und zurückgezogene Einträge sind dabei.',
  formats: { csv: 'CSV', xlsx: 'Excel', md: 'Markdown' },
  uses: {
    csv: 'Für jede Tabellenkalkulation und jedes Programm.',
    xlsx: 'Für Excel, eine Zeile für jeden Eintrag.',
    md: 'Zum Lesen und für Wikis und Repositorys.',
  },
  save: (format) => `Als ${format} speichern`,
  saving: (format) => `Die ${format}-Datei wird geschrieben…`,
  saved: (format) => `Die ${format}-Datei liegt bei den Downloads.`,
  failed: 'Die Datei konnte nicht geschrieben werden.',
};
