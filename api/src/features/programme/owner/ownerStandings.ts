import { calendarDayIn, type CalendarDay } from '@last-mile/shared/calendar';
import { ownerStandingOn, type OwnerStanding, type Programme } from '@last-mile/shared/programme';
import { auditedLooks } from '@last-mile/shared/operations';
import type { Database } from '../../../db/database';

export interface OwnerStandingsDependencies {
  readonly database: Database;
  /**
   * Whether a person's account is enabled and still has the app role `Champion`, as far as was seen;
   * null while that cannot be told.
   */
  readonly canAct: (userId: string) => Promise<boolean | null>;
  readonly now: () => Date;
}

/**
 * How it stands with a programme's owner: there, silent, or gone (docs/decisions/0031). Silence is
 * counted until a day, such as that on which the programme ended; until today where none is given.
 */
export type OwnerStandings = (programme: Programme, until?: CalendarDay) => Promise<OwnerStanding>;

/**
 * An act is what the audit trail holds of the owner in this programme: answering feedback, reviewing,
 * mapping, setting, marking lines of their week. Looking is none. While the directory does not answer
 * an owner counts as being there, and only what was heard of them decides.
 */
export function createOwnerStandings(dependencies: OwnerStandingsDependencies): OwnerStandings {
  const { database, canAct, now } = dependencies;

  /** Acts of before acts were kept by programme count in each that the person owns. */
  async function lastActOf(userId: string, programmeKey: string): Promise<Date | null> {
    const [row] = await database.query<{ at: Date | null }>(
      `SELECT max(at) AS at FROM audit_trail
        WHERE actor_id = $1 AND (programme_key = $2 OR programme_key IS NULL)
          AND action <> ALL($3)`,
      [userId, programmeKey, Object.keys(auditedLooks)],
    );
    return row?.at ?? null;
  }

  return async (programme, until) => {
    const { ownerId, clientKey, timeZone } = programme;
    const [lastAct, may] = await Promise.all([lastActOf(ownerId, clientKey), canAct(ownerId)]);
    return ownerStandingOn(until ?? calendarDayIn(now(), timeZone), programme, {
      canAct: may ?? true,
      lastActOn: lastAct === null ? null : calendarDayIn(lastAct, timeZone),
    });
  };
}
