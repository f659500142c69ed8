import { readFile } from 'node:fs/promises';
import type { FrameLocator, Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { holdsFocus, pressOn, tabTo, typeInto } from './keyboard';
import { visitLane } from './lane';
import { overflowOf } from './narrow';
import { people, themes } from './person';

// Who has no mouse presses Tab some hundred times.
vi.setConfig({ testTimeout: 240_000 });

const { arrive } = visitLane();

const button = (tab: FrameLocator, name: string | RegExp) =>
  tab.getByRole('button', { name, exact: typeof name === 'string' });
const field = (tab: FrameLocator, name: string) => tab.getByRole('textbox', { name, exact: true });
const board = (tab: FrameLocator) => tab.getByRole('region', { name: 'Steps', exact: true });
const picture = (tab: FrameLocator) => tab.getByRole('img', { name: /The table says the same/ });

/** The names of the steps, in their order. */
const steps = (tab: FrameLocator) =>
  board(tab)
    .getByRole('button', { name: /^Edit “/ })
    .evaluateAll((buttons) =>
      buttons.map((one) => /“(.*)”/.exec(one.getAttribute('aria-label') ?? '')?.[1]),
    );

interface TypedStep {
  name: string;
  role: string;
  minutes: string;
  friction: string;
}

async function addStep(page: Page, tab: FrameLocator, step: TypedStep) {
  await pressOn(page, button(tab, 'Add a step'));
  await expect.poll(() => holdsFocus(field(tab, 'What is done'))).toBe(true);
  await page.keyboard.type(step.name);
  await typeInto(page, field(tab, 'Who does it (a role)'), step.role);
  await typeInto(page, tab.getByRole('spinbutton', { name: 'Minutes of work' }), step.minutes);
  await pressOn(page, tab.getByRole('checkbox', { name: step.friction }), 'Space');
  await pressOn(page, button(tab, 'Done'));
  await expect.poll(() => holdsFocus(button(tab, `Edit “${step.name}”`))).toBe(true);
}

/** Saves the map; while SharePoint has no time, it says so and is asked again. */
async function save(page: Page, tab: FrameLocator) {
  const saved = tab.getByText('Saved.', { exact: true });
  const busy = tab.getByText(/^SharePoint does not answer right now/);
  await expect
    .poll(
      async () => {
        await pressOn(page, button(tab, 'Save the map'));
        await saved.or(busy).first().waitFor();
        return saved.count();
      },
      { timeout: 90_000, interval: 3_000 },
    )
    .toBe(1);
}

test('by keyboard alone a task is mapped, moved about, saved, and chosen between two maps', async () => {
  const owner = await arrive(people.owner);
  const { page } = owner;
  const tab = await owner.openTab({ subPageId: 'workflows' });
  const task = 'Answer a tender by keyboard';
  await typeInto(page, field(tab, 'Task, in the words of those who do it'), task);
  await page.keyboard.press('Enter');
  await tab.getByRole('heading', { level: 1, name: task }).waitFor();

  await addStep(page, tab, {
    ...{ name: 'Read the tender', role: 'Associate', minutes: '40', friction: 'Searching' },
  });
  await addStep(page, tab, {
    ...{ name: 'Sign it', role: 'Partner', minutes: '5', friction: 'Waits for a yes' },
  });
  await addStep(page, tab, {
    ...{ name: 'Write the answer', role: 'Associate', minutes: '90', friction: 'Done again' },
  });
  expect(await owner.violations()).toEqual([]);

  await tabTo(page, button(tab, 'Edit “Write the answer”'));
  await page.keyboard.press('Alt+ArrowLeft');
  await tab.getByText('“Write the answer” is now step 2 of 3.').waitFor();
  expect(await steps(tab)).toEqual(['Read the tender', 'Write the answer', 'Sign it']);
  await expect.poll(() => holdsFocus(button(tab, 'Edit “Write the answer”'))).toBe(true);

  await page.keyboard.press('Enter');
  await typeInto(page, field(tab, 'How AI helps here'), 'Drafts the answer from the last one.');
  await pressOn(page, button(tab, 'Done'));

  await pressOn(page, button(tab, 'Remove “Sign it”'));
  expect(await steps(tab)).toEqual(['Read the tender', 'Write the answer']);
  await pressOn(page, button(tab, 'Undo'));
  expect(await steps(tab)).toEqual(['Read the tender', 'Write the answer', 'Sign it']);

  const slot = tab.getByRole('combobox', { name: 'Where AI helps first' });
  await tabTo(page, slot);
  await page.keyboard.type('Write');
  await typeInto(page, field(tab, 'Why there'), 'It takes longest.');
  await typeInto(page, field(tab, 'Who takes over what AI cannot do (a role)'), 'Partner');
  expect(await owner.violations()).toEqual([]);
  await save(page, tab);

  // Somebody else has the same map open, and saves first.
  const place = await page.frame({ url: /\/tab/ })?.evaluate<string>('location.hash');
  const deputy = await arrive(people.deputy);
  const theirs = await deputy.openTab({ subPageId: (place ?? '').replace('#/', '') });
  await pressOn(deputy.page, button(theirs, 'Move “Sign it” earlier'));
  await save(deputy.page, theirs);
  await deputy.leave();

  await pressOn(page, button(tab, 'Move “Write the answer” earlier'));
  await pressOn(page, button(tab, 'Save the map'));
  await tab.getByRole('heading', { name: 'Someone changed this map meanwhile' }).waitFor();
  expect(await owner.violations()).toEqual([]);
  await pressOn(page, button(tab, 'Go on with mine'));
  expect(await steps(tab)).toEqual(['Write the answer', 'Read the tender', 'Sign it']);
  await save(page, tab);
  expect(owner.complaints.filter((text) => !/status of (412|503)/.test(text))).toEqual([]);
  await owner.leave();
});

/** Words that stand outside of their step's box, as the browser draws them. */
const wordsOutside = (tab: FrameLocator) =>
  picture(tab).evaluate((drawn) => {
    const boxes = [...drawn.querySelectorAll('rect[rx="6"]')];
    return boxes.flatMap((box) => {
      const frame = box.getBoundingClientRect();
      const lines = [...(box.parentElement?.querySelectorAll('text') ?? [])];
      return lines
        .filter((line) => {
          const place = line.getBoundingClientRect();
          return (
            place.left < frame.left - 1 ||
            place.right > frame.right + 1 ||
            place.top < frame.top - 1 ||
            place.bottom > frame.bottom + 1
          );
        })
        .map(({ textContent }) => textContent);
    });
  });

test.each(themes)(
  'the picture of a map can be read in the %s theme, narrow and wide',
  async (theme) => {
    const member = await arrive(people.member);
    const tab = await member.openTab({ theme, subPageId: 'workflows' });
    await tab.getByRole('link', { name: 'Follow up a client meeting' }).last().click();
    for (const width of [1280, 320]) {
      await member.page.setViewportSize({ width, height: 800 });
      await picture(tab).waitFor();
      await expect.poll(() => wordsOutside(tab)).toEqual([]);
      expect([await overflowOf(tab), await member.violations()]).toEqual([0, []]);
    }
    expect(member.complaints).toEqual([]);
    await member.leave();
  },
);

test('from right to left the picture begins at the right', async () => {
  const member = await arrive(people.member);
  const tab = await member.openTab({ language: 'ar-XB', subPageId: 'workflows' });
  await tab.getByRole('link', { name: 'Follow up a client meeting' }).last().click();
  await picture(tab).waitFor();
  await expect.poll(() => wordsOutside(tab)).toEqual([]);
  const places = await picture(tab)
    .locator('rect[rx="6"]')
    .evaluateAll((boxes) => boxes.slice(0, 2).map((box) => box.getBoundingClientRect().left));
  expect(places[0]).toBeGreaterThan(places[1] ?? Infinity);
  await member.leave();
});

test('the picture is taken along as pixels and as a drawing, dark on white', async () => {
  const member = await arrive(people.member);
  const tab = await member.openTab({ theme: 'contrast', subPageId: 'workflows' });
  await tab.getByRole('link', { name: 'Follow up a client meeting' }).last().click();
  const take = async (form: string) => {
    const download = member.page.waitForEvent('download');
    await tab
      .getByRole('region', { name: 'The map as a picture' })
      .getByRole('button', { name: 'Share' })
      .click();
    await tab.getByRole('menuitem', { name: form }).click();
    const saved = await download;
    return { name: saved.suggestedFilename(), content: await readFile(await saved.path()) };
  };
  const image = await take('Save as picture (PNG)');
  expect(image.name).toBe('Follow-up-a-client-meeting.png');
  expect(image.content.subarray(1, 4).toString()).toBe('PNG');
  expect(image.content.readUInt32BE(16)).toBeGreaterThan(400);

  const drawing = await take('Save as drawing (SVG)');
  const words = drawing.content.toString();
  expect(words).toContain('Follow up a client meeting');
  expect(words).toContain('fill="#ffffff"');
  expect(words).not.toContain('var(');
  expect(member.complaints).toEqual([]);
  await member.leave();
});

test('on paper a map is its picture in dark ink on white, and nothing to press', async () => {
  const paperWidth = 718;
  const champion = await arrive(people.owner, {
    viewport: { width: paperWidth + 320, height: 1100 },
  });
  const tab = await champion.openTab({ theme: 'dark', subPageId: 'workflows' });
  await tab.getByRole('link', { name: 'Follow up a client meeting' }).last().click();
  await picture(tab).waitFor();
  const frame = await tab.owner().elementHandle();
  await frame.evaluate((element, width) => {
    element.style.width = `${width}px`;
  }, paperWidth);
  await champion.page.emulateMedia({ media: 'print' });

  const pressable = ['button', 'textbox', 'combobox', 'checkbox'] as const;
  const left = async () => {
    const each = pressable.map((role) =>
      tab
        .getByRole('main')
        .getByRole(role)
        .evaluateAll((controls) =>
          controls.filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 200)),
        ),
    );
    return (await Promise.all(each)).flat();
  };
  await expect.poll(left).toEqual([]);
  await expect.poll(() => wordsOutside(tab)).toEqual([]);
  const [ink, right] = await picture(tab).evaluate((drawn) => {
    const [line] = drawn.querySelectorAll('text');
    const brightness = (line ? getComputedStyle(line).fill : '')
      .match(/\d+(?:\.\d+)?/g)
      ?.slice(0, 3)
      .reduce((sum, each) => sum + Number(each), 0);
    return [brightness, drawn.getBoundingClientRect().right];
  });
  expect(ink).toBeLessThan(3 * 90);
  expect(right).toBeLessThanOrEqual(paperWidth + 1);
  await champion.leave();
});
