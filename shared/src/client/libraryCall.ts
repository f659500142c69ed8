import { libraryResponse, type LibraryParameters } from '../library';
import { queryString, type Requests } from './requests';

/** Asks for published items, and for others where the person may see them. */
export const libraryCall =
  ({ get }: Pick<Requests, 'get'>) =>
  (query: LibraryParameters = {}, signal?: AbortSignal) =>
    get(libraryResponse, `/api/library${queryString(query)}`, signal);
