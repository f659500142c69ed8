import { paragraphHeatResponse } from '../adoption';
import {
  draftReceipt,
  favouriteResponse,
  libraryItem,
  libraryShelves,
  ownItemsResponse,
  reviewResponse,
  translationsResponse,
  versionsResponse,
  type DraftRequest,
  type EditRequest,
  type ExportFormat,
  type RestoreRequest,
} from '../library';
import { requiredStandardsResponse, type SaveRequiredStandardsRequest } from '../programme';
import type { ApiClient } from './apiClient';
import { libraryCall } from './libraryCall';

/** The part of our API that the library's pages ask. */
export const libraryClient = ({ requests }: Pick<ApiClient, 'requests'>) => {
  const { get, post, file } = requests;
  const actOn = (clientKey: string, act: string, body: unknown) =>
    post(libraryItem, `/api/library/${encodeURIComponent(clientKey)}/${act}`, body);
  return {
    library: libraryCall(requests),
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
    /** The whole library as a file. */
    exportLibrary: (format: ExportFormat) => file(`/api/library/export?format=${format}`),
    paragraphHeat: (itemKey: string, version: number, signal?: AbortSignal) =>
      get(
        paragraphHeatResponse,
        `/api/adoption/items/${encodeURIComponent(itemKey)}/paragraphs?version=${String(version)}`,
        signal,
      ),
    requiredStandards: (signal?: AbortSignal) =>
      get(requiredStandardsResponse, '/api/programme/standards', signal),
    saveRequiredStandards: (request: SaveRequiredStandardsRequest) =>
      post(requiredStandardsResponse, '/api/programme/standards', request),
  };
};
