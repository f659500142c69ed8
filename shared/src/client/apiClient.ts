import type * as z from 'zod/mini';
import {
  dashboardResponse,
  eventsReceipt,
  paragraphHeatResponse,
  usageReportsResponse,
  usageUploadReceipt,
  type DashboardQuery,
  type DeviceEvent,
} from '../adoption';
import {
  bulkTriageResponse,
  feedbackDetail,
  feedbackReceipt,
  feedbackResponse,
  helpedReceipt,
  suggestion,
  suggestionsResponse,
  noticesResponse,
  queueItem,
  queueResponse,
  type BulkTriageRequest,
  type FeedbackRequest,
  type HelpedRequest,
  type QueueQuery,
  type TriageRequest,
  type VendorPackFormat,
} from '../feedback';
import {
  draftReceipt,
  favouriteResponse,
  importRemovalResponse,
  handOverAllResponse,
  importResponse,
  itemOwners,
  libraryItem,
  libraryResponse,
  libraryShelves,
  likenessResponse,
  ownItemsResponse,
  pastImportsResponse,
  reviewResponse,
  sessionResponse,
  sessionsResponse,
  starterResponse,
  translationsResponse,
  versionsResponse,
  type AddEntryRequest,
  type HandOverAllRequest,
  type DraftRequest,
  type EditRequest,
  type ExportFormat,
  type ImportRow,
  type LibraryParameters,
  type LikenessRequest,
  type OpenSessionRequest,
  type RestoreRequest,
  type StarterRequest,
} from '../library';
import { helpersResponse, helpOfferKept } from '../practice';
import { problem } from '../problem';
import {
  jobFamiliesResponse,
  librarySettingsResponse,
  meResponse,
  peopleResponse,
  requiredStandardsResponse,
  workingCalendarResponse,
  type PeopleQuery,
  type SaveJobFamiliesRequest,
  type SaveLibrarySettingsRequest,
  type SaveRequiredStandardsRequest,
  type SaveWorkingCalendarRequest,
} from '../programme';
import { workflowsResponse } from '../workflows';
import { ApiAnswerUnreadable, ApiProblem, ApiUnreachable } from './apiProblem';

export interface ApiClientOptions {
  /** Where the API is; empty for the page's own origin. */
  readonly origin?: string;
  /** Gives a token for the API. With a challenge: asks Entra for these claims. */
  readonly accessToken: (challenge?: { claims?: string }) => Promise<string>;
  readonly fetch?: typeof fetch;
}

interface CallOptions {
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, as CSV. */
  readonly file?: Blob | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly withinMs?: number;
}

/** Milliseconds after which an unanswered request counts as unreachable. */
const timeoutMs = 20_000;

/** The same for an act on many items, each of which SharePoint is asked for. */
const manyTimeoutMs = 2 * 60_000;

/** The same for a file, which is read as long as it takes to write. */
const fileTimeoutMs = 5 * 60_000;

/**
 * The typed client of our API, used by both apps. Every answer is parsed with the schema the API
 * writes it with. Refusals throw {@link ApiProblem}, no answer {@link ApiUnreachable}, and one of
 * another form {@link ApiAnswerUnreadable}. A claims challenge is taken to Entra once and the request
 * repeated.
 */
