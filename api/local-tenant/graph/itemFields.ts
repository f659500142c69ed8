import type { ItemFields, ItemValue, ListColumn, SharePointList } from '../storage/sharePointList';
import type { TenantSwitches } from '../storage/switches';
import { builtInNames } from './builtInColumns';
import {
  isLookup,
  isMultiLine,
  isMultiValue,
  multiLineLength,
  singleLineLength,
} from './columnDefinition';
import type { GraphGround } from './graphCall';
import { GraphFailure, invalidRequest } from './graphFailure';
import { isJsonObject, type JsonObject } from './jsonBody';

export type FieldChanges = Readonly<Record<string, ItemValue | null>>;

/** The refusal of a field that no column has. */
export const fieldNotRecognized = (name: string, switches: TenantSwitches) =>
  invalidRequest(
    switches.unknownFieldWords === 'notRecognized'
      ? `Field '${name}' is not recognized`
      : `Column '${name}' does not exist. It may have been deleted by another user.`,
  );

/** Reads the fields of a write as SharePoint would store them; null clears a field. */
export function readFieldChanges(
  list: SharePointList,
  body: JsonObject,
  ground: GraphGround,
): FieldChanges {
  const changes: Record<string, ItemValue | null> = {};
  for (const [name, value] of Object.entries(body)) {
    if (name.startsWith('@')) continue;
    if (name.endsWith('@odata.type')) {
      checkAnnotation(list, name, value, ground);
      continue;
    }
    const column = columnFor(list, name);
    if (!column) {
      if (name === 'ContentType' && value === 'Item') continue;
      if (builtInNames.has(name) || name === 'id') {
        throw invalidRequest(`Field '${name}' is read-only.`);
      }
      throw fieldNotRecognized(name, ground.switches);
    }
    if (column.readOnly || column.type === 'calculated') {
      throw invalidRequest(`Field '${name}' is read-only.`);
    }
    changes[column.name] = readValue(column, name, value, body, ground);
  }
  return changes;
}

/** Fills the defaults of a new item and drops what was given as empty. */
export function withDefaults(list: SharePointList, changes: FieldChanges): ItemFields {
  const fields: Record<string, ItemValue> = {};
  for (const column of list.columns.values()) {
    const given = changes[column.name];
    if (given !== undefined) {
      if (given !== null) fields[column.name] = given;
    } else if (column.defaultValue !== undefined) {
      fields[column.name] = defaultOf(column, column.defaultValue);
    }
  }
  return fields;
}

/** Refuses an item that lacks a value in a required column, where the tenant does. */
export function refuseIncomplete(
  list: SharePointList,
  fields: FieldChanges,
  { switches }: GraphGround,
): void {
  if (switches.requiredColumns === 'unenforced') return;
  for (const column of list.columns.values()) {
    if (!column.required || (fields[column.name] ?? null) !== null) continue;
    throw invalidRequest(`The required field '${column.name}' has no value.`);
  }
}

function refuseForeignChoices(
  column: ListColumn,
  values: readonly (string | number)[],
  { switches }: GraphGround,
): void {
  if (switches.choiceOutsideList === 'taken' || column.facet['allowTextEntry'] === true) return;
  const choices = column.facet['choices'];
  const known: readonly unknown[] = Array.isArray(choices) ? choices : [];
  if (values.every((value) => known.includes(value))) return;
  throw invalidRequest(`The value of field '${column.name}' is none of its choices.`);
}

/** Refuses a value that another item holds in a column of unique values. */
export function refuseDuplicates(
  list: SharePointList,
  changes: FieldChanges,
  itemId: number | undefined,
  ground: GraphGround,
  keyOf: (value: ItemValue) => string,
): void {
  for (const [name, value] of Object.entries(changes)) {
    const column = list.columns.get(name);
    if (!column?.enforceUniqueValues || value === null) continue;
    const holders = list.items.withKey(name, keyOf(value));
    if (holders.every((holder) => holder.id === itemId)) continue;
    throw duplicateRefused(name, ground);
  }
}

function duplicateRefused(name: string, { switches }: GraphGround): GraphFailure {
  const inSharePointsWords = `The list item could not be added or updated because duplicate values were found in the following field(s) in the list: [${name}].`;
  switch (switches.duplicateAnswer) {
    case 'invalidRequest400':
      return invalidRequest(
        'One or more fields with unique constraints already has the provided value.',
      );
    case 'sharePointWords400':
      return invalidRequest(inSharePointsWords);
    case 'nameAlreadyExists409':
      return new GraphFailure(409, 'nameAlreadyExists', inSharePointsWords);
  }
}

