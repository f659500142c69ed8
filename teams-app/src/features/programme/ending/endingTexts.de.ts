import { plural } from '@last-mile/shared/language';
import type { endingTexts } from './endingTexts';

export const endingGerman: typeof endingTexts = {
  hows: {
    sustain: 'Es geht weiter wie bisher',
    handOver: 'Es geht mit jemand anderem weiter',
    stop: 'Es hört auf',
  },

  title: 'Wie es weitergeht',
  subtitle: 'Ein Programm endet offen: mit einem Wort an alle, die dabei waren.',
  back: 'Zurück zum Programm',
  loading: 'Wird geladen, wie es weitergeht',
  notYetTitle: 'Das Programm läuft noch',
  notYet: 'Wie es weitergeht, steht dann hier, für alle, die dabei waren.',
  endedOn: (day) => `Gesagt am ${day}`,
  reason: 'Warum es aufhört',
  how: 'Wie geht es weiter?',
  onlyStop: 'Bis die aktiven Wochen vorbei sind, kann es nur aufhören.',
  notBegun: 'Das Programm hat noch nicht begonnen.',
  newOwner: 'Wer es übernimmt',
  message: 'Ein Wort an alle, die dabei waren',
  messageHint: 'Was daraus wurde, was bleibt, und Dank. Zu lesen ist es hier.',
  tookPart: (count) => plural(count, { one: '# Person war dabei', other: '# Leute waren dabei' }),
  tookPartFew: 'Weniger als fünf Leute waren dabei',
  whoTookPart:
    'Wer seit dem Beginn etwas genutzt hat, das zählt, bei einer Übung war oder Feedback gab. Alle bekommen eine Benachrichtigung in Teams.',
  end: 'Programm beenden und allen sagen',
  ending: 'Wird beendet …',
  notEnded: 'Das Programm wurde nicht beendet.',
  sure: 'Das lässt sich nicht zurücknehmen.',

  backToPlan: 'Zurück zum Plan',
  ownerTitle: 'Wem das Programm gehört',
  ownerSubtitle: 'Eine Person steht dafür ein, mit Zeit und Budget.',
  ownerNow: (name) => `Verantwortlich ist ${name}.`,
  someone: 'jemand, der nicht im Verzeichnis steht',
  present: 'Die Person arbeitet daran.',
  silent: (day) =>
    `Seit ${day} war hier nichts von ihr zu hören: zwei Wochen von Arbeitstagen. Bitte mit ihr reden oder jemand anderen benennen.`,
  gone: 'Das Konto ist geschlossen, oder die Person ist kein Champion mehr. Bitte jemand anderen benennen.',
  nameTitle: 'Jemand anderen benennen',
  nameHint: 'Ein Champion der Organisation. Das Programm steht sofort im Tab dieser Person.',
  name: 'Als verantwortlich benennen',
  naming: 'Wird benannt …',
  chosen: (name) => `Gewählt: ${name}`,
  notNamed: 'Es wurde niemand benannt.',
  overtaken:
    'Inzwischen wurde das Programm geändert. Zu sehen ist, wie es jetzt ist: bitte ansehen und neu wählen.',
};