export function createApiClient(options: ApiClientOptions) {
  const send = options.fetch ?? ((input, init) => fetch(input, init));

  /** The API's answer, when it is no refusal. */
  async function ask(
    method: 'GET' | 'POST',
    path: string,
    { body, file, signal, withinMs = timeoutMs }: CallOptions,
    challenge?: { claims?: string },
  ): Promise<Response> {
    const token = await options.accessToken(challenge);
    const response = await unlessUnreachable(signal, () =>
      send(`${options.origin ?? ''}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(file === undefined ? {} : { 'content-type': 'text/csv' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(file === undefined ? {} : { body: file }),
        signal: AbortSignal.any([AbortSignal.timeout(withinMs), ...(signal ? [signal] : [])]),
      }),
    );
    if (response.ok) return response;
    const refusal = await toProblem(response);
    if (refusal.claims !== undefined && challenge === undefined) {
      const again = { body, file, signal, withinMs };
      return ask(method, path, again, { claims: refusal.claims });
    }
    throw refusal;
  }

  async function call<Schema extends z.ZodMiniType>(
    schema: Schema,
    method: 'GET' | 'POST',
    path: string,
    options: CallOptions = {},
  ): Promise<z.infer<Schema>> {
    const response = await ask(method, path, options);
    const answer: unknown = await unlessUnreachable(options.signal, () => response.json());
    const read = schema.safeParse(answer);
    if (read.success) return read.data;
    throw new ApiAnswerUnreadable(read.error);
  }

  const get = <Schema extends z.ZodMiniType>(schema: Schema, path: string, signal?: AbortSignal) =>
    call(schema, 'GET', path, { signal });
  const post = <Schema extends z.ZodMiniType>(schema: Schema, path: string, body: unknown) =>
    call(schema, 'POST', path, { body });
  const actOn = (clientKey: string, act: string, body: unknown) =>
    post(libraryItem, `/api/library/${encodeURIComponent(clientKey)}/${act}`, body);

  return {
    me: (signal?: AbortSignal) => get(meResponse, '/api/me', signal),
    workflows: (signal?: AbortSignal) => get(workflowsResponse, '/api/workflows', signal),
    library: (query: LibraryParameters = {}, signal?: AbortSignal) =>
      get(libraryResponse, `/api/library${queryString(query)}`, signal),
    libraryItem: (clientKey: string, signal?: AbortSignal) =>
      get(libraryItem, `/api/library/${encodeURIComponent(clientKey)}`, signal),
    libraryShelves: (signal?: AbortSignal) => get(libraryShelves, '/api/library/shelves', signal),
    setFavourite: (clientKey: string, favourite: boolean) =>
      post(favouriteResponse, `/api/library/${encodeURIComponent(clientKey)}/favourite`, {
        favourite,
      }),
    ownItems: (signal?: AbortSignal) => get(ownItemsResponse, '/api/library/own', signal),
    reviewQueue: (signal?: AbortSignal) => get(reviewResponse, '/api/library/review', signal),
    translations: (clientKey: string, signal?: AbortSignal) =>
      get(
        translationsResponse,
        `/api/library/${encodeURIComponent(clientKey)}/translations`,
        signal,
      ),
    versions: (clientKey: string, signal?: AbortSignal) =>
      get(versionsResponse, `/api/library/${encodeURIComponent(clientKey)}/versions`, signal),
    createDraft: (draft: DraftRequest) => post(draftReceipt, '/api/library/drafts', draft),
    editItem: (clientKey: string, edit: EditRequest) => actOn(clientKey, 'content', edit),
    returnItem: (clientKey: string, eTag: string, note: string) =>
      actOn(clientKey, 'return', { eTag, note }),
    restoreVersion: (clientKey: string, wanted: RestoreRequest) =>
      actOn(clientKey, 'restoration', wanted),
    publish: (clientKey: string, eTag: string) => actOn(clientKey, 'publication', { eTag }),
    submit: (clientKey: string, eTag: string) => actOn(clientKey, 'submission', { eTag }),
    renew: (clientKey: string, eTag: string) => actOn(clientKey, 'renewal', { eTag }),
    retire: (clientKey: string, eTag: string) => actOn(clientKey, 'retirement', { eTag }),
    reinstate: (clientKey: string, eTag: string) => actOn(clientKey, 'reinstatement', { eTag }),
    handOver: (clientKey: string, eTag: string, ownerId: string) =>
      actOn(clientKey, 'owner', { eTag, ownerId }),
    itemOwners: (signal?: AbortSignal) => get(itemOwners, '/api/library/owners', signal),
    /** The next items; ask again while some are left. */
    handOverAll: (request: HandOverAllRequest) =>
      post(handOverAllResponse, '/api/library/owners', request),
    importRows: (rows: readonly ImportRow[], importKey?: string) =>
      post(importResponse, '/api/library/import', {
        rows,
        ...(importKey === undefined ? {} : { importKey }),
      }),
    likeItems: (rows: LikenessRequest['rows'], signal?: AbortSignal) =>
      call(likenessResponse, 'POST', '/api/library/import/likeness', { body: { rows }, signal }),
    pastImports: (signal?: AbortSignal) => get(pastImportsResponse, '/api/library/imports', signal),
    removeImport: (importKey: string) =>
      post(importRemovalResponse, '/api/library/imports/removal', { importKey }),
    takeStarter: (request: StarterRequest) =>
      post(starterResponse, '/api/library/starter', request),
    /** The whole library as a file. */
    exportLibrary: async (format: ExportFormat): Promise<Blob> => {
      const path = `/api/library/export?format=${format}`;
      const response = await ask('GET', path, { withinMs: fileTimeoutMs });
      return unlessUnreachable(undefined, () => response.blob());
    },
    buildSessions: (signal?: AbortSignal) => get(sessionsResponse, '/api/build-sessions', signal),
    /** What changed since `since`; once something is known the answer waits for the next change. */
    buildSession: (clientKey: string, since: number, signal?: AbortSignal) =>
      get(sessionResponse, `${sessionPath(clientKey)}?since=${String(since)}`, signal),
    openSession: (request: OpenSessionRequest) =>
      post(sessionResponse, '/api/build-sessions', request),
    addEntry: (clientKey: string, entry: AddEntryRequest) =>
      post(sessionResponse, `${sessionPath(clientKey)}/entries`, entry),
    voteFor: (clientKey: string, entryKey: string, vote: boolean) =>
      post(sessionResponse, `${sessionPath(clientKey)}/entries/${entryKey}/vote`, { vote }),
    draftEntries: (clientKey: string, entries: readonly string[]) =>
      post(sessionResponse, `${sessionPath(clientKey)}/drafts`, { entries }),
    closeSession: (clientKey: string, closed: boolean) =>
      post(sessionResponse, `${sessionPath(clientKey)}/closing`, { closed }),
    sendFeedback: (request: FeedbackRequest) => post(feedbackReceipt, '/api/feedback', request),
    myFeedback: (signal?: AbortSignal) => get(feedbackResponse, '/api/feedback/mine', signal),
    answerHelped: (feedbackKey: string, request: HelpedRequest) =>
      post(helpedReceipt, `/api/feedback/${encodeURIComponent(feedbackKey)}/helped`, request),
    suggestions: (signal?: AbortSignal) => get(suggestionsResponse, '/api/suggestions', signal),
    voteForSuggestion: (clientKey: string, vote: boolean) =>
      post(suggestion, `/api/suggestions/${encodeURIComponent(clientKey)}/vote`, { vote }),
    feedback: (signal?: AbortSignal) => get(feedbackResponse, '/api/feedback', signal),
    feedbackQueue: (query: QueueQuery = {}, signal?: AbortSignal) =>
      get(queueResponse, `/api/feedback${queryString(query)}`, signal),
    feedbackDetail: (clientKey: string, signal?: AbortSignal) =>
      get(feedbackDetail, `/api/feedback/${encodeURIComponent(clientKey)}`, signal),
    /** Pieces of feedback as a file to send to a vendor. */
    vendorPack: async (keys: readonly string[], format: VendorPackFormat): Promise<Blob> => {
      const path = `/api/feedback/vendor-pack?keys=${keys.join(',')}&format=${format}`;
      const response = await ask('GET', path, { withinMs: fileTimeoutMs });
      return unlessUnreachable(undefined, () => response.blob());
    },
    triage: (clientKey: string, request: TriageRequest) =>
      post(queueItem, `/api/feedback/${encodeURIComponent(clientKey)}/triage`, request),
    triageMany: (request: BulkTriageRequest) =>
      call(bulkTriageResponse, 'POST', '/api/feedback/triage', {
        body: request,
        withinMs: manyTimeoutMs,
      }),
    helpers: (taskKey: string, signal?: AbortSignal) =>
      get(helpersResponse, `/api/practice/tasks/${encodeURIComponent(taskKey)}/helpers`, signal),
    offerHelp: (taskKey: string, offering: boolean) =>
      post(helpOfferKept, `/api/practice/tasks/${encodeURIComponent(taskKey)}/helpers`, {
        offering,
      }),
    sendEvents: (events: readonly DeviceEvent[]) => post(eventsReceipt, '/api/events', { events }),
    dashboard: (query: DashboardQuery = {}, signal?: AbortSignal) =>
      get(dashboardResponse, `/api/adoption/dashboard${queryString(query)}`, signal),
    paragraphHeat: (itemKey: string, version: number, signal?: AbortSignal) =>
      get(
        paragraphHeatResponse,
        `/api/adoption/items/${encodeURIComponent(itemKey)}/paragraphs?version=${String(version)}`,
        signal,
      ),
    usageReports: (signal?: AbortSignal) =>
      get(usageReportsResponse, '/api/adoption/usage-reports', signal),
    uploadUsage: (file: Blob) =>
      call(usageUploadReceipt, 'POST', '/api/adoption/usage-reports', { file }),
    jobFamilies: (signal?: AbortSignal) =>
      get(jobFamiliesResponse, '/api/programme/job-families', signal),
    saveJobFamilies: (request: SaveJobFamiliesRequest) =>
      post(jobFamiliesResponse, '/api/programme/job-families', request),
    requiredStandards: (signal?: AbortSignal) =>
      get(requiredStandardsResponse, '/api/programme/standards', signal),
    workingCalendar: (signal?: AbortSignal) =>
      get(workingCalendarResponse, '/api/programme/working-calendar', signal),
    saveWorkingCalendar: (request: SaveWorkingCalendarRequest) =>
      post(workingCalendarResponse, '/api/programme/working-calendar', request),
    noticesStatus: (signal?: AbortSignal) =>
      get(noticesResponse, '/api/programme/notifications', signal),
    saveRequiredStandards: (request: SaveRequiredStandardsRequest) =>
      post(requiredStandardsResponse, '/api/programme/standards', request),
    programmePeople: (query: PeopleQuery, signal?: AbortSignal) =>
      get(peopleResponse, `/api/programme/people${queryString(query)}`, signal),
    librarySettings: (signal?: AbortSignal) =>
      get(librarySettingsResponse, '/api/programme/library', signal),
    saveLibrarySettings: (request: SaveLibrarySettingsRequest) =>
      post(librarySettingsResponse, '/api/programme/library', request),
  };
}

const sessionPath = (clientKey: string) => `/api/build-sessions/${encodeURIComponent(clientKey)}`;

export type ApiClient = ReturnType<typeof createApiClient>;

function queryString(query: LibraryParameters | DashboardQuery | QueueQuery | PeopleQuery): string {
  const wanted = Object.entries(query).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
  return wanted.length === 0 ? '' : `?${new URLSearchParams(wanted).toString()}`;
}

/** A cancelled request stays a cancellation; every other failure to get an answer is one error. */
async function unlessUnreachable<T>(signal: AbortSignal | undefined, work: () => Promise<T>) {
  try {
    return await work();
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new ApiUnreachable(error);
  }
}

async function toProblem(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = problem.safeParse(body);
  return new ApiProblem(
    response.status,
    parsed.success
      ? parsed.data
      : { code: 'unexpected_answer', message: 'Something went wrong on our side.' },
  );
}
