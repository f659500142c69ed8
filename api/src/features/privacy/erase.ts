import type { DoneIn, ErasureAct } from '@last-mile/shared/privacy';
import { somebodyErased } from '../../auth/somebodyErased';
import type { Database, Transaction } from '../../db/database';
import type { Fields, FieldValue } from '../../sync/listDefinition';
import type { ListStores } from '../../sync/listStores';
import { ListConflict, ListItemGone, type StoredItem } from '../../sync/storedItem';
import { isAbout, namesActor } from './heldData';
import { listPlaces } from './inventory/lists';
import type { ListPlace, PersonColumn, TablePlace } from './inventory/place';
import { tablePlaces } from './inventory/tables';
import { conditionFor, leadsTo, linesIn, unlinkedDigest, type Marks } from './marks';

type Lists = Pick<ListStores, 'stores'>['stores'];

/** Stands where a pseudonym or a name was shown. */
const erasedName = 'Somebody (erased)';

/** What there is to do about an item that names the person; null where nothing leads to them any more. */
function changeOf(
  marks: Marks,
  standIn: string,
  place: ListPlace,
  item: StoredItem,
): 'delete' | Fields | null {
  const fields: Fields = {};
  for (const [column, person] of Object.entries(place.people)) {
    if (!leadsTo(marks, person.by, item.fields[column], item)) continue;
    if (person.onErasure === 'kept' || person.by.by === 'subject') continue;
    const { deletedWhereSet } = person;
    if (deletedWhereSet !== undefined && item.fields[deletedWhereSet] != null) return 'delete';
    if (person.onErasure === 'deleted') return 'delete';
    Object.assign(fields, inPlaceOf(marks, standIn, column, person, item), person.empties);
  }
  const differs = Object.entries(fields).some(([name, value]) => item.fields[name] !== value);
  const actorGoes = namesActor(marks, place, item) && place.actor?.by !== 'subject';
  return differs || actorGoes ? fields : null;
}

function inPlaceOf(
  marks: Marks,
  standIn: string,
  column: string,
  { by, becomes }: PersonColumn,
  item: StoredItem,
): Fields {
  const value = item.fields[column] ?? null;
  switch (by.by) {
    case 'objectIds': {
      const others = linesIn(String(value)).filter((line) => line !== marks.userId);
      return { [column]: others.join('\n') || null };
    }
    case 'reporter':
      return { [column]: erasedName };
    case 'digest':
      return { [column]: unlinkedDigest(standIn, by.key).toString('hex') };
    case 'receipt':
      return {};
    default:
      return { [column]: becomes === 'nobody' ? null : somebodyErased };
  }
}

function actorAfter(marks: Marks, standIn: string, place: ListPlace, item: StoredItem): string {
  if (!namesActor(marks, place, item)) return String(item.fields['ActorId'] ?? somebodyErased);
  const { actor } = place;
  return actor?.by === 'digest'
    ? unlinkedDigest(standIn, actor.key).toString('hex')
    : somebodyErased;
}

/**
 * Erases a person from every list. Answers false where an item could not be had as it was read: it is to
 * be looked at again. Items made after `until` stay as they are. Throws ListUnavailable while SharePoint does not answer.
 */
export async function eraseFromLists(
  lists: Lists,
  marks: Marks,
  standIn: string,
  until: Date | null,
): Promise<boolean> {
  let isWhole = true;
  for (const place of listPlaces) {
    const list = lists[place.list];
    const gone: string[] = [];
    for (const item of await list.all()) {
      if (until !== null && Date.parse(item.createdAt) > until.getTime()) continue;
      const change = isAbout(marks, place, item) ? changeOf(marks, standIn, place, item) : null;
      if (change === null) continue;
      // What SharePoint refuses it never had: there is nothing to keep of it.
      if (change === 'delete' || item.parked !== undefined) {
        gone.push(item.clientKey);
        continue;
      }
      const actorId = actorAfter(marks, standIn, place, item);
      const edit = { actorId, fields: change };
      await list.edit(item.clientKey, item.eTag ?? '', edit).catch((error: unknown) => {
        if (error instanceof ListConflict) isWhole = false;
        else if (!(error instanceof ListItemGone)) throw error;
      });
    }
    if (gone.length > 0) isWhole &&= (await list.remove(gone)) === 'removed';
  }
  return isWhole;
}

/** Erases a person from every table, all in the caller's transaction. */
export async function eraseFromTables(
  tx: Transaction,
  marks: Marks,
  standIn: string,
): Promise<void> {
  for (const place of tablePlaces) {
    for (const [column, person] of Object.entries(place.people)) {
      const condition = conditionFor(marks, person.by, column);
      const isLinkOnly = person.by.by === 'subject' || person.by.by === 'subjects';
      if (condition === null || isLinkOnly || person.onErasure === 'kept') continue;
      if (person.onErasure === 'deleted') {
        await tx.query(`DELETE FROM ${place.table} WHERE ${condition.sql}`, [condition.value]);
      } else await unlink(tx, place, column, person, condition, standIn);
    }
  }
}

async function unlink(
  tx: Transaction,
  { table }: TablePlace,
  column: string,
  { by, becomes, empties = {} }: PersonColumn,
  condition: { readonly sql: string; readonly value: unknown },
  standIn: string,
): Promise<void> {
  const inPlace =
    by.by === 'digest'
      ? unlinkedDigest(standIn, by.key)
      : becomes === 'random'
        ? standIn
        : becomes === 'nobody'
          ? null
          : somebodyErased;
  const set: [string, unknown][] = [[column, inPlace], ...Object.entries<FieldValue>(empties)];
  const assignments = set.map(([name], index) => `${name} = $${index + 2}`);
  await tx.query(`UPDATE ${table} SET ${assignments.join(', ')} WHERE ${condition.sql}`, [
    condition.value,
    ...set.map(([, value]) => value),
  ]);
}

/** What an erasure finds, before it does anything: its receipt. */
export async function countHeld(
  { database, lists }: { readonly database: Database; readonly lists: Lists },
  marks: Marks,
): Promise<DoneIn[]> {
  const done: DoneIn[] = [];
  const note = (place: string, kind: DoneIn['kind'], act: ErasureAct, records: number) => {
    const same = done.find((each) => each.place === place && each.act === act);
    if (records === 0) return;
    if (same) same.records += records;
    else done.push({ place, kind, act, records });
  };
  for (const place of listPlaces) {
    for (const item of await lists[place.list].all()) {
      if (isAbout(marks, place, item)) note(place.list, place.kind, actOn(marks, place, item), 1);
    }
  }
  for (const place of tablePlaces) {
    for (const [column, { by, onErasure }] of Object.entries(place.people)) {
      const condition = conditionFor(marks, by, column);
      if (condition === null) continue;
      const [row] = await database.query<{ count: number }>(
        `SELECT count(*) AS count FROM ${place.table} WHERE ${condition.sql}`,
        [condition.value],
      );
      note(place.table, place.kind, onErasure, row?.count ?? 0);
    }
  }
  return done;
}

/** The most that happens to an item: it goes, its words go, or only the person goes out of it. */
function actOn(marks: Marks, place: ListPlace, item: StoredItem): ErasureAct {
  const acts = Object.entries(place.people)
    .filter(([column, { by }]) => leadsTo(marks, by, item.fields[column], item))
    .map(([, { onErasure, deletedWhereSet }]) =>
      deletedWhereSet !== undefined && item.fields[deletedWhereSet] != null ? 'deleted' : onErasure,
    );
  return (['deleted', 'emptied', 'kept'] as const).find((act) => acts.includes(act)) ?? 'unlinked';
}
