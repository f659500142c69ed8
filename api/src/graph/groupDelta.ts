import * as z from 'zod/mini';
import type { GraphClient } from './graphClient';
import { GraphError, toGraphError } from './graphError';

/** Who joined and who left groups since their delta was last asked, by object id. */
export interface GroupChanges {
  /** People who joined one of them. */
  readonly joined: readonly string[];
  /** People who left one of them and joined none: they may still be in another. */
  readonly left: readonly string[];
  /** Whether a group joined or left one of them, so that other groups have to be followed from now on. */
  readonly isNestedAnew: boolean;
  /** Where the delta goes on. */
  readonly deltaLink: string;
}

/** How many groups one delta can follow: a filter of a delta names up to fifty objects. */
export const mostFollowed = 50;

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
 * Reads the delta of groups (application permission GroupMember.Read.All) from `deltaLink` on, or from
 * the beginning, which names every member as joined. The first is the one in question, the others are
 * those inside it: a delta tells of each group's own members only. It names people by id only: a changed
 * title or department does not show in it. Throws {@link DeltaExpired} once the link is too old (directory
 * links live seven days) and a GraphError for everything else, the first group deleted included.
 *
 * The beginning is read through although `$deltatoken=latest` would skip it: whether a link got so
 * follows the members is not documented.
 */
export async function readGroupChanges(
  graph: Pick<GraphClient, 'get'>,
  groupIds: readonly string[],
  deltaLink: string | null,
): Promise<GroupChanges> {
  // A member can be named more than once: the last word of each group holds.
  const isIn = new Map(groupIds.map((groupId) => [groupId, new Map<string, boolean>()]));
  let isNestedAnew = false;
  let next = deltaLink ?? startOf(groupIds);
  for (;;) {
    const read = page.safeParse(await graph.get(next).catch(asExpired));
    if (!read.success) throw noDelta('Graph answered no delta of groups');
    for (const group of read.data.value) {
      const people = isIn.get(group.id);
      if (people === undefined) continue;
      if (group['@removed']) {
        if (group.id === groupIds[0]) throw noDelta('The group was deleted', 404);
        isNestedAnew = true;
      }
      for (const member of group['members@delta'] ?? []) {
        if (isUser(member)) people.set(member.id, member['@removed'] === undefined);
        else isNestedAnew ||= member['@odata.type'] === '#microsoft.graph.group';
      }
    }
    const { '@odata.nextLink': nextLink, '@odata.deltaLink': last } = read.data;
    if (nextLink === undefined) {
      if (last === undefined) throw noDelta('The delta has neither a next page nor an end');
      const words = [...isIn.values()].flatMap((people) => [...people]);
      const joined = new Set(words.flatMap(([id, isMember]) => (isMember ? [id] : [])));
      const named = new Set(words.map(([id]) => id));
      const left = [...named].filter((id) => !joined.has(id));
      return { joined: [...joined], left, isNestedAnew, deltaLink: last };
    }
    next = nextLink;
  }
}

function startOf(groupIds: readonly string[]): string {
  const filter = groupIds.map((groupId) => `id eq '${groupId}'`).join(' or ');
  return `/groups/delta?$select=members&$filter=${encodeURIComponent(filter)}`;
}

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
