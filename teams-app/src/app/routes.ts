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
import type { CheckpointDay } from '@last-mile/shared/checkpoints';
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
  /** Where people build the library together: all sessions, or one. */
  | { readonly page: 'librarySessions'; readonly clientKey?: string }
  /** The cases of a library item. */
  | { readonly page: 'caseBook'; readonly itemKey: string }
  /** Where they are walked, one after another: on a version, or on the one that is published. */
  | { readonly page: 'caseWalk'; readonly itemKey: string; readonly version?: number }
  /** Where a fixed flag becomes a case of the item. */
  | { readonly page: 'newCase'; readonly itemKey: string; readonly feedbackKey: string }
  /** What became of the person's own feedback; with a key one piece of it stands out. */
  | { readonly page: 'feedback'; readonly clientKey?: string }
  /** Where champions answer what people wrote. */
  | ({ readonly page: 'feedbackQueue' } & QueuePlace)
  /** Hours and spend, planned against actual; with a week's Monday, that week to write down. */
  | { readonly page: 'programmeEffort'; readonly week?: string }
  /** One task's map. */
  | { readonly page: 'workflow'; readonly clientKey: string }
  /** What a checkpoint found, and what was decided there. */
  | { readonly page: 'checkpoint'; readonly day: CheckpointDay }
  /** One session of practice. */
  | { readonly page: 'practiceSession'; readonly clientKey: string }
  /** Where a session is prepared: without a key a new one. */
  | { readonly page: 'practiceEdit'; readonly clientKey?: string }
  | { [Page in FixedPage]: { readonly page: Page } }[FixedPage];

/** Pages whose address is always the same. */
export const fixedPages = {
  /** What the person wrote that is not in everybody's library. */
  libraryOwn: 'library/own',
  libraryReview: 'library/review',
  /** What champions decide about the library as a whole. */
  librarySettings: 'library/settings',
  libraryExport: 'library/export',
  /** Cases of all items that somebody is to walk. */
  cases: 'feedback/cases',
  /** Where champions record that an assistant changed. */
  assistantChanges: 'feedback/assistants',
  /** What people would like better, for everyone to vote on. */
  suggestions: 'feedback/suggestions',
  /** How champions answer, and what feedback tells them. */
  feedbackOverview: 'feedback/overview',
  /** Where a champion maps job titles to job families, and brings in reports of use. */
  peopleAndData: 'programme/job-families',
  /** Where champions say which days are worked on, and see whether people are notified. */
  workingCalendar: 'programme/working-calendar',
  /** What the owner is to do this week. */
  programmeWeek: 'programme',
  /** The guided start. */
  programmeStart: 'programme/start',
  /** Who, when and to what end. */
  programmePlan: 'programme/plan',
  /** This programme beside past ones. */
  programmePast: 'programme/past',
  /** How it goes on, to be said by owner and sponsor and read by everybody. */
  programmeEnding: 'programme/ending',
  /** What employees are told of Last Mile. */
  programmeNotice: 'programme/notice',
  /** Who owns the programme, for its sponsor and its owner. */
  programmeOwner: 'programme/owner',
  /** Whom it may help to talk to. */
  coaching: 'programme/coaching',
  checkpoints: 'programme/checkpoints',
  /** What the person says of themselves: whether champions may reach out to them. */
  me: 'me',
  /** What is held about somebody, for admins. */
  peopleData: 'people-data',
  /** Who did what, and what SharePoint has not taken, for admins. */
  auditTrail: 'audit-trail',
  deliveries: 'deliveries',
  practice: 'practice',
  /** The mapped tasks. */
  workflows: 'workflows',
} as const;
export type FixedPage = keyof typeof fixedPages;

const fixedPageAt = new Map(
  Object.entries(fixedPages).map(([page, address]) => [address, page as FixedPage]),
);

