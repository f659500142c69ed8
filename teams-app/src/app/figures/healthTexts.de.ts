import { plural } from '@last-mile/shared/language';
import type { healthTexts } from './healthTexts';

export const healthGerman: typeof healthTexts = {
  columnFigure: 'Kennzahl',
  columnValue: 'Wert',
  columnOver: 'Gemessen über',

  feedbackTitle: 'Feedback',
  feedbackDefinition:
    'Offene Meldungen und Vorschläge, und wie sie beantwortet werden: der Median der Arbeitstage bis zur ersten Antwort, der Anteil, der in der Frist beantwortet wurde, der Anteil der abgeschlossenen mit verknüpftem Ergebnis (Prompt, Ablauf oder Schulung geändert, weitergegeben oder mit Begründung abgelehnt; was in einem anderen Eintrag aufging, endet mit diesem) und der Anteil derer, denen es geholfen hat. Eine Meldung, die einen Kunden erreicht hat, ist am selben Tag fällig.',
  feedbackLink: 'Eingang öffnen',
  feedbackSummary: (open, overdue) =>
    `${plural(open, { one: '# Eintrag ist offen', other: '# Einträge sind offen' })}, ${plural(overdue, { other: '# überfällig' })}.`,
  open: 'Offen',
  overdue: 'Überfällig',
  reachedClient: 'Offen, hat einen Kunden erreicht',
  closed: 'Abgeschlossen',
  suggestions: 'Vorschläge',
  firstResponse: 'Erste Antwort',
  days: (days) => `${days} Arbeitstage`,
  insideDue: 'In der Frist beantwortet',
  withOutcome: 'Abgeschlossen mit verknüpftem Ergebnis',
  helped: 'Denen es geholfen hat',
  notEnoughData: 'Zu wenig Daten',
  hidden: 'Verborgen: zu wenige Personen, oder es würde sie verraten',

  improvementsTitle: 'Verbesserungen',
  improvementsDefinition:
    'Verschiedene Vorschläge, nachdem gleiche zusammengeführt wurden, nach ihrem Stand und nach ihrem Weg. Jeder endet in einem davon: Prompt angepasst, Ablauf geändert, Schulung geändert, an den Anbieter weitergegeben oder mit Begründung abgelehnt.',
  improvementsSummary: (total, vendor) =>
    `${plural(total, { one: '# Verbesserung', other: '# Verbesserungen' })}: ${vendor} beim Anbieter.`,
  improvementsNone: 'Noch wurde keine Verbesserung vorgeschlagen.',
  byState: 'Nach Stand',
  byRoute: 'Nach Weg',
  states: {
    new: 'Neu',
    inProgress: 'In Bearbeitung',
    waitingOnVendor: 'Wartet auf den Anbieter',
    closed: 'Abgeschlossen',
  },
  routes: {
    promptAdjusted: 'Prompt angepasst',
    workflowChanged: 'Ablauf geändert',
    trainingChanged: 'Schulung geändert',
    vendor: 'An den Anbieter weitergegeben',
    declined: 'Abgelehnt',
    undecided: 'Noch nicht entschieden',
  },
  columnGroup: 'Gezählt nach',
  columnImprovements: 'Verbesserungen',

  libraryTitle: 'Bibliothek',
  libraryDefinition:
    'Ob die Bibliothek lebt: erfasste Aufgaben mit veröffentlichtem Eintrag, Einträge über ihrem Prüftag, in SharePoint von Hand geänderte Texte, die auf Prüfung warten, und veröffentlichte Einträge, die noch niemand verwendet hat.',
  libraryLink: 'Bibliothek öffnen',
  librarySummary: (with_, of, review) =>
    `${with_} von ${of} erfassten Aufgaben haben einen veröffentlichten Eintrag; ${plural(review, { one: '# Eintrag ist über seinem Prüftag', other: '# Einträge sind über ihrem Prüftag' })}.`,
  published: 'Veröffentlicht',
  drafts: 'Entwürfe',
  pastReview: 'Prüfung überfällig',
  neverUsed: 'Nie verwendet',
  tasksCovered: 'Aufgaben mit Eintrag',
  proposals: 'In SharePoint geändert',
};
