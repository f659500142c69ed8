import { expect, test } from 'vitest';
import { visitLane } from './lane';
import { people } from './person';

const { arrive } = visitLane();

/** What an A4 page leaves between margins of 10 mm, in CSS pixels. */
const paperWidth = 718;

/**
 * The tab is printed from inside its frame, which a headless browser cannot be asked for: the page is
 * laid out for paper, at a page's width, and looked at.
 */
test('on paper the dashboard has every panel but the work list whole, in dark ink on white, and nothing to press', async () => {
  const champion = await arrive(people.owner, {
    viewport: { width: paperWidth + 320, height: 1100 },
  });
  const tab = await champion.openTab({ theme: 'dark' });
  await tab.getByRole('region', { name: 'Week by week' }).locator('svg path').first().waitFor();
  await tab.getByRole('region', { name: 'Library' }).waitFor();
  const titles = () => tab.getByRole('heading').allInnerTexts();
  const onScreen = await titles();
  expect(onScreen.length).toBeGreaterThan(8);

  const frame = await tab.owner().elementHandle();
  await frame.evaluate((element, width) => {
    element.style.width = `${width}px`;
  }, paperWidth);
  await champion.page.emulateMedia({ media: 'print' });
  await expect
    .poll(() => tab.locator('html').evaluate(() => window.matchMedia('print').matches))
    .toBe(true);

  // A champion's work list is nothing to hand round.
  expect(await titles()).toEqual(onScreen.filter((title) => title !== 'Needs you this week'));
  const pressable = tab.getByRole('button').or(tab.getByRole('combobox'));
  const left = await pressable.evaluateAll((controls) =>
    controls.filter((control) => control.checkVisibility()).map((control) => control.outerHTML),
  );
  expect(left).toEqual([]);

  await expect
    .poll(() =>
      tab.locator('body').evaluate((body) => {
        const page = document.documentElement.clientWidth;
        const wide = [...body.querySelectorAll('section, table, svg, p, h1, h2, h3')].filter(
          (element) =>
            element.checkVisibility() && element.getBoundingClientRect().right > page + 1,
        );
        return wide.map((element) => `${element.tagName} ${element.textContent.slice(0, 40)}`);
      }),
    )
    .toEqual([]);
  const ink = await tab
    .getByRole('heading', { level: 1 })
    .first()
    .evaluate((heading) => {
      const brightness = (color: string) =>
        (color.match(/\d+(?:\.\d+)?/g) ?? [])
          .slice(0, 3)
          .reduce((sum, each) => sum + Number(each), 0);
      return brightness(getComputedStyle(heading).color);
    });
  expect(ink).toBeLessThan(3 * 80);
  await champion.leave();
});
