import * as z from 'zod/mini';
import {
  platformColumns,
  type Fields,
  type FieldValue,
  type ListDefinition,
} from './listDefinition';
import { TextNotStorable, TextTooLong } from './storedItem';

/** An item as the replica keeps it. */
export interface ReplicaItem {
  itemId: string;
  clientKey: string;
  eTag: string;
  version: number;
  fields: Fields;
  createdAt: string;
  modifiedAt: string;
}

/** What a delta page says of one item: how it is now, or that it is gone. */
export type ItemChange = { kind: 'item'; item: ReplicaItem } | { kind: 'deleted'; itemId: string };

const listItem = z.object({
  id: z.string(),
  eTag: z.string(),
  createdDateTime: z.string(),
  lastModifiedDateTime: z.string(),
  fields: z.optional(z.record(z.string(), z.unknown())),
});

const deletedItem = z.object({ id: z.string(), deleted: z.object({ state: z.string() }) });

// https://support.microsoft.com: what a plain multi-line column holds, however it is configured.
const multilineLimit = 63_999;
const textLimit = 255;

/** What is asked of a definition for every item, worked out once. */
interface Columns {
  /** The columns a list is read with; SharePoint's own are left out to keep pages small. */
  readonly names: readonly string[];
  /** Those that are fields of an item: its key is kept apart. */
  readonly fieldNames: readonly string[];
  readonly types: ReadonlyMap<string, string>;
}

const columnsByDefinition = new WeakMap<ListDefinition, Columns>();

function columnsOf(definition: ListDefinition): Columns {
  const known = columnsByDefinition.get(definition);
  if (known) return known;
  const names = [...definition.columns, ...platformColumns].map((column) => column.name);
  const columns = {
    names,
    fieldNames: names.filter((name) => name !== 'ClientKey'),
    types: new Map<string, string>(definition.columns.map(({ name, type }) => [name, type])),
  };
  columnsByDefinition.set(definition, columns);
  return columns;
}

/** The one query option that makes `fields` come along. */
export function expandFields(definition: ListDefinition): string {
  return `$expand=fields($select=${columnsOf(definition).names.join(',')})`;
}

/** Reads a listItem of Graph; `sent` stands in where an answer leaves the fields out. */
export function toReplicaItem(
  definition: ListDefinition,
  value: unknown,
  sent: Fields = {},
): ReplicaItem {
  const item = listItem.parse(value);
  const fields = toFields(definition, item.fields ?? sent);
  const clientKey = (item.fields ?? sent)['ClientKey'];
  return {
    itemId: item.id,
    clientKey: typeof clientKey === 'string' ? toClientKey(clientKey) : `sharepoint-${item.id}`,
    eTag: item.eTag,
    version: Number(/,(\d+)"?$/.exec(item.eTag)?.[1] ?? 0),
    fields,
    createdAt: item.createdDateTime,
    modifiedAt: item.lastModifiedDateTime,
  };
}

/** Reads one entry of a delta page; `undefined` for what is no item of the list (a folder). */
export function toItemChange(definition: ListDefinition, value: unknown): ItemChange | undefined {
  const deleted = deletedItem.safeParse(value);
  if (deleted.success) return { kind: 'deleted', itemId: deleted.data.id };
  const item = listItem.safeParse(value);
  if (!item.success || item.data.fields === undefined) return undefined;
  return { kind: 'item', item: toReplicaItem(definition, value) };
}

/** SharePoint compares texts without regard to case, so keys are kept in one. */
export function toClientKey(clientKey: string): string {
  return clientKey.toLowerCase();
}

/** Every readable column with its value; one that is empty or unreadable is `null`. */
export function toFields(
  definition: ListDefinition,
  raw: Readonly<Record<string, unknown>>,
): Fields {
  const fields: Fields = {};
  for (const name of columnsOf(definition).fieldNames) fields[name] = toFieldValue(raw[name]);
  return fields;
}

function toFieldValue(value: unknown): FieldValue {
  // SharePoint does not tell an empty text from none; neither do we, delivered or not.
  if (value === '') return null;
  const type = typeof value;
  const isKept = type === 'string' || type === 'number' || type === 'boolean';
  return isKept ? (value as FieldValue) : null;
}

/** Refuses what the list could not hold as it is, before anything is written anywhere. */
export function checkFields(definition: ListDefinition, fields: Fields): void {
  const { types } = columnsOf(definition);
  for (const [name, value] of Object.entries(fields)) {
    const type = types.get(name);
    if (type === undefined) throw new Error(`${definition.name} has no column ${name}`);
    if (typeof value !== 'string') continue;
    const limit = type === 'multilineText' ? multilineLimit : textLimit;
    if (value.length > limit) throw new TextTooLong(name, limit);
    // Neither XML (SharePoint) nor jsonb (the outbox) can hold these.
    if (/\0|\p{Surrogate}/u.test(value)) throw new TextNotStorable(name);
  }
}
