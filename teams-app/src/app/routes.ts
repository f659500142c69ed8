import {
  readQueuePlace,
  writeQueuePlace,
  type QueuePlace,
} from '../features/feedback/queue/queuePlace';
import { readSearch, writeSearch, type LibrarySearch } from '../features/library/librarySearch';
import {
  readVersionPair,
  writeVersionPair,
  type VersionPair,
} from '../features/library/versions/versionPair';
import { useSyncExternalStore } from 'react';
import { readView, writeView, type DashboardView } from '../features/adoption/dashboardView';

/** A place inside the tab. The same words are the address's hash and a deep link's `subPageId`. */
export type Route =
  /** Without a view: as it is shown when nobody chose anything. */
  | { readonly page: 'dashboard'; readonly view?: DashboardView }
  /** Without a search: everything. */
  | { readonly page: 'library'; readonly search?: LibrarySearch }
  /** With two versions of the item: opened at what changed between them. */
  | {
      readonly page: 'libraryItem';
      readonly clientKey: string;
      readonly compared?: VersionPair;
    }
  /** With a programme's key: copying from the library it shares; without, from a file. */
  | { readonly page: 'libraryImport'; readonly from?: string }
  /** Where an item is written: without a key a new one, or what `as` says, made of that one. */
  | {
      readonly page: 'libraryEdit';
      readonly clientKey?: string;
      readonly as?: 'translation' | 'ownVariant';
    }
  /** What the person wrote that is not in everybody's library. */
  | { readonly page: 'libraryOwn' }
  | { readonly page: 'libraryReview' }
  /** What champions decide about the library as a whole. */
  | { readonly page: 'librarySettings' }
  | { readonly page: 'libraryExport' }
  /** Where people build the library together: all sessions, or one. */
  | { readonly page: 'librarySessions'; readonly clientKey?: string }
  /** The cases of a library item. */
  | { readonly page: 'caseBook'; readonly itemKey: string }
  /** Where they are walked, one after another. */
  | { readonly page: 'caseWalk'; readonly itemKey: string }
  /** Where a fixed flag becomes a case of the item. */
  | { readonly page: 'newCase'; readonly itemKey: string; readonly feedbackKey: string }
  /** Cases of all items that somebody is to walk. */
  | { readonly page: 'cases' }
  /** Where champions record that an assistant changed. */
  | { readonly page: 'assistantChanges' }
  /** What became of the person's own feedback; with a key one piece of it stands out. */
  | { readonly page: 'feedback'; readonly clientKey?: string }
  /** What people would like better, for everyone to vote on. */
  | { readonly page: 'suggestions' }
  /** Where champions answer what people wrote. */
  | ({ readonly page: 'feedbackQueue' } & QueuePlace)
  /** How champions answer, and what feedback tells them. */
  | { readonly page: 'feedbackOverview' }
  /** Where a champion maps job titles to job families, and brings in reports of use. */
  | { readonly page: 'peopleAndData' }
  /** Where champions say which days are worked on, and see whether people are notified. */
  | { readonly page: 'workingCalendar' }
  /** The mapped tasks. */
  | { readonly page: 'workflows' }
  /** One task's map. */
  | { readonly page: 'workflow'; readonly clientKey: string };

const peopleAndData = 'programme/job-families';
const workingCalendar = 'programme/working-calendar';

