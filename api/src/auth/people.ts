import type { DirectoryGroup } from '@last-mile/shared/programme';

/** A member of a group, as the directory has them now. */
export interface GroupMember {
  readonly userId: string;
  readonly userPrincipalName: string;
  readonly displayName: string;
  readonly jobTitle: string | null;
  readonly department: string | null;
  /** Such as `de-DE`; null where nobody chose one. */
  readonly preferredLanguage: string | null;
  readonly accountEnabled: boolean;
}

/**
 * What the API asks the tenant's directory (graph/directory.ts is the real one). Names are for
 * showing, never for storing. Any of it may fail while Graph is away.
 */
export interface People {
  groupMembers(groupId: string): Promise<readonly GroupMember[]>;
  /** Names by object id; who is not in the directory is absent. */
  displayNames(userIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Whether the account exists and may sign in. */
  isEnabled(userId: string): Promise<boolean>;
  /** The first people in whose name every word of `typed` begins one; closed accounts are left out. */
  searchPeople(
    typed: string,
  ): Promise<readonly Pick<GroupMember, 'userId' | 'displayName' | 'jobTitle'>[]>;
  /** The first groups in whose name every word of `typed` begins one. */
  searchGroups(typed: string): Promise<readonly DirectoryGroup[]>;
  /** Absent where the directory has no such group. */
  group(groupId: string): Promise<DirectoryGroup | undefined>;
}
