import type { ColumnDefinition } from '../../sync/listDefinition';

/** A column as provisioning wants it; `unique` is the platform's own. */
export type WantedColumn = ColumnDefinition & { unique?: boolean };

/** The facet and its settings in Graph's `columnDefinition`. */
export function facetOf(column: WantedColumn): Record<string, Record<string, unknown>> {
  switch (column.type) {
    case 'text':
      return { text: { maxLength: 255 } };
    case 'multilineText':
      // Plain: rich text would come back as HTML that SharePoint has rewritten.
      return { text: { allowMultipleLines: true, textType: 'plain' } };
    case 'choice':
      return { choice: { choices: column.choices, allowTextEntry: false } };
    case 'number':
      return { number: {} };
    case 'boolean':
      return { boolean: {} };
    case 'dateTime':
      return { dateTime: { format: 'dateTime' } };
  }
}

/** The body that creates a column; uniqueness needs an index. */
export function columnBody(column: WantedColumn): Record<string, unknown> {
  return {
    name: column.name,
    displayName: labelOf(column),
    ...flagsOf(column),
    ...facetOf(column),
  };
}

/** Index and uniqueness, only where wanted: what an owner indexed besides is theirs. */
function flagsOf(column: WantedColumn): Record<string, boolean> {
  return {
    ...(isIndexed(column) ? { indexed: true } : {}),
    ...(column.unique ? { enforceUniqueValues: true } : {}),
  };
}

export function isIndexed(column: WantedColumn): boolean {
  return column.unique === true || ('indexed' in column && column.indexed);
}

/** What SharePoint shows above the column. */
export const labelOf = (column: WantedColumn): string => column.displayName ?? column.name;
