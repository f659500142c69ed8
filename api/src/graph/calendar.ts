import type { CalendarDay } from '@last-mile/shared/calendar';
import * as z from 'zod/mini';
import type { GraphClient } from './graphClient';
import { GraphError } from './graphError';

/** What all of this needs, in the person's own name: delegated, by on-behalf-of. */
export const calendarScopes = ['Calendars.ReadWrite'] as const;

/** A series of meetings in a person's calendar, by its next date. */
export interface CalendarSeries {
  readonly eventId: string;
  readonly subject: string;
  readonly nextStart: Date;
  readonly nextEnd: Date;
  readonly organisedByCaller: boolean;
  readonly organiser: string | null;
}

/** A weekly series to make, as an online meeting without attendees: its organiser invites whom they want. */
export interface WeeklySeries {
  /** The same once more makes no second series. */
  readonly transactionId: string;
  readonly subject: string;
  /** HTML. */
  readonly body: string;
  readonly startsAt: Date;
  readonly minutes: number;
  /** IANA. The series keeps its hour there when clocks change. */
  readonly timeZone: string;
  /** The last day on which it may meet. */
  readonly until: CalendarDay;
}

const dateTime = z.object({ dateTime: z.string() });
const occurrence = z.object({
  subject: z.nullish(z.string()),
  seriesMasterId: z.nullish(z.string()),
  isCancelled: z.optional(z.boolean()),
  isAllDay: z.optional(z.boolean()),
  isOrganizer: z.optional(z.boolean()),
  organizer: z.nullish(
    z.object({ emailAddress: z.optional(z.object({ name: z.nullish(z.string()) })) }),
  ),
  start: dateTime,
  end: dateTime,
});
const series = z.object({
  isOrganizer: z.optional(z.boolean()),
  body: z.object({ contentType: z.string(), content: z.string() }),
});

const shown = 'subject,start,end,seriesMasterId,isCancelled,isAllDay,isOrganizer,organizer';

/**
 * The series that meet in a span of time, in the order of their next dates; all-day and cancelled ones are
 * none. Times are asked for in UTC, which Graph answers in where nothing else is said.
 * @see https://learn.microsoft.com/graph/api/user-list-calendarview
 */
export async function readSeries(
  graph: Pick<GraphClient, 'getAll'>,
  from: Date,
  to: Date,
): Promise<CalendarSeries[]> {
  const found = new Map<string, CalendarSeries>();
  const view = await occurrencesBetween(graph, from, to, shown);
  for (const event of z.array(occurrence).parse(view)) {
    const { seriesMasterId: eventId } = event;
    if (!eventId || event.isCancelled || event.isAllDay) continue;
    const next = {
      ...{ eventId, subject: event.subject ?? '', nextStart: utc(event.start) },
      ...{ nextEnd: utc(event.end), organisedByCaller: event.isOrganizer === true },
      organiser: event.organizer?.emailAddress?.name ?? null,
    };
    const known = found.get(eventId);
    if (!known || next.nextStart < known.nextStart) found.set(eventId, next);
  }
  return [...found.values()].sort(
    (one, other) => one.nextStart.getTime() - other.nextStart.getTime(),
  );
}

/**
 * Makes a weekly series and answers its id. Whoever sends it again under its transaction id, because no
 * answer came, is answered with the one that was made.
 * @see https://learn.microsoft.com/graph/api/resources/event (transactionId)
 */
export async function createWeeklySeries(
  graph: Pick<GraphClient, 'post' | 'get' | 'getAll'>,
  wanted: WeeklySeries,
): Promise<string> {
  try {
    return idOf(await graph.post('/me/events', toEvent(wanted)));
  } catch (error) {
    if (!isRepeated(error)) throw error;
    const made = await findMade(graph, wanted);
    if (made === null) throw error;
    return made;
  }
}

