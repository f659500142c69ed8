import { useEffect, useRef } from 'react';
import { DashboardPage } from '../features/adoption/DashboardPage';
import { defaultView } from '../features/adoption/dashboardView';
import { landingOf, rememberLanding } from './landing';
import {
  calendarPage,
  casePages,
  copyPage,
  editorPage,
  exportPage,
  feedbackPage,
  importPage,
  libraryPage,
  overviewPage,
  ownPage,
  peopleAndDataPage,
  programmeArea,
  queuePage,
  reviewPage,
  sessionsPage,
  suggestionsPage,
  settingsPage,
} from './lazyPages';
import { narrow } from './narrow';
import { PageBoundary } from './PageBoundary';
import { toSubPageId, useRoute, type Route } from './routes';
import { useSession, type Session } from './session';
import { pageId, Shell } from './Shell';

/** The page the address names, or the one to land on. */
export function Pages() {
  const { may } = useSession();
  const route = allowed(useRoute(), may);
  useArrival(route);
  useEffect(() => {
    rememberLanding(landingOf(may));
  }, [may]);
  return (
    <Shell route={route}>
      <PageBoundary key={boundaryKey(route)}>
        <Page route={route} />
      </PageBoundary>
    </Shell>
  );
}

/** A new page starts at its top, and takes the focus when what had it is gone. */
function useArrival(route: Route) {
  const place = toSubPageId(route);
  const page = boundaryKey(route);
  const previous = useRef({ place, page });
  useEffect(() => {
    const { place: left, page: leftPage } = previous.current;
    previous.current = { place, page };
    if (left === place) return;
    const isList = page === 'library' || page === 'feedback/queue';
    const otherItem = isList && window.matchMedia(narrow).matches;
    if (leftPage !== page || otherItem) window.scrollTo({ top: 0 });
    if (document.activeElement === document.body) document.getElementById(pageId)?.focus();
  }, [place, page]);
}

function Page({ route }: { route: Route }) {
  switch (route.page) {
    case 'dashboard':
      return <DashboardPage view={route.view ?? defaultView} />;
    case 'library':
      return <libraryPage.Page selected={undefined} search={route.search} />;
    case 'libraryItem':
      return (
        <libraryPage.Page selected={route.clientKey} search={undefined} compared={route.compared} />
      );
    case 'libraryImport':
      return route.from === undefined ? (
        <importPage.Page />
      ) : (
        <copyPage.Page lenderKey={route.from} />
      );
    case 'libraryEdit':
      return <editorPage.Page clientKey={route.clientKey} as={route.as} />;
    case 'libraryOwn':
      return <ownPage.Page />;
    case 'libraryReview':
      return <reviewPage.Page />;
    case 'librarySettings':
      return <settingsPage.Page />;
    case 'libraryExport':
      return <exportPage.Page />;
    case 'librarySessions':
      return <sessionsPage.Page clientKey={route.clientKey} />;
    case 'caseBook':
    case 'caseWalk':
    case 'newCase':
    case 'cases':
    case 'assistantChanges':
      return <casePages.Page route={route} />;
    case 'feedback':
      return <feedbackPage.Page opened={route.clientKey} />;
    case 'suggestions':
      return <suggestionsPage.Page />;
    case 'feedbackQueue':
      return <queuePage.Page selected={route.clientKey} act={route.act} search={route.search} />;
    case 'feedbackOverview':
      return <overviewPage.Page />;
    case 'peopleAndData':
      return <peopleAndDataPage.Page />;
    case 'workingCalendar':
      return <calendarPage.Page />;
    default:
      return <programmeArea.Page route={route} />;
  }
}

const forChampions: readonly Route['page'][] = [
  'libraryImport',
  'libraryReview',
  'librarySettings',
];

const ofTheQueue: readonly Route['page'][] = [
  'feedbackQueue',
  'feedbackOverview',
  'cases',
  'newCase',
  'assistantChanges',
  'workingCalendar',
];

const ofTheOwner: readonly Route['page'][] = [
  'programmeWeek',
  'programmeEffort',
  'coaching',
  'practiceEdit',
];

const ofTheSponsor: readonly Route['page'][] = [
  'programmeOwner',
  'programmePlan',
  'programmePast',
  'checkpoints',
  'checkpoint',
];

/** A place the person cannot have leads to where they land: members on the library. */
function allowed(wanted: Route | undefined, may: Session['may']): Route {
  const landing: Route = { page: landingOf(may) };
  if (wanted === undefined) return landing;
  if (wanted.page === 'dashboard' && !may.seeDashboard) return landing;
  if (wanted.page === 'peopleAndData' && !may.champion) return landing;
  if (forChampions.includes(wanted.page) && !may.champion) return { page: 'library' };
  if (ofTheQueue.includes(wanted.page) && !may.champion) return { page: 'feedback' };
  if (ofTheOwner.includes(wanted.page) && !may.champion) {
    return { page: may.seeDashboard ? 'checkpoints' : 'practice' };
  }
  if (ofTheSponsor.includes(wanted.page) && !may.seeDashboard) return { page: 'practice' };
  return wanted;
}

/** Choosing another item keeps the list, its search and its scroll position. */
function boundaryKey(route: Route) {
  if (route.page === 'libraryItem') return 'library';
  if (route.page === 'feedbackQueue') return 'feedback/queue';
  return toSubPageId(route).split('?')[0] ?? '';
}