/** The column a field name writes to: people and lookups are written as `<name>LookupId`. */
function columnFor(list: SharePointList, name: string): ListColumn | undefined {
  const column = list.columns.get(name);
  if (column) return isLookup(column) ? undefined : column;
  if (!name.endsWith('LookupId')) return undefined;
  const base = list.columns.get(name.slice(0, -'LookupId'.length));
  return base && isLookup(base) ? base : undefined;
}

const collections = ['Collection(Edm.String)', 'Collection(Edm.Int32)'];

function checkAnnotation(
  list: SharePointList,
  name: string,
  value: unknown,
  { switches }: GraphGround,
): void {
  const column = columnFor(list, name.slice(0, -'@odata.type'.length));
  if (!column) throw fieldNotRecognized(name.slice(0, -'@odata.type'.length), switches);
  if (typeof value !== 'string' || !collections.includes(value) || !isMultiValue(column)) {
    throw invalidRequest(`The annotation '${name}' is not valid.`);
  }
}

function readValue(
  column: ListColumn,
  name: string,
  value: unknown,
  body: JsonObject,
  ground: GraphGround,
): ItemValue | null {
  // SharePoint does not tell an empty text from none.
  if (value === null || value === '') return null;
  const wrong = () => invalidRequest(`The value of field '${name}' is not valid for its type.`);
  if (Array.isArray(value)) {
    if (!isMultiValue(column) || body[`${name}@odata.type`] === undefined) throw wrong();
    const values = value as unknown[];
    if (!values.every((each) => typeof each === 'string' || typeof each === 'number')) {
      throw wrong();
    }
    if (column.type === 'choice') refuseForeignChoices(column, values, ground);
    return values.length === 0 ? null : values;
  }
  switch (column.type) {
    case 'text':
      return readText(column, value, wrong, ground);
    case 'choice':
      if (typeof value !== 'string' || value.length > singleLineLength) throw wrong();
      refuseForeignChoices(column, [value], ground);
      return isMultiValue(column) ? [value] : value;
    case 'number':
    case 'currency':
      if (typeof value !== 'number' || !Number.isFinite(value)) throw wrong();
      return value;
    case 'boolean':
      if (typeof value !== 'boolean') throw wrong();
      return value;
    case 'dateTime':
      return readDate(column, value, ground, wrong);
    case 'lookup':
    case 'personOrGroup':
      if (typeof value !== 'string' && typeof value !== 'number') throw wrong();
      if (!/^\d{1,9}$/.test(String(value))) throw wrong();
      return String(value);
    case 'hyperlinkOrPicture':
      return readLink(value, wrong);
    case 'calculated':
    case 'geolocation':
    case 'term':
    case 'thumbnail':
    case 'contentApprovalStatus':
      throw invalidRequest(`Field '${name}' of type ${column.type} cannot be written here.`);
  }
}

function readText(
  column: ListColumn,
  value: unknown,
  wrong: () => GraphFailure,
  { switches }: GraphGround,
): string {
  if (typeof value !== 'string') throw wrong();
  const maxLength = column.facet['maxLength'];
  const limit = isMultiLine(column)
    ? multiLineLength
    : Math.min(singleLineLength, typeof maxLength === 'number' ? maxLength : singleLineLength);
  if (switches.listLimits === 'enforced' && value.length > limit) {
    throw invalidRequest(
      `The text of field '${column.name}' is longer than the ${limit} characters it can hold.`,
    );
  }
  if (!isMultiLine(column) && /[\r\n]/.test(value)) {
    throw invalidRequest(`Field '${column.name}' holds a single line of text.`);
  }
  return value;
}

const isoDate = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})?)?$/;

function readDate(
  column: ListColumn,
  value: unknown,
  ground: GraphGround,
  wrong: () => GraphFailure,
): string {
  if (typeof value !== 'string' || !isoDate.test(value)) throw wrong();
  const moment = new Date(
    /T.*(Z|[+-]\d{2}:\d{2})$/.test(value) || value.length === 10 ? value : `${value}Z`,
  );
  if (Number.isNaN(moment.getTime())) throw wrong();
  const iso = moment.toISOString();
  if (column.facet['format'] === 'dateOnly') return `${iso.slice(0, 10)}T00:00:00Z`;
  return ground.switches.dateTimePrecision === 'seconds' ? `${iso.slice(0, 19)}Z` : iso;
}

function readLink(value: unknown, wrong: () => GraphFailure): ItemValue {
  if (!isJsonObject(value) || typeof value['Url'] !== 'string') throw wrong();
  const description = value['Description'] ?? value['Url'];
  if (typeof description !== 'string' || value['Url'].length > singleLineLength) throw wrong();
  return { Url: value['Url'], Description: description };
}

function defaultOf(column: ListColumn, text: string): ItemValue {
  if (column.type === 'number' || column.type === 'currency') return Number(text);
  if (column.type === 'boolean') return text === '1' || text.toLowerCase() === 'true';
  return text;
}
