import type { CalendarDay } from '../../calendarDay';
import { countedAs, type ActionSurface, type CountedAction, type CountedKind } from '../facts';
import { mondayIn } from '../isoWeek';

/** What one person did in one ISO week: how often, in which kinds, and where. Never nothing. */
export interface PersonWeek {
  readonly actions: number;
  readonly kinds: ReadonlySet<CountedKind>;
  readonly surfaces: ReadonlySet<ActionSurface>;
}

export interface PersonActivity {
  /** The Monday of the week of their first counted action ever. */
  readonly firstWeek: CalendarDay;
  /** Their weeks with at least one counted action, by their Mondays. */
  readonly weeks: ReadonlyMap<CalendarDay, PersonWeek>;
}

/** People by subject id; who never took a counted action is not among them. */
export type Activity = ReadonlyMap<string, PersonActivity>;

/** Counted actions gathered by person and ISO week, as people in `timeZone` lived it. */
export function activityOf(actions: readonly CountedAction[], timeZone: string): Activity {
  const people = new Map<string, GatheredPerson>();
  for (const { subjectId, at, kind, surface } of actions) {
    const monday = mondayIn(at, timeZone);
    const person: GatheredPerson = people.get(subjectId) ?? { firstWeek: monday, weeks: new Map() };
    people.set(subjectId, person);
    if (monday < person.firstWeek) person.firstWeek = monday;
    const week = person.weeks.get(monday) ?? { actions: 0, kinds: new Set(), surfaces: new Set() };
    person.weeks.set(monday, week);
    week.actions += 1;
    week.kinds.add(countedAs(kind));
    week.surfaces.add(surface);
  }
  return people;
}

interface GatheredPerson {
  firstWeek: CalendarDay;
  readonly weeks: Map<CalendarDay, GatheredWeek>;
}

interface GatheredWeek {
  actions: number;
  readonly kinds: Set<CountedKind>;
  readonly surfaces: Set<ActionSurface>;
}
