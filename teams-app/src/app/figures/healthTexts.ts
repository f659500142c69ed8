import { plural } from '@last-mile/shared/language';
import { texts } from '../texts';

/** Words of feedback, improvements and library. Figures come in written. */
export const healthTexts = texts('health', {
  columnFigure: 'Figure',
  columnValue: 'Value',
  columnOver: 'Taken over',

  feedbackTitle: 'Feedback',
  feedbackDefinition:
    'Open flags and suggestions, and how they are answered: the median working days to the first response, the share answered inside the due time, the share of closed items with a linked outcome (prompt, workflow or training changed, escalated, or declined with a reason; what was merged into another item ends with that one), and the share of reporters who said it helped. A flag that reached a client is due the same day.',
  feedbackLink: 'Open the queue',
  feedbackSummary: (open: number, overdue: number) =>
    `${plural(open, { one: '# item is open', other: '# items are open' })}, ${plural(overdue, { other: '# overdue' })}.`,
  open: 'Open',
  overdue: 'Overdue',
  reachedClient: 'Open, reached a client',
  closed: 'Closed',
  suggestions: 'Suggestions',
  firstResponse: 'First response',
  days: (days: string) => `${days} working days`,
  insideDue: 'Answered inside the due time',
  withOutcome: 'Closed with a linked outcome',
  helped: 'Reporters it helped',
  notEnoughData: 'Not enough data',
  hidden: 'Hidden: too few people, or it would reveal them',

  improvementsTitle: 'Improvements',
  improvementsDefinition:
    'Distinct suggestions after merging those that say the same, by where they stand and by the route they took. Each ends in one of: prompt adjusted, workflow changed, training changed, escalated to the vendor, or declined with a reason.',
  improvementsSummary: (total: number, vendor: string) =>
    `${plural(total, { one: '# improvement', other: '# improvements' })}: ${vendor} with the vendor.`,
  improvementsNone: 'No improvement has been suggested yet.',
  byState: 'By state',
  byRoute: 'By route',
  states: {
    new: 'New',
    inProgress: 'In progress',
    waitingOnVendor: 'Waiting on the vendor',
    closed: 'Closed',
  },
  routes: {
    promptAdjusted: 'Prompt adjusted',
    workflowChanged: 'Workflow changed',
    trainingChanged: 'Training changed',
    vendor: 'Escalated to the vendor',
    declined: 'Declined',
    undecided: 'Not decided yet',
  },
  columnGroup: 'Counted by',
  columnImprovements: 'Improvements',

  libraryTitle: 'Library',
  libraryDefinition:
    'Whether the library is alive: mapped tasks with a published item, items past their review day, texts changed by hand in SharePoint that wait for review, and published items nobody has used yet.',
  libraryLink: 'Open the library',
  librarySummary: (with_: string, of: string, review: number) =>
    `${with_} of ${of} mapped tasks have a published item; ${plural(review, { one: '# item is past its review day', other: '# items are past their review day' })}.`,
  published: 'Published',
  drafts: 'Drafts',
  pastReview: 'Past review',
  neverUsed: 'Never used',
  tasksCovered: 'Tasks with an item',
  proposals: 'Changed in SharePoint',
});
