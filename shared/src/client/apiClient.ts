import {
  dashboardResponse,
  paragraphHeatResponse,
  usageReportsResponse,
  usageUploadReceipt,
  type DashboardQuery,
} from '../adoption';
import {
  draftReceipt,
  favouriteResponse,
  importRemovalResponse,
  importResponse,
  libraryItem,
  libraryShelves,
  likenessResponse,
  ownItemsResponse,
  pastImportsResponse,
  reviewResponse,
  starterResponse,
  translationsResponse,
  versionsResponse,
  type DraftRequest,
  type EditRequest,
  type ExportFormat,
  type ImportRow,
  type LikenessRequest,
  type RestoreRequest,
  type StarterRequest,
} from '../library';
import {
  jobFamiliesResponse,
  requiredStandardsResponse,
  type SaveJobFamiliesRequest,
  type SaveRequiredStandardsRequest,
} from '../programme';
import { createPaneCalls } from './paneClient';
import { createRequests, queryString, type ApiClientOptions } from './requests';

/** The typed client of our API, with everything the tab asks of it. */
export function createApiClient(options: ApiClientOptions) {
  const requests = createRequests(options);
  const { call, get, post, file } = requests;
  const actOn = (clientKey: string, act: string, body: unknown) =>
    post(libraryItem, `/api/library/${encodeURIComponent(clientKey)}/${act}`, body);

  return {
    /** For the part of the API that only few pages ask. */
    requests,
    ...createPaneCalls(requests),
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
    exportLibrary: (format: ExportFormat) => file(`/api/library/export?format=${format}`),
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
    saveRequiredStandards: (request: SaveRequiredStandardsRequest) =>
      post(requiredStandardsResponse, '/api/programme/standards', request),
  };
}

export type ApiClient = ReturnType<typeof createApiClient>;
