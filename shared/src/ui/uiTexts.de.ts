import type { uiTexts } from './uiTexts';

/** What the API's refusals say, by their code (api/src/http/reasons.ts); others stay as it wrote them. */
const problems: Readonly<Record<string, string>> = {
  invalidRequest: 'Etwas an den Angaben stimmt nicht.',
  bodyTooLarge: 'Der Text ist zu lang.',
  notFound: 'Das gibt es hier nicht, oder nicht für dieses Konto.',
  conflict: 'Inzwischen hat jemand anderes das geändert. Beide Fassungen ansehen und wählen.',
  tooManyRequests: 'Das war zu oft. Bitte gleich noch einmal versuchen.',
  internal: 'Bei uns ist etwas schiefgegangen.',

  sharePointUnavailable: 'SharePoint antwortet gerade nicht. Bitte gleich noch einmal versuchen.',
  sharePointRefused: 'SharePoint hat die Anfrage abgelehnt.',
  signInUnavailable:
    'Die Anmeldung lässt sich gerade nicht prüfen. Bitte gleich noch einmal versuchen.',
  accountCheckUnavailable:
    'Das Konto lässt sich gerade nicht prüfen. Bitte gleich noch einmal versuchen.',
  peopleUnavailable: 'Das Verzeichnis antwortet gerade nicht. Bitte gleich noch einmal versuchen.',

  consent_required: 'Zuerst ist eine Zustimmung nötig.',
  interaction_required: 'Zum Weitermachen bitte neu anmelden.',
  token_missing: 'Bitte zuerst anmelden.',
  token_expired: 'Die Anmeldung ist abgelaufen.',
  token_unknown_tenant: 'Diese Organisation wird hier nicht bedient.',

  championRoleRequired: 'Das kann nur ein Champion.',
  leaderRoleRequired: 'Das kann nur eine Führungskraft.',
  championOrLeaderRoleRequired: 'Das sehen nur Champions und Führungskräfte.',
  adminRoleRequired: 'Das kann nur ein Admin.',
  notYourProgramme: 'Dieses Konto ist kein Champion dieses Programms.',
  noProgramme: 'Noch in keinem Programm. Ein Champion kann weitere Personen aufnehmen.',
  accountDisabled: 'Dieses Konto ist deaktiviert.',

  authorCannotPublish: 'Veröffentlichen muss jemand anderes als der Autor.',
  importerCannotPublish: 'Veröffentlichen muss jemand anderes, als importiert hat.',
  alreadyPublished: 'Das ist bereits veröffentlicht, und nichts wartet auf Prüfung.',
  itemRetired: 'Das ist zurückgezogen und kann nicht mehr veröffentlicht werden.',
  ownVariant:
    'Das ist eine eigene Variante, die sonst niemand sieht. Zum Teilen einen neuen Eintrag schreiben.',
  notYourItem: 'Das können nur der Autor und Champions.',
  nothingToSubmit: 'Es gibt nichts einzureichen.',
  notInReview: 'Hier wartet nichts auf Prüfung.',
  notRetired: 'Das ist nicht zurückgezogen.',
  notPublished: 'Das ist nicht veröffentlicht.',
  originalNotPublished: 'Das Original ist nicht mehr oder noch nicht veröffentlicht.',
  notDeliveredYet: 'Das ist noch auf dem Weg zu SharePoint. Bitte gleich noch einmal versuchen.',
  standardsNotMet: 'Der Text erfüllt einen Prompt-Standard nicht, der hier verlangt ist.',
  incompleteText:
    'Der Text in SharePoint ist nicht vollständig: dort ergänzen, dann veröffentlichen.',
  concealedNames:
    'Dieser Bericht verbirgt Namen, darum gehören seine Tage niemandem. Ein Microsoft 365-Admin kann das Verbergen in Berichten ausschalten; danach neu exportieren.',
  sessionClosed: 'Diese Runde ist beendet.',
  sessionFull: 'In diese Runde passen keine weiteren Einträge.',
  ownEntry: 'Abstimmen lässt sich nur über Einträge anderer.',
  feedbackClosed: 'Das ist abgeschlossen. Bitte zuerst wieder öffnen.',
  feedbackNotClosed: 'Das ist nicht abgeschlossen.',
  feedbackAnswered: 'Das hat schon jemand übernommen.',
  feedbackMerged: 'Das geht in einer anderen Meldung weiter, die dasselbe sagt.',
  feedbackNotMerged: 'Das wurde mit keiner anderen Meldung zusammengelegt.',
  mergedIntoItself: 'Nichts wird mit sich selbst zusammengelegt.',
  mergedIntoMerged:
    'Diese Meldung wurde selbst zusammengelegt. Bitte die wählen, in der sie weitergeht.',
  mergedIntoOtherKind: 'Problem und Vorschlag werden nicht miteinander zusammengelegt.',
  notATriager: 'Bitte den Verantwortlichen des Programms oder eine Stellvertretung wählen.',
  itemUnknown: 'Diesen Eintrag gibt es in der Bibliothek nicht.',
  versionUnknown: 'Diese Version wurde nie veröffentlicht.',
  versionNotLater: 'Bitte eine spätere Version wählen als die gemeldete.',
  taskUnknown: 'Diese Aufgabe gibt es nicht.',
  stepUnknown: 'Diesen Schritt hat die Aufgabe nicht.',
  sentInFuture: 'Dieser Tag kommt erst noch.',
  helpedAnswered: 'Das ist schon beantwortet.',
  noSuggestion: 'Das ist kein Vorschlag.',
  ownSuggestion: 'Abstimmen lässt sich nur über Vorschläge anderer.',
  keyReused: 'Dieser Schlüssel wurde schon für etwas anderes verwendet.',
};

export const uiGerman: typeof uiTexts = {
  retry: 'Erneut versuchen',
  unreachableTitle: 'Keine Verbindung',
  unreachable:
    'Last Mile ist nicht erreichbar. Was eingegeben wurde, bleibt auf diesem Gerät erhalten.',
  refusedTitle: 'Das konnte nicht geladen werden',
  notReached: 'Last Mile ist gerade nicht erreichbar.',
  outdated:
    'Last Mile hat sich geändert, seit diese Seite geöffnet wurde. Zum Weitermachen neu öffnen.',
  problem: (code, sentence) => problems[code] ?? sentence,
  sampleData: 'Beispieldaten',
  sampleDataMeaning:
    'Diese Personen, Nachrichten und Zahlen sind erfunden. Nichts davon stammt aus der eigenen Organisation.',
  feedback: {
    reasons: {
      wrong: 'Es ist falsch',
      biased: 'Es ist voreingenommen',
      unhelpful: 'Es hilft nicht weiter',
      unsafe: 'Es ist bedenklich',
      other: 'Etwas anderes',
    },
  },
  helpers: {
    ask: 'Jemanden fragen, der das macht',
    loading: 'Kolleginnen und Kollegen werden gesucht',
    hint: 'Sie haben angeboten, gefragt zu werden. Der Chat öffnet sich in Teams; nichts wird von selbst gesendet.',
    nobody: 'Noch niemand hat dazu Hilfe angeboten.',
    chat: (name) => `Chat mit ${name}`,
    message: (task) => `Hallo! Darf ich fragen, wie du „${task}“ mit KI machst?`,
    offer: 'Andere dürfen mich dazu fragen',
    offerHint:
      'Der Name erscheint nach einigen Nutzungen, nie deren Zahl. Das lässt sich jederzeit zurücknehmen.',
    offering: 'Der Name erscheint nach einigen Nutzungen. Nach dem Ausschalten ist er weg.',
  },
};
