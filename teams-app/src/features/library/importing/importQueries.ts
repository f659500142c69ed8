import { importClient, type ApiClient } from '@last-mile/shared/client';
import { queryOptions } from '@tanstack/react-query';
import { libraryQueries } from '../libraryQueries';

export const importQueries = {
  /** Imports that can be taken back. */
  pastImports: (api: ApiClient) =>
    queryOptions({
      queryKey: [...libraryQueries.root, 'imports'],
      queryFn: async ({ signal }) => (await importClient(api).pastImports(signal)).imports,
    }),
};
