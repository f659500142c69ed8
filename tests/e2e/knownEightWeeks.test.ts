import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createSampleStage } from '../../api/local-tenant/testing/sampleStage';
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