/**
 * Writes into the body of a series that the person organises, once: `marker` is part of what is written and
 * of nothing else. What stands there stays, and with it the link to the online meeting. Graph tells the
 * attendees of the change.
 * @see https://learn.microsoft.com/graph/api/event-update (notes on body)
 */
export async function writeIntoSeries(
  graph: Pick<GraphClient, 'get' | 'patch'>,
  eventId: string,
  { marker, html }: { readonly marker: string; readonly html: string },
): Promise<'written' | 'someoneElses'> {
  const path = `/me/events/${encodeURIComponent(eventId)}`;
  const { isOrganizer, body } = series.parse(await graph.get(`${path}?$select=body,isOrganizer`));
  if (isOrganizer !== true) return 'someoneElses';
  if (body.content.includes(marker)) return 'written';
  const content = body.content.includes('</body>')
    ? body.content.replace('</body>', () => `${html}</body>`)
    : `${body.content}${html}`;
  await graph.patch(path, { body: { contentType: 'html', content } });
  return 'written';
}

function occurrencesBetween(
  graph: Pick<GraphClient, 'getAll'>,
  from: Date,
  to: Date,
  select: string,
): Promise<unknown[]> {
  const query = new URLSearchParams({
    startDateTime: from.toISOString(),
    endDateTime: to.toISOString(),
    $select: select,
    $top: '100',
  });
  return graph.getAll(`/me/calendarView?${query.toString()}`);
}

function toEvent({ startsAt, minutes, timeZone, until, ...wanted }: WeeklySeries) {
  const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
  const startDate = localTime(startsAt, timeZone).slice(0, 10);
  return {
    subject: wanted.subject,
    body: { contentType: 'html', content: wanted.body },
    start: { dateTime: localTime(startsAt, timeZone), timeZone },
    end: { dateTime: localTime(endsAt, timeZone), timeZone },
    recurrence: {
      pattern: {
        ...{ type: 'weekly', interval: 1, firstDayOfWeek: 'monday' },
        daysOfWeek: [weekdayOf(startDate)],
      },
      range: {
        ...{ type: 'endDate', startDate, recurrenceTimeZone: timeZone },
        endDate: until < startDate ? startDate : until,
      },
    },
    ...{ isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' },
    transactionId: wanted.transactionId,
  };
}

/** Exchange refuses a transaction id that made an event before, where it does not answer that event. */
const isRepeated = (error: unknown) =>
  error instanceof GraphError && error.code === 'ErrorDuplicateTransactionId';

/** The series that a transaction id made, among what begins when it does. */
async function findMade(
  graph: Pick<GraphClient, 'get' | 'getAll'>,
  { transactionId, startsAt }: WeeklySeries,
): Promise<string | null> {
  const to = new Date(startsAt.getTime() + 60_000);
  const view = await occurrencesBetween(graph, startsAt, to, 'seriesMasterId');
  const ofSeries = z.array(z.object({ seriesMasterId: z.nullish(z.string()) })).parse(view);
  for (const { seriesMasterId } of ofSeries) {
    if (!seriesMasterId) continue;
    const path = `/me/events/${encodeURIComponent(seriesMasterId)}?$select=transactionId`;
    const found = z.object({ transactionId: z.nullish(z.string()) }).parse(await graph.get(path));
    if (found.transactionId === transactionId) return seriesMasterId;
  }
  return null;
}

const idOf = (event: unknown) => z.object({ id: z.string() }).parse(event).id;

/** Graph writes UTC times without saying so in them. */
const utc = (time: z.infer<typeof dateTime>) => new Date(`${time.dateTime.slice(0, 19)}Z`);

/** `2026-12-01T09:00:00`, as clocks in `timeZone` show it. */
function localTime(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((each) => each.type === type)?.value ?? '';
  const day = `${part('year')}-${part('month')}-${part('day')}`;
  return `${day}T${part('hour')}:${part('minute')}:${part('second')}`;
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

function weekdayOf(day: CalendarDay): string {
  const sunday0 = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekdays[(sunday0 + 6) % 7] ?? '';
}
