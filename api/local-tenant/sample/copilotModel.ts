import type { CopilotApp } from '../storage/reportRecords';
import { isThereIn, type SamplePerson } from './people';
import { createDraws, type Draws } from './seededDraws';
import { firstWeek, runningWeek, type SampleAction } from './usageModel';

/** A day on which someone used Microsoft 365 Copilot, and in which of its apps. */
export interface CopilotDay {
  readonly week: number;
  readonly weekday: number;
  readonly apps: readonly CopilotApp[];
}

const seed = 20_260_301;

/** The licences the firm bought, given out by lot when the pilot began. */
const licences = 240;

/** Where people use it, the frequent ones more than once. */
const apps: readonly CopilotApp[] = [
  'copilotChat',
  'copilotChat',
  'outlookCopilot',
  'outlookCopilot',
  'microsoftTeamsCopilot',
  'microsoftTeamsCopilot',
  'wordCopilot',
  'excelCopilot',
  'powerPointCopilot',
];

/**
 * The days on which the licensed people used Copilot. Whoever works with the library in a week mostly
 * uses Copilot too; a few use Copilot alone.
 */
export function copilotDaysOf(
  usage: ReadonlyMap<SamplePerson, readonly SampleAction[]>,
): ReadonlyMap<SamplePerson, readonly CopilotDay[]> {
  const draws = createDraws(seed);
  const staff = [...usage.keys()].filter(({ user }) => user.department !== 'Board Office');
  return new Map(
    draws
      .shuffled(staff)
      .slice(0, licences)
      .map((person) => {
        const activeIn = new Set((usage.get(person) ?? []).map(({ week }) => week));
        const eagerness = 0.15 + 0.55 * draws.share();
        const days: CopilotDay[] = [];
        for (let week = firstWeek; week <= runningWeek; week += 1) {
          const isUsing = draws.share() < (activeIn.has(week) ? 0.85 : 0.04);
          if (isUsing && isThereIn(person, week)) days.push(...daysIn(week, eagerness, draws));
        }
        return [person, days] as const;
      }),
  );
}

function daysIn(week: number, eagerness: number, draws: Draws): CopilotDay[] {
  const certain = draws.whole(5);
  return [0, 1, 2, 3, 4]
    .filter((weekday) => weekday === certain || draws.share() < eagerness)
    .map((weekday) => ({
      week,
      weekday,
      apps: [...new Set([draws.oneOf(apps), draws.oneOf(apps)])],
    }));
}
