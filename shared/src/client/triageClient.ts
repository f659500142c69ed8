import {
  bulkTriageResponse,
  feedbackDetail,
  feedbackOverview,
  queueItem,
  queueResponse,
  type BulkTriageRequest,
  type QueueQuery,
  type TriageRequest,
  type VendorPackFormat,
} from '../feedback';
import type { ApiClient } from './apiClient';
import { queryString } from './requests';

/** Milliseconds for an act on many items, each of which SharePoint is asked for. */
const manyTimeoutMs = 2 * 60_000;

const pathOf = (clientKey: string) => `/api/feedback/${encodeURIComponent(clientKey)}`;

/** The part of our API that only those who triage ask, apart so that nobody else loads it. */
export const triageClient = ({
  requests: { call, get, post, file },
}: Pick<ApiClient, 'requests'>) => ({
  queue: (query: QueueQuery, signal?: AbortSignal) =>
    get(queueResponse, `/api/feedback${queryString(query)}`, signal),
  detail: (clientKey: string, signal?: AbortSignal) =>
    get(feedbackDetail, pathOf(clientKey), signal),
  overview: (signal?: AbortSignal) => get(feedbackOverview, '/api/feedback/overview', signal),
  act: (clientKey: string, request: TriageRequest) =>
    post(queueItem, `${pathOf(clientKey)}/triage`, request),
  actOnMany: (request: BulkTriageRequest) =>
    call(bulkTriageResponse, 'POST', '/api/feedback/triage', {
      body: request,
      withinMs: manyTimeoutMs,
    }),
  /** What the vendor needs to know of these, as a file to send. */
  vendorPack: (keys: readonly string[], format: VendorPackFormat) =>
    file(`/api/feedback/vendor-pack${queryString({ keys: keys.join(','), format })}`),
});
