import type { DashboardResponse } from '@last-mile/shared/adoption';
import type { Route } from '../../../app/routes';
import type { DashboardReading } from '../weekReading';
import { needsTexts as texts } from './needsTexts';

/** Something for the champion to do, and where: a place of the tab, or a panel further down. */
export interface Need {
  readonly words: string;
  readonly urgent: boolean;
  readonly to: Route | { readonly panel: 'groups' | 'surfaces' };
}

/** What waits for a champion this week, the most urgent first. */
export function needsOf(
  { library, feedback, copilot }: Pick<DashboardResponse, 'library' | 'feedback' | 'copilot'>,
  { decay }: Pick<DashboardReading, 'decay'>,
): Need[] {
  const queue: Route = { page: 'feedbackQueue' };
  const counted = (
    count: number,
    words: (count: number) => string,
    to: Route,
    urgent = false,
  ): Need[] => (count > 0 ? [{ words: words(count), urgent, to }] : []);
  return [
    ...counted(feedback.openReachedClient, texts.client, queue, true),
    ...counted(feedback.overdue, texts.overdue, queue, true),
    ...(decay?.flagged === true
      ? [{ words: texts.decay, urgent: true, to: { panel: 'groups' as const } }]
      : []),
    ...counted(library.proposals, texts.proposals, {
      page: 'library',
      search: { status: 'published' },
    }),
    ...counted(library.casesToWalk, texts.cases, { page: 'cases' }),
    ...counted(library.pastReview, texts.review, {
      page: 'library',
      search: { status: 'published' },
    }),
    ...counted(library.drafts, texts.drafts, { page: 'library', search: { status: 'draft' } }),
    ...counted(library.tasks - library.tasksWithItem, texts.tasks, { page: 'library' }),
    ...(copilot.state === 'concealed'
      ? [{ words: texts.copilot, urgent: false, to: { panel: 'surfaces' as const } }]
      : []),
  ];
}
