import { calendarDayIn } from '@last-mile/shared/calendar';
import type { Programme } from '@last-mile/shared/programme';
import { DeltaExpired, mostFollowed, type GroupChanges } from '../../../graph/groupDelta';
import { LeaseLost, type Lease } from '../../../sync/lease';
import { oneAtATime } from '../../../sync/oneAtATime';
import { repeatedly } from '../../../sync/repeatedly';
import type { MembershipPositions, MembershipPosition } from './membershipPositions';
import type { Member, MembershipStore, Together } from './membershipStore';
import type { UsageStore } from '../facts/usageStore';

/** What the directory says of somebody that a department and a job family are made of. */
interface DirectoryMember {
  readonly userId: string;
  readonly userPrincipalName: string;
  readonly department: string | null;
  readonly jobTitle: string | null;
}

export interface MembershipSyncDependencies {
  readonly lease: Lease;
  readonly store: MembershipStore;
  readonly positions: MembershipPositions;
  readonly usage: Pick<UsageStore, 'expire'>;
  readonly programmes: () => Promise<readonly Programme[]>;
  /** The job family somebody has by the programme's mapping. */
  readonly jobFamilyOf: (programme: Programme, member: DirectoryMember) => Promise<string | null>;
  /** The mapping as one text: another text means that everybody has to be looked at. */
  readonly mappingOf: (programme: Programme) => Promise<string>;
  /** Everybody in the group and in those inside it, as the directory has them now. */
  readonly readTree: (groupId: string) => Promise<{
    readonly members: readonly DirectoryMember[];
    readonly groupIds: readonly string[];
  }>;
  /** Some people, as the directory has them now; who is gone is absent. */
  readonly readPeople: (
    userIds: readonly string[],
  ) => Promise<ReadonlyMap<string, DirectoryMember>>;
  /** Who joined and left these groups since; throws DeltaExpired. */
  readonly readChanges: (
    groupIds: readonly string[],
    deltaLink: string | null,
  ) => Promise<GroupChanges>;
  readonly now: () => Date;
  readonly onError: (error: unknown) => void;
}

export interface MembershipSync {
  /**
   * Takes over who joined and left every programme, unless another instance does, and lets old raw
   * events go. Asked for again while it runs, it runs once more.
   */
  run(): Promise<void>;
  /** Waits for a run under way. */
  idle(): Promise<void>;
  /** Runs now and then again and again; the answer stops it and waits for a run under way. */
  start(everyMs: number): () => Promise<void>;
}

/**
 * The delta of a group does not tell of a changed title or department, and that of all users would
 * read the accounts of a whole tenant for them: everybody in the group is read once a day instead.
 */
const everybodyEveryMs = 24 * 60 * 60_000;

/** The groups inside a programme's group, and where the delta of all of them goes on. */
type Followed = Pick<MembershipPosition, 'nestedIds' | 'deltaLink'>;

/**
 * Keeps membership as-of current from the programmes' Entra groups, by delta. What a delta told, and
 * where it goes on, are committed together and only by the holder of the lease: nothing is skipped,
 * and what is told twice changes nothing.
 */
export function createMembershipSync(dependencies: MembershipSyncDependencies): MembershipSync {
  const { lease, store, positions, usage, programmes, now, onError } = dependencies;

  async function syncProgramme(programme: Programme, token: number): Promise<void> {
    const position = await positions.of(programme.clientKey);
    const jobFamilies = await dependencies.mappingOf(programme);
    const isOfThisGroup = position?.groupId === programme.groupId;
    if (!isOfThisGroup) return takeEverybody(programme, token, jobFamilies, null);
    const isRecent = now().getTime() - position.readAt.getTime() < everybodyEveryMs;
    const { nestedIds, deltaLink } = position;
    if (!isRecent || position.jobFamilies !== jobFamilies || deltaLink === null) {
      return takeEverybody(programme, token, jobFamilies, position);
    }
    const changes = await dependencies
      .readChanges([programme.groupId, ...nestedIds], deltaLink)
      .catch((error: unknown) => {
        if (error instanceof DeltaExpired) return null;
        throw error;
      });
    if (changes === null || changes.isNestedAnew) {
      return takeEverybody(programme, token, jobFamilies, null);
    }
    // Who left one of several groups may still be in another: only reading all of them tells.
    if (nestedIds.length > 0 && changes.left.length > 0) {
      const followed = { nestedIds, deltaLink: changes.deltaLink };
      return takeEverybody(programme, token, jobFamilies, followed);
    }
    return takeChanges(programme, token, position, changes);
  }

  async function follow(groupId: string, nestedIds: readonly string[]): Promise<Followed> {
    if (nestedIds.length >= mostFollowed) return { nestedIds, deltaLink: null };
    const { deltaLink } = await dependencies.readChanges([groupId, ...nestedIds], null);
    return { nestedIds, deltaLink };
  }

  async function takeEverybody(
    programme: Programme,
    token: number,
    jobFamilies: string,
    known: Followed | null,
  ): Promise<void> {
    const { clientKey, groupId } = programme;
    // The link comes first: who joins or leaves while the members are read is told by it again.
    let { nestedIds, deltaLink } = known ?? (await follow(groupId, []));
    let tree = await dependencies.readTree(groupId);
    if (tree.groupIds.join() !== nestedIds.join()) {
      ({ nestedIds, deltaLink } = await follow(groupId, tree.groupIds));
      tree = await dependencies.readTree(groupId);
    }
    const members = await withFamilies(programme, tree.members);
    const at = now();
    const position = { groupId, nestedIds, deltaLink, jobFamilies, readAt: at, syncedAt: at };
    const together = keeping(token, clientKey, position);
    await store.replace(clientKey, members, dayIn(programme, at), together);
  }

  async function takeChanges(
    programme: Programme,
    token: number,
    before: MembershipPosition,
    { joined, left, deltaLink }: GroupChanges,
  ): Promise<void> {
    const people = await dependencies.readPeople(joined);
    const changed = await withFamilies(programme, [...people.values()]);
    const at = now();
    const position = { ...before, deltaLink, syncedAt: at };
    const { clientKey } = programme;
    const together = keeping(token, clientKey, position);
    await store.change(clientKey, { changed, left }, dayIn(programme, at), together);
  }

  const dayIn = ({ timeZone }: Programme, at: Date) => calendarDayIn(at, timeZone);

  function keeping(token: number, programmeKey: string, position: MembershipPosition): Together {
    return async (tx) => {
      await lease.assertHeld(tx, token);
      await positions.keep(tx, programmeKey, position);
    };
  }

  function withFamilies(programme: Programme, members: readonly DirectoryMember[]) {
    return Promise.all(
      members.map(async (member): Promise<Member> => ({
        userId: member.userId,
        userPrincipalName: member.userPrincipalName,
        department: member.department,
        jobFamily: await dependencies.jobFamilyOf(programme, member),
      })),
    );
  }

  async function syncAll(): Promise<void> {
    let isDone = true;
    for (const programme of await programmes()) {
      const token = await lease.hold();
      if (token === undefined) return;
      try {
        await syncProgramme(programme, token);
      } catch (error) {
        if (error instanceof LeaseLost) return;
        // A group that cannot be read keeps its members as they were; the others go on.
        onError(error);
        isDone = false;
      }
    }
    await usage.expire(now());
    if (isDone) await lease.noteDone();
  }

  const run = oneAtATime(async () => {
    try {
      await syncAll();
    } finally {
      await lease.release();
    }
  });

  return { run, idle: run.idle, start: (everyMs) => repeatedly(run, everyMs, onError) };
}
