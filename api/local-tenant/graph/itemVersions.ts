import type { ItemVersion, ListItem, SharePointList } from '../storage/sharePointList';
import { actorOf, toIdentitySet } from './actors';
import { changeItem } from './changeItem';
import { noContent, ok, type GraphGround, type GraphHandler } from './graphCall';
import { itemNotFound } from './graphFailure';
import type { FieldChanges } from './itemFields';
import { openItem, requireETag } from './items';
import type { JsonObject } from './jsonBody';
import { customFields } from './listItem';
import { readFieldsExpansion, refuseOptions } from './queryOptions';

/** GET …/items/{id}/versions: newest first, the current version among them; sites trim the oldest. */
export const listVersions: GraphHandler = (call, at, ground) => {
  refuseOptions(call.query, ['expand', 'select', 'top']);
  const { list, item } = openItem(call, at, ground, 'read');
  const isExpanded = readFieldsExpansion(call.query.get('expand')) !== undefined;
  const withFields = isExpanded || ground.switches.versionShape === 'whole';
  return ok({
    value: versionsOf(item).map((version) => toVersionBody(list, version, ground, withFields)),
  });
};

export const getVersion: GraphHandler = (call, at, ground) => {
  refuseOptions(call.query, ['expand', 'select']);
  const { list, item } = openItem(call, at, ground, 'read');
  return ok(toVersionBody(list, findVersion(item, at['version'] ?? ''), ground, true));
};

/** POST …/restoreVersion: the old fields become a new version; nothing in between is lost. */
export const restoreVersion: GraphHandler = (call, at, ground) => {
  const { list, item } = openItem(call, at, ground, 'write');
  const wanted = findVersion(item, at['version'] ?? '');
  requireETag(call, item, ground);
  const fields: FieldChanges = {
    ...Object.fromEntries(Object.keys(item.fields).map((name) => [name, null])),
    ...Object.fromEntries(Object.entries(wanted.fields).filter(([name]) => list.columns.has(name))),
  };
  changeItem(list, item, { fields, by: actorOf(call.caller) }, ground);
  return noContent;
};

function versionsOf(item: ListItem): ItemVersion[] {
  const current = {
    version: item.version,
    at: item.modifiedAt,
    by: item.modifiedBy,
    fields: item.fields,
  };
  return [...item.history, current].reverse();
}

function findVersion(item: ListItem, id: string): ItemVersion {
  const found = versionsOf(item).find((version) => `${version.version}.0` === id);
  if (!found) throw itemNotFound('The specified version was not found');
  return found;
}

function toVersionBody(
  list: SharePointList,
  version: ItemVersion,
  ground: GraphGround,
  withFields: boolean,
): JsonObject {
  return {
    id: `${version.version}.0`,
    lastModifiedDateTime: version.at,
    lastModifiedBy: toIdentitySet(version.by, ground.state),
    ...(withFields ? { fields: customFields(list, version.fields, false, ground) } : {}),
    ...(ground.switches.versionShape === 'whole'
      ? { published: { level: 'published', versionId: `${version.version}.0` } }
      : {}),
  };
}
