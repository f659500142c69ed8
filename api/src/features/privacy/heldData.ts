import type { HeldRecords, PersonalDataResponse } from '@last-mile/shared/privacy';
import type { Database } from '../../db/database';
import type { Fields } from '../../sync/listDefinition';
import type { ListStores } from '../../sync/listStores';
import type { StoredItem } from '../../sync/storedItem';
import { listPlaces } from './inventory/lists';
import type { ListPlace, PersonColumn, Place, TablePlace, Tie } from './inventory/place';
import { tablePlaces } from './inventory/tables';
import { conditionFor, leadsTo, linesIn, type Marks } from './marks';

type Lists = Pick<ListStores, 'stores'>['stores'];

/** What is held of a person, place by place; places that hold nothing are left out. */
export async function heldData(
  { database, lists }: { readonly database: Database; readonly lists: Lists },
  marks: Marks,
  now: Date,
): Promise<PersonalDataResponse> {
  const places: HeldRecords[] = [];
  for (const place of listPlaces) {
    const items = (await lists[place.list].all()).filter((item) => isAbout(marks, place, item));
    const records = items.map((item) => listRecord(marks, place, item));
    places.push({ ...told(place), place: place.list, home: 'list', records });
  }
  for (const place of tablePlaces) {
    const records = await tableRecords(database, marks, place);
    places.push({ ...told(place), place: place.table, home: 'table', records });
  }
  return { asOf: now.toISOString(), places: places.filter(({ records }) => records.length > 0) };
}

/** Whether a list's item names the person in any column, the platform's `ActorId` among them. */
export const isAbout = (marks: Marks, place: ListPlace, item: StoredItem): boolean =>
  namesActor(marks, place, item) ||
  Object.entries(place.people).some(([column, { by }]) =>
    leadsTo(marks, by, item.fields[column], item),
  );

export const namesActor = (marks: Marks, { actor }: ListPlace, item: StoredItem): boolean =>
  leadsTo(marks, actor ?? { by: 'objectId' }, item.fields['ActorId'], item);

function told({ kind, what, why, keptFor, seenBy, people }: Place) {
  const onErasure = [...new Set(Object.values(people).map((column) => column.onErasure))];
  return { kind, what, why, keptFor, seenBy, onErasure };
}

/** Of an item that a person is named in: who they are in it, and what it says of or with them. */
function listRecord(marks: Marks, place: ListPlace, item: StoredItem): Record<string, unknown> {
  const isOwn = Object.entries(place.people).some(([column, { by }]) =>
    leadsTo(marks, by, item.fields[column], item),
  );
  // Who was the last to write an item is not by that what it is about.
  const says =
    isOwn || Object.keys(place.people).length === 0 ? Object.keys(place.says) : ['Title'];
  return {
    key: item.clientKey,
    createdAt: item.createdAt,
    modifiedAt: item.modifiedAt,
    ...Object.fromEntries(
      Object.entries(place.people).map(([column, { by }]) => [
        column,
        whoIn(marks, by, item.fields, column, item),
      ]),
    ),
    lastWrittenBy: namesActor(marks, place, item) ? 'you' : 'somebody else',
    ...Object.fromEntries(says.map((column) => [column, item.fields[column] ?? null])),
  };
}

function whoIn(marks: Marks, tie: Tie, fields: Fields, column: string, item: StoredItem) {
  const value = fields[column] ?? null;
  if (value === null || value === '') return null;
  if (tie.by === 'receipt' || tie.by === 'digests') return value;
  if (leadsTo(marks, tie, value, item)) {
    return tie.by === 'objectIds' && linesIn(String(value)).length > 1 ? 'you and others' : 'you';
  }
  return 'somebody else';
}

async function tableRecords(database: Database, marks: Marks, place: TablePlace) {
  const conditions = Object.entries(place.people).flatMap(([column, { by }]) => {
    const condition = conditionFor(marks, by, `row.${column}`);
    return condition === null ? [] : [{ column, ...condition }];
  });
  const wanted = [...Object.keys(place.people), ...Object.keys(place.says)];
  const records = new Map<string, Record<string, unknown>>();
  for (const { sql, value } of conditions) {
    const rows = await database.query<{ id: string; row: Record<string, unknown> }>(
      `SELECT ctid::text AS id, to_jsonb(row) AS row FROM ${place.table} AS row WHERE ${sql}`,
      [value],
    );
    for (const { id, row } of rows) {
      records.set(
        id,
        Object.fromEntries(
          wanted.map((column) => [column, shown(marks, place.people[column], row[column])]),
        ),
      );
    }
  }
  return [...records.values()];
}

/** A column that leads to a person says whom; digests and subjects are machine's names for the person. */
function shown(marks: Marks, column: PersonColumn | undefined, value: unknown): unknown {
  if (column === undefined || value === null) return value ?? null;
  if (column.by.by === 'receipt') return value;
  if (column.by.by !== 'objectId' && column.by.by !== 'actor') return 'you';
  const isOwn =
    typeof value === 'string' && [...marks.actors, marks.userId].includes(value.toLowerCase());
  return isOwn ? 'you' : 'somebody else';
}
