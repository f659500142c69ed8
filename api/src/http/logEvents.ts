import type { WorkerName } from '../sync/workers';

/** What a line of the log may say besides its event; nothing of it is about a person. */
interface LoggedFields {
  /** An id of ours for one request, which the answer carries as `X-Request-Id`. */
  readonly requestId: string;
  /** One of the methods that HTTP has; else `OTHER`. */
  readonly method: string;
  /** The route's pattern, never its address. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  readonly port: number;
  /** Written as `plainError` has it. */
  readonly err: unknown;
  /** How many items wait for SharePoint, and how many it does not take. */
  readonly waiting: number;
  readonly parked: number;
  /** How long the oldest of them has waited. */
  readonly oldestSeconds: number;
  readonly worker: WorkerName;
  /** How long ago it was last done, or the oldest list read. */
  readonly lagSeconds: number;
  /** How many of the lists are behind. */
  readonly lists: number;
  /** How many calls were told to come later. */
  readonly calls: number;
}

export interface LogEventLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'fatal';
  readonly says: string;
  readonly fields: readonly (keyof LoggedFields)[];
}

/** Every line the log can hold: its name, its level, its sentence, and the fields it has. */
export const logEvents = {
  request: {
    level: 'debug',
    says: 'request',
    fields: ['requestId', 'method', 'route', 'status', 'ms'],
  },
  requestRefusedOrSlow: {
    level: 'info',
    says: 'request',
    fields: ['requestId', 'method', 'route', 'status', 'ms'],
  },
  needIsAway: {
    level: 'warn',
    says: 'something we need is away',
    fields: ['requestId', 'err'],
  },
  unexpectedError: { level: 'error', says: 'unexpected error', fields: ['requestId', 'err'] },
  listening: { level: 'info', says: 'the API listens', fields: ['port'] },
  stopping: { level: 'info', says: 'stopping', fields: [] },
  stopped: { level: 'info', says: 'stopped', fields: [] },
  leftUnfinished: {
    level: 'warn',
    says: 'what was still under way is left to another instance',
    fields: [],
  },
  crashed: { level: 'fatal', says: 'the process ends: an error nobody expected', fields: ['err'] },
  workTriedAgain: {
    level: 'warn',
    says: 'work in the background will be tried again',
    fields: ['err'],
  },
  answerSettledLater: {
    level: 'warn',
    says: 'an answer of a reporter will be taken to SharePoint later',
    fields: ['err'],
  },
  consentSettledLater: {
    level: 'warn',
    says: 'what a reporter said of a case will be taken to SharePoint later',
    fields: ['err'],
  },
  erasureGoesOnLater: {
    level: 'warn',
    says: 'an erasure of what is held about a person goes on later',
    fields: ['err'],
  },
  awaitedLookedAtLater: {
    level: 'warn',
    says: 'feedback that awaits a version will be looked at again',
    fields: ['err'],
  },
  sealBroken: {
    level: 'error',
    says: 'a seal of the library does not hold: its text is shown to champions only',
    fields: [],
  },
  figuresFailed: {
    level: 'error',
    says: 'figures of the dashboard could not be worked out again',
    fields: ['err'],
  },
  noticesOff: {
    level: 'warn',
    says: 'people are not notified in Teams: set TEAMS_APP_ID',
    fields: [],
  },
  noticesRest: {
    level: 'warn',
    says: 'notifications rest: Graph does not take them now',
    fields: ['status'],
  },
  noticesTriedAgain: {
    level: 'warn',
    says: 'notifications will be tried again',
    fields: ['err'],
  },
  noticesNotPermitted: {
    level: 'warn',
    says: 'people are not notified: the app lacks the permission TeamsActivity.Send.User (docs/permissions.md)',
    fields: [],
  },
  noticesRefused: {
    level: 'warn',
    says: 'people are not notified: Teams has an older version of the app (docs/admin-guide.md)',
    fields: [],
  },
  deliveryLagging: {
    level: 'error',
    says: 'what people sent waits for SharePoint longer than it should (docs/telemetry.md#alerts)',
    fields: ['waiting', 'parked', 'oldestSeconds'],
  },
  deliveryParked: {
    level: 'error',
    says: 'SharePoint does not take what people sent: look at it and replay it (docs/telemetry.md#replaying-what-is-parked)',
    fields: ['waiting', 'parked', 'oldestSeconds'],
  },
  deliveryWell: {
    level: 'info',
    says: 'delivery to SharePoint is well again',
    fields: ['waiting', 'parked', 'oldestSeconds'],
  },
  workerLate: {
    level: 'error',
    says: 'work in the background was not done for hours (docs/telemetry.md#alerts)',
    fields: ['worker', 'lagSeconds'],
  },
  workerWell: {
    level: 'info',
    says: 'work in the background is done again',
    fields: ['worker', 'lagSeconds'],
  },
  listsStale: {
    level: 'error',
    says: 'what is shown of the lists is old: SharePoint is not read (docs/telemetry.md#alerts)',
    fields: ['lists', 'lagSeconds'],
  },
  listsCurrent: {
    level: 'info',
    says: 'every list is read again',
    fields: ['lists', 'lagSeconds'],
  },
  throttledForLong: {
    level: 'error',
    says: 'Microsoft 365 has throttled the app for an hour (docs/telemetry.md#alerts)',
    fields: ['calls'],
  },
  throttlingOver: {
    level: 'info',
    says: 'Microsoft 365 does not throttle the app any more',
    fields: [],
  },
} as const satisfies Record<string, LogEventLine>;

export type LogEvent = keyof typeof logEvents;

/** The fields that an event has, all of them. */
export type FieldsOf<E extends LogEvent> = Pick<
  LoggedFields,
  (typeof logEvents)[E]['fields'][number]
>;
