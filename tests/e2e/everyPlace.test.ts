import { expect, test } from 'vitest';
import { fixedPages } from '../../teams-app/src/app/routes';
import { visitLane } from './lane';
import { overflowOf } from './narrow';
import { people } from './person';

const { arrive } = visitLane();

/** Read off the tab's own list, so that a new page is looked at too. */
const places = ['dashboard', 'library', 'feedback', 'feedback/queue', ...Object.values(fixedPages)];
const ofAdmins = [fixedPages.peopleData, fixedPages.auditTrail, fixedPages.deliveries];

const slowly = { timeout: 30_000 };

test.each([
  { width: 320, theme: 'dark' },
  { width: 768, theme: 'contrast' },
] as const)('every place of the tab fits $width pixels and breaks no rule', async (look) => {
  const found: Record<string, unknown> = {};
  const walk = async (name: string, subPageIds: readonly string[]) => {
    const person = await arrive(name, { viewport: { width: look.width, height: 800 } });
    for (const subPageId of subPageIds) {
      const tab = await person.openTab({ subPageId, theme: look.theme });
      await tab.locator('main h1, main h2').first().waitFor();
      await expect.poll(() => tab.locator('main [aria-busy=true]').count(), slowly).toBe(0);
      const [overflow, broken] = [await overflowOf(tab), await person.violations()];
      if (overflow !== 0 || broken.length > 0)
        found[`${name}: ${subPageId}`] = { overflow, broken };
    }
    expect(person.complaints).toEqual([]);
    await person.leave();
  };
  await walk(people.owner, places);
  await walk(people.admin, ofAdmins);
  expect(found).toEqual({});
});
