import type { Improvements, Measure } from '@last-mile/shared/adoption';
import { count, empty, observations, value, word } from '../panel/cells';
import type { Cell, Report } from '../panel/report';
import type { Shown } from '../panel/shown';
import { healthTexts as texts } from '../../../app/figures/healthTexts';

const figureColumns = () => [
  { key: 'figure', title: texts.columnFigure },
  { key: 'value', title: texts.columnValue, numeric: true },
  { key: 'over', title: texts.columnOver, numeric: true },
];

const row = (name: string, figure: Cell, over: Cell = empty) => ({
  key: name,
  cells: [word(name), figure, over],
});

/** How feedback is answered, as a table. */
export function feedbackReport({ range: { feedback }, formats }: Shown): Report {
  const measured = (name: string, figure: Measure, write: (figure: number) => string) =>
    row(name, value(figure, write), observations(figure, formats));
  return {
    title: texts.feedbackTitle,
    summary: texts.feedbackSummary(feedback.open, feedback.overdue),
    caption: texts.feedbackTitle,
    columns: figureColumns(),
    rows: [
      row(texts.open, count(feedback.open, formats)),
      row(texts.overdue, count(feedback.overdue, formats)),
      row(texts.reachedClient, count(feedback.openReachedClient, formats)),
      row(texts.closed, count(feedback.closed, formats)),
      row(texts.suggestions, count(feedback.suggestions, formats)),
      measured(texts.firstResponse, feedback.firstResponseDays, (days) =>
        texts.days(formats.decimal(days)),
      ),
      measured(texts.insideDue, feedback.insideDue, formats.percent),
      measured(texts.withOutcome, feedback.withOutcome, formats.percent),
      measured(texts.helped, feedback.helped, formats.percent),
    ],
  };
}

/** The improvements as a table: all, by state, by route. */
export function improvementsReport({ range: { improvements }, formats }: Shown): Report {
  const counted = (group: string, name: string, number: number) => ({
    key: `${group} ${name}`,
    cells: [word(group), word(name), count(number, formats)],
  });
  return {
    title: texts.improvementsTitle,
    summary: improvementsInWords(improvements, formats),
    caption: texts.improvementsTitle,
    columns: [
      { key: 'group', title: texts.columnGroup },
      { key: 'name', title: texts.columnFigure },
      { key: 'count', title: texts.columnImprovements, numeric: true },
    ],
    rows: [
      ...improvementStates.map((state) =>
        counted(texts.byState, texts.states[state], improvements.byState[state]),
      ),
      ...improvementRoutes.map((route) =>
        counted(texts.byRoute, texts.routes[route], improvements.byRoute[route]),
      ),
    ],
  };
}

function improvementsInWords(improvements: Improvements, formats: Shown['formats']): string {
  const { total, byRoute } = improvements;
  if (total === 0) return texts.improvementsNone;
  return texts.improvementsSummary(total, formats.number(byRoute.vendor));
}

/** From where it begins to where it ends. */
export const improvementStates = ['new', 'inProgress', 'waitingOnVendor', 'closed'] as const;
export const improvementRoutes = [
  'promptAdjusted',
  'workflowChanged',
  'trainingChanged',
  'vendor',
  'declined',
  'undecided',
] as const;

/** Whether the library is alive, as a table. */
export function libraryReport({ range: { library }, formats }: Shown): Report {
  const { number } = formats;
  return {
    title: texts.libraryTitle,
    summary: texts.librarySummary(
      number(library.tasksWithItem),
      number(library.tasks),
      library.pastReview,
    ),
    caption: texts.libraryTitle,
    columns: figureColumns(),
    rows: [
      row(texts.published, count(library.published, formats)),
      row(texts.tasksCovered, count(library.tasksWithItem, formats), count(library.tasks, formats)),
      row(texts.drafts, count(library.drafts, formats)),
      row(texts.pastReview, count(library.pastReview, formats)),
      row(texts.proposals, count(library.proposals, formats)),
      row(texts.neverUsed, count(library.neverUsed, formats)),
    ],
  };
}
