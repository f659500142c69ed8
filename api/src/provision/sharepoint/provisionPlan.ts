import * as z from 'zod/mini';
import { platformColumns, type ListDefinition, type ListName } from '../../sync/listDefinition';
import { facetOf, flagsOf, type WantedColumn } from './columnBody';

/** One thing provisioning does, or cannot do. */
export type ProvisionStep =
  | { kind: 'createList'; list: ListName; columns: readonly WantedColumn[] }
  | { kind: 'addColumn'; list: ListName; listId: string; column: WantedColumn }
  | {
      kind: 'changeColumn';
      list: ListName;
      listId: string;
      columnId: string;
      name: string;
      change: Record<string, unknown>;
    }
  | { kind: 'conflict'; list: ListName; column: string; is: string; wanted: string };

const existingColumn = z.object({
  id: z.string(),
  name: z.string(),
  indexed: z.nullish(z.boolean()),
  enforceUniqueValues: z.nullish(z.boolean()),
  text: z.nullish(z.object({ allowMultipleLines: z.nullish(z.boolean()) })),
  choice: z.nullish(z.object({ choices: z.nullish(z.array(z.string())) })),
  number: z.nullish(z.object({})),
  boolean: z.nullish(z.object({})),
  dateTime: z.nullish(z.object({})),
});

type ExistingColumn = z.infer<typeof existingColumn>;

/** An existing list as Graph tells it, with its columns still to be read. */
export interface ExistingList {
  id: string;
  columns: readonly unknown[];
}

/** Every column a list must have, besides the ones SharePoint brings. */
function wantedColumns(definition: ListDefinition): WantedColumn[] {
  const own = definition.columns.filter((column) => column.name !== 'Title');
  return [...platformColumns, ...own];
}

/** What is missing between a definition and the list as it is; nothing is ever removed. */
export function planList(
  definition: ListDefinition,
  existing: ExistingList | undefined,
): ProvisionStep[] {
  const wanted = wantedColumns(definition);
  const list = definition.name;
  if (!existing) return [{ kind: 'createList', list, columns: wanted }];
  const columns = existing.columns.map((column) => existingColumn.parse(column));
  const byName = new Map(columns.map((column) => [column.name, column]));
  return wanted.flatMap((column): ProvisionStep[] => {
    const found = byName.get(column.name);
    if (!found) return [{ kind: 'addColumn', list, listId: existing.id, column }];
    const is = typeOf(found);
    if (is !== column.type) {
      return [{ kind: 'conflict', list, column: column.name, is, wanted: column.type }];
    }
    const change = changeTo(column, found);
    if (Object.keys(change).length === 0) return [];
    const { id: columnId, name } = found;
    return [{ kind: 'changeColumn', list, listId: existing.id, columnId, name, change }];
  });
}

/** One line for the person at the console. */
export function describeStep(step: ProvisionStep): string {
  switch (step.kind) {
    case 'createList':
      return `create the list ${step.list} with ${step.columns.length} columns`;
    case 'addColumn':
      return `add the column ${step.column.name} to ${step.list}`;
    case 'changeColumn':
      return `change the column ${step.name} of ${step.list}: ${Object.keys(step.change).join(', ')}`;
    case 'conflict':
      return `${step.list} has a column ${step.column} of type ${step.is}, ${step.wanted} is needed: rename or remove it by hand`;
  }
}

function typeOf(column: ExistingColumn): string {
  if (column.text) return column.text.allowMultipleLines ? 'multilineText' : 'text';
  if (column.choice) return 'choice';
  if (column.number) return 'number';
  if (column.boolean) return 'boolean';
  if (column.dateTime) return 'dateTime';
  return 'another';
}

function changeTo(wanted: WantedColumn, found: ExistingColumn): Record<string, unknown> {
  const flags = Object.entries(flagsOf(wanted)).filter(
    ([name]) => found[name as 'indexed' | 'enforceUniqueValues'] !== true,
  );
  const change: Record<string, unknown> = Object.fromEntries(flags);
  if (wanted.type !== 'choice') return change;
  const has = found.choice?.choices ?? [];
  const missing = wanted.choices.filter((choice) => !has.includes(choice));
  if (missing.length === 0) return change;
  return { ...change, choice: { ...facetOf(wanted)['choice'], choices: [...has, ...missing] } };
}
