import type { IssueCode } from '../issue';
import { spokenLanguage } from '../language';
import type { uiTexts } from './uiTexts';

/** What the API's refusals say, by their code (api/src/http/reasons.ts). */
const problems: Readonly<Record<string, string>> = {
  invalidRequest: 'Etwas an den Angaben stimmt nicht.',
  bodyTooLarge: 'Der Text ist zu lang.',
  malformedJson: 'Die Angaben sind beschädigt angekommen.',
  unsupportedMediaType: 'Diese Art von Datei wird hier nicht angenommen.',
  methodNotAllowed: 'Das geht unter dieser Adresse nicht.',
  unexpected_answer: 'Bei uns ist etwas schiefgegangen.',
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
  token_malformed: 'Das ist kein Zugriffstoken.',
  token_bad_algorithm: 'Das Zugriffstoken ist nicht so signiert, wie Entra signiert.',
  token_unknown_key: 'Das Zugriffstoken ist mit einem fremden Schlüssel signiert.',
  token_bad_signature: 'Die Signatur des Zugriffstokens ist falsch.',
  token_not_yet_valid: 'Das Zugriffstoken gilt noch nicht.',
  token_wrong_version: 'Angenommen werden nur Zugriffstoken der Version 2.0.',
  token_wrong_issuer: 'Das Zugriffstoken kommt von jemand anderem.',
  token_wrong_audience: 'Das Zugriffstoken ist für etwas anderes bestimmt.',
  token_missing_scope: 'Dem Zugriffstoken fehlt die Berechtigung access_as_user.',
  token_unlisted_client: 'Das Zugriffstoken gehört einer App, die hier nicht eingetragen ist.',
  token_missing_object_id: 'Das Zugriffstoken nennt keine Person.',

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
  noSteps: 'Bitte zuerst die Aufgabe aufzeichnen: Sie hat noch keine Schritte.',
  stepsWithoutActor: 'Bitte bei jedem Schritt sagen, wer ihn tut.',
  stepsWithoutMinutes: 'Bitte bei jedem Schritt sagen, wie viele Minuten er dauert.',
  noSlot: 'Bitte den Schritt wählen, bei dem KI helfen soll, und sagen, warum dort.',
  slotSaysNoHelp: 'Bitte sagen, wie KI in dem Schritt hilft, der dafür gewählt wurde.',
  noEscalation: 'Bitte die Rolle nennen, die übernimmt, was KI nicht kann.',
  checkpointNotTaken: 'Dieser Checkpoint liegt noch nicht vor.',
  findingUnknown: 'Das hat dieser Checkpoint nicht gefunden.',
  lookBackTooEarly: 'Was daraus wurde, wird an einem späteren Checkpoint gesagt.',
  lookedBackAlready: 'Was daraus wurde, ist schon gesagt.',
  monthNotRunning: 'Gefragt ist nach dem laufenden Monat.',
  timingNotOpen: 'Schritte werden um den Start und um die Tage 30, 60 und 90 gestoppt.',
  stepsHaveChanged: 'Die Schritte haben sich inzwischen geändert. Bitte noch einmal ansehen.',
  flagUnknown: 'Diese Meldung gibt es nicht.',
  noFlag: 'Das ist kein gemeldetes Problem.',
  flagNotFixed: 'Nur ein Problem, das mit einem angepassten Prompt endete, wird ein Prüffall.',
  noCaseConsent: 'Wer das gemeldet hat, ist mit einem Prüffall nicht einverstanden.',
  reporterNamed: 'Bitte den Namen der Person, die das gemeldet hat, aus dem Text nehmen.',
  caseDeleted: 'Dazu gab es einen Prüffall; jemand hat ihn in SharePoint gelöscht.',
  caseRetired: 'Dieser Prüffall ist zurückgezogen.',
  consentWithdrawn: 'Wer das gemeldet hat, hat die Zustimmung zurückgenommen.',
  jobFamilyUnknown: 'Diese Berufsgruppe gibt es im Programm nicht.',
  checkInNotOpen: 'Einchecken geht ab einer Viertelstunde vor der Übung.',
  checkInClosed: 'Einchecken ging bis einen Tag nach der Übung.',
  notCheckedIn: 'Bitte zuerst bei der Übung einchecken.',
  practiceClosed: 'Das ging bis vier Wochen nach der Übung.',
  sentInFuture: 'Dieser Tag kommt erst noch.',
  helpedAnswered: 'Das ist schon beantwortet.',
  noSuggestion: 'Das ist kein Vorschlag.',
  ownSuggestion: 'Abstimmen lässt sich nur über Vorschläge anderer.',
  keyReused: 'Dieser Schlüssel wurde schon für etwas anderes verwendet.',
};

