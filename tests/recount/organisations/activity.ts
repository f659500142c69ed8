import type { UsageEvent } from '@last-mile/shared/adoption';
import { addDays } from '@last-mile/shared/calendar';
import type { Draws } from '../../../api/local-tenant/sample/seededDraws';
import { uuidFrom } from '../../setup/uuidFrom';
import { stayIn, type PlantedPerson } from './people';
import type { Plan } from './plan';
import { instantOf } from './wallClock';

/** n of N people. */
interface Share {
  readonly n: number;
  readonly of: number;
}

/** What was planted of use, week by week of the plan. */
export interface PlantedActivity {
  readonly active: readonly Share[];
  /** Of those who began in a week as members, for it and each later week. */
  readonly cohorts: readonly (readonly Share[])[];
  readonly actions: ReadonlyMap<PlantedPerson, readonly UsageEvent[]>;
}

/**
 * Lets people act: of everyone who began in one week and is still there so many weeks later, exactly
 * as many as the plan's retention says, and none besides them.
 */
export function plantActivity(
  plan: Plan,
  people: readonly PlantedPerson[],
  draws: Draws,
): PlantedActivity {
  const actions = new Map(people.map((person) => [person, [] as UsageEvent[]]));
  const act = (person: PlantedPerson, week: number) => {
    actions.get(person)?.push(...actionsIn(plan, week, draws));
  };
  const weeks = plan.mondays.map((_, week) => week);
  const acting = weeks.map(() => 0);
  const cohorts = weeks.map((start) => {
    const begun = people.filter(({ begins }) => begins === start);
    const here = begun.filter((person) => stayIn(person, start));
    // Before they belonged, or after they left: it is kept, and counts in no week.
    for (const person of begun) if (!here.includes(person)) act(person, start);
    return weeks.slice(start).map((week): Share => {
      const there = begun.filter((person) => stayIn(person, week));
      const n = Math.round(plan.retention(week - start) * there.length);
      const chosen = draws.shuffled(there).slice(0, n);
      for (const person of chosen) act(person, week);
      acting[week] = (acting[week] ?? 0) + n;
      return { n: chosen.filter((person) => here.includes(person)).length, of: here.length };
    });
  });
  for (const person of people) {
    const left = person.stays.at(-1)?.until ?? null;
    if (left !== null && person.begins !== null && draws.share() < 0.5) act(person, left);
  }
  return {
    active: weeks.map((week) => ({
      n: acting[week] ?? 0,
      of: people.filter((person) => stayIn(person, week)).length,
    })),
    ...{ cohorts, actions },
  };
}

const keysFrom = (first: number) =>
  [first, first + 1, first + 2].map(
    (number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  );
export const prompts = keysFrom(101);
export const templates = keysFrom(201);

function actionsIn(plan: Plan, week: number, draws: Draws): UsageEvent[] {
  const count = 1 + draws.whole(draws.share() < 0.1 ? 25 : 4);
  return Array.from({ length: count }, (): UsageEvent => {
    const kind = draws.oneOf(['promptCopied', 'promptOpened', 'templateInserted'] as const);
    const isTemplate = kind === 'templateInserted';
    return {
      ...{ clientKey: uuidFrom(draws), kind, at: momentIn(plan, week, draws), version: 1 },
      itemKey: draws.oneOf(isTemplate ? templates : prompts),
      surface: isTemplate ? 'outlook' : 'teams',
    };
  });
}

/** Any hour at which no clock is changed, often one close to the week's ends; never after now. */
export function momentIn({ timeZone, mondays, now }: Plan, week: number, draws: Draws): string {
  const monday = mondays[week] ?? '';
  const lot = draws.share();
  if (week < mondays.length - 1) {
    if (lot < 0.05) return instantOf(timeZone, monday, draws.whole(30));
    if (lot < 0.1) return instantOf(timeZone, addDays(monday, 6), 24 * 60 - 1 - draws.whole(30));
    return instantOf(timeZone, addDays(monday, draws.whole(7)), 4 * 60 + draws.whole(20 * 60));
  }
  const begun = Date.parse(instantOf(timeZone, monday, 0));
  return new Date(begun + Math.floor(lot * (now.getTime() - begun))).toISOString();
}
