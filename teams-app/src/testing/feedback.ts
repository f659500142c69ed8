import type {
  FeedbackDetail,
  FeedbackItem,
  QueueItem,
  QueueResponse,
} from '@last-mile/shared/feedback';
import { championId } from './people';

let made = 0;

/** A flag on the library item of the tests that nobody answered yet; `change` makes it another one. */
export function feedbackItem(change: Partial<FeedbackItem> = {}): FeedbackItem {
  made += 1;
  return {
    clientKey: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    kind: 'flag',
    reason: 'wrong',
    reachedClient: false,
    about: {
      type: 'libraryItem',
      itemKey: '00000000-0000-4000-8000-000000000001',
      version: 3,
    },
    text: 'The date is invented.',
    reporter: 'Colleague 7',
    surface: 'outlook',
    state: 'new',
    submittedAt: '2026-11-20T10:00:00Z',
    dueOn: '2026-11-24',
    overdue: false,
    outcome: null,
    outcomeReference: null,
    outcomeLink: null,
    delivered: true,
    output: null,
    caseConsent: false,
    outcomeNote: null,
    respondedAt: null,
    closedAt: null,
    helped: null,
    helpedWords: null,
    heldBack: false,
    reopened: 0,
    mergedInto: null,
    ...change,
  };
}

/** The same as those who triage see it. */
export function queueItem(change: Partial<QueueItem> = {}): QueueItem {
  return {
    eTag: '"f,1"',
    assignee: null,
    vendor: null,
    awaitsItem: null,
    voices: 1,
    merged: 0,
    ...feedbackItem(change),
    ...change,
  };
}

export const triagers = [
  { userId: championId, name: 'Amara Okafor' },
  { userId: 'c0000000-0000-4000-8000-000000000009', name: 'Tomás Herrera' },
];

/** One page of the queue. */
export function queuePage(
  items: readonly QueueItem[],
  change: Partial<QueueResponse> = {},
): QueueResponse {
  return {
    items: [...items],
    counts: { new: 0, due: 0, mine: 0, vendor: 0, open: items.length, done: 0 },
    total: items.length,
    next: null,
    triagers,
    asOf: '2026-11-23T09:00:00Z',
    ...change,
  };
}

/** A piece of feedback opened, about a prompt that has a newer version since. */
export function feedbackDetail(
  item: QueueItem,
  change: Partial<FeedbackDetail> = {},
): FeedbackDetail {
  return {
    item,
    context: {
      title: 'Client update',
      text: 'Write to {{client}}.',
      currentVersion: 4,
      task: 'Draft a client email',
      step: null,
      usesBefore: 41,
      usesAfter: 12,
    },
    steps: [{ at: item.submittedAt, by: item.reporter, what: 'sent', note: null }],
    merged: [],
    alike: [],
    ...change,
  };
}
