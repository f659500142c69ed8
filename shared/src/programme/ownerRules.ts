import * as z from 'zod/mini';
import type { CalendarDay } from '../calendarDay';
import { workingDaysBetween } from '../feedback/workingDays';
import { calendarDay } from '../text';
import type { Programme } from './programme';

/** How it stands with the one accountable owner. */
export const ownerState = z.enum(['present', 'silent', 'gone']);
export type OwnerState = z.infer<typeof ownerState>;

/** Weeks of silence after which the sponsor hears of it (design 2.5). */
const silentWeeks = 2;

/** What is known of the owner. */
export interface OwnerFacts {
  /** The account is there, enabled, and still has the app role `Champion`. */
  readonly canAct: boolean;
  /** The last day on which they did something as the programme's champion; null for never. */
  readonly lastActOn: CalendarDay | null;
}

/** What the sponsor and a checkpoint are told of the owner. */
export const ownerStanding = z.object({
  state: ownerState,
  /** The last day something was heard of a silent owner, or the programme's first; else null. */
  since: z.nullable(calendarDay),
});
export type OwnerStanding = z.infer<typeof ownerStanding>;

/**
 * Whether somebody answers for a programme. Silent is who did nothing in it for two weeks of its
 * working days, so that holidays raise no alarm; before it starts nobody is. What deputies do is no
 * part of it: the owner is accountable. Whoever is silent or gone is raised to the sponsor.
 */
export function ownerStandingOn(
  today: CalendarDay,
  { startsOn, calendar }: Pick<Programme, 'startsOn' | 'calendar'>,
  { canAct, lastActOn }: OwnerFacts,
): OwnerStanding {
  if (!canAct) return { state: 'gone', since: null };
  const heard = lastActOn !== null && lastActOn > startsOn ? lastActOn : startsOn;
  const quiet = heard < today ? workingDaysBetween(heard, today, calendar) : 0;
  const isSilent = quiet >= silentWeeks * calendar.workingDays.length;
  return isSilent ? { state: 'silent', since: heard } : { state: 'present', since: null };
}
