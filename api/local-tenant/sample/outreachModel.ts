import type { OutreachOutcome, OutreachWay } from '@last-mile/shared/coaching';
import type { SampleUsage } from './fillUsage';
import { isThereIn, type SamplePerson } from './people';
import { instantOf } from './sampleClock';
import { createDraws } from './seededDraws';

/** Somebody whom a champion reached out to. */
export interface SampleOutreach {
  readonly person: SamplePerson;
  readonly reason: 'wentQuiet' | 'neverStarted';
  readonly way: OutreachWay;
  /** Null while nobody wrote it down. */
  readonly outcome: OutreachOutcome | null;
  /** ISO 8601. */
  readonly at: string;
}

const seed = 20_260_307;

/** Champions begin once there is a library to show, and stop with the active weeks. */
const firstWeekOfOutreach = 3;
const lastWeekOfOutreach = 12;
const reachedAWeek = 4;

/** How often each is written down; what the person did afterwards is no part of it. */
const said: readonly (OutreachOutcome | null)[] = [
  ...['willTry', 'willTry', 'neededHelp', 'notForTheirWork', 'noAnswer'],
  null,
] as const;

/** Whom champions reached out to: on each Thursday a few of those who had been quiet for two weeks. */
export function outreachesOf(
  { people, actions, copilotDays }: Pick<SampleUsage, 'people' | 'actions' | 'copilotDays'>,
  startsOn: string,
): readonly SampleOutreach[] {
  const draws = createDraws(seed);
  const weeksOf = new Map(
    people.map((person) => [
      person,
      [...(actions.get(person) ?? []), ...(copilotDays.get(person) ?? [])].map(({ week }) => week),
    ]),
  );
  const reached = new Set<SamplePerson>();
  const weeks = Array.from(
    { length: lastWeekOfOutreach - firstWeekOfOutreach + 1 },
    (_, index) => firstWeekOfOutreach + index,
  );
  return weeks.flatMap((week) => {
    const quiet = people.filter(
      (person) =>
        !reached.has(person) &&
        isThereIn(person, week) &&
        isThereIn(person, week - 2) &&
        !(weeksOf.get(person) ?? []).some((active) => active >= week - 2 && active <= week),
    );
    return draws
      .shuffled(quiet)
      .slice(0, reachedAWeek)
      .map((person): SampleOutreach => {
        reached.add(person);
        const began = (weeksOf.get(person) ?? []).some((active) => active < week);
        const minute = 600 + draws.whole(300);
        return {
          ...{ person, reason: began ? 'wentQuiet' : 'neverStarted' },
          way: draws.share() < 0.7 ? 'teamsChat' : 'notification',
          outcome: draws.oneOf(said),
          at: instantOf({ week, weekday: 3, minute }, startsOn),
        };
      });
  });
}
