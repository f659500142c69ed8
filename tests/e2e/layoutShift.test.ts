import type { FrameLocator } from 'playwright-core';
import { expect, test } from 'vitest';
import { visitLane } from './lane';
import { people } from './person';

const { arrive } = visitLane();

/** In every frame from its start: keeps each shift that no input of the person explains. */
const seismograph = `
  window.shifted = [];
  new PerformanceObserver((list) => {
    for (const { value, startTime, hadRecentInput } of list.getEntries()) {
      if (!hadRecentInput) window.shifted.push({ value, startTime });
    }
  }).observe({ type: 'layout-shift', buffered: true });
  new MutationObserver(() => {
    if (document.querySelector('main h1')) window.figuresAt ??= performance.now();
  }).observe(document, { childList: true, subtree: true });
`;

/** How far the page shifted in all since its first figures were there, as browsers score it. */
async function shiftedSinceFigures(tab: FrameLocator): Promise<number> {
  return tab.locator('html').evaluate(() => {
    const { shifted, figuresAt } = window as unknown as {
      shifted: { value: number; startTime: number }[];
      figuresAt: number;
    };
    return shifted
      .filter(({ startTime }) => startTime > figuresAt)
      .reduce((sum, { value }) => sum + value, 0);
  });
}

test.each([
  { width: 1280, height: 800 },
  { width: 320, height: 640 },
  // All panels in sight.
  { width: 1280, height: 3600 },
])('nothing moves once the first figures stand, at $width × $height', async (viewport) => {
  const champion = await arrive(people.owner, { viewport });
  await champion.page.addInitScript({ content: seismograph });
  // The first visit asks for everything; the second begins with what this device kept.
  for (const visit of ['first', 'second']) {
    const tab = await champion.openTab();
    await tab.getByRole('region', { name: 'Library', exact: true }).waitFor();
    await tab.locator('svg path').first().waitFor();
    await champion.page.waitForLoadState('networkidle');
    expect(await shiftedSinceFigures(tab), `${visit} visit`).toBe(0);
  }
  await champion.leave();
});

test('a page that moves is found out', async () => {
  const champion = await arrive(people.owner);
  await champion.page.addInitScript({ content: seismograph });
  const tab = await champion.openTab();
  await tab.getByRole('heading', { level: 1 }).waitFor();
  await tab.locator('main').evaluate((main) => {
    main.style.marginTop = '200px';
  });
  await expect.poll(() => shiftedSinceFigures(tab)).toBeGreaterThan(0.05);
  await champion.leave();
});
