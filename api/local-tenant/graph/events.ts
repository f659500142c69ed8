import type { CalendarEvent } from '../storage/directoryRecords';
import {
  context,
  noContent,
  ok,
  toGraphTime,
  type GraphCall,
  type GraphGround,
  type GraphHandler,
} from './graphCall';
import {
  badRequest,
  directoryObjectNotFound,
  GraphFailure,
  privilegesMissing,
} from './graphFailure';
import { isJsonObject, requireObject, requireProperties, type JsonObject } from './jsonBody';
import { directoryPage, requireScope } from './people';
import { occurrencesOf, readRecurrence, type Occurrence } from './occurrences';
import { readSelect, refuseOptions, selectProperties } from './queryOptions';
import { toUtcTime } from './zonedTime';
import { findByUserPrincipalName } from '../storage/tenantState';

const properties = [
  'subject',
  'body',
  'start',
  'end',
  'location',
  'attendees',
  'isOnlineMeeting',
  'onlineMeetingProvider',
  'allowNewTimeProposals',
  'isReminderOn',
  'reminderMinutesBeforeStart',
  'showAs',
  'sensitivity',
  'importance',
  'transactionId',
  'categories',
  'recurrence',
];

/** POST …/events in the calendar of a person or a group. */
export const createEvent: GraphHandler = (call, at, ground) => {
  const owner = openCalendar(call, at, ground, 'write');
  const body = requireObject(call.body);
  requireProperties(body, properties, 'event');
  checkEvent(body);
  const transactionId = body['transactionId'];
  const repeated = eventsOf(owner, ground).find(
    (event) => transactionId !== undefined && event.body['transactionId'] === transactionId,
  );
  if (repeated && ground.switches.repeatedTransaction === 'conflict409') {
    throw new GraphFailure(
      409,
      'ErrorDuplicateTransactionId',
      'The transaction id was used before.',
    );
  }
  if (repeated) return { status: 201, body: toEventBody(repeated, ground) };
  const createdAt = toGraphTime(ground.now());
  const event: CalendarEvent = {
    id: ground.newId().replaceAll('-', ''),
    owner,
    clientId: call.caller.clientId,
    createdAt,
    modifiedAt: createdAt,
    version: 1,
    body,
  };
  ground.journal.commit({ kind: 'event', event });
  return { status: 201, body: toEventBody(event, ground) };
};

export const listEvents: GraphHandler = (call, at, ground) => {
  refuseOptions(call.query, ['select', 'top', 'skiptoken']);
  const owner = openCalendar(call, at, ground, 'read');
  const select = readSelect(call.query.get('select'));
  return ok(
    directoryPage(call, 'events', eventsOf(owner, ground), (event) =>
      selectProperties(toEventBody(event, ground), select, ['id']),
    ),
  );
};

/** GET …/calendarView: what takes place between two instants, series as their occurrences. */
export const listCalendarView: GraphHandler = (call, at, ground) => {
  refuseOptions(call.query, ['select', 'top', 'skiptoken']);
  const owner = openCalendar(call, at, ground, 'read');
  const [from, to] = [readInstant(call, 'startDateTime'), readInstant(call, 'endDateTime')];
  const select = readSelect(call.query.get('select'));
  const found = eventsOf(owner, ground)
    .flatMap((event) =>
      occurrencesOf(event.body, from, to).map((occurrence) => ({ event, occurrence })),
    )
    .sort((one, other) => one.occurrence.start.getTime() - other.occurrence.start.getTime());
  return ok(
    directoryPage(call, 'calendarView', found, ({ event, occurrence }) =>
      selectProperties(toOccurrenceBody(event, occurrence, ground), select, ['id']),
    ),
  );
};

export const getEvent: GraphHandler = (call, at, ground) => {
  refuseOptions(call.query, ['select']);
  const event = findEvent(openCalendar(call, at, ground, 'read'), at, ground);
  const select = readSelect(call.query.get('select'));
  return ok(selectProperties(toEventBody(event, ground), select, ['id']));
};

export const updateEvent: GraphHandler = (call, at, ground) => {
  const event = findEvent(openCalendar(call, at, ground, 'write'), at, ground);
  if (event.organiserId !== undefined) throw mailboxDenied();
  const change = requireObject(call.body);
  requireProperties(change, properties, 'event');
  const body = { ...event.body, ...change };
  checkEvent(body);
  const changed = {
    ...event,
    body,
    modifiedAt: toGraphTime(ground.now()),
    version: event.version + 1,
  };
  ground.journal.commit({ kind: 'event', event: changed });
  return ok(toEventBody(changed, ground));
};

export const deleteEvent: GraphHandler = (call, at, ground) => {
  const event = findEvent(openCalendar(call, at, ground, 'write'), at, ground);
  ground.journal.commit({ kind: 'eventRemoved', id: event.id });
  return noContent;
};

type Owner = CalendarEvent['owner'];

