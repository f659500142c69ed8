import { plural } from '@last-mile/shared/language';
import type { settingsTexts } from './settingsTexts';

export const settingsGerman: typeof settingsTexts = {
  title: 'Einstellungen der Bibliothek',
  subtitle: 'Wie lange ein Text als geprüft gilt, wer ihn sieht und wer ihn aktuell hält.',
  back: 'Zurück zur Bibliothek',
  loading: 'Einstellungen werden geladen',

  review: 'Prüfung',
  reviewAfter: 'Tage, bis ein veröffentlichter Eintrag zur Prüfung fällig wird',
  reviewHint: 'Von 30 bis 365. Gilt für alles, was ab jetzt veröffentlicht oder bestätigt wird.',
  wrongPeriod: 'Eine ganze Zahl von 30 bis 365 eingeben.',

  sharing: 'Andere Programme',
  share: 'Anderen Programmen unsere veröffentlichten Einträge zeigen',
  shareHint:
    'Deren Mitglieder können sie nutzen, nicht ändern. Meldungen dazu kommen in die eigene Liste; von deren Mitgliedern ist nichts zu sehen.',
  take: 'Bibliotheken, die auch hier zu sehen sind',
  takeHint: 'Zu sehen sind nur veröffentlichte Einträge, neben den eigenen.',
  noOthers: 'Noch teilt kein anderes Programm seine Bibliothek.',
  notShared: (name) => `${name} (nicht mehr geteilt)`,

  tags: 'Schlagwörter',
  tagsHint:
    'Ein umbenanntes Schlagwort heißt sofort in jedem Eintrag so. Was geprüft ist, bleibt geprüft, und Links mit dem alten Namen führen weiter hin.',
  renamedTags: 'Umbenannte Schlagwörter',
  renamed: (from, to) => `„${from}“ heißt „${to}“`,
  takeBack: 'Zurücknehmen',
  takeBackName: (from, to) => `Zurücknehmen: „${from}“ heißt „${to}“`,
  noTags: 'Noch hat kein Eintrag ein Schlagwort.',
  tag: 'Schlagwort',
  chooseTag: 'Schlagwort wählen',
  newTagName: 'Neuer Name',
  rename: 'Umbenennen',

  save: 'Speichern',
  saving: 'Wird gespeichert …',
  saved: 'Gespeichert.',
  notSaved: 'Nicht gespeichert.',
  overtaken:
    'Inzwischen hat jemand anderes geändert. So steht es jetzt: bitte erneut ändern und speichern.',

  owners: 'Zuständige',
  ownersHint: 'Wer wie viele Einträge aktuell hält. Wer das Programm verlassen hat, steht oben.',
  ownersLoading: 'Zuständige werden geladen',
  noOwners: 'Noch ist niemand für einen Eintrag zuständig.',
  owner: 'Zuständig',
  items: 'Einträge',
  handOver: 'Übergeben',
  unknownPerson: 'Jemand, den das Verzeichnis nicht mehr kennt',
  hasLeft: 'nicht mehr im Programm',
  handOverAll: (name) => `Alles von ${name} übergeben`,
  handOverTo: (name) => `Wer hält die Einträge von ${name} ab jetzt aktuell?`,
  handingOver: (done) => plural(done, { one: 'Bisher # Eintrag', other: 'Bisher # Einträge' }),
  handedOver: (done) =>
    plural(done, { one: '# Eintrag übergeben.', other: '# Einträge übergeben.' }),
  handOverStopped: (done) =>
    plural(done, { one: 'Nach # Eintrag angehalten.', other: 'Nach # Einträgen angehalten.' }),
  stayed: (titles) => `Bitte gleich noch einmal versuchen: ${titles.join(', ')}.`,

  ownedBy: (name) => `Aktuell gehalten von ${name}`,
  changeOwner: 'Zuständigkeit ändern',
  newOwner: 'Wer hält den Eintrag ab jetzt aktuell?',
  cancel: 'Abbrechen',
};
