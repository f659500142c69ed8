import type { ColumnType, ListColumn } from '../storage/sharePointList';

const builtIn = (
  name: string,
  displayName: string,
  type: ColumnType,
  facet: Readonly<Record<string, unknown>>,
  hidden = false,
): ListColumn => ({
  id: `00000000-0000-4000-8000-${Buffer.from(name).toString('hex').padEnd(12, '0').slice(0, 12)}`,
  name,
  displayName,
  description: '',
  type,
  facet,
  indexed: name === 'ID',
  enforceUniqueValues: false,
  required: false,
  hidden,
  readOnly: true,
});

/** What every generic list brings beside `Title`; their values are the item's own. */
export const builtInColumns: readonly ListColumn[] = [
  builtIn('ID', 'ID', 'number', { decimalPlaces: 'none' }),
  builtIn('ContentType', 'Content Type', 'text', {}),
  builtIn('Modified', 'Modified', 'dateTime', { format: 'dateTime' }),
  builtIn('Created', 'Created', 'dateTime', { format: 'dateTime' }),
  builtIn('Author', 'Created By', 'personOrGroup', {}),
  builtIn('Editor', 'Modified By', 'personOrGroup', {}),
  builtIn('_UIVersionString', 'Version', 'text', {}),
  builtIn('Attachments', 'Attachments', 'boolean', {}),
  builtIn('Edit', 'Edit', 'text', {}),
  builtIn('LinkTitle', 'Title', 'text', {}),
  builtIn('LinkTitleNoMenu', 'Title', 'text', {}),
  builtIn('ItemChildCount', 'Item Child Count', 'lookup', {}),
  builtIn('FolderChildCount', 'Folder Child Count', 'lookup', {}),
  builtIn('GUID', 'GUID', 'text', {}, true),
];

export const builtInNames: ReadonlySet<string> = new Set(
  builtInColumns.map((column) => column.name),
);

export function titleColumn(id: string): ListColumn {
  return {
    id,
    name: 'Title',
    displayName: 'Title',
    description: '',
    type: 'text',
    facet: { allowMultipleLines: false, maxLength: 255 },
    indexed: false,
    enforceUniqueValues: false,
    required: false,
    hidden: false,
    readOnly: false,
  };
}