/** Reads a place; undefined when it names none, so that the caller decides where to land. */
export function toRoute(subPageId: string | undefined): Route | undefined {
  const [path = '', query = ''] = (subPageId ?? '').replace(/^#?\/?/, '').split('?');
  const [page, rest, act, ...further] = path.split('/');
  if (page === 'dashboard') return toDashboard(query);
  if (path === peopleAndData) return { page: 'peopleAndData' };
  if (path === workingCalendar) return { page: 'workingCalendar' };
  if (page === 'feedback' && rest === 'suggestions') return { page: 'suggestions' };
  if (page === 'feedback' && rest === 'queue') {
    return { page: 'feedbackQueue', ...readQueuePlace(act, new URLSearchParams(query)) };
  }
  if (page === 'feedback' && rest === 'overview') return { page: 'feedbackOverview' };
  if (page === 'feedback' && rest === 'cases') return { page: 'cases' };
  if (page === 'feedback' && rest === 'assistants') return { page: 'assistantChanges' };
  if (page === 'feedback') {
    return { page: 'feedback', ...(isKey(rest) ? { clientKey: rest } : {}) };
  }
  if (page === 'workflows') {
    return isKey(rest) ? { page: 'workflow', clientKey: rest } : { page: 'workflows' };
  }
  if (page !== 'library') return undefined;
  if (rest === 'import') {
    return { page: 'libraryImport', ...(isKey(act) ? { from: act } : {}) };
  }
  if (rest === 'review') return { page: 'libraryReview' };
  if (rest === 'settings') return { page: 'librarySettings' };
  if (rest === 'new') return { page: 'libraryEdit' };
  if (rest === 'sessions') {
    return { page: 'librarySessions', ...(act === undefined ? {} : { clientKey: act }) };
  }
  if (rest === 'own') return { page: 'libraryOwn' };
  if (rest !== undefined && act === 'edit') return { page: 'libraryEdit', clientKey: rest };
  if (rest !== undefined && (act === 'translation' || act === 'ownVariant')) {
    return { page: 'libraryEdit', clientKey: rest, as: act };
  }
  if (isKey(rest) && act === 'cases') return toCases(rest, further);
  if (rest === 'export') return { page: 'libraryExport' };
  if (rest !== undefined && rest !== '') {
    const compared = readVersionPair(new URLSearchParams(query).get('compared'));
    return {
      page: 'libraryItem',
      clientKey: rest,
      ...(compared === undefined ? {} : { compared }),
    };
  }
  const search = readSearch(new URLSearchParams(query));
  return { page: 'library', ...(writeSearch(search) === '' ? {} : { search }) };
}

const isKey = (part: string | undefined): part is string =>
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(part ?? '');

function toCases(itemKey: string, [part, feedbackKey]: readonly string[]): Route {
  if (part === 'new' && isKey(feedbackKey)) return { page: 'newCase', itemKey, feedbackKey };
  return { page: part === 'walk' ? 'caseWalk' : 'caseBook', itemKey };
}

function toDashboard(query: string): Route {
  const view = readView(new URLSearchParams(query));
  return { page: 'dashboard', ...(writeView(view) === '' ? {} : { view }) };
}

/** Writes a place, without a leading `#`. */
export function toSubPageId(route: Route): string {
  switch (route.page) {
    case 'dashboard': {
      const query = route.view === undefined ? '' : writeView(route.view);
      return query === '' ? 'dashboard' : `dashboard?${query}`;
    }
    case 'library': {
      const query = writeSearch(route.search ?? {});
      return query === '' ? 'library' : `library?${query}`;
    }
    case 'libraryItem':
      return route.compared === undefined
        ? `library/${route.clientKey}`
        : `library/${route.clientKey}?compared=${writeVersionPair(route.compared)}`;
    case 'libraryImport':
      return route.from === undefined ? 'library/import' : `library/import/${route.from}`;
    case 'libraryOwn':
      return 'library/own';
    case 'libraryReview':
      return 'library/review';
    case 'librarySettings':
      return 'library/settings';
    case 'librarySessions':
      return route.clientKey === undefined
        ? 'library/sessions'
        : `library/sessions/${route.clientKey}`;
    case 'libraryEdit':
      return route.clientKey === undefined
        ? 'library/new'
        : `library/${route.clientKey}/${route.as ?? 'edit'}`;
    case 'libraryExport':
      return 'library/export';
    case 'caseBook':
      return `library/${route.itemKey}/cases`;
    case 'caseWalk':
      return `library/${route.itemKey}/cases/walk`;
    case 'newCase':
      return `library/${route.itemKey}/cases/new/${route.feedbackKey}`;
    case 'cases':
      return 'feedback/cases';
    case 'assistantChanges':
      return 'feedback/assistants';
    case 'feedback':
      return route.clientKey === undefined ? 'feedback' : `feedback/${route.clientKey}`;
    case 'suggestions':
      return 'feedback/suggestions';
    case 'feedbackQueue':
      return `feedback/queue${writeQueuePlace(route)}`;
    case 'feedbackOverview':
      return 'feedback/overview';
    case 'peopleAndData':
      return peopleAndData;
    case 'workingCalendar':
      return workingCalendar;
    case 'workflows':
      return 'workflows';
    case 'workflow':
      return `workflows/${route.clientKey}`;
  }
}

/** The address of a place, for links. */
export function toHref(route: Route): string {
  return toPlaceHref(toSubPageId(route));
}

/** The address of a place that is named as in a deep link. */
export const toPlaceHref = (subPageId: string): string => `#/${subPageId}`;

/** Goes to a place; the host's back button comes back from it. */
export function goTo(route: Route): void {
  window.location.hash = toHref(route);
}

/** Says in the address what is seen of a page, without a step for the back button. */
export function stayAt(route: Route): void {
  window.location.replace(toHref(route));
}

/** The place the address names, kept current. */
export function useRoute(): Route | undefined {
  const hash = useSyncExternalStore(watchHash, () => window.location.hash);
  return toRoute(hash);
}

function watchHash(onChange: () => void) {
  window.addEventListener('hashchange', onChange);
  return () => {
    window.removeEventListener('hashchange', onChange);
  };
}
