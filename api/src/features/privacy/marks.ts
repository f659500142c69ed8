import { hash } from 'node:crypto';
import type { FieldValue } from '../../sync/listDefinition';
import type { StoredItem } from '../../sync/storedItem';
import type { Transaction } from '../../db/database';
import type { DigestName, Tie } from './inventory/place';

/** A person's keyed digests, by the purposes of the keys. */
export type Digests = Readonly<Record<DigestName, Buffer>>;

const digestNames: readonly DigestName[] = [
  'usage subjects',
  'feedback reporters',
  'workflow timings',
  'saved time',
  'coaching',
  'seen roles',
  'library favourites',
];

/** Everything by which a record can say that it is about one person. */
export interface Marks {
  /** In lower case; null where only digests are known: of an erasure that is done again. */
  readonly userId: string | null;
  readonly digests: Digests;
  readonly subjectId: string | null;
  /** Keys of the feedback they sent. */
  readonly receipts: ReadonlySet<string>;
  /** What stands on feedback of theirs without a name, by its key; null where only digests are known. */
  readonly markOf: ((clientKey: string) => string) | null;
  /** What lists write into `ActorId` for them. */
  readonly actors: readonly string[];
}

/** What one piece of feedback has for a person who gave no name: what it shows, and what only they have. */
export interface Unnamed {
  pseudonymOf(userId: string, clientKey: string): string;
  markOf(userId: string, clientKey: string): string;
}

/** Looks up what leads to a person besides their id and digests. */
export async function marksOf(
  database: Transaction,
  { userId, digests }: Pick<Marks, 'userId' | 'digests'>,
  unnamed: Unnamed,
): Promise<Marks> {
  const [link] = await database.query<{ subjectId: string }>(
    'SELECT subject_id AS "subjectId" FROM usage_subject WHERE person_digest = $1',
    [digests['usage subjects']],
  );
  const sent = await database.query<{ key: string }>(
    'SELECT client_key AS key FROM feedback_receipt WHERE reporter_digest = $1',
    [digests['feedback reporters']],
  );
  const receipts = new Set(sent.map(({ key }) => key));
  const subjectId = link?.subjectId ?? null;
  const pseudonyms =
    userId === null ? [] : [...receipts].map((key) => unnamed.pseudonymOf(userId, key));
  const known = [userId, subjectId].filter((mark) => mark !== null);
  return {
    ...{ userId: userId?.toLowerCase() ?? null, digests, subjectId, receipts },
    markOf: userId === null ? null : (clientKey) => unnamed.markOf(userId, clientKey),
    actors: [
      ...known,
      digests['workflow timings'].toString('hex'),
      digests['saved time'].toString('hex'),
      ...pseudonyms,
    ],
  };
}

/** Whether a list's column leads to the person. */
export function leadsTo(
  marks: Marks,
  tie: Tie,
  value: FieldValue | undefined,
  item: Pick<StoredItem, 'clientKey' | 'fields'>,
): boolean {
  if (tie.by === 'reporter' && isReportedBy(marks, item)) return true;
  if (typeof value !== 'string') return false;
  const said = value.trim().toLowerCase();
  switch (tie.by) {
    case 'objectId':
    case 'reporter':
      return said === marks.userId;
    case 'objectIds':
      return marks.userId !== null && linesIn(said).includes(marks.userId);
    case 'digest':
      return said === marks.digests[tie.key].toString('hex');
    case 'digests':
      return said.includes(marks.digests['usage subjects'].toString('hex'));
    case 'subject':
      return said === marks.subjectId;
    case 'receipt':
      return marks.receipts.has(said);
    case 'subjects':
    case 'actor':
    case 'nobody':
      return false;
  }
}

/** Of feedback of which a restored database has no receipt the mark tells it. */
function isReportedBy(
  { receipts, markOf }: Marks,
  { clientKey, fields }: Pick<StoredItem, 'clientKey' | 'fields'>,
): boolean {
  const key = clientKey.toLowerCase();
  return receipts.has(key) || (markOf !== null && fields['ReporterMark'] === markOf(key));
}

/** A table's column that leads to the person, as a condition on `$1` and the value for it; null where none can. */
export function conditionFor(
  marks: Marks,
  tie: Tie,
  column: string,
): { readonly sql: string; readonly value: unknown } | null {
  switch (tie.by) {
    case 'objectId':
      return marks.userId === null
        ? null
        : { sql: `lower(${column}::text) = $1`, value: marks.userId };
    case 'digest':
      return { sql: `${column} = $1`, value: marks.digests[tie.key] };
    case 'subject':
      return marks.subjectId === null ? null : { sql: `${column} = $1`, value: marks.subjectId };
    case 'subjects':
      return marks.subjectId === null
        ? null
        : { sql: `$1 = ANY (${column})`, value: marks.subjectId };
    case 'receipt':
      return { sql: `${column} = ANY ($1::uuid[])`, value: [...marks.receipts] };
    case 'actor':
      return { sql: `${column} = ANY ($1::text[])`, value: marks.actors };
    case 'objectIds':
    case 'digests':
    case 'reporter':
    case 'nobody':
      return null;
  }
}

/** Lines of a text, in lower case, each one object id. */
export const linesIn = (text: string): string[] =>
  text.split(/\r\n|\r|\n/).map((line) => line.trim().toLowerCase());

/** Stands in a keyed digest's place where the person is to be found no more: apart from everybody else's. */
export const unlinkedDigest = (standIn: string, key: DigestName): Buffer =>
  hash('sha256', `${standIn}/${key}`, 'buffer');

export const digestsText = (digests: Digests): string =>
  JSON.stringify(
    Object.fromEntries(digestNames.map((name) => [name, digests[name].toString('hex')])),
  );

/** The digests in a text; null where it does not hold all of them. */
export function digestsIn(text: unknown): Digests | null {
  try {
    const read: unknown = typeof text === 'string' ? JSON.parse(text) : text;
    const entries = digestNames.map((name): [DigestName, Buffer] => {
      const said = (read as Partial<Record<string, unknown>>)[name];
      if (typeof said !== 'string' || !/^[0-9a-f]{64}$/.test(said)) throw new Error(name);
      return [name, Buffer.from(said, 'hex')];
    });
    return Object.fromEntries(entries) as unknown as Digests;
  } catch {
    return null;
  }
}
