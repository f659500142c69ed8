import type { ownFeedbackTexts } from './ownFeedbackTexts';

export const ownFeedbackGerman: typeof ownFeedbackTexts = {
  outcome: {
    promptAdjusted: 'Der Text wurde geändert',
    workflowChanged: 'Die Arbeitsweise wurde geändert',
    trainingChanged: 'Die Schulung wurde geändert',
    vendor: 'An den Anbieter gegeben',
    declined: 'Bleibt, wie es ist',
  },
  closed: 'Abgeschlossen, ohne Angabe wie',
  open: 'Öffnen',
  note: 'Dazu gesagt',
  yourWords: 'Eigene Worte',
  merged: 'Jemand hat dasselbe schon gesagt: Es geht für beide weiter.',
  asked: 'Hat das geholfen?',
  yes: 'Ja',
  no: 'Nein',
  wordsYes: 'Noch etwas dazu?',
  wordsNo: 'Was stimmt noch nicht?',
  wordsHint: 'Eine Zeile, wenn gewünscht.',
  reopens: 'Es wird wieder geöffnet, und ein Champion sieht es an.',
  send: 'Antwort senden',
  cancel: 'Abbrechen',
  thanksYes: 'Beantwortet: Es hat geholfen.',
  thanksNo: 'Beantwortet: Es hat nicht geholfen und ist wieder offen.',
  kept: 'Die Antwort ist auf diesem Gerät gespeichert und geht von selbst.',
};
