import { markWorkRequest, type WorkMark } from '@last-mile/shared/programme';
import { calendarDay } from '@last-mile/shared/text';
import type { Fields, ListDefinition } from '../../../sync/listDefinition';

const marks = ['done', 'snoozed', 'notRelevant', 'open'] as const;

/** The WorkMarks list: what champions said of lines of the owner's week. Nothing in it is changed or taken away. */
export const workMarksList: ListDefinition = {
  name: 'WorkMarks',
  columns: [
    { name: 'Title', type: 'text' },
    { name: 'ProgrammeKey', type: 'text', displayName: 'Programme', indexed: true },
    { name: 'LineKey', type: 'text', displayName: 'Line (key)', indexed: true },
    { name: 'Mark', type: 'choice', choices: marks },
    { name: 'Until', type: 'text', displayName: 'Put off until' },
    { name: 'MarkedOn', type: 'text', displayName: 'Marked on' },
    { name: 'MarkedAt', type: 'dateTime', displayName: 'Marked', indexed: true },
  ],
};

/** A mark and whose line it is about. */
export interface MarkRecord extends WorkMark {
  readonly programmeKey: string;
}

export function markFields({ programmeKey, key, mark, on, at }: MarkRecord): Fields {
  return {
    Title: mark.as,
    ProgrammeKey: programmeKey,
    LineKey: key,
    Mark: mark.as,
    Until: mark.as === 'snoozed' ? mark.until : null,
    MarkedOn: on,
    MarkedAt: at,
  };
}

/** The mark in an item; null where somebody left it in a state that says nothing of a line. */
export function toMark(fields: Fields): MarkRecord | null {
  const { ProgrammeKey: programmeKey, MarkedAt: at, Mark: as, Until: until } = fields;
  const { key, mark } = markWorkRequest.shape;
  const read = {
    key: key.safeParse(fields['LineKey']),
    mark: mark.safeParse(as === 'snoozed' ? { as, until } : { as }),
    on: calendarDay.safeParse(fields['MarkedOn']),
  };
  if (typeof programmeKey !== 'string' || typeof at !== 'string') return null;
  if (!read.key.success || !read.mark.success || !read.on.success) return null;
  return { programmeKey, key: read.key.data, mark: read.mark.data, on: read.on.data, at };
}
