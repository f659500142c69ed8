import { savedTimeUses, type SavedTimeUse } from '@last-mile/shared/checkpoints';
import type { SamplePerson } from './people';
import { instantOf } from './sampleClock';
import { createDraws } from './seededDraws';
import type { SampleAction } from './usageModel';

/** An answer to "Where did the time you saved go?". */
export interface SampleSavedTime {
  readonly person: SamplePerson;
  /** `2026-11`. */
  readonly month: string;
  readonly use: SavedTimeUse;
  /** ISO 8601. */
  readonly at: string;
}

const seed = 20_260_306;

/** How likely somebody who is asked answers. */
const patience = 0.12;

/** How often each is said, of a hundred answers. */
const saidOf: Readonly<Record<SavedTimeUse, number>> = {
  ...{ moreClientWork: 24, betterWork: 31, learning: 15, shorterDay: 12, nowhere: 18 },
};
const hundredAnswers = savedTimeUses.flatMap((use) => Array<SavedTimeUse>(saidOf[use]).fill(use));

/** What people answered: asked once a month, after the first thing they used in it since the start. */
export function savedTimeOf(
  usage: ReadonlyMap<SamplePerson, readonly SampleAction[]>,
  startsOn: string,
): readonly SampleSavedTime[] {
  const draws = createDraws(seed);
  return [...usage].flatMap(([person, actions]) => {
    const asked = new Map<string, string>();
    const since = actions
      .filter(({ week }) => week >= 0)
      .map(({ minute, ...action }) => instantOf({ ...action, minute: minute + 3 }, startsOn))
      .sort();
    for (const at of since) if (!asked.has(at.slice(0, 7))) asked.set(at.slice(0, 7), at);
    return [...asked].flatMap(([month, at]): SampleSavedTime[] => {
      const answers = draws.share() < patience;
      const use = draws.oneOf(hundredAnswers);
      return answers ? [{ person, month, use, at }] : [];
    });
  });
}
