import { platformColumns, type ListDefinition } from '../../sync/listDefinition';
import { facetOf, isIndexed, labelOf, type WantedColumn } from './columnBody';
import type { FoundColumn } from './foundColumn';

/** One thing between a column as it is and as a list wants it; nothing is ever removed or narrowed. */
export type ColumnStep =
  | { kind: 'add'; column: WantedColumn }
  | { kind: 'change'; found: FoundColumn; what: string; body: Record<string, unknown> }
  /** Uniqueness, which SharePoint refuses while two items hold the same value. */
  | { kind: 'unique'; found: FoundColumn }
  | { kind: 'conflict'; what: string };

/** Every column a list must have, besides the ones SharePoint brings. */
export function wantedColumns(definition: ListDefinition): WantedColumn[] {
  const own = definition.columns.filter((column) => column.name !== 'Title');
  return [...platformColumns, ...own];
}

/** In the order in which SharePoint takes them: a column's index before its uniqueness. */
export function columnSteps(
  definition: ListDefinition,
  columns: readonly FoundColumn[],
): ColumnStep[] {
  const byName = new Map(columns.map((column) => [column.name, column]));
  return wantedColumns(definition).flatMap((column) => {
    const found = byName.get(column.name);
    return found ? stepsTo(definition.name, column, found) : [{ kind: 'add' as const, column }];
  });
}

function stepsTo(list: string, wanted: WantedColumn, found: FoundColumn): ColumnStep[] {
  const indexed = isIndexed(wanted);
  // A later version, or an owner, gave it more room: every value still fits.
  const isWider = wanted.type === 'text' && found.type === 'multilineText' && !indexed;
  const widens = wanted.type === 'multilineText' && found.type === 'text';
  if (found.type !== wanted.type && !isWider && !widens) {
    const what = `${list} has a column ${wanted.name} of type ${found.type}, ${wanted.type} is needed: rename or remove it by hand`;
    return [{ kind: 'conflict', what }];
  }
  const change = (what: string, body: Record<string, unknown>): ColumnStep => ({
    ...{ kind: 'change', found, what, body },
  });
  const steps: ColumnStep[] = [];
  if (widens) {
    if (found.indexed) steps.push(change('no index', { indexed: false }));
    steps.push(change('room for many lines', facetOf(wanted)));
  }
  if (labelOf(wanted) !== found.displayName) {
    steps.push(change(`called ${labelOf(wanted)} in SharePoint`, { displayName: labelOf(wanted) }));
  }
  const missing =
    wanted.type === 'choice'
      ? wanted.choices.filter((choice) => !found.choices.includes(choice))
      : [];
  if (missing.length > 0) {
    const choices = [...found.choices, ...missing];
    const body = { choice: { ...facetOf(wanted)['choice'], choices } };
    steps.push(change(`the choices ${missing.join(', ')}`, body));
  }
  if (indexed && !found.indexed) steps.push(change('an index', { indexed: true }));
  if (wanted.unique && !found.unique) steps.push({ kind: 'unique', found });
  return steps;
}
