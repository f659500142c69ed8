import { columnTypes, type ColumnType, type ListColumn } from '../storage/sharePointList';
import type { GraphGround } from './graphCall';
import { GraphFailure, invalidRequest } from './graphFailure';
import { isJsonObject, type JsonObject } from './jsonBody';

/** SharePoint's own limits; long published, not in Graph's documents. */
const indexesPerList = 20;
export const singleLineLength = 255;
export const multiLineLength = 63_999;

const flags = ['indexed', 'enforceUniqueValues', 'required', 'hidden', 'readOnly'] as const;
const names = ['name', 'displayName', 'description'] as const;
const accepted = new Set<string>([
  ...columnTypes,
  ...flags,
  ...names,
  'defaultValue',
  'columnGroup',
  'validation',
  'propagateChanges',
]);

/** Reads a new `columnDefinition`; exactly one type facet, and an index wherever uniqueness is asked. */
export function readColumn(
  body: unknown,
  { newId, switches }: Pick<GraphGround, 'newId' | 'switches'>,
): ListColumn {
  if (!isJsonObject(body)) throw invalidRequest('A column definition must be an object.');
  const facets = columnTypes.filter((type) => body[type] !== undefined && body[type] !== null);
  const type = facets[0];
  if (type === undefined || facets.length > 1) {
    throw invalidRequest('A column definition must have exactly one type facet.');
  }
  const facet = body[type];
  if (!isJsonObject(facet)) throw invalidRequest(`The facet '${type}' must be an object.`);
  const given = readNamesAndFlags(body);
  const name = given.name ?? given.displayName;
  if (name === undefined) throw invalidRequest("A column definition needs a 'name'.");
  if (!/^[A-Za-z_][A-Za-z0-9_]{0,31}$/.test(name)) {
    throw invalidRequest(`The column name '${name}' is not valid.`);
  }
  const column: ListColumn = {
    id: newId(),
    name,
    displayName: given.displayName ?? name,
    description: given.description ?? '',
    type,
    facet: { ...facetDefaults(type), ...facet },
    indexed: given.indexed ?? false,
    enforceUniqueValues: given.enforceUniqueValues ?? false,
    required: given.required ?? false,
    hidden: given.hidden ?? false,
    readOnly: given.readOnly ?? false,
    ...(given.defaultValue === undefined ? {} : { defaultValue: given.defaultValue }),
  };
  return checkedColumn(column, switches);
}

/** A column as `PATCH` leaves it; its name and type are fixed. */
export function changeColumn(
  column: ListColumn,
  body: unknown,
  { switches }: Pick<GraphGround, 'switches'>,
): ListColumn {
  if (!isJsonObject(body)) throw invalidRequest('A column definition must be an object.');
  const { name, ...given } = readNamesAndFlags(body);
  if (name !== undefined && name !== column.name) {
    throw invalidRequest("The 'name' of a column cannot be changed.");
  }
  if (columnTypes.some((type) => body[type] !== undefined && type !== column.type)) {
    throw invalidRequest('The type of a column cannot be changed.');
  }
  const facet = body[column.type];
  if (facet !== undefined && !isJsonObject(facet)) {
    throw invalidRequest(`The facet '${column.type}' must be an object.`);
  }
  const changed = { ...column, ...given, facet: { ...column.facet, ...(facet ?? {}) } };
  return checkedColumn(changed, switches);
}

export function checkIndexCount(
  columns: Iterable<ListColumn>,
  { switches }: Pick<GraphGround, 'switches'>,
): void {
  if (switches.listLimits === 'unenforced') return;
  const indexed = [...columns].filter((column) => column.indexed).length;
  if (indexed > indexesPerList) {
    throw invalidRequest(`A list can have at most ${indexesPerList} indexed columns.`);
  }
}

export function columnNameTaken(name: string): GraphFailure {
  return new GraphFailure(409, 'nameAlreadyExists', `A column named '${name}' already exists.`);
}

