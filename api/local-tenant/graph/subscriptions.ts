import type { ListSubscription } from '../storage/directoryRecords';
import {
  context,
  noContent,
  ok,
  type GraphCall,
  type GraphGround,
  type GraphHandler,
} from './graphCall';
import { GraphFailure, invalidRequest } from './graphFailure';
import { requireObject, requireProperties, type JsonObject } from './jsonBody';
import { refuseOptions } from './queryOptions';
import { openList } from './siteAccess';

const minute = 60_000;
const longestMinutes = 42_300;
const shortestMinutes = 45;

const properties = [
  'changeType',
  'notificationUrl',
  'lifecycleNotificationUrl',
  'resource',
  'expirationDateTime',
  'clientState',
  'latestSupportedTlsVersion',
  'includeResourceData',
];

/** POST /subscriptions: a list is watched once its endpoint has echoed a token. */
export const createSubscription: GraphHandler = async (call, _at, ground) => {
  const body = requireObject(call.body);
  requireProperties(body, properties, 'subscription');
  if (body['changeType'] !== 'updated') {
    throw invalidRequest("A list can only be subscribed to with the changeType 'updated'.");
  }
  if (body['includeResourceData'] === true) {
    throw invalidRequest('A list notification cannot carry resource data.');
  }
  const list = openResource(call, ground, body['resource']);
  const notificationUrl = readEndpoint(body, 'notificationUrl');
  if (notificationUrl === undefined) throw invalidRequest("A 'notificationUrl' is required.");
  const lifecycleNotificationUrl = readEndpoint(body, 'lifecycleNotificationUrl');
  const clientState = readClientState(body);
  const expirationDateTime = readExpiration(body, ground);
  for (const url of [notificationUrl, lifecycleNotificationUrl]) {
    if (url === undefined) continue;
    const token = `Validation: Testing client application reachability for subscription Request-Id: ${ground.newId()}`;
    const failure = await ground.notifications.validate(url, token);
    if (failure !== undefined) throw new GraphFailure(400, 'ValidationError', failure);
  }
  const subscription: ListSubscription = {
    id: ground.newId(),
    siteId: list.siteId,
    listId: list.id,
    resource: String(body['resource']),
    clientId: call.caller.clientId,
    notificationUrl,
    expirationDateTime,
    ...(lifecycleNotificationUrl === undefined ? {} : { lifecycleNotificationUrl }),
    ...(clientState === undefined ? {} : { clientState }),
    ...(call.caller.userId === undefined ? {} : { userId: call.caller.userId }),
  };
  ground.journal.commit({ kind: 'subscription', subscription });
  return { status: 201, body: toSubscriptionBody(subscription) };
};

export const listSubscriptions: GraphHandler = (call, _at, ground) => {
  refuseOptions(call.query, []);
  const own = [...ground.state.subscriptions.values()].filter((subscription) =>
    isReachable(subscription, call, ground),
  );
  return ok({ '@odata.context': context('subscriptions'), value: own.map(toBody) });
};

export const getSubscription: GraphHandler = (call, at, ground) => {
  refuseOptions(call.query, []);
  return ok(toSubscriptionBody(findSubscription(call, at['subscription'] ?? '', ground)));
};

/** PATCH renews; where lifecycle notifications go was settled at creation. */
export const updateSubscription: GraphHandler = (call, at, ground) => {
  const subscription = findSubscription(call, at['subscription'] ?? '', ground);
  const body = requireObject(call.body);
  if (body['lifecycleNotificationUrl'] !== undefined) {
    throw invalidRequest("'lifecycleNotificationUrl' can only be set when subscribing.");
  }
  requireProperties(body, ['expirationDateTime'], 'subscription');
  const renewed = { ...subscription, expirationDateTime: readExpiration(body, ground) };
  ground.journal.commit({ kind: 'subscription', subscription: renewed });
  return ok(toSubscriptionBody(renewed));
};

export const deleteSubscription: GraphHandler = (call, at, ground) => {
  const { id } = findSubscription(call, at['subscription'] ?? '', ground);
  ground.journal.commit({ kind: 'subscriptionRemoved', id });
  return noContent;
};

function openResource(call: GraphCall, ground: GraphGround, resource: unknown) {
  const match =
    typeof resource === 'string' ? /^\/?sites\/([^/]+)\/lists\/([^/]+)$/.exec(resource) : undefined;
  if (!match) throw invalidRequest("The 'resource' must be sites/{site-id}/lists/{list-id}.");
  return openList(call, ground, match[1] ?? '', match[2] ?? '', 'read');
}

/** An https address; plain http is taken on the loopback alone, where this tenant is used. */
function readEndpoint(body: JsonObject, name: string): string | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
  const isLoopback =
    url !== undefined && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback)) return url.href;
  throw invalidRequest(`'${name}' must be an https address.`);
}

function readClientState(body: JsonObject): string | undefined {
  const value = body['clientState'];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' && value.length <= 128) return value;
  throw invalidRequest("'clientState' can have at most 128 characters.");
}

function readExpiration(body: JsonObject, ground: GraphGround): string {
  const value = body['expirationDateTime'];
  const wanted = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  const now = ground.now().getTime();
  if (Number.isNaN(wanted) || wanted <= now) {
    throw invalidRequest("'expirationDateTime' must be a time to come.");
  }
  if (wanted > now + longestMinutes * minute) {
    throw invalidRequest(
      `Subscription expiration can only be ${longestMinutes} minutes in the future.`,
    );
  }
  return new Date(Math.max(wanted, now + shortestMinutes * minute)).toISOString();
}

function isReachable(subscription: ListSubscription, call: GraphCall, ground: GraphGround) {
  return (
    subscription.clientId === call.caller.clientId &&
    Date.parse(subscription.expirationDateTime) > ground.now().getTime()
  );
}

function findSubscription(call: GraphCall, id: string, ground: GraphGround): ListSubscription {
  const subscription = ground.state.subscriptions.get(id);
  if (!subscription || !isReachable(subscription, call, ground)) {
    throw new GraphFailure(404, 'ResourceNotFound', 'The object was not found.');
  }
  return subscription;
}

const toSubscriptionBody = (subscription: ListSubscription) => ({
  '@odata.context': context('subscriptions/$entity'),
  ...toBody(subscription),
});

function toBody(subscription: ListSubscription): JsonObject {
  return {
    id: subscription.id,
    resource: subscription.resource,
    applicationId: subscription.clientId,
    changeType: 'updated',
    clientState: subscription.clientState ?? null,
    notificationUrl: subscription.notificationUrl,
    lifecycleNotificationUrl: subscription.lifecycleNotificationUrl ?? null,
    expirationDateTime: subscription.expirationDateTime,
    creatorId: subscription.userId ?? subscription.clientId,
  };
}
