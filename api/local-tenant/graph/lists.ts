import { siteUrl } from '../storage/tenantState';
import type { ListColumn, SharePointList } from '../storage/sharePointList';
import { actorOf, toIdentitySet } from './actors';
import {
  changeColumn,
  checkIndexCount,
  columnNameTaken,
  readColumn,
  toColumnBody,
} from './columnDefinition';
import { builtInColumns, builtInNames, titleColumn } from './builtInColumns';
import {
  context,
  noContent,
  ok,
  toGraphTime,
  type GraphGround,
  type GraphHandler,
} from './graphCall';
import { GraphFailure, invalidRequest, itemNotFound } from './graphFailure';
import { isJsonObject, requireObject, requireProperties, type JsonObject } from './jsonBody';
import { filterProperties } from './propertyFilter';
import { readSelect, refuseOptions, selectProperties } from './queryOptions';
import { openList, openSite } from './siteAccess';

export const listLists: GraphHandler = (call, at, ground) => {
  refuseOptions(call.query, ['select', 'filter', 'expand', 'top']);
  const site = openSite(call, ground, at['site'] ?? '', 'read');
  const bodies = [...site.lists.values()].map((list) => toListBody(list, ground));
  const kept = filterProperties(bodies, call.query.get('filter'));
  const select = readSelect(call.query.get('select'));
  return ok({
    '@odata.context': context(`sites('${encodeURIComponent(site.id)}')/lists`),
    value: kept.map((body) => selectProperties(body, select)),
  });
};

export const getList: GraphHandler = (call, at, ground) => {
  refuseOptions(call.query, ['select', 'expand']);
  const list = openList(call, ground, at['site'] ?? '', at['list'] ?? '', 'read');
  const expand = call.query.get('expand');
  if (expand !== undefined && expand !== 'columns') {
    throw invalidRequest(`The $expand clause '${expand}' is not supported.`);
  }
  const body = selectProperties(toListBody(list, ground), readSelect(call.query.get('select')));
  return ok({
    '@odata.context': context('sites/lists/$entity'),
    ...body,
    ...(expand === 'columns' ? { columns: visibleColumns(list).map(toColumnBody) } : {}),
  });
};

export const createList: GraphHandler = (call, at, ground) => {
  const site = openSite(call, ground, at['site'] ?? '', 'manage');
  const body = requireObject(call.body);
  if (body['name'] !== undefined) {
    throw invalidRequest(
      "Cannot define a 'name' for a list as it is assigned by the server. Instead, provide 'displayName'",
    );
  }
  requireProperties(body, ['displayName', 'description', 'columns', 'list'], 'list');
  const { displayName, description } = readTitles(body);
  if (displayName === undefined) throw invalidRequest("A list needs a 'displayName'.");
  refuseTakenTitle(site.lists.values(), displayName);
  const columns = [titleColumn(ground.newId()), ...readColumns(body['columns'], ground)];
  checkIndexCount(columns, ground);
  const listId = ground.newId();
  ground.journal.commit({
    kind: 'list',
    siteId: site.id,
    listId,
    name: assignName(displayName, [...site.lists.values()]),
    displayName,
    description: description ?? '',
    template: readTemplate(body['list']),
    at: toGraphTime(ground.now()),
    by: actorOf(call.caller),
    columns,
  });
  const list = site.lists.get(listId);
  return {
    status: 201,
    body: {
      '@odata.context': context('sites/lists/$entity'),
      ...(list ? toListBody(list, ground) : {}),
    },
  };
};

export const deleteList: GraphHandler = (call, at, ground) => {
  const list = openList(call, ground, at['site'] ?? '', at['list'] ?? '', 'manage');
  ground.journal.commit({ kind: 'listRemoved', siteId: list.siteId, listId: list.id });
  return noContent;
};

export const listColumns: GraphHandler = (call, at, ground) => {
  refuseOptions(call.query, ['select', 'filter']);
  const list = openList(call, ground, at['site'] ?? '', at['list'] ?? '', 'read');
  const select = readSelect(call.query.get('select'));
  // Hidden columns are left out of collections unless the caller shows that it knows of them.
  const columns = select?.includes('hidden')
    ? [...list.columns.values(), ...builtInColumns]
    : visibleColumns(list);
  const bodies = filterProperties(columns.map(toColumnBody), call.query.get('filter'));
  return ok({ value: bodies.map((body) => selectProperties(body, select)) });
};

export const getColumn: GraphHandler = (call, at, ground) => {
  refuseOptions(call.query, ['select']);
  const list = openList(call, ground, at['site'] ?? '', at['list'] ?? '', 'read');
  const column = findColumn(list, at['column'] ?? '');
  return ok(selectProperties(toColumnBody(column), readSelect(call.query.get('select'))));
};

export const createColumn: GraphHandler = (call, at, ground) => {
  const list = openList(call, ground, at['site'] ?? '', at['list'] ?? '', 'manage');
  const column = readColumn(requireObject(call.body), ground);
  if (isTaken(column.name, list.columns.keys())) throw columnNameTaken(column.name);
  setColumn(list, column, ground);
  return { status: 201, body: toColumnBody(column) };
};

