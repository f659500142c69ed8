import { expect, test } from 'vitest';
import { visitLane } from './lane';
import { people, themes } from './person';

const { arrive } = visitLane();

test.each(themes)(
  'a champion reads how feedback is answered, at 320 pixels, in the %s theme',
  async (theme) => {
    const champion = await arrive(people.owner, {
      viewport: { width: 320, height: 640 },
    });
    const tab = await champion.openTab({ theme, subPageId: 'feedback/overview' });
    const rates = tab.getByRole('table', { name: 'Flags per 100 uses' });
    await rates.getByRole('link').first().waitFor();
    const overflow = await tab
      .locator('html')
      .evaluate((page) => page.scrollWidth - page.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await champion.violations()).toEqual([]);
    await tab.getByRole('button', { name: 'About: Flags per 100 uses' }).click();
    await tab.getByText(/^How often a library item was flagged/).waitFor();
    expect(await champion.violations()).toEqual([]);
    expect(champion.complaints).toEqual([]);
    await champion.leave();
  },
);

test('a leader who follows a link to it reads their own feedback instead', async () => {
  const leader = await arrive(people.sponsor);
  const tab = await leader.openTab({ subPageId: 'feedback/overview' });
  await tab.getByText('You have not written anything yet').waitFor();
  expect(await tab.getByText('How we answer').count()).toBe(0);
  await leader.leave();
});