/** An app reaches every mailbox, a person their own; a group's calendar is its members'. */
function openCalendar(
  call: GraphCall,
  at: Readonly<Record<string, string>>,
  ground: GraphGround,
  need: 'read' | 'write',
): Owner {
  const groupId = at['group'];
  const { kind, userId } = call.caller;
  if (groupId !== undefined) {
    if (kind === 'app' && ground.switches.groupEventsAppOnly === 'refused')
      throw privilegesMissing();
    requireScope(
      call,
      need === 'read' ? ['Group.Read.All', 'Group.ReadWrite.All'] : ['Group.ReadWrite.All'],
    );
    const group = ground.state.groups.get(groupId);
    if (!group) throw directoryObjectNotFound(groupId);
    if (userId !== undefined && !group.memberIds.includes(userId)) throw mailboxDenied();
    return { kind: 'group', id: group.id };
  }
  requireScope(
    call,
    need === 'read' ? ['Calendars.Read', 'Calendars.ReadWrite'] : ['Calendars.ReadWrite'],
  );
  const named = at['user'] ?? userId;
  if (named === undefined) {
    throw badRequest('/me request is only valid with delegated authentication flow.');
  }
  const user = ground.state.users.get(named) ?? findByUserPrincipalName(ground.state, named);
  if (!user)
    throw new GraphFailure(404, 'ErrorInvalidUser', `The requested user '${named}' is invalid.`);
  if (userId !== undefined && userId !== user.id) throw mailboxDenied();
  return { kind: 'user', id: user.id };
}

const mailboxDenied = () =>
  new GraphFailure(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');

function checkEvent(body: JsonObject): void {
  const start = readTime(body, 'start');
  const end = readTime(body, 'end');
  if (end < start) {
    throw new GraphFailure(
      400,
      'ErrorPropertyValidationFailure',
      'The event ends before it starts.',
    );
  }
  if (body['subject'] !== undefined && typeof body['subject'] !== 'string') {
    throw badRequest("'subject' must be a text.");
  }
  const attendees = body['attendees'] ?? [];
  const isAddressed = (attendee: unknown) => {
    const email = isJsonObject(attendee) ? attendee['emailAddress'] : undefined;
    return isJsonObject(email) && typeof email['address'] === 'string';
  };
  if (!Array.isArray(attendees) || !attendees.every(isAddressed)) {
    throw badRequest('Each attendee needs an emailAddress with an address.');
  }
  readRecurrence(body);
}

/** One end of a calendar view; without an offset it is read as UTC. */
function readInstant(call: GraphCall, name: string): Date {
  const value = call.url.searchParams.get(name) ?? '';
  const at = new Date(/(?:Z|[+-]\d\d:\d\d)$/.test(value) ? value : `${value}Z`);
  if (value === '' || Number.isNaN(at.getTime())) {
    throw new GraphFailure(
      400,
      'ErrorInvalidParameter',
      `This request requires a time window specified by the query string parameter ${name}.`,
    );
  }
  return at;
}

/** A dateTimeTimeZone: a local time without an offset beside the name of its zone. */
function readTime(body: JsonObject, name: string): string {
  const value = body[name];
  const dateTime = isJsonObject(value) ? value['dateTime'] : undefined;
  const timeZone = isJsonObject(value) ? value['timeZone'] : undefined;
  if (
    typeof dateTime !== 'string' ||
    typeof timeZone !== 'string' ||
    Number.isNaN(Date.parse(dateTime))
  ) {
    throw badRequest(`'${name}' needs a dateTime and a timeZone.`);
  }
  return dateTime;
}

const eventsOf = (owner: Owner, ground: GraphGround) =>
  [...ground.state.events.values()].filter(
    (event) => event.owner.kind === owner.kind && event.owner.id === owner.id,
  );

function findEvent(owner: Owner, at: Readonly<Record<string, string>>, ground: GraphGround) {
  const event = eventsOf(owner, ground).find(({ id }) => id === at['event']);
  if (event) return event;
  throw new GraphFailure(
    404,
    'ErrorItemNotFound',
    'The specified object was not found in the store.',
  );
}

/** One date of an event: of a series a thing of its own, which says whose it is. */
function toOccurrenceBody(
  event: CalendarEvent,
  { day, start, end }: Occurrence,
  ground: GraphGround,
): JsonObject {
  const body = toEventBody(event, ground);
  const times = { start: toUtcTime(start), end: toUtcTime(end) };
  if (body['type'] !== 'seriesMaster') return { ...body, ...times };
  return {
    ...{ ...body, ...times, recurrence: null },
    ...{ id: `${event.id}.${day}`, type: 'occurrence', seriesMasterId: event.id },
  };
}

function toEventBody(event: CalendarEvent, ground: GraphGround): JsonObject {
  const { owner, body, organiserId } = event;
  const organiser = organiserId ?? (owner.kind === 'user' ? owner.id : undefined);
  const user = organiser === undefined ? undefined : ground.state.users.get(organiser);
  const group = owner.kind === 'group' ? ground.state.groups.get(owner.id) : undefined;
  const changeKey = Buffer.from(`${event.id}:${event.version}`).toString('base64url');
  return {
    '@odata.context': context('events/$entity'),
    '@odata.etag': `W/"${changeKey}"`,
    id: event.id,
    createdDateTime: event.createdAt,
    lastModifiedDateTime: event.modifiedAt,
    changeKey,
    iCalUId: event.id,
    subject: '',
    attendees: [],
    isOnlineMeeting: false,
    isCancelled: false,
    isOrganizer: organiserId === undefined,
    type: (body['recurrence'] ?? null) === null ? 'singleInstance' : 'seriesMaster',
    ...body,
    organizer: {
      emailAddress: {
        name: user?.displayName ?? group?.displayName ?? '',
        address: user?.mail ?? user?.userPrincipalName ?? '',
      },
    },
    onlineMeeting:
      body['isOnlineMeeting'] === true
        ? { joinUrl: `https://teams.microsoft.com/l/meetup-join/${event.id}` }
        : null,
    webLink: `https://outlook.office365.com/owa/?itemid=${event.id}`,
  };
}
