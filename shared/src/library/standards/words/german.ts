import type { PromptWords } from './promptWords';

const verbs =
  'analysier\\w*|antworte\\w*|arbeite\\w*|beantworte\\w*|begründe\\w*|behalte\\w*|berechne\\w*|bereite\\w*|beschreib\\w*|bewerte\\w*|bilde\\w*|definier\\w*|entwirf|entwerfen|entwickle\\w*|ergänze\\w*|erklär\\w*|erläuter\\w*|ermittle\\w*|ersetz\\w*|erstell\\w*|fasse\\w*|finde\\w*|formulier\\w*|frag\\w*|führ\\w*|gib|geben|gliedere\\w*|gruppier\\w*|handle\\w*|hebe\\w*|hilf|helfen|identifizier\\w*|ignorier\\w*|kennzeichne\\w*|korrigier\\w*|kürz\\w*|leg\\w*|lies|lesen|list\\w*|mach\\w*|markier\\w*|nenn\\w*|nimm|nutz\\w*|ordne\\w*|plan\\w*|prüf\\w*|recherchier\\w*|sag\\w*|sammle\\w*|schätze\\w*|schlag\\w*|schreib\\w*|sortier\\w*|stell\\w*|strukturier\\w*|such\\w*|teil\\w*|trag\\w*|überarbeit\\w*|überleg\\w*|übersetz\\w*|untersuch\\w*|vereinfach\\w*|verfass\\w*|vergleich\\w*|verwend\\w*|wandle\\w*|werte\\w*|zähl\\w*|zeig\\w*|zitier\\w*';

export const german: PromptWords = {
  asking: new RegExp(
    `^(?:(?:bitte|nun|jetzt|dann|danach|zuerst|aufgabe|ziel|schritt \\d+)[,:]?\\s+)*(?:${verbs})(?![\\p{L}])|^(?:aus|in|für|als|mit|anhand)\\s[^.:!?]{3,160}\\s?(?:${verbs})(?![\\p{L}])|(?<![\\p{L}])(?:ich (?:möchte|brauche|will|benötige)|kannst du|können sie|hilf mir|helfen sie)(?![\\p{L}])|\\?\\s*$`,
    'u',
  ),
  situation:
    /(?<![\p{L}])(?:weil|damit|um|bevor|nachdem|wenn|während|seit|du bist|sie sind|als \p{L}+|wir|unser\p{L}*|ich (?:bin|habe)|mein\p{L}*|hintergrund|kontext|situation|anlass|rolle)(?![\p{L}])/u,
  material:
    /(?<![\p{L}])(?:unten|oben|anbei|angehängt\p{L}*|beigefügt\p{L}*|folgend\p{L}*|anhand|auf (?:der )?(?:basis|grundlage)|nur aus|ausschließlich|aus (?:dem|der|den|diesem|dieser|diesen|meinen?|unseren?)|(?:dies\p{L}*|d(?:ie|er|as|em|en)|mein\p{L}*|unser\p{L}*) (?:\p{L}+ ){0,2}(?:dokumente?n?|datei\p{L}*|e-?mails?|mails?|nachrichten?|verlauf|besprechung\p{L}*|notizen|protokolle?|mitschrift|präsentation|folien|tabellen?|liste|entwurf|berichte?|vertrag|verträge|text\p{L}*|kalender|posteingang|chats?|seite)|quellen?)(?![\p{L}])|https?:\/\/|(?:^|\s)\/\p{L}/u,
  shape:
    /(?<![\p{L}])(?:listen?|tabellen?|spalten?|zeilen?|stichpunkt\p{L}*|stichwort\p{L}*|aufzählung|nummeriert\p{L}*|höchstens|maximal|nicht mehr als|weniger als|unter \d+|bis zu \d+|(?:ein|eine|einen|einem) (?:satz|zeile|absatz|seite)|(?:\d+|zwei|drei|vier|fünf|sechs|sieben|acht|zehn) \p{L}+|kurz\p{L}*|knapp\p{L}*|ton|tonfall|förmlich\p{L}*|freundlich\p{L}*|sachlich\p{L}*|höflich\p{L}*|einfache\p{L}*|format|aufbau|überschriften?|betreff|schritt für schritt|auf (?:deutsch|englisch)|nicht|kein\p{L}*|vermeide\p{L}*|ohne|statt|genau)(?![\p{L}])/u,
  readers:
    /(?<![\p{L}])(?:kund\p{L}*|mandant\p{L}*|lesend\p{L}*|leser\p{L}*|empfänger\p{L}*|kolleg\p{L}*|vorgesetzt\p{L}*|führung\p{L}*|team\p{L}*|vorstand|geschäftsführung|leitung|partner\p{L}*|zielgruppe|publikum|fachfremd\p{L}*|laien|einsteiger\p{L}*|jemand\p{L}*|personen?|leute|mitarbeit\p{L}*|beschäftigt\p{L}*|bewerb\p{L}*|lieferant\p{L}*|für mich|mir)(?![\p{L}])/u,
  greeting:
    /^(?:sehr geehrte[rs]?|liebe[rs]?|guten (?:tag|morgen|abend)|hallo|moin|grüezi|servus)(?![\p{L}])/u,
  putIn:
    /(?<![\p{L}])(?:füg\p{L}*|einfüg\p{L}*|eingeb\p{L}*|gib|geben|trag\p{L}*|eintrag\p{L}*|kopier\p{L}*|ergänz\p{L}*|nenn\p{L}*|anhäng\p{L}*|häng\p{L}*)(?![\p{L}])/u,
  sensitive:
    /(?<![\p{L}])(?:pass(?:wort|wörter\p{L}*)|kennwort\p{L}*|kennwörter\p{L}*|pin|ausweis(?:nummer|kopie)?\p{L}*|reisepass\p{L}*|sozialversicherung\p{L}*|steuer-?(?:id|nummer)|gesundheitsdaten|krankenakte\p{L}*|diagnosen?|gehalt|gehälter\p{L}*|kontodaten|kontonummer\p{L}*|bankverbindung\p{L}*|iban|kreditkarte\p{L}*|geburtsdat\p{L}*|privatadresse\p{L}*|privatanschrift\p{L}*|personenbezogene\p{L}* daten)(?![\p{L}])/u,
  forbidding:
    /(?<![\p{L}])(?:nicht|nie|niemals|kein\p{L}*|ohne|entfern\p{L}*|weglassen|anonymisier\p{L}*|statt)(?![\p{L}])/u,
};
