import { departments } from './departments';
import { isThereIn, type SamplePerson } from './people';
import { createDraws, type Draws } from './seededDraws';

/** One counted action, placed by week of the programme, day of the week and minute of the day. */
export interface SampleAction {
  readonly week: number;
  readonly weekday: number;
  readonly minute: number;
  readonly kind: 'promptCopied' | 'promptOpened' | 'templateInserted';
  readonly itemKey: string;
  readonly surface: 'teams' | 'outlook';
}

/** Weeks the usage covers: eight of a pilot before the programme, thirteen since, and the running one. */
export const firstWeek = -8;
export const runningWeek = 13;

const seed = 20_260_223;

/** How willing an average person is to act in a week, as log odds. */
export type Willingness = (week: number) => number;

/**
 * A pilot without practice or owner wears off; eight weeks of practice build a habit, quickly at first;
 * afterwards a little is lost.
 */
function usualWillingness(week: number): number {
  if (week < 0) return -1.94 + 2 * Math.exp(-(week - firstWeek) / 2.6);
  if (week < 8) return 1.22 - 2.2 * Math.exp(-week / 2.2);
  return 0.95 + 0.06 * Math.cos(week);
}

/** How many people differ from the average, in log odds. */
const spread = 1.1;

/** Library items by how often they are reached for: each is used 0.8 times as often as the one before. */
const popularity = 0.8;

/**
 * What everybody did, person by person, from a fixed seed: whether someone acts in a week is drawn
 * from their own willingness, their department's and the week's. No rate is put in anywhere.
 */
export function usageOf(
  people: readonly SamplePerson[],
  items: { readonly prompts: readonly string[]; readonly templates: readonly string[] },
  willingness: Willingness = usualWillingness,
): ReadonlyMap<SamplePerson, readonly SampleAction[]> {
  const draws = createDraws(seed);
  // Its own stream: what people do, and with which items, must not change who is active.
  const choices = createDraws(seed + 1);
  const readiness = new Map(
    departments.map((department) => [department.name, department.readiness]),
  );
  return new Map(
    people.map((person) => {
      const own = (readiness.get(person.department) ?? 0) + spread * draws.normal();
      const templateShare = 0.2 + 0.5 * choices.share();
      const actions: SampleAction[] = [];
      for (let week = firstWeek; week <= runningWeek; week += 1) {
        const acts = draws.share() < 1 / (1 + Math.exp(-(willingness(week) + own)));
        if (acts && isThereIn(person, week)) {
          actions.push(...actionsOf(choices, week, templateShare, items));
        }
      }
      return [person, actions] as const;
    }),
  );
}

function actionsOf(
  draws: Draws,
  week: number,
  templateShare: number,
  items: { readonly prompts: readonly string[]; readonly templates: readonly string[] },
): SampleAction[] {
  const actions: SampleAction[] = [];
  do {
    const template = draws.share() < templateShare;
    actions.push({
      week,
      weekday: draws.whole(5),
      minute: 8 * 60 + draws.whole(9 * 60),
      kind: template ? 'templateInserted' : draws.share() < 0.7 ? 'promptCopied' : 'promptOpened',
      itemKey: popular(draws, template ? items.templates : items.prompts),
      surface: template ? 'outlook' : 'teams',
    });
  } while (draws.share() < 0.55 && actions.length < 12);
  return actions;
}

function popular(draws: Draws, keys: readonly string[]): string {
  for (const key of keys) if (draws.share() > popularity) return key;
  return draws.oneOf(keys);
}
