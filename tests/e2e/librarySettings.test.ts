import type { FrameLocator } from 'playwright-core';
import { expect, test } from 'vitest';
import { visitLane } from './lane';
import { people } from './person';

const { arrive } = visitLane();

const overflowOf = (tab: FrameLocator) =>
  tab.locator('html').evaluate((page) => page.scrollWidth - page.clientWidth);

test('a champion sets the review period at 320 pixels', async () => {
  const champion = await arrive(people.deputy, {
    viewport: { width: 320, height: 640 },
  });
  const tab = await champion.openTab({ subPageId: 'library/settings' });
  const days = tab.getByRole('spinbutton', { name: /^Days until/ });
  const save = tab.getByRole('button', { name: 'Save', exact: true });
  await days.fill('60');
  await save.press('Enter');
  await tab.getByText('Saved.', { exact: true }).waitFor();
  expect(await overflowOf(tab)).toBeLessThanOrEqual(0);
  expect(await champion.violations()).toEqual([]);

  // As it was, for the tests beside this one.
  await days.fill('90');
  await save.click();
  await tab.getByText('Saved.', { exact: true }).waitFor();
  expect(champion.complaints).toEqual([]);
  await champion.leave();
});

test('a champion finds whom to hand an item to by the beginning of a name, at 320 pixels', async () => {
  const champion = await arrive(people.deputy, {
    viewport: { width: 320, height: 640 },
  });
  const tab = await champion.openTab({ subPageId: 'library' });
  await tab.getByRole('listitem').getByRole('link').first().click();
  await tab.getByRole('button', { name: 'Change owner' }).click();
  await tab.getByRole('combobox', { name: /^Who keeps it true/ }).click();
  await champion.page.keyboard.type('Priya');
  await tab.getByRole('option', { name: /Priya Raman/ }).click();
  expect(await tab.getByRole('button', { name: 'Hand over' }).isEnabled()).toBe(true);
  expect(await overflowOf(tab)).toBeLessThanOrEqual(0);
  expect(await champion.violations()).toEqual([]);
  expect(champion.complaints).toEqual([]);
  await champion.leave();
});
