import type { AuditAction, AuditEntry, AuditSubject } from '@last-mile/shared/operations';
import type { WorkKind } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';

/** A list whose items the audit trail names. */
export type AuditedList = 'Programmes' | 'Library' | 'Workflows' | 'PracticeSessions';

/**
 * What stands under these keys, as this person may know it. Asks Graph for none of them; a title that
 * cannot be told now is kept back like one that may not.
 */
export type SubjectsFor = (
  reader: User,
  keys: ReadonlyMap<string, AuditedList>,
) => Promise<ReadonlyMap<string, AuditSubject>>;

type Acted = Pick<AuditEntry, 'action' | 'subject' | 'programmeKey' | 'details'>;

/** The keys in the entries that a person knows by a title, and where each is kept. */
export function listsOfKeys(entries: readonly Acted[]): ReadonlyMap<string, AuditedList> {
  const lists = new Map<string, AuditedList>();
  const add = (key: unknown, list: AuditedList | undefined) => {
    if (list && typeof key === 'string' && uuid.test(key)) lists.set(key.toLowerCase(), list);
  };
  for (const { action, subject, programmeKey, details } of entries) {
    add(subject, subject === programmeKey ? 'Programmes' : listOfSubject(action));
    add(programmeKey, 'Programmes');
    add(details['itemKey'], 'Library');
    if (action === ('library.copied' satisfies AuditAction)) add(details['from'], 'Programmes');
    for (const key of String(details['librariesFrom'] ?? '').split(' ')) add(key, 'Programmes');
    const [kind = '', about] = String(details['line'] ?? '').split(' ');
    add(about, listOfLine.get(kind));
  }
  return lists;
}

/** Acts on items of the library; the others of that name are done to the programme or to a session. */
const doneToItems: ReadonlySet<string> = new Set<AuditAction>([
  'library.drafted',
  'library.published',
  'library.retired',
  'library.reinstated',
  'library.renewed',
  'library.handedOver',
  'library.draftRetired',
]);

/** A line of the week is its kind and then what it is about; other kinds are about nothing of these lists. */
const listOfLine: ReadonlyMap<string, AuditedList> = new Map<WorkKind, AuditedList>([
  ['reviewWaiting', 'Library'],
  ['staleItem', 'Library'],
  ['sessionNotPrepared', 'PracticeSessions'],
]);

function listOfSubject(action: string): AuditedList | undefined {
  if (doneToItems.has(action)) return 'Library';
  if (action.startsWith('workflows.')) return 'Workflows';
  if (action.startsWith('practice.')) return 'PracticeSessions';
  // A discarded draft has the key of the programme it would have become.
  return action.startsWith('programme.') ? 'Programmes' : undefined;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
