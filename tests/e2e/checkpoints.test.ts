import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { FrameLocator } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { german } from '../../teams-app/src/app/german';
import { holdsFocus, pressOn, tabTo } from './keyboard';
import { visitLane } from './lane';
import { overflowOf } from './narrow';
import { people, themes } from './person';
import { createEnglishFinder, saidOn } from './spokenTexts';

// Who has no mouse presses Tab some hundred times; checkpoints are taken once the sample is there.
vi.setConfig({ testTimeout: 240_000 });

const { arrive } = visitLane();

const place = 'programme/checkpoints/60';
const glance = (tab: FrameLocator) => tab.getByRole('region', { name: 'At a glance' });

test.each(themes)(
  'a leader reads a checkpoint at 1280, 768 and 320 pixels, in the %s theme',
  async (theme) => {
    const leader = await arrive(people.sponsor);
    const tab = await leader.openTab({ theme, subPageId: 'programme/checkpoints' });
    await tab
      .getByRole('link', { name: 'Read the checkpoint of day 60' })
      .waitFor({ timeout: 120_000 });
    expect([await overflowOf(tab), await leader.violations()]).toEqual([0, []]);
    await tab.getByRole('link', { name: 'Read the checkpoint of day 60' }).click();
    for (const width of [1280, 768, 320]) {
      await leader.page.setViewportSize({ width, height: 800 });
      await glance(tab).waitFor();
      await expect.poll(() => overflowOf(tab)).toBe(0);
      expect(await leader.violations()).toEqual([]);
    }
    expect(await glance(tab).innerText()).toMatch(/22% → \d\d%/);
    expect(await tab.getByRole('button', { name: /Decide/ }).count()).toBe(0);
    expect(leader.complaints).toEqual([]);
    await leader.leave();
  },
);

test('by keyboard alone a champion reads, decides, and looks back at the next checkpoint', async () => {
  const owner = await arrive(people.owner);
  const { page } = owner;
  const tab = await owner.openTab({ subPageId: place });
  await glance(tab).waitFor({ timeout: 120_000 });
  await pressOn(page, tab.getByRole('button', { name: 'Decide something else' }));
  const change = tab.getByRole('textbox', { name: 'What changes' });
  await expect.poll(() => holdsFocus(change)).toBe(true);
  await page.keyboard.type('Tomás answers the queue on Mondays.');
  expect(await owner.violations()).toEqual([]);
  await pressOn(page, tab.getByRole('button', { name: 'Keep the decision' }));
  await tab.getByText('The decision is kept.').waitFor();
  await tab.getByText('Tomás answers the queue on Mondays.').waitFor();

  const later = await owner.openTab({ subPageId: 'programme/checkpoints/90' });
  const decision = later
    .getByRole('list', { name: 'What came of earlier decisions' })
    .getByRole('listitem')
    .filter({ hasText: 'Tomás answers the queue on Mondays.' });
  await tabTo(page, decision.getByRole('radio').first());
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(() => decision.getByRole('radio', { name: 'It worked in part' }).isChecked())
    .toBe(true);
  // While SharePoint does not have the decision yet, it says so and is asked again.
  await expect
    .poll(
      async () => {
        const say = decision.getByRole('button', { name: 'Keep what came of it' });
        if ((await say.count()) > 0) await pressOn(page, say);
        return decision.getByText('It worked in part').and(decision.locator('span')).count();
      },
      { timeout: 90_000, interval: 3_000 },
    )
    .toBeGreaterThan(0);
  await owner.leave();
});

test('a checkpoint is taken along as slides of PowerPoint', async () => {
  const leader = await arrive(people.sponsor);
  const tab = await leader.openTab({ subPageId: place });
  const active = await glance(tab)
    .getByText(/22% → /)
    .innerText();
  const download = leader.page.waitForEvent('download');
  await tab.getByRole('button', { name: 'Share' }).click();
  await tab.getByRole('menuitem', { name: 'Save as PowerPoint' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/-Day-60\.pptx$/);
  const parts = unzipSync(new Uint8Array(await readFile(await saved.path())));
  const slides = Object.entries(parts).filter(([path]) =>
    /^ppt\/slides\/slide\d+\.xml$/.test(path),
  );
  expect(slides).toHaveLength(5);
  const words = slides.map(([, bytes]) => strFromU8(bytes)).join(' ');
  expect(words).toContain(active);
  expect(words).toContain('Checkpoint: day 60');
  expect(words).not.toContain(people.member);
  expect(leader.complaints).toEqual([]);
  await leader.leave();
});

test('on paper a checkpoint is whole, in dark ink on white, and nothing to press', async () => {
  const paperWidth = 718;
  const champion = await arrive(people.owner, {
    viewport: { width: paperWidth + 320, height: 1100 },
  });
  const tab = await champion.openTab({ theme: 'dark', subPageId: place });
  await glance(tab).waitFor();
  const frame = await tab.owner().elementHandle();
  await frame.evaluate((element, width) => {
    element.style.width = `${width}px`;
  }, paperWidth);
  await champion.page.emulateMedia({ media: 'print' });
  const left = () =>
    tab
      .getByRole('main')
      .getByRole('button')
      .evaluateAll((controls) => controls.filter((one) => one.checkVisibility()).length);
  await expect.poll(left).toBe(0);
  await expect.poll(() => overflowOf(tab)).toBe(0);
  const ink = await tab
    .getByRole('heading', { level: 1 })
    .evaluate((heading) =>
      (getComputedStyle(heading).color.match(/\d+(?:\.\d+)?/g) ?? [])
        .slice(0, 3)
        .reduce((sum, each) => sum + Number(each), 0),
    );
  expect(ink).toBeLessThan(3 * 80);
  await champion.leave();
});

test('checkpoints say nothing in English where Teams is in German', async () => {
  const english = await createEnglishFinder(german);
  const champion = await arrive(people.owner);
  const tab = await champion.openTab({ language: 'de-DE', subPageId: 'programme/checkpoints' });
  await tab.getByRole('link', { name: 'Kontrollpunkt von Tag 60 lesen' }).waitFor();
  expect(english(await saidOn(tab))).toEqual([]);
  await tab.getByRole('link', { name: 'Kontrollpunkt von Tag 60 lesen' }).click();
  await tab.getByRole('region', { name: 'Auf einen Blick' }).waitFor();
  expect(english(await saidOn(tab))).toEqual([]);
  await champion.leave();
});

test('the monthly question never stands before what has the focus', async () => {
  const member = await arrive(people.member);
  const tab = await member.openTab({ subPageId: 'library' });
  await tab.getByRole('region', { name: 'Where did the time you saved this month go?' }).waitFor();
  const items = tab.getByRole('region', { name: 'Library', exact: true }).getByRole('listitem');
  await tabTo(member.page, items.first().getByRole('link'));
  for (let presses = 0; presses < 20; presses += 1) {
    await member.page.keyboard.press('Tab');
    const isSeen = await tab.locator(':focus').evaluate((one) => {
      const { left, bottom } = one.getBoundingClientRect();
      return one.contains(document.elementFromPoint(left + 2, bottom - 2));
    });
    expect(isSeen).toBe(true);
  }
  await member.leave();
});