export const updateColumn: GraphHandler = (call, at, ground) => {
  const list = openList(call, ground, at['site'] ?? '', at['list'] ?? '', 'manage');
  const known = findColumn(list, at['column'] ?? '');
  const column = changeColumn(known, requireObject(call.body), ground);
  if (builtInNames.has(column.name)) throw invalidRequest(`'${column.name}' cannot be changed.`);
  setColumn(list, column, ground);
  return ok(toColumnBody(column));
};

export const deleteColumn: GraphHandler = (call, at, ground) => {
  const list = openList(call, ground, at['site'] ?? '', at['list'] ?? '', 'manage');
  const column = findColumn(list, at['column'] ?? '');
  if (column.name === 'Title' || builtInNames.has(column.name)) {
    throw invalidRequest(`The column '${column.name}' cannot be deleted.`);
  }
  ground.journal.commit({
    kind: 'columnRemoved',
    siteId: list.siteId,
    listId: list.id,
    name: column.name,
    keepsValues: ground.switches.deletedColumnValues === 'kept',
  });
  return noContent;
};

/** The list's own address in SharePoint. */
export function listUrl(list: SharePointList, ground: GraphGround): string {
  const site = ground.state.sites.get(list.siteId);
  return `${site ? siteUrl(site) : ''}/Lists/${encodeURIComponent(list.name)}`;
}

function toListBody(list: SharePointList, ground: GraphGround): JsonObject {
  return {
    '@odata.etag': `"{${list.id.toUpperCase()}},${list.columns.size}"`,
    createdBy: toIdentitySet(list.createdBy, ground.state),
    createdDateTime: list.createdAt,
    description: list.description,
    displayName: list.displayName,
    eTag: `"{${list.id.toUpperCase()}},${list.columns.size}"`,
    id: list.id,
    lastModifiedDateTime: list.modifiedAt,
    list: { contentTypesEnabled: false, hidden: false, template: list.template },
    name: list.name,
    parentReference: { siteId: list.siteId },
    webUrl: listUrl(list, ground),
  };
}

function setColumn(list: SharePointList, column: ListColumn, ground: GraphGround): void {
  if (column.enforceUniqueValues && !list.columns.get(column.name)?.enforceUniqueValues) {
    refuseDuplicates(list, column.name);
  }
  const others = [...list.columns.values()].filter((known) => known.name !== column.name);
  checkIndexCount([...others, column], ground);
  ground.journal.commit({
    kind: 'column',
    siteId: list.siteId,
    listId: list.id,
    column,
    at: toGraphTime(ground.now()),
  });
}

/** SharePoint makes no column unique whose values are not; it compares without regard to case. */
function refuseDuplicates(list: SharePointList, name: string): void {
  const seen = new Set<string>();
  for (const { fields } of list.items.after(0)) {
    const value = fields[name];
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const key = String(value).toLowerCase();
    if (seen.has(key)) {
      throw invalidRequest(`The column '${name}' contains duplicate values: it cannot be unique.`);
    }
    seen.add(key);
  }
}

function visibleColumns(list: SharePointList): ListColumn[] {
  return [...list.columns.values(), ...builtInColumns].filter((column) => !column.hidden);
}

function findColumn(list: SharePointList, idOrName: string): ListColumn {
  const column = [...list.columns.values(), ...builtInColumns].find(
    (known) => known.id === idOrName || known.name === idOrName,
  );
  if (!column) throw itemNotFound('The specified column was not found');
  return column;
}

function isTaken(name: string, names: Iterable<string>): boolean {
  const wanted = name.toLowerCase();
  return [...names, ...builtInNames].some((known) => known.toLowerCase() === wanted);
}

function readColumns(given: unknown, ground: GraphGround): ListColumn[] {
  if (given === undefined) return [];
  if (!Array.isArray(given)) throw invalidRequest("'columns' must be an array.");
  const columns: ListColumn[] = [];
  for (const body of given as unknown[]) {
    const column = readColumn(body, ground);
    if (isTaken(column.name, ['Title', ...columns.map((known) => known.name)])) {
      throw columnNameTaken(column.name);
    }
    columns.push(column);
  }
  return columns;
}

function readTitles(body: JsonObject) {
  const { displayName, description } = body;
  if (displayName !== undefined && (typeof displayName !== 'string' || displayName.trim() === '')) {
    throw invalidRequest("'displayName' must be a text.");
  }
  if (description !== undefined && typeof description !== 'string') {
    throw invalidRequest("'description' must be a text.");
  }
  return { displayName, description };
}

function readTemplate(given: unknown): string {
  if (given === undefined || given === null) return 'genericList';
  const template = isJsonObject(given) ? (given['template'] ?? 'genericList') : undefined;
  if (template !== 'genericList') {
    throw invalidRequest('The local tenant makes lists from the template genericList only.');
  }
  return template;
}

function refuseTakenTitle(lists: Iterable<SharePointList>, displayName: string): void {
  if ([...lists].some((list) => list.displayName.toLowerCase() === displayName.toLowerCase())) {
    throw new GraphFailure(
      409,
      'nameAlreadyExists',
      'A list, survey, discussion board, or document library with the specified title already exists in this website.',
    );
  }
}

function assignName(displayName: string, lists: readonly SharePointList[]): string {
  const base = displayName.replaceAll(/[^\p{L}\p{N} _-]/gu, '').trim() || 'List';
  const taken = new Set(lists.map((list) => list.name.toLowerCase()));
  let name = base;
  for (let next = 1; taken.has(name.toLowerCase()); next++) name = `${base}${next}`;
  return name;
}
