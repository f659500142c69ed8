import * as z from 'zod/mini';
import type { ListDefinition } from '../../sync/listDefinition';
import type { Change } from '../step';
import { columnBody } from './columnBody';
import { columnSteps, wantedColumns, type ColumnStep } from './columnSteps';
import { toFoundColumn, type FoundColumn } from './foundColumn';
import { onceMore, settle } from './settle';
import { readLists, type Site, type SiteList } from './site';

export interface Plan {
  readonly changes: readonly Change[];
  readonly conflicts: readonly string[];
}

/** What is missing between a definition and the list as the site has it; nothing is ever removed. */
export async function planList(
  site: Site,
  definition: ListDefinition,
  lists: readonly SiteList[],
): Promise<Plan> {
  const { name } = definition;
  const list = lists.find((each) => each.displayName === name);
  if (!list) return planNewList(site, definition, lists);
  const path = `/sites/${site.id}/lists/${list.id}`;
  const columns = await readColumns(site, path);
  if (!isOurs(columns)) {
    return conflict(
      `The site has a list ${name} that Last Mile did not make: rename it, or take another site`,
    );
  }
  const changes: Change[] = [];
  const conflicts: string[] = [];
  for (const step of columnSteps(definition, columns)) {
    if (step.kind === 'conflict') conflicts.push(step.what);
    else changes.push(toChange(site, name, path, step));
    const clash = step.kind === 'unique' ? await findClash(site, name, path, step.found) : null;
    if (clash !== null) conflicts.push(clash);
  }
  return { changes, conflicts };
}

/** A list is Last Mile's when it holds the columns that every one of its lists is made with. */
export function isOurs(columns: readonly Pick<FoundColumn, 'name'>[]): boolean {
  return ['ClientKey', 'ChangeId'].every((name) => columns.some((column) => column.name === name));
}

export async function readColumns({ graph }: Site, listPath: string): Promise<FoundColumn[]> {
  return (await graph.getAll(`${listPath}/columns`)).map(toFoundColumn);
}

function planNewList(site: Site, definition: ListDefinition, lists: readonly SiteList[]): Plan {
  const { name } = definition;
  const renamed = lists.find((each) => each.name === name);
  if (renamed) {
    return conflict(
      `Somebody renamed the list ${name} to ${renamed.displayName}: Last Mile finds it by its name. ` +
        `Call it ${name} again (List settings > List name), or its items would be left behind`,
    );
  }
  const columns = wantedColumns(definition);
  const path = `/sites/${site.id}/lists`;
  const body = {
    displayName: name,
    columns: columns.map(columnBody),
    list: { template: 'genericList' },
  };
  const change: Change = {
    what: `create the list ${name} with ${columns.length} columns`,
    why: 'Last Mile keeps its data in lists that owners see and export in SharePoint',
    apply: () =>
      settle(
        () => site.graph.post(path, body),
        async () => (await readLists(site)).some((each) => each.displayName === name),
      ),
  };
  return { changes: [change], conflicts: [] };
}

function toChange(
  site: Site,
  list: string,
  path: string,
  step: Exclude<ColumnStep, { kind: 'conflict' }>,
): Change {
  const { graph } = site;
  if (step.kind === 'add') {
    const { column } = step;
    return {
      what: `add the column ${column.name} to ${list}`,
      why: 'this version of Last Mile keeps more there; items keep what they have',
      apply: () =>
        settle(
          () => graph.post(`${path}/columns`, columnBody(column)),
          async () => (await readColumns(site, path)).some(({ name }) => name === column.name),
        ),
    };
  }
  const { found } = step;
  const body = step.kind === 'unique' ? { enforceUniqueValues: true } : step.body;
  const what = step.kind === 'unique' ? 'unique values' : step.what;
  return {
    what: `change the column ${found.name} of ${list}: ${what}`,
    why:
      step.kind === 'unique'
        ? 'so that nothing that is sent twice is kept twice'
        : 'this version of Last Mile needs it so; items keep what they have',
    apply: () => settle(() => graph.patch(`${path}/columns/${found.id}`, body), onceMore),
  };
}

const itemBody = z.object({ id: z.string(), fields: z.record(z.string(), z.unknown()) });
const clashesTold = 5;

/** Items that hold the same value; SharePoint compares without regard to letter case. */
async function findClash(
  { graph }: Site,
  list: string,
  path: string,
  { name }: FoundColumn,
): Promise<string | null> {
  const found = await graph.getAll(`${path}/items?$expand=fields($select=${name})`);
  const byValue = new Map<string, string[]>();
  for (const { id, fields } of found.map((each) => itemBody.parse(each))) {
    const value = fields[name];
    if (typeof value !== 'string' || value === '') continue;
    const key = value.toLowerCase();
    byValue.set(key, [...(byValue.get(key) ?? []), id]);
  }
  const clashes = [...byValue.values()].filter((ids) => ids.length > 1);
  if (clashes.length === 0) return null;
  const told = clashes.slice(0, clashesTold).map((ids) => ids.join(' and '));
  const more = clashes.length - told.length;
  return (
    `Items of ${list} hold the same ${name}: ${told.join('; ')}${more > 0 ? `; and ${more} more` : ''}. ` +
    'Keep one of each and delete the other in SharePoint (it stays in the recycle bin), then run again'
  );
}

const conflict = (what: string): Plan => ({ changes: [], conflicts: [what] });
