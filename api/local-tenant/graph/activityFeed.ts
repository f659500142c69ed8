import {
  noContent,
  toGraphTime,
  type GraphCall,
  type GraphGround,
  type GraphHandler,
} from './graphCall';
import { badRequest, directoryObjectNotFound, GraphFailure } from './graphFailure';
import type { ActivityNotification } from '../storage/directoryRecords';
import { isJsonObject, requireObject, requireProperties, type JsonObject } from './jsonBody';

const longestPreview = 150;
const mostRecipients = 100;
/** A bulk request is worked off later, so its token must live that long. */
const bulkTokenLife = 45 * 60_000;

const properties = [
  'topic',
  'activityType',
  'chainId',
  'previewText',
  'teamsAppId',
  'templateParameters',
  'iconId',
];

/** POST …/teamwork/sendActivityNotification: the activity type must be in the app's manifest. */
export const sendActivityNotification: GraphHandler = (call, at, ground) => {
  requireTeamsPermission(call, ['TeamsActivity.Send', 'TeamsActivity.Send.User']);
  const user = ground.state.users.get(at['user'] ?? '');
  if (!user) throw directoryObjectNotFound(at['user'] ?? '');
  const body = requireObject(call.body);
  requireProperties(body, [...properties, 'recipient'], 'sendActivityNotification');
  const activityType = readActivity(body, call, ground);
  requireInstalled(user.id, call, ground);
  notify(user.id, activityType, body, call, ground);
  return noContent;
};

/** POST /teamwork/sendActivityNotificationToRecipients: up to 100 people, answered before it is done. */
export const sendActivityNotificationToRecipients: GraphHandler = (call, _at, ground) => {
  requireTeamsPermission(call, ['TeamsActivity.Send']);
  const { expiresAt } = call.caller;
  if (expiresAt !== undefined && expiresAt - ground.now().getTime() < bulkTokenLife) {
    throw new GraphFailure(
      412,
      'PreconditionFailed',
      'The access token expires within 45 minutes; ask for a new one.',
    );
  }
  const body = requireObject(call.body);
  requireProperties(body, [...properties, 'recipients'], 'sendActivityNotificationToRecipients');
  const activityType = readActivity(body, call, ground);
  const { recipients, ...shared } = body;
  for (const userId of readRecipients(recipients)) {
    // Nobody hears of a recipient that could not be reached: the request was already taken.
    if (!ground.state.users.has(userId) || !isInstalled(userId, call, ground)) continue;
    notify(userId, activityType, shared, call, ground);
  }
  return { status: 202 };
};

/** A person's feed, newest first: a notification takes the place of an earlier one of its chain. */
export function shownInFeed(
  sent: readonly ActivityNotification[],
  userId: string,
): readonly ActivityNotification[] {
  const shown = new Map<unknown, ActivityNotification>();
  for (const notification of sent) {
    if (notification.userId !== userId) continue;
    const chain = notification.body['chainId'] ?? notification;
    shown.delete(chain);
    shown.set(chain, notification);
  }
  return [...shown.values()].reverse();
}

/** Teams refuses in words of its own, with the code that it gives for everything it forbids. */
function requireTeamsPermission(call: GraphCall, permissions: readonly string[]): void {
  const { scopes } = call.caller;
  if (permissions.some((permission) => scopes.includes(permission))) return;
  throw new GraphFailure(
    403,
    'Forbidden',
    `Missing role permissions on the request. API requires one of '${permissions.join(', ')}'. Roles on the request '${scopes.join(', ')}'.`,
  );
}

function readActivity(body: JsonObject, call: GraphCall, ground: GraphGround): string {
  const { topic, activityType, previewText } = body;
  if (!isJsonObject(topic) || typeof topic['value'] !== 'string') {
    throw badRequest("A 'topic' with a source and a value is required.");
  }
  const declared = ground.state.apps.get(call.caller.clientId)?.activityTypes ?? [];
  if (
    typeof activityType !== 'string' ||
    (activityType !== 'systemDefault' && !declared.includes(activityType))
  ) {
    throw badRequest(`Unable to find activity type '${String(activityType)}' in the app manifest.`);
  }
  const content = isJsonObject(previewText) ? previewText['content'] : undefined;
  if (typeof content === 'string' && content.length > longestPreview) {
    throw badRequest(`The preview text can have at most ${longestPreview} characters.`);
  }
  return activityType;
}

function readRecipients(given: unknown): readonly string[] {
  const recipients: readonly unknown[] = Array.isArray(given) ? given : [];
  if (recipients.length === 0 || recipients.length > mostRecipients) {
    throw badRequest(`Between 1 and ${mostRecipients} recipients must be named.`);
  }
  return recipients.map((recipient) => {
    const userId = isJsonObject(recipient) ? recipient['userId'] : undefined;
    if (typeof userId !== 'string') throw badRequest('A recipient needs a userId.');
    return userId;
  });
}

const isInstalled = (userId: string, call: GraphCall, ground: GraphGround) =>
  !ground.state.uninstalledApps.has(`${call.caller.clientId} ${userId}`);

function requireInstalled(userId: string, call: GraphCall, ground: GraphGround): void {
  if (isInstalled(userId, call, ground)) return;
  throw new GraphFailure(
    Number(ground.switches.appNotInstalledAnswer),
    ground.switches.appNotInstalledAnswer === '403' ? 'Forbidden' : 'NotFound',
    `Application with AAD App Id '${call.caller.clientId}' is not authorized to generate custom text notifications to the recipient. Ensure that the expected Teams app is installed in the target scope (user, team, or chat).`,
  );
}

function notify(
  userId: string,
  activityType: string,
  body: JsonObject,
  call: GraphCall,
  ground: GraphGround,
): void {
  ground.journal.commit({
    kind: 'notification',
    notification: {
      userId,
      clientId: call.caller.clientId,
      activityType,
      at: toGraphTime(ground.now()),
      body,
    },
  });
}
