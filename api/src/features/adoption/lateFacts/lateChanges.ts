import { groupKey, weekStateAt, type Partition } from '@last-mile/shared/adoption';
import { addDays } from '@last-mile/shared/calendar';
import type { HeldWeek } from './heldFacts';
import type { Changes } from './letInTogether';
import { weekFlags, type PersonWeek, type WeekFlag } from '../rollUps/personWeek';
import type { ShownGroup } from '../publication/shownWeeks';

/** What was shown of a programme, and what some people did in these weeks before and afterwards. */
export interface ShownProgramme {
  readonly programmeKey: string;
  readonly groups: readonly ShownGroup[];
  readonly before: readonly PersonWeek[];
  readonly after: readonly PersonWeek[];
}

/** What one person's late actions would change. */
export interface LateChange {
  readonly subjectId: string;
  /** Of what is shown. */
  readonly changes: Changes;
  /** The weeks that would change, shown or not. */
  readonly weeks: readonly ChangedWeek[];
}

/** What one person did in a week of a programme, before and afterwards. */
export interface ChangedWeek {
  readonly programmeKey: string;
  readonly was: PersonWeek;
  readonly is: PersonWeek;
}

/** Where a day begins first: what is closed anywhere is closed there. */
const firstTimeZone = 'Pacific/Kiritimati';

/** Habit looks back over twelve weeks at most: its own, and eleven before. */
const habitReaches = 7 * 11;

/** What people's late actions of a week change of what was shown, if all of them are let in. */
export function lateChanges(
  { week: heldWeek, subjectIds }: HeldWeek,
  shown: readonly ShownProgramme[],
  now: Date,
): LateChange[] {
  const late = new Map(
    subjectIds.map((subjectId) => [
      subjectId,
      { subjectId, changes: new Map<string, Map<string, number>>(), weeks: [] as ChangedWeek[] },
    ]),
  );
  for (const { programmeKey, groups, before, after } of shown) {
    const closed = closedAmong(after, now);
    const isShown = groupsShown(groups, closed);
    const earlier = new Map(before.map((person) => [placeOf(person), person]));
    for (const person of after) {
      const was = earlier.get(placeOf(person));
      const known = late.get(person.subjectId);
      if (!was || !known) continue;
      const { week } = person;
      // Habit rests on how often somebody acted, whether the week's own figures change or not.
      if (closed.has(week) && week <= addDays(heldWeek, habitReaches)) {
        known.changes.set(`${programmeKey} ${week} habit`, new Map([['total', 1]]));
      }
      const changes = changesOf(was, person);
      if (changes.length > 0) known.weeks.push({ programmeKey, was, is: person });
      for (const { group, what, by } of changes) {
        if (group !== null && !isShown(week, group)) continue;
        const thing = `${programmeKey} ${week} ${what}`;
        const figures = known.changes.get(thing) ?? new Map<string, number>();
        known.changes.set(thing, figures.set(group ?? 'total', by));
      }
    }
  }
  return [...late.values()];
}

const placeOf = ({ week, subjectId }: PersonWeek) => `${week} ${subjectId}`;

/** The weeks of these people that are closed, each looked at once. */
function closedAmong(people: readonly PersonWeek[], now: Date): ReadonlySet<string> {
  const weeks = [...new Set(people.map(({ week }) => week))];
  return new Set(weeks.filter((week) => weekStateAt(week, now, firstTimeZone) === 'closed'));
}

/** Tells which groups are shown: those of closed weeks that are not hidden. */
function groupsShown(groups: readonly ShownGroup[], closed: ReadonlySet<string>) {
  const hidden = new Set(
    groups
      .filter(({ detail }) => detail === 'hidden')
      .map((group) => `${group.week} ${groupKey(group)}`),
  );
  return (week: string, group: string) => closed.has(week) && !hidden.has(`${week} ${group}`);
}

/** A figure of a week that one person changes: of everybody, or of a group. */
interface FigureChange {
  readonly group: string | null;
  readonly what: 'eligible' | WeekFlag;
  readonly by: number;
}

function changesOf(was: PersonWeek, is: PersonWeek): FigureChange[] {
  const turned = Number(is.active) - Number(was.active);
  const groupOf = (person: PersonWeek, partition: Partition) =>
    groupKey({ partition, name: person[partition] });
  const [from, to] = [groupOf(was, 'cohort'), groupOf(is, 'cohort')];
  const changes: FigureChange[] = [
    ...weekFlags.map((what) => ({ group: null, what, by: Number(is[what]) - Number(was[what]) })),
    { group: groupOf(is, 'department'), what: 'active', by: turned },
    { group: groupOf(is, 'jobFamily'), what: 'active', by: turned },
    ...(from === to
      ? [{ group: to, what: 'active' as const, by: turned }]
      : [
          { group: from, what: 'eligible' as const, by: -1 },
          { group: from, what: 'active' as const, by: -Number(was.active) },
          { group: to, what: 'eligible' as const, by: 1 },
          { group: to, what: 'active' as const, by: Number(is.active) },
        ]),
  ];
  return changes.filter(({ by }) => by !== 0);
}
