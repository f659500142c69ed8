import { issueAt } from '@last-mile/shared/issue';
import type { Issue } from '@last-mile/shared/problem';
import {
  comparable,
  createJobFamilyOf,
  type JobFamiliesResponse,
  type JobFamilyMapping,
  type NamedPeople,
  type Programme,
  type SaveJobFamiliesRequest,
} from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import type { GroupMember } from '../../auth/people';
import { InvalidRequest, Unavailable } from '../../http/refusals';
import type { StoredItem } from '../../sync/storedItem';
import type { ProgrammeItem } from './programmeItem';
import type { Programmes } from './programmes';
import { mappingFields, toMapping } from './programmesList';

export interface JobFamiliesDependencies {
  readonly item: ProgrammeItem;
  readonly programmes: Pick<Programmes, 'membersOf'>;
  /** Called once another mapping is in SharePoint. */
  readonly onSaved: () => void;
}

/** The mapping of job families that champions edit; it holds from the day it is saved on. */
export interface JobFamilies {
  read(programme: Programme): Promise<JobFamiliesResponse>;
  /** Writes the whole mapping to SharePoint if it is still as it was read; throws Conflict. */
  save(
    programme: Programme,
    request: SaveJobFamiliesRequest,
    user: User,
  ): Promise<JobFamiliesResponse>;
}

/** The mapping is kept in the programme's own item, where owners see it; people come from Entra. */
export function createJobFamilies(dependencies: JobFamiliesDependencies): JobFamilies {
  const { item, programmes, onSaved } = dependencies;

  async function answer(programme: Programme, stored: StoredItem): Promise<JobFamiliesResponse> {
    const members = await programmes.membersOf(programme).catch((error: unknown) => {
      // The mapping can be read and changed without knowing whom it is about.
      if (error instanceof Unavailable) return null;
      throw error;
    });
    const people = members && [...members.values()];
    const mapping = toMapping(stored.fields);
    return {
      eTag: stored.eTag ?? '',
      jobFamilies: programme.jobFamilies,
      jobTitles: namedPeople(mapping.jobTitles, people, ({ jobTitle }) => jobTitle),
      departments: namedPeople(mapping.departments, people, ({ department }) => department),
      withoutJobFamily: people && countWithout(programme, mapping, people),
    };
  }

  return {
    read: async (programme) => answer(programme, await item.read(programme)),

    async save(programme, { eTag, ...mapping }, user) {
      refuseUnusable(programme, mapping);
      const saved = await item.save(
        {
          ...{ programme, eTag, user },
          fields: mappingFields(mapping),
          action: 'programme.jobFamiliesMapped',
          details: {
            jobTitles: mapping.jobTitles.length,
            departments: mapping.departments.length,
          },
        },
        (stored) => answer(programme, stored),
      );
      onSaved();
      return answer(programme, saved);
    },
  };
}

/** A family the programme does not have, and a name that is mapped twice. */
function refuseUnusable({ jobFamilies }: Programme, mapping: JobFamilyMapping) {
  const known = new Set(jobFamilies.map(({ id }) => id));
  const issues = (['jobTitles', 'departments'] as const).flatMap((part) => {
    const seen = new Set<string>();
    return mapping[part].flatMap(({ name, jobFamily }, index): Issue[] => {
      const path = `${part}.${index}`;
      const isTwice = seen.has(comparable(name));
      seen.add(comparable(name));
      if (isTwice) return [issueAt(`${path}.name`, 'namedTwice')];
      if (known.has(jobFamily)) return [];
      return [issueAt(`${path}.jobFamily`, 'noSuchFamily')];
    });
  });
  if (issues.length > 0) throw new InvalidRequest(issues);
}

/** What people have and what the mapping names, together: first what is not mapped, many before few. */
function namedPeople(
  mapped: JobFamilyMapping['jobTitles'],
  people: readonly GroupMember[] | null,
  nameOf: (member: GroupMember) => string | null,
): NamedPeople[] {
  const names = new Map<string, { name: string; jobFamily: string | null; people: number }>();
  for (const { name, jobFamily } of mapped) {
    names.set(comparable(name), { name, jobFamily, people: 0 });
  }
  for (const member of people ?? []) {
    const name = nameOf(member)?.trim() ?? '';
    if (name === '') continue;
    const entry = names.get(comparable(name)) ?? { name, jobFamily: null, people: 0 };
    entry.people += 1;
    names.set(comparable(name), entry);
  }
  return [...names.values()]
    .sort(
      (one, other) =>
        Number(one.jobFamily !== null) - Number(other.jobFamily !== null) ||
        other.people - one.people ||
        one.name.localeCompare(other.name),
    )
    .map((entry) => ({ ...entry, people: people ? entry.people : null }));
}

function countWithout(
  programme: Programme,
  mapping: JobFamilyMapping,
  people: readonly GroupMember[],
): number {
  const jobFamilyOf = createJobFamilyOf(mapping, programme.jobFamilies);
  return people.filter((member) => jobFamilyOf(member) === null).length;
}
