import { programmePlanClient, type ApiClient } from '@last-mile/shared/client';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

/** Somebody, or a group, as the directory answers. */
export interface Found {
  readonly id: string;
  readonly name: string;
  readonly more: string | null;
}

export const startQueries = {
  /** What the person began to set up, or is named in as the owner. */
  drafts: (api: ApiClient) =>
    queryOptions({
      queryKey: ['programmeDrafts'],
      queryFn: ({ signal }) => programmePlanClient(api).drafts(signal),
    }),
  /** People, or groups, of the organisation by the words of their names. */
  directory: (api: ApiClient, of: 'people' | 'groups', q: string) =>
    queryOptions({
      queryKey: ['directory', of, q],
      queryFn: async ({ signal }): Promise<readonly Found[]> => {
        const client = programmePlanClient(api);
        if (of === 'groups') {
          const { groups } = await client.findGroups({ q }, signal);
          return groups.map(({ groupId: id, name }) => ({ id, name, more: null }));
        }
        const { people } = await client.findPeople({ q }, signal);
        return people.map(({ userId: id, name, jobTitle: more }) => ({ id, name, more }));
      },
      placeholderData: keepPreviousData,
    }),
};
