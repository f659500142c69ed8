import type { ListItem, SharePointList } from '../storage/sharePointList';
import { actorOf } from './actors';
import { addItem } from './addItem';
import { changeItem } from './changeItem';
import {
  context,
  noContent,
  ok,
  toGraphTime,
  type GraphCall,
  type GraphGround,
  type GraphHandler,
} from './graphCall';
import { badRequest, GraphFailure, invalidRequest, itemNotFound } from './graphFailure';
import { readFieldChanges, refuseIncomplete } from './itemFields';
import { planQuery } from './itemQuery';
import { isJsonObject, requireObject, requireProperties } from './jsonBody';
import { eTagOf, listItemBodies, readExpansion, toFieldsBody, toListItemBody } from './listItem';
import { listUrl } from './lists';
import { nextLink, sealPosition, unsealPosition } from './paging';
import { readSelect, readTop, refuseOptions, selectProperties } from './queryOptions';
import { openList } from './siteAccess';

export const listItems: GraphHandler = (call, at, ground) => {
  refuseOptions(call.query, ['select', 'expand', 'filter', 'top', 'skiptoken', 'orderby']);
  if (call.query.has('orderby') && ground.switches.orderby === 'refused') {
    throw invalidRequest("The query option '$orderby' is not supported for this resource.");
  }
  const list = openList(call, ground, at['site'] ?? '', at['list'] ?? '', 'read');
  const fields = readExpansion(call, list, ground);
  const select = readSelect(call.query.get('select'));
  const page = pageOf(list, call, ground);
  const toBody = listItemBodies(list, ground, fields);
  return ok({
    '@odata.context': context(itemsFragment(list)),
    ...(page.next === undefined ? {} : { '@odata.nextLink': nextLink(call, page.next) }),
    value: page.items.map((item) => selectProperties(toBody(item), select, ['fields'])),
  });
};

export const getItem: GraphHandler = (call, at, ground) => {
  refuseOptions(call.query, ['select', 'expand']);
  const { list, item } = openItem(call, at, ground, 'read');
  const fields = readExpansion(call, list, ground);
  const select = readSelect(call.query.get('select'));
  const body = toListItemBody(list, item, ground, fields);
  return ok({
    '@odata.context': context(`${itemsFragment(list)}/$entity`),
    ...selectProperties(body, select, ['fields']),
  });
};

export const getFields: GraphHandler = (call, at, ground) => {
  refuseOptions(call.query, ['select']);
  const { list, item } = openItem(call, at, ground, 'read');
  const select = readSelect(call.query.get('select'));
  return ok({
    '@odata.context': context(`${itemsFragment(list)}('${item.id}')/fields/$entity`),
    ...toFieldsBody(list, item, ground, select),
  });
};

export const createItem: GraphHandler = (call, at, ground) => {
  const list = openList(call, ground, at['site'] ?? '', at['list'] ?? '', 'write');
  const body = requireObject(call.body);
  requireProperties(body, ['fields', 'contentType'], 'listItem');
  const given = body['fields'] ?? {};
  if (!isJsonObject(given)) throw badRequest("'fields' must be an object.");
  const id = addItem(list, given, actorOf(call.caller), ground);
  const item = requireItem(list, String(id));
  return {
    status: 201,
    headers: { Location: `${listUrl(list, ground)}/${id}_.000` },
    body: {
      '@odata.context': context(`${itemsFragment(list)}/$entity`),
      ...toListItemBody(list, item, ground, { select: undefined }),
    },
  };
};

/** PATCH …/items/{id}/fields answers the fieldValueSet, in which the item's new eTag is not to be found. */
export const updateFields: GraphHandler = (call, at, ground) => {
  const { list, item } = openItem(call, at, ground, 'write');
  const body = requireObject(call.body);
  requireETag(call, item, ground);
  const changes = readFieldChanges(list, body, ground);
  refuseIncomplete(list, { ...item.fields, ...changes }, ground);
  changeItem(list, item, { fields: changes, by: actorOf(call.caller) }, ground);
  return ok({
    '@odata.context': context(`${itemsFragment(list)}('${item.id}')/fields/$entity`),
    ...toFieldsBody(list, requireItem(list, String(item.id)), ground, undefined),
  });
};

