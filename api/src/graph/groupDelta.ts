import * as z from 'zod/mini';
import type { GraphClient } from './graphClient';
import { GraphError, toGraphError } from './graphError';

/** Who joined and who left a group since the delta was last asked, by object id. */
export interface GroupChanges {
  readonly joined: readonly string[];
  readonly left: readonly string[];
  /** Where the delta goes on. */
  readonly deltaLink: string;
}

/** Graph no longer knows since when: the group has to be read anew. */
export class DeltaExpired extends Error {
  override readonly name = 'DeltaExpired';
}

const removed = z.optional(z.object({ reason: z.string() }));

const page = z.object({
  value: z.array(
    z.object({
      id: z.string(),
      '@removed': removed,
      'members@delta': z.optional(
        z.array(
          z.object({
            id: z.string(),
            '@odata.type': z.optional(z.string()),
            '@removed': removed,
          }),
        ),
      ),
    }),
  ),
  '@odata.nextLink': z.optional(z.string()),
  '@odata.deltaLink': z.optional(z.string()),
});

/**
 * Reads a group's delta (application permission GroupMember.Read.All) from `deltaLink` on, or from
 * the beginning, which names every member as joined. It names people by id only: a changed title or
 * department does not show in it. Throws {@link DeltaExpired} once the link is too old (directory
 * links live seven days) and a GraphError for everything else, a deleted group included.
 *
 * The beginning is read through although `$deltatoken=latest` would skip it: whether a link got so
 * follows the members is not documented.
 */
export async function readGroupChanges(
  graph: Pick<GraphClient, 'get'>,
  groupId: string,
  deltaLink: string | null,
): Promise<GroupChanges> {
  const isMember = new Map<string, boolean>();
  let next = deltaLink ?? startOf(groupId);
  for (;;) {
    const read = page.safeParse(await graph.get(next).catch(asExpired));
    if (!read.success) throw noDelta('Graph answered no delta of groups');
    for (const group of read.data.value) {
      if (group.id !== groupId) continue;
      if (group['@removed']) throw noDelta('The group was deleted', 404);
      for (const member of group['members@delta'] ?? []) {
        // A member can be named more than once: the last word holds.
        if (isUser(member)) isMember.set(member.id, member['@removed'] === undefined);
      }
    }
    const { '@odata.nextLink': nextLink, '@odata.deltaLink': last } = read.data;
    if (nextLink === undefined) {
      if (last === undefined) throw noDelta('The delta has neither a next page nor an end');
      const ids = [...isMember];
      return {
        joined: ids.flatMap(([id, joined]) => (joined ? [id] : [])),
        left: ids.flatMap(([id, joined]) => (joined ? [] : [id])),
        deltaLink: last,
      };
    }
    next = nextLink;
  }
}

const startOf = (groupId: string) =>
  `/groups/delta?$select=members&$filter=${encodeURIComponent(`id eq '${groupId}'`)}`;

const isUser = (member: { '@odata.type'?: string | undefined }) =>
  (member['@odata.type'] ?? '#microsoft.graph.user') === '#microsoft.graph.user';

function asExpired(error: unknown): never {
  const refused = toGraphError(error);
  // Documents say 410; directories are seen to answer 400 with this code.
  const isExpired = refused.status === 410 || refused.code === 'syncStateNotFound';
  if (!isExpired) throw refused;
  throw new DeltaExpired('The delta of the group expired', { cause: refused });
}

const noDelta = (message: string, status = 0) =>
  new GraphError({ status, code: status === 0 ? 'noAnswer' : 'Request_ResourceNotFound', message });
