import { describe, expect, test } from 'vitest';
import { createSampleStage } from '../testing/sampleStage';
import type { SampleCourse } from './fillUsage';

/** Everybody tries it in the first week, and week after week fewer come back. */
const decayAfterLaunch: SampleCourse = {
  willingness: (week) => (week < 0 ? -1.9 : -1.9 + 3.2 * Math.exp(-week / 4)),
};

/** It is used as much as usual, and a draft takes as long as before, with a template and without. */
const noTimeSaved: SampleCourse = { gains: { withTemplate: 1, afterPractice: 1 } };

const fillingMs = 240_000;

interface History {
  readonly course: SampleCourse;
  readonly owner: 'works' | 'leaves';
  readonly rule: string;
}

/** The same firm and the same seed, but for one thing each. */
describe('a programme that goes otherwise', () => {
  test.each<[string, History]>([
    [
      'wears off after the launch: its training is to be revised',
      { course: decayAfterLaunch, owner: 'works', rule: 'useDecays' },
    ],
    [
      'is used a lot and saves no time: the step of the task is',
      { course: noTimeSaved, owner: 'works', rule: 'useWithoutTimeSaved' },
    ],
    ['loses its owner: who answers for it is', { course: {}, owner: 'leaves', rule: 'noOwner' }],
  ])(
    '%s, and nothing else',
    async (_, { course, owner, rule }) => {
      const stage = await createSampleStage(course);
      try {
        const { taken } = (await stage.liveThrough({ owner })).shown;
        expect(taken.map(({ day }) => day)).toEqual([30, 60, 90]);
        for (const { diagnosis } of taken) {
          expect(diagnosis.found.map((found) => found.rule)).toEqual([rule]);
          expect(diagnosis.notJudged).toEqual([]);
        }
      } finally {
        await stage.close();
      }
    },
    fillingMs,
  );
});
