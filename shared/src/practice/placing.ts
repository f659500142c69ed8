import * as z from 'zod/mini';
import { clientKey, instant } from '../text';

/** How Graph names an event of somebody's calendar. */
export const calendarEventId = z.string().check(z.minLength(1), z.maxLength(500));

/** A series of meetings in the caller's own calendar, by its next date. */
export const recurringMeeting = z.object({
  /** Of the series. */
  eventId: calendarEventId,
  subject: z.string(),
  nextStart: instant,
  nextEnd: instant,
  /** Whether the caller organises it; only then can an agenda be written into it. */
  organisedByCaller: z.boolean(),
  /** Who organises it otherwise, as the calendar names them; null where it does not. */
  organiser: z.nullable(z.string()),
});
export type RecurringMeeting = z.infer<typeof recurringMeeting>;

/** The caller's series that meet within the next two weeks, by their next dates. */
export const meetingsResponse = z.object({ meetings: z.array(recurringMeeting) });
export type MeetingsResponse = z.infer<typeof meetingsResponse>;

/** Where a session shall take place, as it stood at the eTag. */
export const placeSessionRequest = z.strictObject({
  eTag: z.string(),
  place: z.discriminatedUnion('kind', [
    /**
     * A weekly series of its own, from the session on. The key names the wish: sent again where no
     * answer came, it makes one series.
     */
    z.strictObject({ kind: z.literal('newMeeting'), clientKey }),
    /** A series of the caller's calendar. Where somebody else organises it, nothing is written into it. */
    z.strictObject({ kind: z.literal('existingMeeting'), eventId: calendarEventId }),
    /** A series that Last Mile need not know: no calendar is asked, only the agenda is answered. */
    z.strictObject({ kind: z.literal('someoneElsesMeeting') }),
  ]),
});
export type PlaceSessionRequest = z.infer<typeof placeSessionRequest>;
