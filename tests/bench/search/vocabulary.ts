/** A word as titles and texts use it: as it is, and in another form. */
export type Forms = readonly [plain: string, other: string];

/** What one language makes items of. */
export interface Vocabulary {
  readonly language: 'en' | 'de';
  /** What an item helps to do. */
  readonly doings: readonly Forms[];
  /** What it helps to do it with. */
  readonly things: readonly Forms[];
  /** Subjects of their own, for which there are only a few items. */
  readonly rarities: readonly string[];
  readonly audiences: readonly string[];
  readonly titles: readonly ((doing: Forms, thing: Forms, audience: string) => string)[];
  readonly purposes: readonly ((doing: string, thing: string, audience: string) => string)[];
  /** Sentences around it; they speak of another doing and another thing. */
  readonly sentences: readonly ((doing: string, thing: string, audience: string) => string)[];
  /** A sentence that names two clients. */
  readonly example: (one: string, other: string) => string;
  readonly tags: readonly string[];
}

/** `a|b` for each form, separated by commas. */
const forms = (list: string): Forms[] =>
  list.split(',').map((pair) => {
    const [plain = '', other = plain] = pair.trim().split('|');
    return [plain, other];
  });
const words = (list: string): string[] => list.split(',').map((word) => word.trim());

export const english: Vocabulary = {
  language: 'en',
  doings: forms(
    `summarise|summarising, draft|drafting, translate|translating, shorten|shortening, check|checking,
     compare|comparing, explain|explaining, rewrite|rewriting, outline|outlining, plan|planning,
     review|reviewing, chase|chasing, confirm|confirming, decline|declining, schedule|scheduling,
     prepare|preparing, analyse|analysing, simplify|simplifying, proofread|proofreading,
     categorise|categorising, extract|extracting, estimate|estimating, announce|announcing,
     negotiate|negotiating, approve|approving, escalate|escalating, document|documenting,
     calculate|calculating, present|presenting, structure|structuring, anonymise|anonymising,
     brainstorm|brainstorming, challenge|challenging, collect|collecting, correct|correcting,
     highlight|highlighting, introduce|introducing, forward|forwarding, archive|archiving,
     merge|merging`,
  ),
  things: forms(
    `client meeting|client meetings, engagement letter|engagement letters, invoice|invoices,
     fee proposal|fee proposals, deadline|deadlines, tax return|tax returns,
     audit report|audit reports, contract|contracts, board paper|board papers, budget|budgets,
     payroll run|payroll runs, pension scheme|pension schemes, lease|leases, inventory|inventories,
     cash flow|cash flows, risk register|risk registers, onboarding pack|onboarding packs,
     survey|surveys, newsletter|newsletters, presentation|presentations,
     spreadsheet|spreadsheets, complaint|complaints, refund|refunds, renewal|renewals,
     tender|tenders, timesheet|timesheets, job description|job descriptions,
     interview|interviews, appraisal|appraisals, training plan|training plans, policy|policies,
     privacy notice|privacy notices, data request|data requests, incident|incidents,
     project plan|project plans, status report|status reports, agenda|agendas,
     press release|press releases, case study|case studies, webinar|webinars,
     workshop|workshops, questionnaire|questionnaires, reconciliation|reconciliations,
     valuation|valuations, dividend|dividends, grant application|grant applications,
     delivery|deliveries, warranty|warranties, subscription|subscriptions,
     partnership|partnerships`,
  ),
  rarities: words(
    `whistleblowing, secondment, escrow, arbitration, succession, depreciation, jubilee,
     procurement fraud, carbon footprint, accessibility, insolvency, syndication,
     parental leave, relocation, cybersecurity, benchmarking, trademark, customs, catering,
     apprenticeship`,
  ),
  audiences: words(
    `a client, the board, new colleagues, a supplier, the finance team, a regulator, investors,
     the works council, an applicant, partners abroad`,
  ),
  titles: [
    ([doing], [thing], audience) => `${capital(doing)} the ${thing} for ${audience}`,
    ([, doing], [, things]) => `${capital(doing)} ${things}`,
    ([doing], [thing]) => `${capital(thing)}: ${doing} it in five minutes`,
    ([, doing], [thing], audience) => `${capital(doing)} a ${thing} with ${audience}`,
  ],
  purposes: [
    (doing, thing, audience) => `Helps you ${doing} a ${thing} so that ${audience} can act on it.`,
    (doing, thing) => `A first version when you have to ${doing} a ${thing} and time is short.`,
    (doing, thing, audience) => `For ${audience}: ${doing} the ${thing} in their words.`,
  ],
  sentences: [
    (_, thing) => `Use the {{document}} below and what you know about the last ${thing}.`,
    (doing) => `Do not ${doing} anything that is not in the source.`,
    (_, thing, audience) => `Write for ${audience}, who have not seen the ${thing}.`,
    () => 'Keep names, dates and amounts exactly as they are in the text.',
    () => 'Answer in at most {{lines}} lines, the most important one first.',
    (doing, thing) => `If somebody still has to ${doing} the ${thing}, say who and by when.`,
    () => 'List what is unclear at the end and ask me before you guess.',
    () => 'Use a friendly and plain tone, without jargon and without praise.',
    (_, thing) => `Quote the paragraph of the ${thing} each statement rests on.`,
    () => 'Put figures into a table with one row for each month.',
  ],
  example: (one, other) => `It was tried on the files of ${one} and ${other}.`,
  tags: words(
    'email, quick win, monthly, weekly, research, writing, numbers, people, sales, quality',
  ),
};

