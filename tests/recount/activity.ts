import { mondayOf, mondays, plus, type Day } from './calendar';
import type { Facts, Span } from './readFacts';

/** n of N people. */
export interface Share {
  readonly n: number;
  readonly of: number;
}

/** One week, counted from the facts. Nothing is hidden here: this says what is so, not what is shown. */
export interface Week {
  readonly monday: Day;
  readonly active: Share;
  readonly aiUse: Share;
  readonly templateUse: Share;
  readonly surfaces: Readonly<Record<'teams' | 'outlook' | 'copilot', Share>>;
  readonly lifecycle: { new: number; returning: number; resurrecting: number; dormant: number };
  readonly joined: number;
  readonly left: number;
  readonly departments: ReadonlyMap<string, Share>;
  readonly jobFamilies: ReadonlyMap<string, Share>;
}

/** Members on the last day of a week. */
export function eligible({ spans }: Facts, monday: Day): Span[] {
  const sunday = plus(monday, 6);
  return spans.filter(({ from, to }) => from <= sunday && (to === null || to > sunday));
}

/** Measured weeks: from the first with a member, a quarter before the start at most, to the running one. */
export function measuredWeeks({ spans, startsOn, today }: Facts): Day[] {
  const first = spans.map(({ from }) => from).sort()[0];
  if (first === undefined) return [];
  const earliest = plus(startsOn, -13 * 7);
  return mondays(mondayOf(first < earliest ? earliest : first), mondayOf(today));
}

/** Facts of people who belonged to the programme in the fact's own week. */
export function ofMembers(facts: Facts): (fact: { person: string; week: Day }) => boolean {
  const members = new Map(
    measuredWeeks(facts).map((monday) => [
      monday,
      new Set(eligible(facts, monday).map(({ person }) => person)),
    ]),
  );
  return ({ person, week }) => members.get(week)?.has(person) === true;
}

/** Who acted in which week, and when each person did so for the first time. */
export function actors({ actions }: Facts, counts: (kind: string, surface: string) => boolean) {
  const byWeek = new Map<Day, Set<string>>();
  const first = new Map<string, Day>();
  for (const { person, week, kind, surface } of actions) {
    if (!counts(kind, surface)) continue;
    const people = byWeek.get(week) ?? new Set();
    byWeek.set(week, people.add(person));
    const before = first.get(person);
    if (before === undefined || week < before) first.set(person, week);
  }
  return { in: (week: Day) => byWeek.get(week) ?? new Set<string>(), first };
}

export function recountWeeks(facts: Facts): Week[] {
  const all = actors(facts, () => true);
  const templates = actors(facts, (kind) => kind === 'templateInserted');
  const ai = actors(facts, (kind) => kind !== 'templateInserted');
  const on = (wanted: string) => actors(facts, (_kind, surface) => surface === wanted);
  const [teams, outlook, copilot] = [on('teams'), on('outlook'), on('copilot')];

  return measuredWeeks(facts).map((monday) => {
    const members = eligible(facts, monday);
    const people = members.map(({ person }) => person);
    const before = new Set(eligible(facts, plus(monday, -7)).map(({ person }) => person));
    const now = all.in(monday);
    const last = all.in(plus(monday, -7));
    const share = (who: ReadonlySet<string>, of = people): Share => ({
      n: of.filter((person) => who.has(person)).length,
      of: of.length,
    });
    const groups = (nameOf: (member: Span) => string) =>
      new Map(
        [...new Set(members.map(nameOf))].map((name) => [
          name,
          share(
            now,
            members.filter((member) => nameOf(member) === name).map(({ person }) => person),
          ),
        ]),
      );
    const acting = people.filter((person) => now.has(person));
    const begun = acting.filter((person) => all.first.get(person) === monday);
    const returned = acting.filter((person) => last.has(person));
    return {
      monday,
      active: share(now),
      aiUse: share(ai.in(monday)),
      templateUse: share(templates.in(monday)),
      surfaces: {
        teams: share(teams.in(monday)),
        outlook: share(outlook.in(monday)),
        copilot: share(copilot.in(monday)),
      },
      lifecycle: {
        new: begun.length,
        returning: returned.length,
        resurrecting: acting.length - begun.length - returned.length,
        dormant: people.filter((person) => !now.has(person) && last.has(person)).length,
      },
      joined: people.filter((person) => !before.has(person)).length,
      left: [...before].filter((person) => !people.includes(person)).length,
      departments: groups(({ department }) => department),
      jobFamilies: groups(({ jobFamily }) => jobFamily ?? 'No job family'),
    };
  });
}
