import type { CrossedGroup } from '@last-mile/shared/adoption';
import type { Transaction } from '../../../db/database';
import type { ShownCount } from '../publication/shownWeeks';
import { notStarted, weekFlags, type PersonWeek } from '../rollUps/personWeek';
import { countWeeks, type CountedWeek } from '../weeks/countWeeks';
import type { ChangedWeek } from './lateChanges';

/**
 * What weeks say once people's late actions changed them: the same as counting them from nothing, which
 * looks at everybody. `shown` is what they said before.
 */
export async function changeWeeks(
  tx: Transaction,
  programmeKey: string,
  shown: readonly ShownCount[],
  changes: readonly ChangedWeek[],
): Promise<CountedWeek[]> {
  const changed = shown.flatMap(({ total, crossed }) => {
    const own = changes.filter(({ is }) => is.week === total.week);
    return crossed === null ? [] : [changeWeek({ total, crossed }, own)];
  });
  const unknown = shown.flatMap(({ total, crossed }) => (crossed === null ? [total.week] : []));
  return [...changed, ...(await countWeeks(tx, programmeKey, unknown))];
}

function changeWeek({ total, crossed }: CountedWeek, changes: readonly ChangedWeek[]): CountedWeek {
  const flags = weekFlags.map((flag) => {
    const by = changes.reduce((sum, { was, is }) => sum + Number(is[flag]) - Number(was[flag]), 0);
    return [flag, total[flag] + by];
  });
  const groups = new Map(crossed.map((group) => [placeOf(group), group]));
  const add = (person: PersonWeek, times: 1 | -1) => {
    const { department, jobFamily } = person;
    const cohort = person.cohort === notStarted ? null : person.cohort;
    const place = placeOf({ department, jobFamily, cohort });
    const { eligible, active } = groups.get(place) ?? { eligible: 0, active: 0 };
    groups.set(place, {
      ...{ department, jobFamily, cohort, eligible: eligible + times },
      active: active + times * Number(person.active),
    });
  };
  for (const { was, is } of changes) {
    add(was, -1);
    add(is, 1);
  }
  return {
    total: { ...total, ...(Object.fromEntries(flags) as Partial<typeof total>) },
    crossed: [...groups.values()].filter(({ eligible }) => eligible > 0),
  };
}

const placeOf = ({
  department,
  jobFamily,
  cohort,
}: Pick<CrossedGroup, 'department' | 'jobFamily' | 'cohort'>) =>
  JSON.stringify([department, jobFamily, cohort]);
