import type { FrameLocator, Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { Person } from './person';

/** A word that nothing else in the queue holds. */
export const uniqueWord = () => `zq${crypto.randomUUID().slice(0, 8)}`;

export const rowOf = (tab: FrameLocator, text: string) =>
  tab.getByRole('region', { name: 'Feedback', exact: true }).getByRole('link', { name: text });
export const acts = (tab: FrameLocator) => tab.getByRole('group', { name: 'What to do' });
export const word = (tab: FrameLocator, name: RegExp) => tab.getByRole('textbox', { name });
export const button = (tab: FrameLocator, name: string) =>
  tab.getByRole('button', { name, exact: true });

/**
 * Opens a place of the queue with the piece of feedback, once SharePoint has it and it can be acted on.
 * `open` says how its row is opened. @default by a click
 */
export async function openDelivered(
  champion: Person,
  query: string,
  text: string,
  open = (row: Locator) => row.click(),
) {
  await expect
    .poll(
      async () => {
        const tab = await champion.openTab({ subPageId: `feedback/queue?${query}` });
        await open(rowOf(tab, text));
        await tab.getByRole('article').waitFor();
        return acts(tab).count();
      },
      { timeout: 60_000, interval: 2_000 },
    )
    .toBe(1);
  return champion.page.frameLocator('#tab-frame');
}
