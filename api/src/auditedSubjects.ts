import type { AuditSubject } from '@last-mile/shared/operations';
import { canSeeSession, type PracticeSession } from '@last-mile/shared/practice';
import { canChampion, type Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import type { Library } from './features/library/library';
import type { AuditedList, SubjectsFor } from './features/operations/auditSubjects';
import type { Programmes } from './features/programme/programmes';
import type { ReadWorkflows } from './features/workflows/workflowsRoutes';
import { publicKeyOf } from './http/publicKey';
import type { ListStores } from './sync/listStores';

export interface AuditedSubjectsDependencies {
  readonly lists: Pick<ListStores['stores'], AuditedList>;
  readonly programmes: Pick<Programmes, 'all' | 'membershipOf' | 'jobFamilyOfUser'>;
  readonly library: Pick<Library, 'get'>;
  readonly workflows: ReadWorkflows;
  readonly sessionsOf: (programme: Programme) => Promise<readonly PracticeSession[]>;
}

/** What a person may read in one list, by key. */
type Titles = (keys: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/**
 * Titles as each list shows them to whoever reads: to be an admin opens none of them but the names of
 * programmes (docs/decisions/0064).
 */
export function createAuditedSubjects(dependencies: AuditedSubjectsDependencies): SubjectsFor {
  const { lists, programmes, library, workflows, sessionsOf } = dependencies;

  function titlesFor(user: User, programme: Programme | null): Record<AuditedList, Titles> {
    const champion = programme !== null && canChampion(programme, user).allowed;
    const inProgramme =
      (titles: (of: Programme, keys: readonly string[]) => Promise<[string, string][]>): Titles =>
      async (keys) =>
        new Map(programme === null ? [] : await titles(programme, keys));
    return {
      Programmes: async () =>
        new Map((await programmes.all()).map(({ clientKey, name }) => [clientKey, name])),
      Library: inProgramme(async (of, keys) => {
        const viewer = { programme: of, champion, user };
        const titles: [string, string][] = [];
        for (const key of keys) {
          const item = await library.get(viewer, key).catch(() => undefined);
          if (item) titles.push([key, item.content.title]);
        }
        return titles;
      }),
      Workflows: inProgramme(async ({ clientKey }) =>
        (await workflows(clientKey)).map((each) => [each.clientKey, each.task]),
      ),
      PracticeSessions: inProgramme(async (of) => {
        const jobFamily = await programmes.jobFamilyOfUser(of, user);
        return (await sessionsOf(of))
          .filter((each) => champion || canSeeSession(each, jobFamily))
          .map(({ clientKey, title }) => [clientKey, title]);
      }),
    };
  }

  return async (reader, keys) => {
    // While the directory is away nobody is known to be in a programme: what it shows stays closed.
    const membership = await programmes.membershipOf(reader).catch(() => null);
    const titlesIn = titlesFor(reader, membership?.programme ?? null);
    const subjects = new Map<string, AuditSubject>();
    for (const [list, wanted] of byList(keys)) {
      const there = new Set(
        (await lists[list].all()).map(({ clientKey }) => publicKeyOf(list, clientKey)),
      );
      const titles = await titlesIn[list](wanted.filter((key) => there.has(key)));
      for (const key of wanted) {
        const title = titles.get(key) ?? null;
        const kept = there.has(key) ? 'closed' : 'gone';
        subjects.set(key, { state: title === null ? kept : 'there', title });
      }
    }
    return subjects;
  };
}

function byList(keys: ReadonlyMap<string, AuditedList>): ReadonlyMap<AuditedList, string[]> {
  const lists = new Map<AuditedList, string[]>();
  for (const [key, list] of keys) lists.set(list, [...(lists.get(list) ?? []), key]);
  return lists;
}
