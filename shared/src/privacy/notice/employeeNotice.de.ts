import { eventRetentionDays, smallestGroupShown } from '../../adoption';
import type { EmployeeNotice } from './employeeNotice';

const largestBanded = 2 * smallestGroupShown - 1;

/** The notice in German. Square brackets hold what the organisation fills in. */
export const employeeNoticeGerman: EmployeeNotice = {
  title: 'Last Mile: was gemessen wird und was nie',
  lead: 'Last Mile ist eine Registerkarte in Teams und eine Schaltfläche in Outlook, mit denen KI Teil der täglichen Arbeit werden soll. Um zu wissen, ob das gelingt, wird einiges gezählt. Hier steht, was das ist, wer was sieht, wie lange es aufbewahrt wird und was jede und jeder selbst bestimmt. Es geht um Last Mile allein; Microsoft 365 führt eigene Aufzeichnungen.',
  counted: {
    title: 'Was gezählt wird',
    lines: {
      promptCopied: 'Dass Sie einen Prompt aus der Bibliothek kopiert haben.',
      promptOpened: 'Dass Sie einen Prompt in einem KI-Assistenten geöffnet haben.',
      templateInserted: 'Dass Sie eine Vorlage in eine Nachricht eingefügt haben.',
      practised:
        'Dass Sie angegeben haben, die Übung eines Termins an einer eigenen Aufgabe gemacht zu haben, und dass Sie sich bei einem Termin eingetragen haben.',
      copilotActive:
        'An welchen Tagen Sie laut Microsofts Nutzungsbericht Microsoft 365 Copilot genutzt haben, sofern unsere Organisation Last Mile diesen Bericht lesen lässt. Was Sie dort getan haben, steht nicht darin.',
      reportedUse:
        'An welchen Tagen Sie laut einer Liste, die ein Champion hochgeladen hat, ein anderes KI-Werkzeug genutzt haben.',
      draftSent:
        'Dass Sie eine Nachricht gesendet haben, während das Add-In lief: wie lange sie gedauert hat und wie viel von einer eingefügten Vorlage noch darin stand. Beides wird auf Ihrem Gerät ermittelt.',
      redoAnswered:
        'Ihre Antwort auf „Musste es überarbeitet werden?“, gefragt höchstens einmal in der Woche.',
      directory:
        'Aus dem Verzeichnis unserer Organisation: Name, Stellenbezeichnung und Abteilung, und ob Sie zur Gruppe des Programms gehören. Davon stehen Abteilung und Berufsgruppe neben dem Gezählten, der Name nicht.',
    },
  },
  sent: {
    title: 'Was Ihr Gerät davon sendet, vollständig',
    of: {
      use: 'Von einer Nutzung',
      draft: 'Von einer gesendeten Nachricht',
      answer: 'Von Ihrer Antwort',
    },
    use: {
      clientKey: 'eine zufällige Nummer, damit nichts doppelt zählt',
      at: 'der Zeitpunkt',
      itemKey: 'welcher Eintrag der Bibliothek',
      version: 'in welcher Fassung',
      surface: 'ob in Teams oder in Outlook',
    },
    draft: {
      clientKey: 'eine zufällige Nummer, damit nichts doppelt zählt',
      at: 'der Zeitpunkt des Sendens',
      minutes:
        'die Minuten vom Öffnen bis zum Senden, ohne die Zeit, in der Outlook nicht zu sehen war',
      taskKey: 'für welche Aufgabe, wenn Sie oder die Vorlage es gesagt haben',
      surface: 'dass es in Outlook war',
      template: 'welche Vorlage eingefügt wurde',
    },
    template: {
      itemKey: 'der Eintrag',
      version: 'seine Fassung',
      keptShare: 'wie viel davon behalten wurde',
      paragraphs: 'von jedem Absatz, ob er behalten, umgeschrieben oder gelöscht wurde',
    },
    answer: {
      clientKey: 'eine zufällige Nummer, damit nichts doppelt zählt',
      at: 'der Zeitpunkt',
      itemKey: 'welcher Eintrag der Bibliothek',
      version: 'in welcher Fassung',
      redo: 'ja oder nein',
      surface: 'ob in Teams oder in Outlook',
    },
  },
  figures: {
    title: 'Welche Kennzahlen daraus werden',
    lines: {
      weeks:
        'Wie viele Menschen des Programms in einer Woche aktiv waren, in Teams, Outlook oder Copilot; wie viele neu sind, wieder da sind oder pausieren.',
      departments: 'Wie viele aktiv waren, nach Abteilung.',
      jobFamilies: 'Wie viele aktiv waren, nach Berufsgruppe.',
      habit: 'Wie viele Menschen KI in den meisten Wochen nutzen, in manchen oder in keiner.',
      retention:
        'Wie viele von denen, die in derselben Woche begonnen haben, später noch aktiv sind.',
      draftingTime: 'Wie lange Nachrichten dauern, mit Vorlage und ohne.',
      trust:
        'Wie viel von Vorlagen behalten wird, wie oft etwas überarbeitet werden musste und wie oft etwas gemeldet wurde.',
      tasks: 'Wie oft die Texte für eine Aufgabe genutzt werden und welche Zeit sie sparen.',
      copilot: 'Ob der Copilot-Bericht gelesen werden konnte.',
      library: 'Wie viele Texte es gibt und wie viele noch niemand genutzt hat.',
      feedback: 'Wie schnell Meldungen und Vorschläge beantwortet werden und ob das geholfen hat.',
      improvements: 'Was aus jedem Vorschlag wurde.',
    },
  },
  never: {
    title: 'Was nie erhoben wird',
    lines: {
      messages:
        'Was Sie in einer Nachricht schreiben, ihr Betreff und an wen sie geht. Das Add-In liest es auf Ihrem Gerät, um eine Vorlage anzupassen und vor dem Senden nachzufragen; es verlässt das Gerät nicht, außer Sie schreiben es selbst in eine Meldung oder einen Vorschlag.',
      assistants:
        'Was Sie einen KI-Assistenten fragen und was er antwortet. Wenn Sie eine Antwort selbst in eine Meldung einfügen, werden zuerst Namen, Adressen und Nummern ersetzt, und Sie lesen, was gesendet wird.',
      work: 'Tastenanschläge, Ihr Bildschirm, Ihre Anwesenheit in Teams, Ihre Chats, Anrufe und Dateien.',
      ranking: 'Es gibt keine Punkte für einzelne Menschen und keine Rangliste.',
    },
  },
  seen: {
    title: 'Wer was sieht',
    lines: {
      you: 'Sie sehen Ihr eigenes Feedback und was daraus wurde, Ihre Entwürfe, Ihre eigenen Zeiten und Antworten und Ihr eigenes Üben.',
      colleagues:
        'Kolleginnen und Kollegen des Programms sehen, was Sie in der Bibliothek veröffentlichen oder beim gemeinsamen Bauen beitragen, mit Ihrem Namen; einen Vorschlag von Ihnen, sobald er aufgenommen wurde, ohne Ihren Namen; und dass Sie bei einer Aufgabe helfen, wenn Sie es angeboten haben.',
      champions:
        'Wer für das Programm einsteht, und die Vertretungen sehen die Kennzahlen und mit Namen, wer ein Wort brauchen kann: wer noch nicht begonnen hat, still geworden ist oder schlecht begonnen hat, und an welchem Tag zuletzt etwas genutzt wurde. Sie sehen, wer mit einer Meldung unter eigenem Namen begonnen hat und still geworden ist. Was Sie genutzt haben und wie oft, sehen sie nicht. Ihr Feedback erreicht sie mit Ihrem Namen oder, wenn Sie nicht genannt werden wollen, unter einem Pseudonym.',
      leaders: `Führungskräfte sehen die Kennzahlen des Programms und seiner Gruppen und von niemandem die Nutzung. Gruppen von weniger als ${String(smallestGroupShown)} Menschen sind verborgen; bei ${String(smallestGroupShown)} bis ${String(largestBanded)} ist nur zu sehen, ob es unter oder über der Hälfte ist.`,
      siteOwners:
        'Wem die SharePoint-Website des Programms gehört, kann ihre Listen lesen. Bibliothek, Aufgaben und Programm stehen dort mit dem Konto derer, die geschrieben haben; Feedback mit einem Pseudonym oder dem Namen, den Sie angegeben haben; Üben, Zeiten, gesparte Zeit und Ansprache mit einem Code statt Ihres Namens.',
      operators:
        'Wer die Server betreibt, kann die Datenbank lesen. Darin steht Ihre Nutzung unter einer zufälligen Nummer; der Schlüssel, der sie mit Ihnen verbindet, liegt außerhalb der Datenbank.',
    },
  },
  kept: {
    title: 'Wie lange es aufbewahrt wird',
    lines: {
      uses: `Einzelne Nutzungen, Nachrichten und Antworten: ${String(eventRetentionDays)} Tage, dann werden sie gelöscht.`,
      weeks:
        'Summen je Woche und Ihre Zugehörigkeit zum Programm, unter der zufälligen Nummer: solange Last Mile genutzt wird.',
      feedbackWords:
        'Die Worte Ihres Feedbacks: 730 Tage, nachdem es abgeschlossen wurde. Was daraus wurde, bleibt ohne sie.',
      practice: 'Einträge bei Terminen und gemachte Übungen: 730 Tage.',
      times: 'Gemessene Zeiten und wohin gesparte Zeit ging: 730 Tage.',
      coaching:
        'Dass ein Champion Sie angesprochen hat und was daraus wurde: 730 Tage. Ob Sie angesprochen werden wollen: bis Sie etwas anderes sagen.',
      library:
        'Was Sie für die Bibliothek oder für Aufgaben geschrieben haben: solange es dort genutzt wird. Stimmen, Favoriten und angebotene Hilfe: bis Sie es zurücknehmen oder solange es das gibt, worum es geht.',
      programme:
        'Wer für ein Programm einsteht, vertritt und es trägt, und was darin entschieden wurde: bis es in SharePoint gelöscht wird.',
      notices:
        'Was Teams Ihnen zu einer Sache zuletzt gemeldet hat, damit es nicht doppelt kommt: 365 Tage.',
      drafts: 'Programme, die begonnen und liegen gelassen wurden: 365 Tage.',
      marks: 'Was Champions in der Woche des Programms abgehakt haben: 365 Tage.',
      sessions:
        'Was beim gemeinsamen Bauen eingetragen wurde: 365 Tage, nachdem dort zuletzt etwas geschah. Was kein Entwurf wurde, wird dann einer von Ihnen.',
      libraryDrafts:
        'Ihre Entwürfe, die 365 Tage niemand ändert, werden zurückgezogen und nicht gelöscht. Wo Ihre Entwürfe stehen, steht es vorher.',
      roles: 'Welche Rolle Sie bei der letzten Anmeldung hatten: 180 Tage.',
      audit: 'Wer in Listen und Einstellungen was geändert hat: 730 Tage.',
      erasures: 'Dass die Daten von jemandem gelöscht wurden, unter einem Code: 400 Tage.',
      device:
        'Auf Ihrem Gerät und in den Einstellungen Ihres Postfachs für das Add-In: was auf das Senden wartet, was Sie zu schreiben begonnen haben und welche Prompts und Vorlagen Sie zuletzt genutzt haben.',
      settings: 'Unsere Organisation kann andere Zeiten gesetzt haben: [keine, oder welche].',
    },
  },
  choices: {
    title: 'Was Sie selbst bestimmen',
    lines: {
      coaching:
        'Ob Champions Sie ansprechen dürfen. In der Registerkarte Feedback, Mein Feedback, „Wie Last Mile mich ansprechen darf“ öffnen und „Champions meines Programms dürfen mir Hilfe anbieten“ ausschalten. Von da an stehen Sie auf keiner solchen Liste, und niemand erfährt, dass Sie das gewählt haben. Was gezählt wird, ändert sich dadurch nicht.',
      name: 'Ob Ihr Name auf Ihrem Feedback steht. Ohne das Häkchen bei „Meinen Namen dem Champion zeigen“ ist ein Pseudonym zu sehen.',
      answers:
        'Ob Sie antworten: Jede Frage (ob etwas überarbeitet werden musste, wohin gesparte Zeit ging, wie lange ein Schritt dauert) kann offen bleiben.',
      help: 'Ob Sie Hilfe bei einer Aufgabe anbieten. Das tun Sie erst, wenn Sie es sagen, und mit dem Zurücknehmen ist es gelöscht.',
      ownData:
        'Auf der Seite, auf der Sie wählen, ob Champions Sie ansprechen dürfen, steht, was über Sie gespeichert ist: Sie können alles als Datei speichern und es löschen lassen. Admins von Last Mile können beides für Sie tun; fragen Sie [Kontakt in unserer Organisation]. Zuständig sind außerdem [Datenschutzbeauftragte oder Betriebsrat].',
    },
  },
};