/** Reads a place; undefined when it names none, so that the caller decides where to land. */
export function toRoute(subPageId: string | undefined): Route | undefined {
  const [path = '', query = ''] = (subPageId ?? '').replace(/^#?\/?/, '').split('?');
  const [page, rest, act, ...further] = path.split('/');
  const fixed = fixedPageAt.get(path as (typeof fixedPages)[FixedPage]);
  if (fixed !== undefined) return { page: fixed };
  if (page === 'dashboard') return toDashboard(query);
  if (page === 'feedback' && rest === 'queue') {
    return { page: 'feedbackQueue', ...readQueuePlace(act, new URLSearchParams(query)) };
  }
  if (page === 'feedback') {
    return { page: 'feedback', ...(isKey(rest) ? { clientKey: rest } : {}) };
  }
  if (page === 'workflows') {
    return isKey(rest) ? { page: 'workflow', clientKey: rest } : { page: 'workflows' };
  }
  if (page === 'programme') return toProgramme(rest, act);
  if (page === 'practice') return toPractice(rest, act);
  if (page !== 'library') return undefined;
  if (rest === 'import') {
    return { page: 'libraryImport', ...(isKey(act) ? { from: act } : {}) };
  }
  if (rest === 'new') return { page: 'libraryEdit' };
  if (rest === 'sessions') {
    return { page: 'librarySessions', ...(act === undefined ? {} : { clientKey: act }) };
  }
  if (rest !== undefined && act === 'edit') return { page: 'libraryEdit', clientKey: rest };
  if (rest !== undefined && (act === 'translation' || act === 'ownVariant')) {
    return { page: 'libraryEdit', clientKey: rest, as: act };
  }
  if (isKey(rest) && act === 'cases') return toCases(rest, further, query);
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

function toCases(itemKey: string, [part, feedbackKey]: readonly string[], query: string): Route {
  if (part === 'new' && isKey(feedbackKey)) return { page: 'newCase', itemKey, feedbackKey };
  if (part !== 'walk') return { page: 'caseBook', itemKey };
  const version = new URLSearchParams(query).get('version') ?? '';
  const isVersion = /^[1-9]\d{0,8}$/.test(version);
  return { page: 'caseWalk', itemKey, ...(isVersion ? { version: Number(version) } : {}) };
}

/** An address of the programme that names no page of it leads to its first. */
function toProgramme(part: string | undefined, day: string | undefined): Route {
  if (part === 'effort') {
    const isWeek = /^\d{4}-\d{2}-\d{2}$/.test(day ?? '');
    return { page: 'programmeEffort', ...(isWeek && day !== undefined ? { week: day } : {}) };
  }
  if (part !== 'checkpoints') return { page: 'programmeWeek' };
  const isDay = day === '30' || day === '60' || day === '90';
  return isDay ? { page: 'checkpoint', day: Number(day) as CheckpointDay } : { page: part };
}

function toPractice(part: string | undefined, act: string | undefined): Route {
  if (part === 'new') return { page: 'practiceEdit' };
  if (!isKey(part)) return { page: 'practice' };
  return { page: act === 'edit' ? 'practiceEdit' : 'practiceSession', clientKey: part };
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
    case 'librarySessions':
      return route.clientKey === undefined
        ? 'library/sessions'
        : `library/sessions/${route.clientKey}`;
    case 'libraryEdit':
      return route.clientKey === undefined
        ? 'library/new'
        : `library/${route.clientKey}/${route.as ?? 'edit'}`;
    case 'caseBook':
      return `library/${route.itemKey}/cases`;
    case 'caseWalk':
      return route.version === undefined
        ? `library/${route.itemKey}/cases/walk`
        : `library/${route.itemKey}/cases/walk?version=${String(route.version)}`;
    case 'newCase':
      return `library/${route.itemKey}/cases/new/${route.feedbackKey}`;
    case 'feedback':
      return route.clientKey === undefined ? 'feedback' : `feedback/${route.clientKey}`;
    case 'feedbackQueue':
      return `feedback/queue${writeQueuePlace(route)}`;
    case 'workflow':
      return `workflows/${route.clientKey}`;
    case 'programmeEffort':
      return route.week === undefined ? 'programme/effort' : `programme/effort/${route.week}`;
    case 'checkpoint':
      return `${fixedPages.checkpoints}/${String(route.day)}`;
    case 'practiceSession':
      return `practice/${route.clientKey}`;
    case 'practiceEdit':
      return route.clientKey === undefined ? 'practice/new' : `practice/${route.clientKey}/edit`;
    default:
      return fixedPages[route.page];
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

/** The place the address names at this moment: a page that was not drawn again yet may be behind it. */
export const currentRoute = (): Route | undefined => toRoute(window.location.hash);

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
