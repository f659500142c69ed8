import type { FrameLocator } from 'playwright-core';

/** Narrows the library of the tab by a value of a facet, and closes the facet again. */
export async function narrow(tab: FrameLocator, facet: string, value: RegExp): Promise<void> {
  await tab.getByRole('button', { name: facet, exact: true }).click();
  const choice = tab.getByRole('menuitemcheckbox', { name: value });
  await choice.click();
  await choice.press('Escape');
}

/** How far a screen is wider than its window, in pixels. */
export const overflowOf = (frame: FrameLocator): Promise<number> =>
  frame.locator('html').evaluate((page) => page.scrollWidth - page.clientWidth);
