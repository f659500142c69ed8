import type { FrameLocator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { visitLane } from './lane';
import { people, themes } from './person';

const { arrive } = visitLane();

/** Holds the pane itself back, with its rows already there; gives the way to let it go. */
async function holdPaneBack(page: Page): Promise<() => void> {
  const held: (() => void)[] = [];
  await page.route(/\/pane\/assets\/main-/, (route) => {
    held.push(() => void route.continue());
  });
  return () => {
    for (const letGo of held) letGo();
  };
}

/** Waits until this device has kept the rows of the next opening. */
async function rowsAreKept(pane: FrameLocator): Promise<void> {
  await expect
    .poll(() => pane.locator('html').evaluate(() => Object.keys(localStorage).join()))
    .toContain('firstRows.writing');
}

const firstRow = (pane: FrameLocator) => pane.locator('div[role=option]').first();

/** Only the pane itself has these. */
const paneIsThere = (pane: FrameLocator) => pane.getByRole('tab').first().waitFor();

/** What has the focus in the pane, what is in it, and where its caret stands. */
function focusedIn(pane: FrameLocator) {
  return pane.locator('html').evaluate(() => {
    const field = document.activeElement;
    if (!(field instanceof HTMLInputElement)) return null;
    return [field.getAttribute('role'), field.value, field.selectionStart, field.selectionEnd];
  });
}

/** Where the search box stands, and how it looks. */
function searchBoxIn(pane: FrameLocator) {
  return pane
    .getByRole('combobox')
    .first()
    .evaluate((field) => {
      const looksOf = (element: Element, names: readonly string[]) => {
        const style = getComputedStyle(element);
        return names.map((name) => style.getPropertyValue(name));
      };
      const box = field.parentElement ?? field;
      const placeOf = (element: Element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height];
      };
      return {
        label: [field.getAttribute('aria-label'), field.getAttribute('placeholder')],
        field: [placeOf(field), ...looksOf(field, ['color', 'font-family', 'font-size'])],
        box: [
          placeOf(box),
          ...looksOf(box, ['background-color', 'border-top-color', 'border-bottom-color']),
          ...looksOf(box, ['border-top-left-radius']),
        ],
      };
    });
}

test.each(themes)(
  'what is typed before the pane itself is there stays, with its caret, in the same place, in the %s theme',
  async (theme) => {
    const member = await arrive(people.member);
    const { page } = member;
    const language = theme === 'dark' ? 'de-DE' : 'en-GB';
    const first = await member.openPane({ theme, language });
    await rowsAreKept(first);

    const letGo = await holdPaneBack(page);
    const second = await member.openPane({ theme, language });
    await firstRow(second).waitFor();
    await page.keyboard.type('meetig');
    await page.keyboard.press('ArrowLeft');
    expect(await member.violations()).toEqual([]);
    const before = await searchBoxIn(second);
    const typed = await focusedIn(second);
    letGo();
    await paneIsThere(second);
    expect(typed).toEqual(['combobox', 'meetig', 5, 5]);
    expect(await focusedIn(second)).toEqual(typed);
    await page.keyboard.type('n');
    expect(await focusedIn(second)).toEqual(['combobox', 'meeting', 6, 6]);
    expect(await searchBoxIn(second)).toEqual(before);
    await expect.poll(() => firstRow(second).textContent()).toMatch(/meeting/i);
    expect(member.complaints).toEqual([]);
    await member.leave();
  },
);

test('of what is typed while a slow processor evaluates and draws the pane, no letter is lost', async () => {
  const member = await arrive(people.member);
  const { page } = member;
  const processor = await page.context().newCDPSession(page);
  await processor.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  // The first opening, and one from what the device kept.
  for (const opening of ['first', 'second']) {
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const pane = await member.openPane();
    await firstRow(pane).waitFor();
    for (const letter of letters) await page.keyboard.press(letter);
    await paneIsThere(pane);
    await expect
      .poll(() => focusedIn(pane), { message: opening })
      .toEqual(['combobox', letters, letters.length, letters.length]);
    if (opening === 'first') {
      await page.keyboard.press('Escape');
      await rowsAreKept(pane);
    }
  }
  await member.leave();
});

test('who goes back to their message before the pane is there goes on writing there', async () => {
  const member = await arrive(people.member);
  const { page } = member;
  await rowsAreKept(await member.openPane());
  const letGo = await holdPaneBack(page);
  const pane = await member.openPane();
  await firstRow(pane).waitFor();
  await page.keyboard.type('fee');
  const body = page.getByRole('textbox', { name: 'Message body' });
  await body.click();
  await page.keyboard.type('Dear ');
  letGo();
  await paneIsThere(pane);
  await page.keyboard.type('Marta');
  expect(await body.innerText()).toContain('Dear Marta');
  expect(await pane.getByRole('combobox').first().inputValue()).toBe('fee');
  await member.leave();
});

test('a row is chosen and opened by keyboard before the pane is there', async () => {
  const member = await arrive(people.member);
  const { page } = member;
  await rowsAreKept(await member.openPane());
  const letGo = await holdPaneBack(page);
  const pane = await member.openPane();
  await firstRow(pane).waitFor();
  await page.keyboard.press('ArrowDown');
  const chosen = pane.locator('div[role=option][aria-selected=true] .library-row-title');
  const title = await chosen.innerText();
  await page.keyboard.press('Enter');
  letGo();
  await pane.getByRole('heading', { level: 1, name: title }).waitFor();
  await member.leave();
});