/** What there is to mend in a field; `#` stands for the most or the least that is taken. */
const issues: Readonly<Record<IssueCode, string>> = {
  empty: 'Bitte etwas eintragen.',
  oneLine: 'Bitte nur eine Zeile.',
  tooLong: 'Höchstens # Zeichen.',
  tooShort: 'Mindestens # Zeichen.',
  tooMany: 'Höchstens #.',
  tooFew: 'Mindestens #.',
  tooLarge: 'Höchstens #.',
  tooSmall: 'Mindestens #.',
  wrongForm: 'Das hat nicht die Form, die hier verlangt ist.',
  unknownValue: 'Diesen Wert gibt es hier nicht.',
  unknownField: 'Dieses Feld ist unbekannt.',
  notStorable: 'Das enthält Zeichen, die sich nicht speichern lassen.',
  nestedTooDeep: 'Das ist zu tief verschachtelt.',
  sentTwice: 'Bitte nur einmal angeben.',
  namedTwice: 'Das ist zweimal genannt.',

  uuid: 'Bitte eine UUID angeben.',
  uuids: 'Bitte UUIDs mit Kommas dazwischen angeben.',
  instant: 'Bitte Datum und Uhrzeit nach ISO 8601 angeben.',
  day: 'Bitte ein Datum als JJJJ-MM-TT angeben.',
  week: 'Bitte eine Woche als 2026-W48 angeben.',
  noSuchWeek: 'Diese Woche hat das Jahr nicht.',
  wholeNumber: 'Bitte eine ganze Zahl angeben.',
  pageSize: 'Bitte eine Zahl von 1 bis # angeben.',
  webAddress: 'Bitte eine Adresse angeben, die mit http:// oder https:// beginnt.',

  placeholderName:
    'Möglich sind Buchstaben, Ziffern, Leerzeichen, Punkte, Binde- und Unterstriche, höchstens 60.',
  nothingSafe: 'Es bleibt nichts übrig, wenn alles entfällt, was in einer E-Mail unsicher ist.',
  itemKind: 'Bitte „prompt“ oder „template“ eintragen.',
  exportedParts: 'Leer lassen, oder so, wie der Export einer Bibliothek es schreibt.',
  moreColumns: 'Diese Zeile hat mehr Spalten als die erste; dort sind es #.',
  unclosedText: 'Ein Anführungszeichen in dieser Zeile wird nie geschlossen.',
  facetValues: 'Bitte Werte angeben, die die Antwort zählt, einen je Zeile.',
  flagReason: 'Ein Problem braucht einen Grund, ein Vorschlag hat keinen.',
  pageEnd: 'Bitte angeben, was die vorige Seite genannt hat.',
  notInProgramme: 'Bitte eine Person aus diesem Programm wählen.',
  noSuchFamily: 'Diese Berufsgruppe hat das Programm nicht.',
  taskNotMapped: 'Bitte eine Aufgabe wählen, die hier aufgezeichnet ist.',
  sharesNoLibrary: 'Dieses Programm teilt keine Bibliothek.',
  usageColumns:
    'Möglich sind der Copilot-Nutzungsbericht, wie Microsoft ihn exportiert, oder eine CSV-Datei mit den Spalten user, date und count.',
  noRows: 'Die Datei hat keine Zeilen.',
  noWeekClosed: 'Noch ist keine Woche abgeschlossen.',
  weekNotClosed: 'Bitte eine abgeschlossene Woche wählen, die gemessen wurde.',
};

/** What a code says that is of a newer API than this page. */
const refused = 'Das wurde nicht angenommen.';

const isIssueCode = (code: string): code is IssueCode => Object.hasOwn(issues, code);

export const uiGerman: typeof uiTexts = {
  retry: 'Erneut versuchen',
  unreachableTitle: 'Keine Verbindung',
  unreachable:
    'Last Mile ist nicht erreichbar. Was eingegeben wurde, bleibt auf diesem Gerät erhalten.',
  refusedTitle: 'Das konnte nicht geladen werden',
  notReached: 'Last Mile ist gerade nicht erreichbar.',
  outdated:
    'Last Mile hat sich geändert, seit diese Seite geöffnet wurde. Zum Weitermachen neu öffnen.',
  signInAgain: 'Zum Weitermachen bitte anmelden.',
  problem: (code) => problems[code] ?? refused,
  unforeseen: () => 'Das hat nicht geklappt.',
  issue: (code, limit) =>
    isIssueCode(code)
      ? issues[code].replace(
          '#',
          limit === null ? '' : new Intl.NumberFormat(spokenLanguage().locale).format(limit),
        )
      : (problems[code] ?? refused),
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