export const german: Vocabulary = {
  language: 'de',
  doings: forms(
    `zusammenfassen|Zusammenfassung, entwerfen|Entwurf, übersetzen|Übersetzung, kürzen|Kürzung,
     prüfen|Prüfung, vergleichen|Vergleich, erklären|Erklärung, umformulieren|Umformulierung,
     gliedern|Gliederung, planen|Planung, bestätigen|Bestätigung, ablehnen|Ablehnung,
     vorbereiten|Vorbereitung, auswerten|Auswertung, vereinfachen|Vereinfachung,
     korrigieren|Korrektur, einordnen|Einordnung, schätzen|Schätzung,
     ankündigen|Ankündigung, beantworten|Beantwortung, verhandeln|Verhandlung,
     genehmigen|Genehmigung, dokumentieren|Dokumentation, berechnen|Berechnung,
     vorstellen|Vorstellung, strukturieren|Strukturierung, anonymisieren|Anonymisierung,
     sammeln|Sammlung, verschicken|Versand, begründen|Begründung`,
  ),
  things: forms(
    `Besprechung|Besprechungen, Vertrag|Verträge, Rechnung|Rechnungen, Angebot|Angebote,
     Frist|Fristen, Steuererklärung|Steuererklärungen, Prüfbericht|Prüfberichte,
     Vollmacht|Vollmachten, Kündigung|Kündigungen, Mahnung|Mahnungen, Rückfrage|Rückfragen,
     Bescheid|Bescheide, Einspruch|Einsprüche, Gehaltsabrechnung|Gehaltsabrechnungen,
     Reisekosten|Reisekosten, Jahresabschluss|Jahresabschlüsse, Bilanz|Bilanzen,
     Förderantrag|Förderanträge, Protokoll|Protokolle, Tagesordnung|Tagesordnungen,
     Schulung|Schulungen, Fragebogen|Fragebögen, Stellenanzeige|Stellenanzeigen,
     Bewerbung|Bewerbungen, Datenschutzhinweis|Datenschutzhinweise,
     Beschwerde|Beschwerden, Rückerstattung|Rückerstattungen, Verlängerung|Verlängerungen,
     Ausschreibung|Ausschreibungen, Übergabe|Übergaben, Überstunden|Überstunden,
     Mietvertrag|Mietverträge, Versicherung|Versicherungen, Gutachten|Gutachten,
     Prognose|Prognosen, Präsentation|Präsentationen, Pressemitteilung|Pressemitteilungen,
     Rundschreiben|Rundschreiben, Lieferung|Lieferungen, Gewährleistung|Gewährleistungen`,
  ),
  rarities: words(
    `Betriebsübergabe, Elternzeit, Erbschaft, Insolvenz, Zoll, Zeiterfassung, Barrierefreiheit,
     Gründung, Kurzarbeit, Verjährung`,
  ),
  audiences: words(
    `Mandanten, den Vorstand, neue Kolleginnen, Lieferanten, die Buchhaltung, das Finanzamt,
     den Betriebsrat, Bewerber, Banken, Partner im Ausland`,
  ),
  titles: [
    ([doing], [thing], audience) => `${thing} für ${audience} ${doing}`,
    ([doing], [, things]) => `${things} ${doing}`,
    ([doing], [thing]) => `${thing}: in fünf Minuten ${doing}`,
    ([, noun], [, things]) => `${capital(noun)}: ${things}`,
  ],
  purposes: [
    (doing, thing, audience) => `Hilft, ${thing} so zu ${doing}, dass es für ${audience} passt.`,
    (doing, thing) => `Ein erster Stand, wenn die Zeit knapp ist: ${thing} ${doing}.`,
    (doing, thing, audience) => `Für ${audience}: ${thing} ${doing}, in einfachen Worten.`,
  ],
  sentences: [
    (_, thing) => `Nimm den Text unten und was zuletzt zum Thema ${thing} vereinbart wurde.`,
    (doing) => `Nichts ${doing}, was nicht in der Quelle steht.`,
    (_, thing, audience) => `Schreibe für ${audience}, die den Stand (${thing}) nicht kennen.`,
    () => 'Namen, Daten und Beträge bleiben genau so, wie sie im Text stehen.',
    () => 'Antworte in höchstens {{zeilen}} Zeilen, das Wichtigste zuerst.',
    (doing, thing) => `Wenn jemand noch ${thing} ${doing} muss, nenne wer und bis wann.`,
    () => 'Liste am Ende auf, was unklar ist, und frage nach, statt zu raten.',
    () => 'Bleibe freundlich und klar, ohne Fachsprache und ohne Lob.',
    (_, thing) => `Nenne zu jeder Aussage die Stelle (${thing}), auf der sie beruht.`,
    () => 'Zahlen gehören in eine Tabelle mit einer Zeile für jeden Monat.',
  ],
  example: (one, other) => `Erprobt an den Unterlagen von ${one} und ${other}.`,
  tags: words('E-Mail, schnell, monatlich, Recherche, Schreiben, Zahlen, Personal, Vertrieb'),
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
