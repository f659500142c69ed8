import {
  createJobFamilyOf,
  standingIn,
  usualReviewPeriod,
  type JobFamilyMapping,
  type JobFamilyOf,
  type Occupation,
  type OtherLibrary,
  type Programme,
  type TagName,
} from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import type { GroupMember, People } from '../../auth/people';
import { rememberAnswers } from '../../auth/rememberedAnswers';
import type { Membership, Standing } from '../../http/appEnv';
import { createBoundedMap } from '../../http/boundedMap';
import { publicKeyOf } from '../../http/publicKey';
import { Unavailable } from '../../http/refusals';
import type { ListStore, StoredItem } from '../../sync/storedItem';
import { toCourse, type ProgrammeCourse } from './planFields';
import { toLibrarySettings, toMapping, toProgramme, type LibraryTerms } from './programmesList';

/** The programmes of the deployment, and who belongs to which. */
export interface Programmes {
  all(): Promise<readonly Programme[]>;
  /**
   * The one programme a person belongs to, or null: one that runs before one that has ended, then the
   * one they own before the one they deputise for, sponsor or are a group member of; of several alike
   * the one that started last.
   */
  membershipOf(user: User): Promise<Membership | null>;
  /** What is planned for a programme, how it ended, and what came of it. */
  courseOf(programme: Programme): Promise<ProgrammeCourse>;
  /** The job family the programme's mapping gives to an occupation; null when it gives none. */
  jobFamilyOf(programme: Programme, occupation: Occupation): Promise<string | null>;
  /** The job family of a member of the programme's group, as far as it is known. */
  jobFamilyOfUser(programme: Programme, user: User): Promise<string | null>;
  /** Which job titles and departments belong to which job family. */
  mappingOf(programme: Programme): Promise<JobFamilyMapping>;
  /** Every other programme, and whether its champion shares its library. */
  others(programme: Programme): Promise<OtherLibrary[]>;
  /**
   * The programmes whose published items this one's people see too: its champion took their
   * library, and their champion shares it (docs/decisions/0022).
   */
  librariesFor(programme: Programme): Promise<readonly Programme[]>;
  /** Every other programme whose champion shares its library. */
  lenders(programme: Programme): Promise<readonly Programme[]>;
  /** Days after which an approved text of the programme falls due for review. */
  reviewAfterDays(programme: Programme): Promise<number>;
  /** What the programme calls tags otherwise. */
  tagNames(programme: Programme): Promise<readonly TagName[]>;
  /** Everybody in the programme's group, as of minutes ago; throws Unavailable. */
  membersOf(programme: Programme): Promise<ReadonlyMap<string, GroupMember>>;
}

interface Known {
  readonly programme: Programme;
  readonly mapping: JobFamilyMapping;
  readonly jobFamilyOf: JobFamilyOf;
  readonly library: LibraryTerms;
  readonly course: ProgrammeCourse;
}

/** A moment: it spares a busy tab the way through every programme for each of its requests. */
const membershipHoldsMs = 10_000;

const precedence: readonly Standing[] = ['owner', 'deputy', 'sponsor', 'member'];

