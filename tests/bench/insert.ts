import type { Browser, FrameLocator, Page } from 'playwright-core';
import { featuredId } from '../../api/local-tenant/sample/people';
import { launchBrowser } from '../setup/browser';
import { startDeployment, type Deployment } from '../setup/deployment';
import { percentile } from '../setup/percentile';
import { benchLine, type Bench } from './benchLine';

const rounds = 60;

/**
 * Milliseconds from the click on "Insert" in the pane until the template stands in the body of a reply,
 * over and over in one message: each template is taken out again before the next goes in.
 */
export const insert: Bench = {
  lines: ['insert.p95'],
  async *run(_, sample) {
    const folder = await sample.get();
    const browser = await launchBrowser();
    let deployment: Deployment | undefined;
    try {
      deployment = await startDeployment(folder);
      const times = await insertions(browser, deployment);
      yield benchLine('insert.p95', percentile(times, 0.95), 'ms');
    } finally {
      await browser.close();
      await deployment?.close();
    }
  },
};

async function insertions(browser: Browser, { tenant }: Deployment): Promise<number[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript({ content: stopwatch });
  const page = await context.newPage();
  await page.goto(`${tenant.origin}/?as=${featuredId('consultant')}`);
  await page.goto(`${tenant.origin}/outlook?mode=reply&pane=open`);
  const pane = page.frameLocator('#pane-frame iframe');
  await pane.locator('[role="option"]').first().click();
  const button = pane.locator('button[type="submit"]');
  await button.waitFor();
  for (const field of await pane.getByRole('textbox').all()) {
    if ((await field.inputValue()) === '') await field.fill('as agreed');
  }
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    times.push(await insertOnce(page, pane));
    await pane.getByRole('button', { name: 'Take it out again' }).click();
    await pane.getByRole('heading', { name: 'Taken out again' }).waitFor();
    await pane.getByRole('button', { name: 'Back to this template' }).click();
    await button.waitFor();
  }
  await context.close();
  return times;
}

async function insertOnce(page: Page, pane: FrameLocator): Promise<number> {
  await pane.locator('button[type="submit"]').click();
  await pane.getByRole('button', { name: 'Take it out again' }).waitFor();
  const moment = (name: string) => `window.${name}`;
  const clickedAt = await pane.locator('html').evaluate(moment('clickedAt'));
  const changedAt = await page.evaluate(moment('changedAt'));
  if (typeof clickedAt !== 'number' || typeof changedAt !== 'number' || changedAt < clickedAt) {
    throw new Error('The template did not get into the body.');
  }
  return changedAt - clickedAt;
}

/**
 * Runs in every frame before its own scripts. The pane notes when it was clicked, the host page when the
 * body changed, both by the clock they share.
 */
const stopwatch = `
  const now = () => performance.timeOrigin + performance.now();
  addEventListener('click', (event) => {
    if (event.target.closest?.('button[type="submit"]')) window.clickedAt = now();
  }, true);
  addEventListener('DOMContentLoaded', () => {
    const body = document.getElementById('body-html');
    if (body === null) return;
    const watcher = new MutationObserver(() => { window.changedAt = now(); });
    watcher.observe(body, { childList: true, subtree: true, characterData: true });
  });
`;
