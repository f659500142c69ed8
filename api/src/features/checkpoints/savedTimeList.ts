import {
  savedTimeRequest,
  savedTimeUses,
  type SavedTimeAnswer,
} from '@last-mile/shared/checkpoints';
import type { Fields, ListDefinition } from '../../sync/listDefinition';

/** The SavedTime list, for the site's owners only: where people said that saved time went. */
export const savedTimeList: ListDefinition = {
  name: 'SavedTime',
  columns: [
    { name: 'Title', type: 'text' },
    { name: 'ProgrammeKey', type: 'text', displayName: 'Programme', indexed: true },
    { name: 'Month', type: 'text', indexed: true },
    { name: 'Use', type: 'choice', choices: savedTimeUses, displayName: 'Saved time went to' },
    // A keyed digest: answers of one person are told together, and nobody is named.
    { name: 'Person', type: 'text', displayName: 'Person (pseudonym)', indexed: true },
    { name: 'AnsweredAt', type: 'dateTime', displayName: 'Answered' },
  ],
};

/** An answer and the programme it is about. */
export interface SavedTimeRecord extends SavedTimeAnswer {
  readonly programmeKey: string;
}

export function savedTimeFields({ programmeKey, month, use, person, at }: SavedTimeRecord): Fields {
  return {
    Title: month,
    ProgrammeKey: programmeKey,
    Month: month,
    Use: use,
    Person: person,
    AnsweredAt: at,
  };
}

/** The answer in an item; null where somebody left it in a state that answers nothing. */
export function toSavedTime(fields: Fields): SavedTimeRecord | null {
  const { month, use } = savedTimeRequest.shape;
  const read = { month: month.safeParse(fields['Month']), use: use.safeParse(fields['Use']) };
  const { Person: person, AnsweredAt: at, ProgrammeKey: programmeKey } = fields;
  if (!read.month.success || !read.use.success) return null;
  if (typeof person !== 'string' || typeof at !== 'string' || typeof programmeKey !== 'string') {
    return null;
  }
  return { month: read.month.data, use: read.use.data, person, at, programmeKey };
}
