import { plural } from '@last-mile/shared/language';
import type { sessionTexts } from './sessionTexts';

export const sessionGerman: typeof sessionTexts = {
  title: 'Gemeinsam aufbauen',
  subtitle:
    'Alle tragen ein, was bei einer echten Aufgabe geholfen hat, und stimmen ab; das Beste wird zum Entwurf.',
  back: 'Zurück zur Bibliothek',
  backToAll: 'Alle Runden',
  loading: 'Runden werden geladen',
  loadingOne: 'Runde wird geladen',
  noneTitle: 'Noch keine Runde',
  noneForChampion: 'Eine eröffnen und den Link in einer Besprechung oder im Kanal teilen.',
  none: 'Sobald ein Champion eine Runde eröffnet, erscheint sie hier.',
  running: 'Läuft',
  ended: 'Beendet',
  entries: (count) => plural(count, { one: '# Eintrag', other: '# Einträge' }),
  openedBy: (name, moment) => `Eröffnet von ${name}, ${moment}`,
  someone: 'jemandem',
  goesOn: (day) =>
    `Am ${day} entfällt diese Runde. Was kein Entwurf wurde, wird einer derer, die es geschrieben haben.`,

  openTitle: 'Runde eröffnen',
  name: 'Worum geht es?',
  family: 'Für',
  everybody: 'Alle',
  open: 'Runde eröffnen',
  opening: 'Wird eröffnet …',

  addTitle: 'Eintragen, was geholfen hat',
  kind: 'Art',
  kinds: { prompt: 'Prompt', template: 'E-Mail' },
  entryTitle: 'Titel',
  text: 'Text',
  textHint:
    'So, wie er verwendet wurde. {{name}} dort, wo Eigenes stand: keine Namen, keine Kundendaten.',
  purpose: 'Wofür war es gut?',
  add: 'Eintragen',
  adding: 'Wird eingetragen …',
  keptHere: 'Bleibt auf diesem Gerät, bis es eingetragen ist.',

  entriesTitle: 'Was alle eingetragen haben',
  empty: 'Noch nichts. Den Anfang machen.',
  by: (name) => `von ${name}`,
  vote: (title) => `Für „${title}“ stimmen`,
  ownVotes: (count) => plural(count, { one: '# Stimme', other: '# Stimmen' }),
  drafted: 'Entwurf in der Bibliothek',
  arrived: (name, title) => `Neu von ${name}: „${title}“.`,
  choose: (title) => `„${title}“ auswählen`,
  makeDrafts: (count) => plural(count, { one: '# Entwurf anlegen', other: '# Entwürfe anlegen' }),
  chooseFirst: 'Das Beste auswählen, um Entwürfe daraus zu machen.',
  close: 'Runde beenden',
  reopen: 'Wieder eröffnen',
  closed: 'Diese Runde ist beendet. Es kann nichts mehr eingetragen werden.',
  reconnecting:
    'Die Verbindung ist unterbrochen. Was andere eintragen, erscheint, sobald sie wieder da ist.',
};