export const deleteItem: GraphHandler = (call, at, ground) => {
  const { list, item } = openItem(call, at, ground, 'write');
  requireETag(call, item, ground);
  ground.journal.commit({
    kind: 'itemRemoved',
    siteId: list.siteId,
    listId: list.id,
    id: item.id,
    at: toGraphTime(ground.now()),
  });
  return noContent;
};

export function openItem(
  call: GraphCall,
  at: Readonly<Record<string, string>>,
  ground: GraphGround,
  need: 'read' | 'write',
): { list: SharePointList; item: ListItem } {
  const list = openList(call, ground, at['site'] ?? '', at['list'] ?? '', need, at['item']);
  return { list, item: requireItem(list, at['item'] ?? '') };
}

function requireItem(list: SharePointList, id: string): ListItem {
  const item = /^\d{1,9}$/.test(id) ? list.items.get(Number(id)) : undefined;
  if (!item) throw itemNotFound('The specified item was not found');
  return item;
}

export const itemsFragment = (list: SharePointList) =>
  `sites('${encodeURIComponent(list.siteId)}')/lists('${list.id}')/items`;

/** Whether the caller says, by the header's newer or older name, that a scan is worth its risk. */
function honoursNonIndexed(call: GraphCall, { switches }: GraphGround): boolean {
  const prefer = call.header('prefer') ?? '';
  if (/honornonindexedquerieswarningmayfailrandomly/i.test(prefer)) return true;
  return switches.olderPrefer === 'honoured' && /allowthrottleablequeries/i.test(prefer);
}

function pageOf(
  list: SharePointList,
  call: GraphCall,
  ground: GraphGround,
): { items: ListItem[]; next: string | undefined } {
  const plan = planQuery(
    list,
    {
      filter: call.query.get('filter'),
      orderBy: call.query.get('orderby'),
      honorNonIndexed: honoursNonIndexed(call, ground),
    },
    ground.switches,
  );
  const size = Math.min(
    readTop(call.query) ?? ground.switches.defaultPageSize,
    ground.switches.maximumPageSize,
  );
  const token = call.query.get('skiptoken');
  if (plan.order) {
    const from =
      token === undefined ? 0 : Number(unsealPosition(token, /^Paged=TRUE&p_Row=(\d{1,9})$/)[1]);
    const sorted = [...plan.rows(0)].sort((a, b) => plan.order?.compare(a, b) ?? 0);
    const items = sorted.slice(from, from + size);
    const next = sorted.length > from + size ? `Paged=TRUE&p_Row=${from + size}` : undefined;
    return { items, next: next === undefined ? undefined : sealPosition(next) };
  }
  const afterId =
    token === undefined ? 0 : Number(unsealPosition(token, /^Paged=TRUE&p_ID=(\d{1,9})$/)[1]);
  const items: ListItem[] = [];
  for (const item of plan.rows(afterId)) {
    if (items.length === size) {
      return { items, next: sealPosition(`Paged=TRUE&p_ID=${items.at(-1)?.id ?? 0}`) };
    }
    items.push(item);
  }
  return { items, next: undefined };
}

/** Refuses a write whose If-Match names another version than the one there is; nothing is written. */
export function requireETag(call: GraphCall, item: ListItem, ground: GraphGround): void {
  const wanted = call.header('if-match');
  if (wanted === undefined) return;
  if (wanted !== '*' && !/^(?:W\/)?"[^"]*"$/.test(wanted)) {
    throw invalidRequest(
      'The ETag header is malformed. ETags must be quoted strings.',
      'malformedEntityTag',
    );
  }
  if (ground.takeRace()) throw resourceModified(409);
  if (wanted === '*' || wanted.replace(/^W\//, '') === eTagOf(item)) return;
  throw resourceModified(Number(ground.switches.staleETagAnswer));
}

function resourceModified(status: number): GraphFailure {
  return new GraphFailure(status, 'resourceModified', 'ETag does not match current item’s value', {
    innerCode: 'entityTagDoesNotMatch',
  });
}
