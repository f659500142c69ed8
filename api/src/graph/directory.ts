import * as z from 'zod/mini';
import type { GraphClient } from './graphClient';
import { GraphError } from './graphError';

/** A person as Entra knows them. */
interface DirectoryPerson {
  /** The object id (`oid`). */
  userId: string;
  displayName: string;
  userPrincipalName: string;
  department: string | null;
  jobTitle: string | null;
  preferredLanguage: string | null;
  accountEnabled: boolean;
}

/** A group as Entra knows it. */
interface DirectoryGroup {
  groupId: string;
  name: string;
}

/** Who is in a group, itself or through groups inside it, and which groups these are. */
interface GroupTree {
  readonly members: readonly DirectoryPerson[];
  readonly groupIds: readonly string[];
}

/** People looked up in Entra, remembered for a while: names and departments are never stored. */
export interface Directory {
  /** The people in a group and in the groups inside it; other members (devices) are left out. */
  groupMembers(groupId: string): Promise<readonly DirectoryPerson[]>;
  groupTree(groupId: string): Promise<GroupTree>;
  /** People by object id; who is no longer in the directory is absent. */
  people(userIds: readonly string[]): Promise<ReadonlyMap<string, DirectoryPerson>>;
  /** Names by object id; a person who is no longer in the directory is absent. */
  displayNames(userIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Whether the account exists and may sign in. */
  isEnabled(userId: string): Promise<boolean>;
  /** The first people in whose name every word of `typed` begins one; closed accounts are left out. */
  searchPeople(typed: string): Promise<readonly DirectoryPerson[]>;
  /** The first groups in whose name every word of `typed` begins one. */
  searchGroups(typed: string): Promise<readonly DirectoryGroup[]>;
  /** Absent where the directory has no such group. */
  group(groupId: string): Promise<DirectoryGroup | undefined>;
}

/** A list to choose from: who is not in it writes another word. */
const mostFound = 20;
const columns =
  'id,displayName,userPrincipalName,department,jobTitle,preferredLanguage,accountEnabled';
const defaultExpiryMs = 5 * 60_000;

const user = z.object({
  id: z.string(),
  displayName: z.nullish(z.string()),
  userPrincipalName: z.nullish(z.string()),
  department: z.nullish(z.string()),
  jobTitle: z.nullish(z.string()),
  preferredLanguage: z.nullish(z.string()),
  accountEnabled: z.nullish(z.boolean()),
});

const group = z.object({ id: z.string(), displayName: z.nullish(z.string()) });

const found = z.object({ value: z.array(z.unknown()) });

const member = z.object({ '@odata.type': z.optional(z.string()) });

/** The directory through Graph (application permissions GroupMember.Read.All and User.Read.All). */
export function createDirectory(
  graph: GraphClient,
  options: { clock?: () => Date; expiryMs?: number } = {},
): Directory {
  const { clock = () => new Date(), expiryMs = defaultExpiryMs } = options;
  const people = remember<DirectoryPerson | undefined>(clock, expiryMs);
  const groups = remember<GroupTree>(clock, expiryMs);
  const groupNames = remember<DirectoryGroup>(clock, expiryMs);

  async function lookUp(
    userIds: readonly string[],
    isKnown = people.has,
  ): Promise<(DirectoryPerson | undefined)[]> {
    const unknown = [...new Set(userIds)].filter((userId) => !isKnown(userId));
    const answers = await graph.batch(
      unknown.map((userId) => ({
        method: 'GET',
        url: `/users/${encodeURIComponent(userId)}?$select=${columns}`,
      })),
    );
    const found = new Map<string, DirectoryPerson | undefined>();
    for (const [index, answer] of answers.entries()) {
      const userId = unknown[index] ?? '';
      if (!answer.ok && answer.error.status !== 404) throw answer.error;
      const person = answer.ok ? toPerson(answer.body) : undefined;
      found.set(userId, person);
      people.set(userId, person);
    }
    return userIds.map((userId) => found.get(userId) ?? people.get(userId));
  }

  async function peopleById(userIds: readonly string[]) {
    const found = await lookUp(userIds);
    return new Map(
      found.flatMap((person): [string, DirectoryPerson][] =>
        person ? [[person.userId, person]] : [],
      ),
    );
  }

  /** Entra takes a name apart into words by itself, and looks for them only so. */
  async function search(collection: 'users' | 'groups', typed: string, select: string) {
    const clause = `"displayName:${typed.replace(/["\\]/g, '\\$&')}"`;
    const query = `$search=${encodeURIComponent(clause)}&$select=${select}&$top=${mostFound}`;
    const answer = await graph.get(`/${collection}?${query}`, {
      headers: { ConsistencyLevel: 'eventual' },
    });
    return found.parse(answer).value;
  }

  async function groupTree(groupId: string): Promise<GroupTree> {
    const known = groups.get(groupId);
    if (known) return known;
    const at = `/groups/${encodeURIComponent(groupId)}/transitiveMembers`;
    const found = await graph.getAll(`${at}?$select=${columns}&$top=999`);
    const members = found.filter(isUser).map(toPerson);
    const groupIds = found.filter(isGroup).map((each) => group.parse(each).id);
    const tree = { members, groupIds: groupIds.filter((id) => id !== groupId).sort() };
    for (const person of members) people.set(person.userId, person);
    groups.set(groupId, tree);
    return tree;
  }

  return {
    people: peopleById,
    groupTree,
    groupMembers: async (groupId) => (await groupTree(groupId)).members,

    async displayNames(userIds) {
      const found = await peopleById(userIds);
      return new Map([...found].map(([userId, { displayName }]) => [userId, displayName]));
    },

    async isEnabled(userId) {
      // Whoever asks keeps the answer: kept here too, it would hold for twice as long.
      const [person] = await lookUp([userId], () => false);
      return person?.accountEnabled ?? false;
    },

    async searchPeople(typed) {
      const answered = await search('users', typed, columns);
      return answered.map(toPerson).filter(({ accountEnabled }) => accountEnabled);
    },

    searchGroups: async (typed) =>
      (await search('groups', typed, 'id,displayName')).map((each) => toGroup(each)),

    async group(groupId) {
      const known = groupNames.get(groupId);
      if (known) return known;
      try {
        const path = `/groups/${encodeURIComponent(groupId)}?$select=id,displayName`;
        const answered = toGroup(await graph.get(path));
        groupNames.set(groupId, answered);
        return answered;
      } catch (error) {
        if (error instanceof GraphError && error.status === 404) return undefined;
        throw error;
      }
    },
  };
}

function toGroup(value: unknown): DirectoryGroup {
  const { id, displayName } = group.parse(value);
  return { groupId: id, name: displayName ?? id };
}

const typeOf = (value: unknown) => member.safeParse(value).data?.['@odata.type'];
const isGroup = (value: unknown) => typeOf(value) === '#microsoft.graph.group';
const isUser = (value: unknown) =>
  (typeOf(value) ?? '#microsoft.graph.user') === '#microsoft.graph.user';

function toPerson(value: unknown): DirectoryPerson {
  const parsed = user.safeParse(value);
  if (!parsed.success) {
    throw new GraphError({ status: 0, code: 'noAnswer', message: 'Graph answered no user' });
  }
  const { id, displayName, userPrincipalName, department, jobTitle } = parsed.data;
  const { preferredLanguage, accountEnabled } = parsed.data;
  return {
    userId: id,
    displayName: displayName ?? userPrincipalName ?? id,
    userPrincipalName: userPrincipalName ?? '',
    department: department ?? null,
    jobTitle: jobTitle ?? null,
    preferredLanguage: preferredLanguage ?? null,
    // Graph leaves the property out where the app may not read it; that is not "disabled".
    accountEnabled: accountEnabled ?? true,
  };
}

/** Values that are forgotten after a while; a new value may evict expired ones. */
function remember<T>(clock: () => Date, expiryMs: number) {
  const entries = new Map<string, { value: T; expiresAt: number }>();
  const isFresh = (key: string) => (entries.get(key)?.expiresAt ?? 0) > clock().getTime();
  return {
    has: isFresh,
    get: (key: string) => (isFresh(key) ? entries.get(key)?.value : undefined),
    set(key: string, value: T) {
      const now = clock().getTime();
      const [oldest] = entries;
      if (oldest && oldest[1].expiresAt <= now) {
        for (const [known, entry] of entries) if (entry.expiresAt <= now) entries.delete(known);
      }
      // Set anew, so that the oldest entry is always the first.
      entries.delete(key);
      entries.set(key, { value, expiresAt: now + expiryMs });
    },
  };
}
