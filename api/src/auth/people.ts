/** A person of the tenant, as the directory has them now. Names are for showing, never for storing. */
export interface Person {
  readonly userId: string;
  readonly displayName: string;
  readonly jobTitle: string | null;
  readonly accountEnabled: boolean;
}

/** What the API asks the tenant's directory. Any of it may fail while Graph is away. */
export interface People {
  /** The people with these object ids; those the directory does not know are absent. */
  find(userIds: readonly string[]): Promise<readonly Person[]>;
  isMember(groupId: string, userId: string): Promise<boolean>;
}
