import type { ItemValue, ListColumn, ListItem, SharePointList } from '../storage/sharePointList';
import { isLookup } from './columnDefinition';
import type { Comparison, FilterLiteral } from './filterParser';
import { invalidRequest } from './graphFailure';
import type { TenantSwitches } from '../storage/switches';
import { fieldNotRecognized } from './itemFields';

export interface ItemProperty {
  /** The name after `fields/`; undefined for a property of the item itself. */
  readonly field: string | undefined;
  readonly indexed: boolean;
  readonly type: 'text' | 'number' | 'boolean' | 'date';
  valueOf(item: ListItem): ItemValue | undefined;
}

export interface ItemCondition {
  readonly field: string | undefined;
  readonly indexed: boolean;
  /** The stored value an indexed `eq` looks for. */
  readonly exact?: string | number | boolean;
  holds(item: ListItem): boolean;
}

/** Finds what a path of `$filter` or `$orderby` speaks of, or refuses it in SharePoint's words. */
export function findProperty(
  list: SharePointList,
  path: string,
  switches: TenantSwitches,
): ItemProperty {
  if (!path.startsWith('fields/')) return ownProperty(path);
  const name = path.slice('fields/'.length);
  const column = list.columns.get(name) ?? lookupColumn(list, name);
  if (column) {
    return {
      field: name,
      indexed: column.indexed,
      type: comparedAs(column),
      valueOf: (item) => item.fields[column.name],
    };
  }
  switch (name) {
    case 'id':
    case 'ID':
      return { field: undefined, indexed: true, type: 'number', valueOf: (item) => item.id };
    case 'Created':
      return unindexed(name, 'date', (item) => item.createdAt);
    case 'Modified':
      return unindexed(name, 'date', (item) => item.modifiedAt);
    case 'ContentType':
      return unindexed(name, 'text', () => 'Item');
    default:
      throw fieldNotRecognized(name, switches);
  }
}

export function compileComparison(
  list: SharePointList,
  comparison: Comparison,
  switches: TenantSwitches,
): ItemCondition {
  const property = findProperty(list, comparison.path, switches);
  const { operator, literal } = comparison;
  const common = { field: property.field, indexed: property.indexed };
  if (literal.kind === 'null') {
    if (operator !== 'eq' && operator !== 'ne') {
      throw invalidRequest(`null can only be compared by eq and ne in '${comparison.path}'.`);
    }
    return {
      ...common,
      holds: (item) => (property.valueOf(item) === undefined) === (operator === 'eq'),
    };
  }
  if (operator === 'startswith' && property.type !== 'text') {
    throw invalidRequest(`startswith takes a text property, and '${comparison.path}' is none.`);
  }
  const wanted = readLiteral(property, comparison.path, literal);
  const isExact =
    operator === 'eq' &&
    property.indexed &&
    property.field !== undefined &&
    property.type !== 'date';
  return {
    ...common,
    ...(isExact ? { exact: wanted } : {}),
    holds(item) {
      const value = property.valueOf(item);
      if (value === undefined) return operator === 'ne';
      if (typeof value === 'object') return false;
      const found = comparable(property, value);
      switch (operator) {
        case 'eq':
          return found === wanted;
        case 'ne':
          return found !== wanted;
        case 'lt':
          return found < wanted;
        case 'gt':
          return found > wanted;
        case 'le':
          return found <= wanted;
        case 'ge':
          return found >= wanted;
        case 'startswith':
          return String(found).startsWith(String(wanted));
      }
    },
  };
}

/** The form in which two values are compared: text without case, times as numbers. */
export function comparable(
  property: ItemProperty,
  value: string | number | boolean,
): string | number | boolean {
  if (property.type === 'date') return Date.parse(String(value));
  return typeof value === 'string' ? value.toLowerCase() : value;
}

function readLiteral(property: ItemProperty, path: string, literal: FilterLiteral) {
  const { value } = literal;
  const wrong = () =>
    invalidRequest(`The value in the filter on '${path}' does not match its type.`);
  if (value === null) throw wrong();
  switch (property.type) {
    case 'text':
      if (literal.kind !== 'text') throw wrong();
      return comparable(property, value);
    case 'number': {
      const number = typeof value === 'number' ? value : Number(value);
      if (literal.kind === 'boolean' || value === '' || Number.isNaN(number)) throw wrong();
      return number;
    }
    case 'boolean':
      // SharePoint's own form of a yes/no value in a filter is 1 or 0.
      if (typeof value === 'boolean') return value;
      if (value === 1 || value === 0) return value === 1;
      throw wrong();
    case 'date': {
      const moment = Date.parse(String(value));
      if ((literal.kind !== 'date' && literal.kind !== 'text') || Number.isNaN(moment)) {
        throw wrong();
      }
      return moment;
    }
  }
}

function ownProperty(path: string): ItemProperty {
  switch (path) {
    case 'id':
      return { field: undefined, indexed: true, type: 'number', valueOf: (item) => item.id };
    case 'createdDateTime':
      return unindexed(undefined, 'date', (item) => item.createdAt);
    case 'lastModifiedDateTime':
      return unindexed(undefined, 'date', (item) => item.modifiedAt);
    default:
      throw invalidRequest(`Could not find a property named '${path}' on type 'listItem'.`);
  }
}

const unindexed = (
  field: string | undefined,
  type: ItemProperty['type'],
  valueOf: ItemProperty['valueOf'],
): ItemProperty => ({ field, indexed: false, type, valueOf });

function lookupColumn(list: SharePointList, name: string): ListColumn | undefined {
  if (!name.endsWith('LookupId')) return undefined;
  const column = list.columns.get(name.slice(0, -'LookupId'.length));
  return column && isLookup(column) ? column : undefined;
}

function comparedAs(column: ListColumn): ItemProperty['type'] {
  switch (column.type) {
    case 'number':
    case 'currency':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'dateTime':
      return 'date';
    default:
      return 'text';
  }
}
