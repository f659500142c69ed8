import {
  importRemovalResponse,
  importResponse,
  likenessResponse,
  pastImportsResponse,
  starterResponse,
  type ImportRow,
  type LikenessRequest,
  type StarterRequest,
} from '../library';
import type { ApiClient } from './apiClient';

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
});
