import { expect, test } from 'vitest';
import {
  dueFeedbackPlace,
  outcomePlace,
  ownFeedbackPlace,
  type FeedbackSubject,
} from '@last-mile/shared/feedback';
import { defaultView } from '../features/adoption/dashboardView';
import { toHref, toRoute, toSubPageId, type Route } from './routes';

const places: Route[] = [
  { page: 'dashboard' },
  { page: 'dashboard', view: { ...defaultView, until: '2026-W44', by: 'jobFamily' } },
  { page: 'library' },
  { page: 'library', search: { status: 'draft' } },
  { page: 'library', search: { q: 'delay & cost', tag: 'email\nquick win', jobFamily: 'tax' } },
  { page: 'libraryItem', clientKey: '0b0f1d0e-54a8-4c4f-9a3b-3f0f6f0f4a11' },
  {
    page: 'libraryItem',
    clientKey: '0b0f1d0e-54a8-4c4f-9a3b-3f0f6f0f4a11',
    compared: { from: 2, to: 4 },
  },
  { page: 'libraryImport' },
  { page: 'libraryEdit' },
  { page: 'libraryEdit', clientKey: '0b0f1d0e-54a8-4c4f-9a3b-3f0f6f0f4a11' },
  {
    page: 'libraryEdit',
    clientKey: '0b0f1d0e-54a8-4c4f-9a3b-3f0f6f0f4a11',
    as: 'translation',
  },
  { page: 'libraryEdit', clientKey: '0b0f1d0e-54a8-4c4f-9a3b-3f0f6f0f4a11', as: 'ownVariant' },
  { page: 'libraryOwn' },
  { page: 'programmeNotice' },
  { page: 'libraryReview' },
  { page: 'librarySettings' },
  { page: 'libraryExport' },
  { page: 'librarySessions' },
  { page: 'librarySessions', clientKey: '0b0f1d0e-54a8-4c4f-9a3b-3f0f6f0f4a11' },
  { page: 'caseBook', itemKey: '0b0f1d0e-54a8-4c4f-9a3b-3f0f6f0f4a11' },
  { page: 'caseWalk', itemKey: '0b0f1d0e-54a8-4c4f-9a3b-3f0f6f0f4a11' },
  { page: 'caseWalk', itemKey: '0b0f1d0e-54a8-4c4f-9a3b-3f0f6f0f4a11', version: 3 },
  {
    page: 'newCase',
    itemKey: '0b0f1d0e-54a8-4c4f-9a3b-3f0f6f0f4a11',
    feedbackKey: '1c0f1d0e-54a8-4c4f-9a3b-3f0f6f0f4a11',
  },
  { page: 'cases' },
  { page: 'assistantChanges' },
  { page: 'feedback' },
  { page: 'feedback', clientKey: '0b0f1d0e-54a8-4c4f-9a3b-3f0f6f0f4a11' },
  { page: 'feedbackQueue' },
  { page: 'feedbackQueue', search: { view: 'due', reason: 'unsafe', q: 'fee & date' } },
  { page: 'feedbackQueue', clientKey: '0b0f1d0e-54a8-4c4f-9a3b-3f0f6f0f4a11' },
  {
    page: 'feedbackQueue',
    search: { view: 'new', about: 'tool', sort: 'voices' },
    clientKey: '0b0f1d0e-54a8-4c4f-9a3b-3f0f6f0f4a11',
    act: 'close',
  },
  { page: 'feedbackOverview' },
  { page: 'peopleAndData' },
  { page: 'workingCalendar' },
  { page: 'workflows' },
  { page: 'workflow', clientKey: '0b0f1d0e-54a8-4c4f-9a3b-3f0f6f0f4a11' },
  { page: 'programmeWeek' },
  { page: 'programmeStart' },
  { page: 'programmePlan' },
  { page: 'programmePast' },
  { page: 'programmeEffort' },
  { page: 'programmeEffort', week: '2026-11-16' },
  { page: 'programmeEnding' },
  { page: 'programmeOwner' },
  { page: 'coaching' },
  { page: 'checkpoints' },
  { page: 'checkpoint', day: 90 },
  { page: 'practice' },
  { page: 'practiceSession', clientKey: '0b0f1d0e-54a8-4c4f-9a3b-3f0f6f0f4a11' },
  { page: 'practiceEdit' },
  { page: 'practiceEdit', clientKey: '0b0f1d0e-54a8-4c4f-9a3b-3f0f6f0f4a11' },
];

test.each(places)('a deep link to $page leads back to the same place', (place) => {
  expect(toRoute(toSubPageId(place))).toEqual(place);
  expect(toRoute(toHref(place))).toEqual(place);
});

test('what notifications lead to are places of the tab', () => {
  const clientKey = '0b0f1d0e-54a8-4c4f-9a3b-3f0f6f0f4a11';
  expect(toRoute(ownFeedbackPlace(clientKey))).toEqual({ page: 'feedback', clientKey });
  expect(toRoute(dueFeedbackPlace)).toMatchObject({ page: 'feedbackQueue' });
});

test('what an outcome names opens at what changed since the version that was flagged', () => {
  const itemKey = '0b0f1d0e-54a8-4c4f-9a3b-3f0f6f0f4a11';
  const flagged = { type: 'libraryItem', itemKey, version: 2 } as const;
  const shownAt = (link: Parameters<typeof outcomePlace>[1], about: FeedbackSubject = flagged) =>
    toRoute(outcomePlace(about, link));
  const item = { page: 'libraryItem', clientKey: itemKey };
  expect(shownAt({ type: 'libraryItem', itemKey, version: 4 })).toEqual({
    ...{ ...item, compared: { from: 2, to: 4 } },
  });
  expect(shownAt({ type: 'libraryItem', itemKey, version: null })).toEqual(item);
  expect(shownAt({ type: 'libraryItem', itemKey, version: 2 })).toEqual(item);
  expect(shownAt({ type: 'libraryItem', itemKey, version: 4 }, { type: 'tool' })).toEqual(item);
  expect(shownAt({ type: 'workflow', workflowKey: itemKey })).toEqual({
    ...{ page: 'workflow', clientKey: itemKey },
  });
});

test('an address that names no place of ours names none', () => {
  expect(toRoute(undefined)).toBeUndefined();
  expect(toRoute('')).toBeUndefined();
  expect(toRoute('#/settings')).toBeUndefined();
});

test('versions that cannot be compared are left out of an item’s address', () => {
  const clientKey = '0b0f1d0e-54a8-4c4f-9a3b-3f0f6f0f4a11';
  for (const compared of ['4-2', '3-3', '0-2', 'one-two', '2']) {
    expect(toRoute(`library/${clientKey}?compared=${compared}`)).toEqual({
      ...{ page: 'libraryItem', clientKey },
    });
  }
});

test('the dashboard of an address that names no week of ours is the usual one', () => {
  expect(toRoute('dashboard?until=yesterday&weeks=0')).toEqual({ page: 'dashboard' });
});

test('a status that is none of ours is left out', () => {
  expect(toRoute('library?status=approved')).toEqual({ page: 'library' });
});

test('a queue’s address leaves out what is none of ours', () => {
  expect(toRoute('feedback/queue?view=all&reason=rude&act=delete')).toEqual({
    page: 'feedbackQueue',
  });
});
