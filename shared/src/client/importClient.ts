import {
  copyResponse,
  importRemovalResponse,
  importResponse,
  lendersResponse,
  lentResponse,
  likenessResponse,
  pastImportsResponse,
  starterResponse,
  type CopyRequest,
  type ImportRow,
  type LentQuery,
  type LikenessRequest,
  type StarterRequest,
} from '../library';
import type { ApiClient } from './apiClient';
import { queryString } from './requests';

const lenderPath = (lenderKey: string) => `/api/library/lenders/${encodeURIComponent(lenderKey)}`;

/** The part of our API by which champions bring items into the library, apart so that nobody else loads it. */
export const importClient = ({ requests: { call, get, post } }: Pick<ApiClient, 'requests'>) => ({
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
  takeStarter: (request: StarterRequest) => post(starterResponse, '/api/library/starter', request),
  lenders: (signal?: AbortSignal) => get(lendersResponse, '/api/library/lenders', signal),
  lent: (lenderKey: string, query: LentQuery, signal?: AbortSignal) =>
    get(lentResponse, `${lenderPath(lenderKey)}${queryString(query)}`, signal),
  copyItems: (lenderKey: string, request: CopyRequest) =>
    post(copyResponse, `${lenderPath(lenderKey)}/copies`, request),
});
