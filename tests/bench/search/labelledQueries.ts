import type { Subject } from './generatedLibrary';

/** A query somebody may type, and what it is meant to find. */
export interface LabelledQuery {
  readonly query: string;
  /** What is difficult about it, in words. */
  readonly kind: string;
  readonly wanted: Subject;
}

/**
 * A hundred queries written by hand, before any engine was run on them, and not changed since. The
 * label is the subject its writer had in mind; the items that are right are those that
 * `generatedLibrary` made about it, whatever their words turned out to be. There are never more than
 * ten, so recall among the first ten can reach 1.
 */
const written: Readonly<Record<string, string>> = {
  // kind: query = doing / thing; a rare subject has no doing.
  'missing letter': `
    sumarise client meeting = summarise / client meeting
    draft engagment letter = draft / engagement letter
    transate invoice = translate / invoice
    shorten fee propsal = shorten / fee proposal
    check tax retrn = check / tax return
    explain audit reort = explain / audit report
    compare contrcts = compare / contract
    negotiate leas = negotiate / lease
    proofread newsleter = proofread / newsletter
    whistlblowing = / whistleblowing
    arbitraton = / arbitration
    announce refnd = announce / refund`,
  'one letter too many': `
    rewrite complaintt = rewrite / complaint
    schedulle interview = schedule / interview
    review budgget = review / budget
    confirm deliveery = confirm / delivery
    plan worksshop = plan / workshop
    outline presenttation = outline / presentation
    depreciiation = / depreciation
    decline tenderr = decline / tender`,
  'swapped letters': `
    darft invoice = draft / invoice
    chekc lease = check / lease
    summairse survey = summarise / survey
    prepare agedna = prepare / agenda
    translate polciy = translate / policy
    chase deadlien = chase / deadline
    extract timehseet = extract / timesheet
    simplify contarct = simplify / contract
    approve bugdet = approve / budget
    esrcow = / escrow
    cutsoms = / customs
    plna webinar = plan / webinar`,
  'wrong letter': `
    sumnarise incident = summarise / incident
    draft quedtionnaire = draft / questionnaire
    analyse inventoru = analyse / inventory
    explain dividemd = explain / dividend
    review partmership = review / partnership
    estimate vakuation = estimate / valuation
    sybdication = / syndication
    escalate imvoice = escalate / invoice`,
  'another form of the word': `
    drafting complaints = draft / complaint
    summarised interviews = summarise / interview
    translating policies = translate / policy
    compare leases = compare / lease
    checked invoices = check / invoice
    reviewing contract = review / contract
    plans workshops = plan / workshop
    announcing renewal = announce / renewal
    calculated dividends = calculate / dividend
    presenting budgets = present / budget
    corrected spreadsheet = correct / spreadsheet
    explained pension schemes = explain / pension scheme
    secondments = / secondment
    trademarks = / trademark`,
  'two words in the other order': `
    agenda prepare = prepare / agenda
    survey analyse = analyse / survey
    invoice chase = chase / invoice
    press release shorten = shorten / press release
    job description rewrite = rewrite / job description
    risk register escalate = escalate / risk register`,
  'while typing the last word': `
    summarise client meet = summarise / client meeting
    draft engage = draft / engagement letter
    translate spreads = translate / spreadsheet
    challenge valua = challenge / valuation
    insolv = / insolvency
    apprentic = / apprenticeship`,
  'umlaut written out or left out': `
    vertraege pruefen = prüfen / Vertrag
    kuendigung entwerfen = entwerfen / Kündigung
    Rueckfragen beantworten = beantworten / Rückfrage
    jahresabschluesse erklaeren = erklären / Jahresabschluss
    foerderantrag begruenden = begründen / Förderantrag
    fragebogen kurzen = kürzen / Fragebogen
    prufbericht ubersetzen = übersetzen / Prüfbericht
    uebergabe planen = planen / Übergabe
    verjaehrung = / Verjährung
    gruendung = / Gründung`,
  'German with a typing error': `
    rechung prüfen = prüfen / Rechnung
    mahnnung entwerfen = entwerfen / Mahnung
    besprechnug zusammenfassen = zusammenfassen / Besprechung
    angebot vergelichen = vergleichen / Angebot
    protokol kürzen = kürzen / Protokoll
    bewerbng ablehnen = ablehnen / Bewerbung
    schulung ankündgen = ankündigen / Schulung
    steuererklärung vorberieten = vorbereiten / Steuererklärung
    insolvnez = / Insolvenz
    betriebsübergbae = / Betriebsübergabe
    vollmact verschicken = verschicken / Vollmacht
    gutachen auswerten = auswerten / Gutachten`,
  'another form of the German word': `
    verträge prüfen = prüfen / Vertrag
    einsprüche begründen = begründen / Einspruch
    besprechungen planen = planen / Besprechung
    protokolle kürzen = kürzen / Protokoll
    mietverträge verhandeln = verhandeln / Mietvertrag
    bescheide erklären = erklären / Bescheid
    angeboten vergleichen = vergleichen / Angebot
    fristen verlängern bestätigen = bestätigen / Frist
    schulungen planen = planen / Schulung
    mahnungen verschicken = verschicken / Mahnung
    bilanzen erklären = erklären / Bilanz
    lieferungen bestätigen = bestätigen / Lieferung`,
};

export const labelledQueries: readonly LabelledQuery[] = Object.entries(written).flatMap(
  ([kind, lines]) =>
    lines
      .trim()
      .split('\n')
      .map((line) => {
        const [query = '', subject = ''] = line.split('=').map((part) => part.trim());
        const [doing = '', thing = ''] = subject.split('/').map((part) => part.trim());
        const language = /^German|^another form of the German|^umlaut/.test(kind) ? 'de' : 'en';
        const wanted: Subject = { language, doing: doing === '' ? null : doing, thing };
        return { query, kind, wanted };
      }),
);
