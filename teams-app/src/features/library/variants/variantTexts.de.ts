import type { variantTexts } from './variantTexts';

export const variantGerman: typeof variantTexts = {
  ownVariant: 'Eigene Variante anlegen',
  translate: 'Übersetzen',
  variantTitle: 'Eigene Variante anlegen',
  variantHint:
    'Für andere nicht sichtbar. Sie bleibt neben dem gemeinsamen Eintrag, der sagt, wenn er sich ändert.',
  translateTitle: 'Eintrag übersetzen',
  translateHint:
    'Wird für sich freigegeben und wartet auf Prüfung, sobald das Original einen neueren Text hat.',
  language: 'Sprache der Übersetzung',
  chooseLanguage: 'Sprache wählen',
  notPublished: 'Nur Veröffentlichtes lässt sich übersetzen oder abwandeln',
  backToItem: 'Zurück zum Eintrag',
  translationOf: 'Übersetzung von',
  variantOf: 'Eigene Variante von',
  translations: 'Auch auf',
  originalChanged: 'Das Original hat einen neueren Text.',
  compare: 'Vergleichen',
  closeComparison: 'Vergleich schließen',
  comparing: 'Beide Texte werden geladen',
  then: 'Als dies entstand',
  now: 'Das Original heute',
  textGone: 'Der frühere Text ist nicht mehr da.',
  saysNewText: (version) => `Mein Text sagt, was Version ${String(version)} des Originals sagt`,

  ownSubtitle: 'Selbst geschrieben und noch nicht in der Bibliothek aller.',
  ownLoading: 'Eigenes wird geladen',
  ownEmptyTitle: 'Noch nichts da',
  ownEmpty:
    'Einen Eintrag schreiben, oder auf der Seite eines Eintrags eine eigene Variante anlegen.',
  states: {
    variant: 'Nur selbst sichtbar',
    draft: 'Entwurf',
    inReview: 'Eingereicht',
    returned: 'Zurückgegeben',
    retired: 'Zurückgezogen',
  },
  retiresOn: (day) =>
    `Lange nicht geändert. Am ${day} wird der Entwurf zurückgezogen; einmal speichern, und er bleibt.`,
  changeOf: 'Änderung an einem veröffentlichten Eintrag',
  returnedBy: (name, note) => `${name}: ${note}`,
  someone: 'Ein Champion',
};
