import type { Actor, ItemFields, ListItem, SharePointList } from '../storage/sharePointList';
import { siteUserLookupId, toIdentitySet } from './actors';
import { isLookup } from './columnDefinition';
import type { GraphCall, GraphGround } from './graphCall';
import { invalidRequest } from './graphFailure';
import type { JsonObject } from './jsonBody';
import { listUrl } from './lists';
import { readFieldsExpansion, type FieldsExpansion } from './queryOptions';

/** The quoted tag of one version of one item; callers may only compare it. */
export const eTagOf = (item: ListItem) => `"{${item.guid.toUpperCase()}},${item.version}"`;

/** Lookups that one query may reach for: SharePoint's own limit, long published. */
const lookupsPerQuery = 12;

/** The fields a read asks for, refused when they reach for too many lookup columns. */
export function readExpansion(
  call: GraphCall,
  list: SharePointList,
  ground: GraphGround,
): FieldsExpansion | undefined {
  const fields = readFieldsExpansion(call.query.get('expand'));
  if (!fields || ground.switches.lookupThreshold === 'unenforced') return fields;
  const { select } = fields;
  const lookups = [...list.columns.values()].filter(
    (column) => isLookup(column) && (!select || select.includes(`${column.name}LookupId`)),
  );
  if (lookups.length <= lookupsPerQuery) return fields;
  throw invalidRequest(
    'The query cannot be completed because the number of lookup columns it contains exceeds the lookup column threshold.',
  );
}

/** A listItem as Graph answers it, with `fields` only where they were asked for. */
export function toListItemBody(
  list: SharePointList,
  item: ListItem,
  ground: GraphGround,
  fields: FieldsExpansion | undefined,
): JsonObject {
  return listItemBodies(list, ground, fields)(item);
}

/** As `toListItemBody` for many items of one list: what they share is worked out once. */
export function listItemBodies(
  list: SharePointList,
  ground: GraphGround,
  fields: FieldsExpansion | undefined,
): (item: ListItem) => JsonObject {
  const url = listUrl(list, ground);
  const parentReference = { id: list.id, siteId: list.siteId };
  const contentType = { id: '0x0100', name: 'Item' };
  const identities = new Map<string, JsonObject>();
  const identityOf = (actor: Actor) => {
    const known = identities.get(actor.id);
    if (known) return known;
    const identity = toIdentitySet(actor, ground.state);
    identities.set(actor.id, identity);
    return identity;
  };
  return (item) => {
    const eTag = eTagOf(item);
    const body: JsonObject = {
      '@odata.etag': eTag,
      createdDateTime: item.createdAt,
      eTag,
      id: String(item.id),
      lastModifiedDateTime: item.modifiedAt,
      webUrl: `${url}/${item.id}_.000`,
      createdBy: identityOf(item.createdBy),
      lastModifiedBy: identityOf(item.modifiedBy),
      parentReference,
      contentType,
    };
    if (fields) {
      const shown: JsonObject = { '@odata.etag': eTag };
      body['fields'] = Object.assign(shown, toFieldsBody(list, item, ground, fields.select));
    }
    return body;
  };
}

/** The fieldValueSet of an item; a hidden column is there only when it is named. */
export function toFieldsBody(
  list: SharePointList,
  item: ListItem,
  ground: GraphGround,
  select: readonly string[] | undefined,
): JsonObject {
  const all = customFields(list, item.fields, select !== undefined, ground);
  addOwnFields(all, item, ground);
  if (!select) return all;
  all['GUID'] = item.guid;
  const chosen: JsonObject = {};
  for (const name of select) {
    if (Object.hasOwn(all, name)) chosen[name] = all[name];
  }
  return chosen;
}

/** Fields as a column's name shows them; lookups are read as `<name>LookupId`. */
export function customFields(
  list: SharePointList,
  fields: ItemFields,
  withHidden: boolean,
  ground: GraphGround,
): JsonObject {
  const shown: JsonObject = {};
  for (const column of list.columns.values()) {
    const value = fields[column.name];
    if (value === undefined || (column.hidden && !withHidden)) continue;
    if (isLookup(column)) {
      shown[`${column.name}LookupId`] = typeof value === 'string' ? lookupId(value, ground) : value;
    } else shown[column.name] = value;
  }
  return shown;
}

const lookupId = (id: string, { switches }: GraphGround) =>
  switches.lookupIdType === 'text' ? id : Number(id);

function addOwnFields(shown: JsonObject, item: ListItem, ground: GraphGround): void {
  const title = item.fields['Title'];
  if (title !== undefined) {
    shown['LinkTitle'] = title;
    shown['LinkTitleNoMenu'] = title;
  }
  shown['id'] = String(item.id);
  shown['ContentType'] = 'Item';
  shown['Modified'] = item.modifiedAt;
  shown['Created'] = item.createdAt;
  shown['AuthorLookupId'] = lookupId(siteUserLookupId(item.createdBy, ground.state), ground);
  shown['EditorLookupId'] = lookupId(siteUserLookupId(item.modifiedBy, ground.state), ground);
  shown['_UIVersionString'] = `${item.version}.0`;
  shown['Attachments'] = false;
  shown['Edit'] = '';
  shown['ItemChildCount'] = '0';
  shown['FolderChildCount'] = '0';
}
