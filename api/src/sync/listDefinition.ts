/** The lists of the site; the name is the list's display name and never changes once provisioned. */
export type ListName =
  | 'Library'
  | 'Feedback'
  | 'Workflows'
  | 'Timings'
  | 'Programmes'
  | 'ProgrammeDrafts'
  | 'ProgrammeWeeks'
  | 'WorkMarks'
  | 'Cases'
  | 'CaseWalks'
  | 'AssistantChanges'
  | 'Checkpoints'
  | 'CheckpointDecisions'
  | 'SavedTime'
  | 'PracticeSessions'
  | 'CheckIns'
  | 'Practised'
  | 'Coaching'
  | 'Erasures';

/**
 * One column; `name` is what `fields` calls it. `text` holds at most 255 characters,
 * `multilineText` at most 63,999 (plain, never rich, so that SharePoint does not rewrite it).
 * `Title` comes with every list and may be named as a `text` column.
 */
export type ColumnDefinition =
  | { name: string; type: 'text'; displayName?: string; indexed?: boolean }
  | {
      name: string;
      type: 'choice';
      choices: readonly string[];
      displayName?: string;
      indexed?: boolean;
    }
  | {
      name: string;
      type: 'number' | 'boolean' | 'dateTime';
      displayName?: string;
      indexed?: boolean;
    }
  | { name: string; type: 'multilineText'; displayName?: string };

/** What a feature asks of its list; only `<feature>List.ts` knows the columns' names. */
export interface ListDefinition {
  readonly name: ListName;
  readonly columns: readonly ColumnDefinition[];
  /**
   * Who may read it in SharePoint besides the site's owners: a list that does not say is for the
   * owners alone, as everything must be that tells of persons.
   */
  readonly readBy?: 'programme';
}

/**
 * Columns of every list, set by the platform. `ClientKey` is the item's public id. `ChangeId` and
 * `ActorId` tell of the last write made through Last Mile: which one it was, and by whom (so an
 * author or reporter who must stay known needs a column of the feature's own).
 */
export const platformColumns = [
  { name: 'ClientKey', type: 'text', indexed: true, unique: true },
  { name: 'ChangeId', type: 'text' },
  { name: 'ActorId', type: 'text', indexed: true },
] as const satisfies readonly (ColumnDefinition & { unique?: boolean })[];

/** What a SharePoint column may hold here; dates are ISO 8601 strings. */
export type FieldValue = string | number | boolean | null;

export type Fields = Record<string, FieldValue>;
