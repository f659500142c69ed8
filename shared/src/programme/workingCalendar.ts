import * as z from 'zod/mini';
import { calendarDay } from '../text';

/** In the order of the ISO week. */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export const weekday = z.enum(weekdays);
export type Weekday = z.infer<typeof weekday>;

/** More working days than this is no promise any more. */
export const mostResponseDays = 20;
/** Working days. */
export const responseDays = z.number().check(z.int(), z.minimum(0), z.maximum(mostResponseDays));

/** Which days are worked on in a programme, and how many of them a first response may take. */
export const workingCalendar = z.object({
  workingDays: z.array(weekday).check(z.minLength(1)),
  /** Days that are no working days whatever the weekday. */
  holidays: z.array(calendarDay),
  /** Working days until a first response is due. */
  responseDays,
  /** The same for what is unsafe. What reached a client is always due the same day. */
  unsafeResponseDays: responseDays,
});
export type WorkingCalendar = z.infer<typeof workingCalendar>;

/** Holds where a programme says nothing (design 2.4). */
export const usualCalendar: WorkingCalendar = {
  workingDays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  holidays: [],
  responseDays: 2,
  unsafeResponseDays: 1,
};
