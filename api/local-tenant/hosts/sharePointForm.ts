import type { BrowsedItem, BrowsedList } from '../graph/sharePointBrowser';
import type { ListColumn } from '../storage/sharePointList';

/** Columns a person may change by hand in this simulation. */
export function editableColumns(list: BrowsedList): readonly ListColumn[] {
  const plain = new Set(['text', 'number', 'currency', 'boolean', 'choice', 'dateTime']);
  return list.columns.filter(
    (column) => !column.readOnly && !column.hidden && plain.has(column.type) && !isMultiple(column),
  );
}

/** How a field stands in a text box or a table cell. */
export function fieldText(item: BrowsedItem, name: string): string {
  const value = item.fields[name];
  if (value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/**
 * The fields that differ from the item's, in SharePoint's types; an emptied box clears its field.
 * A browser sends line ends as CRLF: a text that differs by that alone is unchanged.
 */
export function readForm(
  form: URLSearchParams,
  columns: readonly ListColumn[],
  item: BrowsedItem,
): Record<string, string | number | boolean | null> {
  const changes: Record<string, string | number | boolean | null> = {};
  for (const column of columns) {
    if (column.type === 'boolean') {
      const ticked = form.has(column.name);
      if (ticked !== (item.fields[column.name] ?? false)) changes[column.name] = ticked;
      continue;
    }
    const given = form.get(column.name);
    if (given === null) continue;
    const before = fieldText(item, column.name);
    const text = before.includes('\r\n') ? given : given.replaceAll('\r\n', '\n');
    if (text !== before) changes[column.name] = toValue(column, text);
  }
  return changes;
}

function toValue(column: ListColumn, text: string): string | number | null {
  if (text === '') return null;
  return column.type === 'number' || column.type === 'currency' ? Number(text) : text;
}

export function isMultiLine(column: ListColumn): boolean {
  return column.facet['allowMultipleLines'] === true;
}

export function choicesOf(column: ListColumn): readonly string[] {
  const choices = column.facet['choices'];
  return Array.isArray(choices) ? choices.map(String) : [];
}

function isMultiple(column: ListColumn): boolean {
  return column.type === 'choice' && column.facet['displayAs'] === 'checkBoxes';
}
