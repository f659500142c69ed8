import { addDays, calendarDayIn } from '../calendarDay';
import { mondayOf } from './isoWeek';
import { countedAs, type UsageKind } from './usageEvents';

/** A counted action of one person, known by a random subject id only. */
export interface CountedAction {
  readonly subjectId: string;
  readonly kind: UsageKind;
  readonly at: Date;
}

/** What was known of one member, and from when until when: `validTo` is the first day it was not. */
export interface MembershipSpan {
  readonly subjectId: string;
  readonly department: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Distinct people of a group in one week. */
export interface GroupCount {
  readonly eligible: number;
  readonly active: number;
  readonly aiUse: number;
  readonly templateUse: number;
}

/** A week counted: everyone, and by department as it was that week. */
export interface WeekCount extends GroupCount {
  readonly startsOn: string;
  readonly departments: ReadonlyMap<string, GroupCount>;
}

/**
 * Weekly active people (design 5): of the members on a week's last day, how many took at least one
 * counted action in that week. This is the definition; the API's roll-ups must equal it.
 */
export function weeklyActive(
  actions: readonly CountedAction[],
  membership: readonly MembershipSpan[],
  mondays: readonly string[],
  timeZone: string,
): WeekCount[] {
  const did = new Map<string, Set<string>>();
  for (const { subjectId, kind, at } of actions) {
    const monday = mondayOf(calendarDayIn(at, timeZone));
    for (const key of [`${monday} active`, `${monday} ${countedAs(kind)}`]) {
      const people = did.get(key) ?? new Set();
      did.set(key, people.add(subjectId));
    }
  }
  return mondays.map((monday) => {
    const counted = (members: readonly string[]): GroupCount => {
      const among = (what: string) => {
        const people = did.get(`${monday} ${what}`);
        return members.filter((member) => people?.has(member)).length;
      };
      return {
        eligible: members.length,
        active: among('active'),
        aiUse: among('aiUse'),
        templateUse: among('templateUse'),
      };
    };
    const members = membersOn(addDays(monday, 6), membership);
    const departments = new Map<string, string[]>();
    for (const { subjectId, department } of members) {
      departments.set(department, [...(departments.get(department) ?? []), subjectId]);
    }
    return {
      startsOn: monday,
      ...counted(members.map(({ subjectId }) => subjectId)),
      departments: new Map([...departments].map(([name, people]) => [name, counted(people)])),
    };
  });
}

function membersOn(day: string, membership: readonly MembershipSpan[]) {
  return membership.filter(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo > day),
  );
}
