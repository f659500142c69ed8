/** What people write to clients, by language. Labels are known because each list has one meaning. */
export interface Sentences {
  readonly greeting: (name: string) => string;
  readonly closing: string;
  /** Promise nothing and name nobody; some hold words that also occur in promises. */
  readonly ordinary: readonly string[];
  readonly promising: readonly string[];
  readonly placeholders: readonly string[];
  readonly withPlaceholder: (name: string) => string;
  readonly aboutClient: (client: string) => string;
}

export const english: Sentences = {
  greeting: (name) => `Dear ${name},`,
  closing: 'Kind regards',
  ordinary: [
    'Thank you for your time on Monday.',
    'We start with the German entities and then turn to the rest.',
    'Could you tell me by Friday whether the date suits you?',
    'Will the board decide this month?',
    'The price is fixed for the first part.',
    'I have read the annex you attached and agree with it.',
    'Thanks for attaching the plans.',
    'Your colleague sent me an attachment that I could not read.',
    'Please send the receipts by the secure upload instead of attaching them.',
    'The meter is attached to the main line.',
    'There are two conditions attached to the subsidy.',
    'We do not need another attachment from you.',
    'I will send the signed copy in a separate message.',
    'May I call you tomorrow at 10:30?',
    'From: the station to: the office takes ten minutes.',
    'On Tuesday our auditor wrote: all is well.',
    'The site is enclosed on all sides.',
    'Let me know if anything is unclear -- I am here until six.',
    'Prices are in EUR {net}.',
    'It costs < 5,000 and > 3,000 euros.',
  ],
  promising: [
    'Please find the minutes attached.',
    'Attached please find the draft agreement.',
    'I have attached a short summary for your board.',
    'The signed engagement letter is attached.',
    'You can see the timetable in the attached PDF.',
    'I am attaching the list we spoke about.',
    'The attached workbook shows the figures by month.',
    'Both statements are attached for your review.',
    'For details see the attachment.',
    'Enclosed is the form for the tax office.',
    'Kindly review the attached schedule and send me your comments.',
    'As promised, our offer is attached to this message.',
  ],
  placeholders: ['due date', 'recipient first name', 'company', 'document 1', 'next step', 'fee'],
  withPlaceholder: (name) => `We would like to settle this with you by {{${name}}}, if you agree.`,
  aboutClient: (client) => `This is what we worked out for ${client} last week.`,
};

export const german: Sentences = {
  greeting: (name) => `Guten Tag ${name},`,
  closing: 'Mit freundlichen Grüßen',
  ordinary: [
    'vielen Dank für das Gespräch am Montag.',
    'Wir beginnen mit den deutschen Gesellschaften.',
    'Passt Ihnen der Termin am Freitag?',
    'Der Preis gilt für den ersten Teil.',
    'Ihren Anhang habe ich gelesen und bin einverstanden.',
    'Danke, dass Sie die Pläne angehängt haben.',
    'Die Anlage in Leipzig läuft seit Mai.',
    'Der Anhang zum Jahresabschluss ist fertig.',
    'Bitte hängen Sie die Belege nicht an, sondern laden Sie sie hoch.',
    'Die unterschriebene Fassung sende ich gesondert.',
    'Am Dienstag schrieb uns die Prüferin: alles in Ordnung.',
    'Von: Berlin nach: Hamburg sind es zwei Stunden.',
    'Es geht um eine langfristige Anlage des Kapitals.',
    'Wir brauchen keinen weiteren Anhang von Ihnen.',
    'Darf ich Sie morgen um 10:30 Uhr anrufen?',
    'Das hängt an der Zustimmung des Beirats.',
  ],
  promising: [
    'anbei die Übersicht der offenen Punkte.',
    'Anbei sende ich Ihnen das Protokoll.',
    'Im Anhang finden Sie unser Angebot.',
    'Den unterschriebenen Vertrag habe ich Ihnen angehängt.',
    'Die Liste ist beigefügt.',
    'Beigefügt erhalten Sie den Entwurf mit unseren Anmerkungen.',
    'Bitte sehen Sie sich die angehängte Tabelle an.',
    'In der Anlage erhalten Sie den Bescheid.',
    'Die Vollmacht füge ich dieser Nachricht bei.',
    'Als Anhang schicke ich Ihnen die Präsentation.',
    'Das Formular liegt bei.',
  ],
  placeholders: ['Frist', 'Ansprechpartner', 'Datum', 'nächster Schritt', 'Betrag', 'Mandant'],
  withPlaceholder: (name) => `Wir möchten das mit Ihnen bis {{${name}}} klären.`,
  aboutClient: (client) => `Das haben wir letzte Woche für ${client} ausgearbeitet.`,
};

/** A language the checker has no words for: only what needs none can be found there. */
export const french: Sentences = {
  greeting: (name) => `Bonjour ${name},`,
  closing: 'Cordialement',
  ordinary: [
    'Merci pour votre temps lundi.',
    'Le prix est fixe pour la première partie.',
    'Pourriez-vous me dire si la date vous convient ?',
    'Nous commençons par les sociétés allemandes.',
  ],
  promising: [],
  placeholders: ['échéance', 'prénom', 'société'],
  withPlaceholder: (name) => `Nous voudrions régler cela avant {{${name}}}.`,
  aboutClient: (client) => `Voici ce que nous avons fait pour ${client}.`,
};
