import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createSampleStage } from '../../api/local-tenant/testing/sampleStage';
import type { SampleCourse } from '../../api/local-tenant/sample/fillUsage';
import type { DiagnosisRuleId } from '@last-mile/shared/checkpoints';
import { launchBrowser } from '../setup/browser';
import { freePorts } from '../setup/product';
import { productOfLane } from './lane';
import { arrive, people } from './person';

// The apps are built once the lane has its product.
productOfLane();
// Thirteen weeks of 900 people are lived through first.
vi.setConfig({ testTimeout: 300_000 });

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('after the known eight weeks the sponsor reads what they changed, by the dates of the firm', async () => {
  const stage = await createSampleStage({}, { port: await freePorts() });
  try {
    await stage.liveThrough({ owner: 'works' });
    const sponsor = await arrive(browser, stage.hostOrigin, people.sponsor, { at: stage.now() });
    const list = await sponsor.openTab({ subPageId: 'programme/checkpoints' });
    for (const day of [30, 60, 90]) {
      await list.getByRole('link', { name: `Read the checkpoint of day ${String(day)}` }).waitFor();
    }
    await list.getByRole('link', { name: 'Read the checkpoint of day 60' }).click();
    const glance = list.getByRole('region', { name: 'At a glance' });
    await glance.getByText('22% → 71%').waitFor();
    await list.getByText('No rule found anything. That is not the same as all is well.').waitFor();
    const later = await sponsor.openTab({ subPageId: 'programme/checkpoints/90' });
    await later.getByText(/^47 suggested, [3-9] with the vendor/).waitFor();
    expect(await sponsor.violations()).toEqual([]);
    expect(sponsor.complaints).toEqual([]);
    await sponsor.leave();
  } finally {
    await stage.close();
  }
});

/** Everybody tries it in the first week, and week after week fewer come back. */
const decayAfterLaunch: SampleCourse = {
  willingness: (week) => (week < 0 ? -1.9 : -1.9 + 3.2 * Math.exp(-week / 4)),
};

/** It is used as much as usual, and a draft takes as long as before, with a template and without. */
const noTimeSaved: SampleCourse = { gains: { withTemplate: 1, afterPractice: 1 } };

interface History {
  readonly course: SampleCourse;
  readonly owner: 'works' | 'leaves';
  readonly rule: DiagnosisRuleId;
  /** As its card is called. */
  readonly found: string;
}

/** The same firm and the same seed, but for one thing each. */
test.each<[string, History]>([
  [
    'wears off after the launch',
    { course: decayAfterLaunch, owner: 'works', rule: 'useDecays', found: 'Use is fading' },
  ],
  [
    'is used a lot and saves no time',
    {
      ...{ course: noTimeSaved, owner: 'works', rule: 'useWithoutTimeSaved' },
      found: 'Many use it, and it saves them no time',
    },
  ],
  [
    'loses its owner',
    {
      ...{ course: {}, owner: 'leaves', rule: 'noOwner' },
      found: 'Nobody answers for the programme',
    },
  ],
])(
  'a programme that %s is told so at each checkpoint, and nothing else',
  async (_, { course, owner, rule, found }) => {
    const stage = await createSampleStage(course, { port: await freePorts() });
    try {
      const { taken } = (await stage.liveThrough({ owner })).shown;
      expect(taken.map(({ day }) => day)).toEqual([30, 60, 90]);
      for (const { diagnosis } of taken) {
        expect(diagnosis.found.map((each) => each.rule)).toEqual([rule]);
        expect(diagnosis.notJudged).toEqual([]);
      }
      const sponsor = await arrive(browser, stage.hostOrigin, people.sponsor, { at: stage.now() });
      for (const day of [30, 60, 90]) {
        const tab = await sponsor.openTab({ subPageId: `programme/checkpoints/${String(day)}` });
        const findings = tab.getByRole('region', { name: 'What was found' });
        await findings.getByRole('heading', { name: found }).waitFor();
        expect(await findings.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([found]);
      }
      await sponsor.leave();
    } finally {
      await stage.close();
    }
  },
);
