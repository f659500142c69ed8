import type { Fields, ListDefinition } from '../../../sync/listDefinition';
import { day, instant, text, words } from '../columns';

/** The AssistantChanges list, readable by the site's owners only: what changed behind the prompts. */
export const assistantChangesList: ListDefinition = {
  name: 'AssistantChanges',
  readBy: 'programme',
  columns: [
    // The assistant, as library items name it.
    { name: 'Title', type: 'text' },
    { name: 'ChangedOn', type: 'text', displayName: 'Changed on', indexed: true },
    { name: 'What', type: 'multilineText', displayName: 'What changed' },
    { name: 'RecordedBy', type: 'text', displayName: 'Recorded by (object id)' },
    { name: 'RecordedAt', type: 'dateTime', displayName: 'Recorded' },
    { name: 'ProgrammeKey', type: 'text', displayName: 'Programme', indexed: true },
  ],
};

/** One change of an assistant as the list holds it. */
export interface ChangeRecord {
  readonly assistant: string;
  readonly changedOn: string;
  readonly what: string;
  /** Object id. */
  readonly recordedBy: string;
  readonly recordedAt: string;
  readonly programmeKey: string | null;
}

export function changeFields(record: ChangeRecord): Fields {
  return {
    Title: record.assistant,
    ChangedOn: record.changedOn,
    What: record.what,
    RecordedBy: record.recordedBy,
    RecordedAt: record.recordedAt,
    ProgrammeKey: record.programmeKey,
  };
}

/** The change in an item; null where people left it without its assistant or its day. */
export function toChange(fields: Fields, createdAt: string): ChangeRecord | null {
  const assistant = words(fields['Title']);
  const changedOn = day(fields['ChangedOn']);
  if (assistant === null || changedOn === null) return null;
  return {
    ...{ assistant, changedOn },
    what: text(fields['What']),
    recordedBy: text(fields['RecordedBy']),
    recordedAt: instant(fields['RecordedAt']) ?? createdAt,
    programmeKey: text(fields['ProgrammeKey']) || null,
  };
}
