/** A member of a group, as the directory has them now. */
export interface GroupMember {
  readonly userId: string;
  readonly userPrincipalName: string;
  readonly displayName: string;
  readonly jobTitle: string | null;
  readonly department: string | null;
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
}
