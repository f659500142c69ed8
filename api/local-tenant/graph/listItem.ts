import type { ItemFields, ListItem, SharePointList } from '../storage/sharePointList';
import { siteUserLookupId, toIdentitySet } from './actors';
import { isLookup } from './columnDefinition';
import type { GraphGround } from './graphCall';
import type { JsonObject } from './jsonBody';
import { listUrl } from './lists';
import type { FieldsExpansion } from './queryOptions';

/** The quoted tag of one version of one item; callers may only compare it. */
export const eTagOf = (item: ListItem) => `"{${item.guid.toUpperCase()}},${item.version}"`;

/** A listItem as Graph answers it, with `fields` only where they were asked for. */
export function toListItemBody(
  list: SharePointList,
  item: ListItem,
  ground: GraphGround,
  fields: FieldsExpansion | undefined,
): JsonObject {
  const eTag = eTagOf(item);
  return {
    '@odata.etag': eTag,
    createdDateTime: item.createdAt,
    eTag,
    id: String(item.id),
    lastModifiedDateTime: item.modifiedAt,
    webUrl: `${listUrl(list, ground)}/${item.id}_.000`,
    createdBy: toIdentitySet(item.createdBy, ground.state),
    lastModifiedBy: toIdentitySet(item.modifiedBy, ground.state),
    parentReference: { id: list.id, siteId: list.siteId },
    contentType: { id: '0x0100', name: 'Item' },
    ...(fields
      ? { fields: { '@odata.etag': eTag, ...toFieldsBody(list, item, ground, fields.select) } }
      : {}),
  };
}

/** The fieldValueSet of an item; a hidden column is there only when it is named. */
export function toFieldsBody(
  list: SharePointList,
  item: ListItem,
  ground: GraphGround,
  select: readonly string[] | undefined,
): JsonObject {
  if (select) {
    const all: JsonObject = {
      ...customFields(list, item.fields, true),
      ...ownFields(item, ground),
    };
    return Object.fromEntries(
      select.flatMap((name) => (name in all ? [[name, all[name]] as const] : [])),
    );
  }
  return { ...customFields(list, item.fields, false), ...ownFields(item, ground) };
}

/** Fields as a column's name shows them; lookups are read as `<name>LookupId`. */
export function customFields(
  list: SharePointList,
  fields: ItemFields,
  withHidden: boolean,
): JsonObject {
  const shown: JsonObject = {};
  for (const column of list.columns.values()) {
    const value = fields[column.name];
    if (value === undefined || (column.hidden && !withHidden)) continue;
    shown[isLookup(column) ? `${column.name}LookupId` : column.name] = value;
  }
  return shown;
}

function ownFields(item: ListItem, ground: GraphGround) {
  return {
    ...(item.fields['Title'] === undefined
      ? {}
      : { LinkTitle: item.fields['Title'], LinkTitleNoMenu: item.fields['Title'] }),
    id: String(item.id),
    ContentType: 'Item',
    Modified: item.modifiedAt,
    Created: item.createdAt,
    AuthorLookupId: siteUserLookupId(item.createdBy, ground.state),
    EditorLookupId: siteUserLookupId(item.modifiedBy, ground.state),
    _UIVersionString: `${item.version}.0`,
    Attachments: false,
    Edit: '',
    ItemChildCount: '0',
    FolderChildCount: '0',
  };
}