export function isMultiLine(column: ListColumn): boolean {
  return column.type === 'text' && column.facet['allowMultipleLines'] === true;
}

export function isMultiValue(column: ListColumn): boolean {
  return (
    column.facet['allowMultipleValues'] === true ||
    column.facet['allowMultipleSelection'] === true ||
    column.facet['displayAs'] === 'checkBoxes'
  );
}

/** Whether its values are written and read as `<name>LookupId`. */
export function isLookup(column: ListColumn): boolean {
  return column.type === 'lookup' || column.type === 'personOrGroup';
}

export function toColumnBody(column: ListColumn): JsonObject {
  return {
    columnGroup: 'Custom Columns',
    description: column.description,
    displayName: column.displayName,
    enforceUniqueValues: column.enforceUniqueValues,
    hidden: column.hidden,
    id: column.id,
    indexed: column.indexed,
    name: column.name,
    readOnly: column.readOnly,
    required: column.required,
    ...(column.defaultValue === undefined ? {} : { defaultValue: { value: column.defaultValue } }),
    [column.type]: column.facet,
  };
}

function readNamesAndFlags(body: JsonObject) {
  const unknown = Object.keys(body).find((key) => !accepted.has(key) && !key.startsWith('@'));
  if (unknown !== undefined) {
    throw invalidRequest(`The property '${unknown}' does not exist on type 'columnDefinition'.`);
  }
  const given: Partial<
    Record<(typeof flags)[number], boolean> &
      Record<(typeof names)[number], string> & { defaultValue: string }
  > = {};
  for (const flag of flags) {
    const value = body[flag];
    if (value === undefined) continue;
    if (typeof value !== 'boolean') throw invalidRequest(`'${flag}' must be a boolean.`);
    given[flag] = value;
  }
  for (const name of names) {
    const value = body[name];
    if (value === undefined) continue;
    if (typeof value !== 'string' || (value === '' && name !== 'description')) {
      throw invalidRequest(`'${name}' must be a text.`);
    }
    given[name] = value;
  }
  const defaultValue = body['defaultValue'];
  if (defaultValue !== undefined) {
    const value = isJsonObject(defaultValue) ? defaultValue['value'] : undefined;
    if (typeof value !== 'string') throw invalidRequest("'defaultValue' must hold a text 'value'.");
    given.defaultValue = value;
  }
  return given;
}

function checkedColumn(given: ListColumn, switches: GraphGround['switches']): ListColumn {
  const isIndexedToo = given.enforceUniqueValues && switches.uniqueNeedsIndex === 'indexed';
  const column = isIndexedToo ? { ...given, indexed: true } : given;
  if (column.indexed && (isMultiLine(column) || isMultiValue(column))) {
    throw invalidRequest(`The column '${column.name}' cannot be indexed.`);
  }
  if (column.enforceUniqueValues && !column.indexed) {
    throw invalidRequest(`The column '${column.name}' must be indexed to enforce unique values.`);
  }
  const maxLength = column.facet['maxLength'];
  if (
    column.type === 'text' &&
    maxLength !== undefined &&
    (typeof maxLength !== 'number' || !Number.isInteger(maxLength) || maxLength < 1)
  ) {
    throw invalidRequest("'maxLength' must be a positive whole number.");
  }
  return column;
}

function facetDefaults(type: ColumnType): JsonObject {
  switch (type) {
    case 'text':
      return {
        allowMultipleLines: false,
        appendChangesToExistingText: false,
        linesForEditing: 0,
        textType: 'plain',
      };
    case 'choice':
      return { allowTextEntry: false, choices: [], displayAs: 'dropDownMenu' };
    case 'dateTime':
      return { displayAs: 'default', format: 'dateTime' };
    case 'number':
      return { decimalPlaces: 'automatic', displayAs: 'number' };
    default:
      return {};
  }
}
