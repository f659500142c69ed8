import {
  activeShares,
  differenceInDifferences,
  type ActiveWeeks,
  type GroupDifference,
  type MembershipSpan,
  type Windows,
} from '../adoption';
import { groupBy } from '../adoption/measures/groupBy';

/**
 * How much more the share of active weeks rose in the programme than among people who have not started
 * or are held out, from the weeks before the start to the last four closed ones (decision 0029). Somebody
 * who was ever in both groups is in neither. Not enough data below 10 people in one of them.
 */
export function againstOthers(
  group: readonly MembershipSpan[],
  others: readonly MembershipSpan[],
  activity: ActiveWeeks,
  { beforeStart, lastFour }: Pick<Windows, 'beforeStart' | 'lastFour'>,
): GroupDifference {
  const personOf = ({ subjectId }: MembershipSpan) => subjectId;
  const [inGroup, inOthers] = [groupBy(group, personOf), groupBy(others, personOf)];
  const sharesOf = (
    some: ReadonlyMap<string, readonly MembershipSpan[]>,
    rest: ReadonlyMap<string, unknown>,
  ) =>
    [...some]
      .filter(([who]) => !rest.has(who))
      .flatMap(([who, spans]) => activeShares(who, beforeStart, lastFour, activity, spans) ?? []);
  return differenceInDifferences(sharesOf(inGroup, inOthers), sharesOf(inOthers, inGroup));
}
