import { clientKey } from '@last-mile/shared/text';
import { v5 } from 'uuid';
import type { Fields, ListDefinition, ListName } from '../../sync/listDefinition';

/** What somebody says of themselves and a session: they were there, or did its exercise on a task of their own. */
export type TakingPart = Extract<ListName, 'CheckIns' | 'Practised'>;

/** Who is a random subject id: without the link table nobody tells whose it is (decision 0009). */
const columnsOf = (at: string): ListDefinition['columns'] => [
  { name: 'Title', type: 'text' },
  { name: 'SessionKey', type: 'text', displayName: 'Session (key)', indexed: true },
  { name: 'SubjectId', type: 'text', displayName: 'Person (subject)', indexed: true },
  { name: 'At', type: 'dateTime', displayName: at, indexed: true },
  { name: 'ProgrammeKey', type: 'text', displayName: 'Programme', indexed: true },
];

/** The CheckIns list, for the site's owners only: who was at a session, by their own word. */
export const checkInsList: ListDefinition = { name: 'CheckIns', columns: columnsOf('Checked in') };

/** The Practised list, for the site's owners only: who did a session's exercise on a task of their own. */
export const practisedList: ListDefinition = {
  name: 'Practised',
  columns: [
    ...columnsOf('Practised'),
    // What worked, where it was said at once.
    { name: 'DraftKey', type: 'text', displayName: 'Draft in the library (key)' },
  ],
};

/** One person's word about one session. */
export interface TakingPartRecord {
  readonly sessionKey: string;
  readonly subjectId: string;
  /** An instant, ISO 8601. */
  readonly at: string;
  readonly programmeKey: string;
}

/** Keys in this space are words of people about sessions. */
const space = '0f6d4ad2-6f0e-5c53-9a55-3c1d8f0f2b77';

/** One key for one person and session, whichever device says it, and however often. */
export function takingPartKey(kind: TakingPart, sessionKey: string, subjectId: string): string {
  return v5(`${kind}/${sessionKey}/${subjectId}`, space);
}

export function takingPartFields(kind: TakingPart, record: TakingPartRecord): Fields {
  return {
    Title: kind === 'CheckIns' ? 'Was there' : 'Did it on a task of their own',
    SessionKey: record.sessionKey,
    SubjectId: record.subjectId,
    At: record.at,
    ProgrammeKey: record.programmeKey,
  };
}

/** The word in an item; null where somebody left it in a state that says nothing. */
export function toTakingPart(fields: Fields): TakingPartRecord | null {
  const { SessionKey, SubjectId, At, ProgrammeKey } = fields;
  const [sessionKey, subjectId] = [clientKey.safeParse(SessionKey), clientKey.safeParse(SubjectId)];
  if (!sessionKey.success || !subjectId.success) return null;
  if (typeof At !== 'string' || Number.isNaN(Date.parse(At))) return null;
  if (typeof ProgrammeKey !== 'string') return null;
  return {
    ...{ sessionKey: sessionKey.data, subjectId: subjectId.data },
    ...{ at: At, programmeKey: ProgrammeKey },
  };
}
