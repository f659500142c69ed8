import { plural } from '@last-mile/shared/language';
import type { copyTexts } from './copyTexts';

export const copyGerman: typeof copyTexts = {
  reasons: {
    gone: 'wird nicht mehr geteilt',
    changed: 'wurde inzwischen neu veröffentlicht, bitte noch einmal ansehen',
  },
  orCopy: 'Oder aus einem anderen Programm kopieren',
  orCopyHint:
    'Veröffentlichte Prompts und Vorlagen von Programmen, die ihre Bibliothek teilen, als Entwürfe.',
  title: 'Aus einem anderen Programm kopieren',
  subtitle:
    'Was ausgewählt wird, kommt Wort für Wort als eigener Entwurf an, mit Angabe der Herkunft. Ein anderer Champion veröffentlicht ihn.',
  back: 'Zurück zum Import',
  loading: 'Was geteilt ist, wird geladen',
  chooseStep: (name) => `1. Auswählen, was aus ${name} kopiert wird`,
  search: 'Geteiltes durchsuchen',
  none: 'Dort ist noch nichts veröffentlicht.',
  noneFound: 'Mit diesen Wörtern ist nichts zu finden.',
  found: (count) => plural(count, { one: '# Eintrag', other: '# Einträge' }),
  chooseAll: (count) =>
    plural(count, { one: 'Den gezeigten auswählen', other: 'Alle # gezeigten auswählen' }),
  more: 'Mehr anzeigen',
  chosen: (count) => `${plural(count, { other: '#' })} ausgewählt`,
  forTask: (task) => `Für: ${task}`,
  showText: 'Text anzeigen',
  showTextOf: (title) => `Text von ${title} anzeigen`,
  hideText: 'Text ausblenden',
  hideTextOf: (title) => `Text von ${title} ausblenden`,
  copyAlready: 'Eine Kopie ist schon da:',
  copyOlder: 'Eine Kopie einer früheren Version ist schon da:',
  openCopy: 'öffnen',
  likeOurs: (percent) => `Zu ${percent} wie ein eigener Eintrag:`,
  mapStep: '2. Aufgaben und Berufsgruppen zuordnen',
  mapHint: 'Ähnlich Benanntes ist vorgeschlagen. Was nicht stimmt, lässt sich ändern.',
  nothingToMap:
    'Nichts zuzuordnen: Das Ausgewählte nennt weder eine Aufgabe noch eine Berufsgruppe.',
  tasks: 'Aufgaben dort',
  families: 'Berufsgruppen dort',
  noTask: 'Leer lassen',
  noFamily: 'Leer lassen: für alle',
  copyStep: '3. Kopieren',
  start: (count) =>
    plural(count, {
      one: '# Eintrag als Entwurf kopieren',
      other: '# Einträge als Entwürfe kopieren',
    }),
  again: 'Mehr kopieren',
  notCopied: (count) =>
    plural(count, { one: '# wurde nicht kopiert', other: '# wurden nicht kopiert' }),
  notCopiedBecause: (title, reason) => `${title}: ${reason}.`,
};
