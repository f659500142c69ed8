import type { SharePointList } from '../storage/sharePointList';
import { context, ok, type GraphCall, type GraphGround, type GraphHandler } from './graphCall';
import { GraphFailure } from './graphFailure';
import { itemsFragment } from './items';
import { listItemBodies, readExpansion } from './listItem';
import { nextLink, sealPosition, unsealPosition } from './paging';
import { readSelect, readTop, refuseOptions, selectProperties } from './queryOptions';
import { openList } from './siteAccess';

/** Where a delta walk stands: what it has seen, and from where on deletions concern it. */
interface DeltaPosition {
  readonly seen: number;
  readonly startedAt: number;
}

/** GET …/items/delta: latest states in order of change, then a link for what comes after. */
export const deltaItems: GraphHandler = (call, at, ground) => {
  refuseOptions(call.query, ['token', 'select', 'expand', 'top']);
  const list = openList(call, ground, at['site'] ?? '', at['list'] ?? '', 'read');
  const fields = readExpansion(call, list, ground);
  const select = readSelect(call.query.get('select'));
  const size = Math.min(
    readTop(call.query) ?? ground.switches.defaultPageSize,
    ground.switches.maximumPageSize,
  );
  const token = call.query.get('token');
  if (token === 'latest') {
    return ok({
      '@odata.context': context(itemsFragment(list)),
      '@odata.deltaLink': linkTo(call, list, { seen: list.sequence, startedAt: list.sequence }),
      value: [],
    });
  }
  const from =
    token === undefined
      ? { seen: 0, startedAt: list.sequence }
      : readPosition(call, token, list, ground);
  const toBody = listItemBodies(list, ground, fields);
  const value: unknown[] = [];
  let seen = from.seen;
  for (const change of list.items.changedAfter(from.seen)) {
    if (value.length === size) {
      return ok({
        '@odata.context': context(itemsFragment(list)),
        '@odata.nextLink': linkTo(call, list, { seen, startedAt: from.startedAt }),
        value,
      });
    }
    seen = change.sequence;
    if (change.item) {
      value.push(selectProperties(toBody(change.item), select, ['fields', 'id']));
    } else if (change.sequence > from.startedAt) {
      // A first enumeration does not speak of what was gone before it began.
      value.push({ id: String(change.id), deleted: { state: 'deleted' } });
    }
  }
  return ok({
    '@odata.context': context(itemsFragment(list)),
    '@odata.deltaLink': linkTo(call, list, { seen: list.sequence, startedAt: list.sequence }),
    value,
  });
};

function linkTo(call: GraphCall, list: SharePointList, position: DeltaPosition): string {
  const { seen, startedAt } = position;
  return nextLink(
    call,
    sealPosition(`3;${list.id};${list.deltaEpoch};${seen};${startedAt}`),
    'token',
  );
}

function readPosition(
  call: GraphCall,
  token: string,
  list: SharePointList,
  ground: GraphGround,
): DeltaPosition {
  const [, listId, epoch, seen, startedAt] = unsealPosition(
    token,
    /^3;([\w-]{1,64});(\d{1,9});(\d{1,15});(\d{1,15})$/,
    'token',
  );
  const position = { seen: Number(seen), startedAt: Number(startedAt) };
  if (listId === list.id && Number(epoch) === list.deltaEpoch && position.seen <= list.sequence) {
    return position;
  }
  throw new GraphFailure(
    410,
    ground.switches.resyncCode,
    'The delta token is no longer valid, and the app must reset the sync state.',
    { headers: { Location: linkTo(call, list, { seen: 0, startedAt: list.sequence }) } },
  );
}