/** Reads programmes from their list; group membership comes from the directory and is kept a while. */
export function createProgrammes(
  list: ListStore,
  people: Pick<People, 'groupMembers'>,
  now: () => number,
): Programmes {
  const memberships = createBoundedMap<
    string,
    { membership: Membership | null; version: number; at: number }
  >(20_000);
  let readAt = -1;
  let read: Promise<readonly Known[]> | undefined;

  function known(): Promise<readonly Known[]> {
    const version = list.version();
    if (!read || version !== readAt) {
      readAt = version;
      read = list.all().then(toKnown);
      // A failed read is not kept.
      read.catch(() => {
        read = undefined;
      });
    }
    return read;
  }

  /** Everyone in a group, by object id. */
  const groupMembers = rememberAnswers({
    ask: async (groupId) =>
      new Map((await people.groupMembers(groupId)).map((one) => [one.userId, one])),
    freshForMs: 5 * 60_000,
    holdsForMs: 24 * 60 * 60_000,
    limit: 1_000,
    now,
  });

  async function membersOf(programme: Programme) {
    try {
      return await groupMembers(programme.groupId);
    } catch (cause) {
      throw new Unavailable('peopleUnavailable', { cause });
    }
  }

  async function membershipInOne(programme: Programme, user: User): Promise<Membership | null> {
    const standing = standingIn(programme, user);
    if (standing !== null) return { programme, standing, accountEnabled: null };
    const member = (await membersOf(programme)).get(user.userId);
    if (!member) return null;
    return { programme, standing: 'member', accountEnabled: member.accountEnabled };
  }

  async function entryOf({ clientKey }: Programme) {
    return (await known()).find(({ programme }) => programme.clientKey === clientKey);
  }

  async function lenders({ clientKey: own }: Programme) {
    return (await known())
      .filter(({ programme, library }) => library.sharesLibrary && programme.clientKey !== own)
      .map(({ programme }) => programme);
  }

  async function jobFamilyOf(programme: Programme, occupation: Occupation) {
    return (await entryOf(programme))?.jobFamilyOf(occupation) ?? null;
  }

  async function findMembership(user: User): Promise<Membership | null> {
    const all = await known();
    const hasEnded = ({ course }: Known) => course.ended !== null;
    return (
      (await membershipIn(
        all.filter((one) => !hasEnded(one)),
        user,
      )) ?? membershipIn(all.filter(hasEnded), user)
    );
  }

  /** Newest first, so that of two alike the first found is the one wanted. */
  async function membershipIn(
    programmes: readonly Known[],
    user: User,
  ): Promise<Membership | null> {
    for (const { programme } of programmes) {
      if (programme.ownerId === user.userId) return membershipInOne(programme, user);
    }
    let best: Membership | null = null;
    for (const { programme } of programmes) {
      const membership = await membershipInOne(programme, user);
      if (membership && isBefore(membership.standing, best?.standing)) best = membership;
    }
    return best;
  }

  return {
    all: async () => (await known()).map(({ programme }) => programme),

    async membershipOf(user) {
      const kept = memberships.get(user.userId);
      const version = list.version();
      if (kept?.version === version && now() - kept.at < membershipHoldsMs) {
        return kept.membership;
      }
      const membership = await findMembership(user);
      memberships.set(user.userId, { membership, version, at: now() });
      return membership;
    },

    courseOf: async (programme) =>
      (await entryOf(programme))?.course ?? { plan: null, ended: null, results: [] },

    jobFamilyOf,

    async jobFamilyOfUser(programme, user) {
      const members = await membersOf(programme).catch(() => undefined);
      const member = members?.get(user.userId);
      return member ? jobFamilyOf(programme, member) : null;
    },

    mappingOf: async (programme) =>
      (await entryOf(programme))?.mapping ?? { jobTitles: [], departments: [] },

    async others({ clientKey: own }) {
      return (await known())
        .filter(({ programme }) => programme.clientKey !== own)
        .map(({ programme: { clientKey, name }, library }) => ({
          ...{ clientKey, name },
          shared: library.sharesLibrary,
        }));
    },

    async librariesFor(programme) {
      const taken = (await entryOf(programme))?.library.librariesFrom ?? [];
      return (await lenders(programme)).filter(({ clientKey }) => taken.includes(clientKey));
    },

    lenders,

    reviewAfterDays: async (programme) =>
      (await entryOf(programme))?.library.reviewAfterDays ?? usualReviewPeriod,

    tagNames: async (programme) => (await entryOf(programme))?.library.tagNames ?? [],

    membersOf,
  };
}

function isBefore(standing: Standing, other: Standing | undefined) {
  return other === undefined || precedence.indexOf(standing) < precedence.indexOf(other);
}

function toKnown(items: readonly StoredItem[]): Known[] {
  return items
    .flatMap(({ clientKey, fields }) => {
      const programme = toProgramme(publicKeyOf('Programmes', clientKey), fields);
      if (!programme) return [];
      const mapping = toMapping(fields);
      const jobFamilyOf = createJobFamilyOf(mapping, programme.jobFamilies);
      return [
        {
          programme,
          mapping,
          jobFamilyOf,
          library: toLibrarySettings(fields),
          course: toCourse(fields),
        },
      ];
    })
    .sort(
      (one, other) =>
        other.programme.startsOn.localeCompare(one.programme.startsOn) ||
        one.programme.clientKey.localeCompare(other.programme.clientKey),
    );
}
