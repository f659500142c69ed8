import { expect, test } from 'vitest';
import { german } from '../../teams-app/src/app/german';
import { visitLane } from './lane';
import { overflowOf } from './narrow';
import { people, themes } from './person';
import { createEnglishFinder, saidOn } from './spokenTexts';

const { arrive } = visitLane();

test.each(themes)(
  'a champion reads the tasks and the map of one, at 320 pixels, in the %s theme',
  async (theme) => {
    const champion = await arrive(people.owner, {
      viewport: { width: 320, height: 640 },
    });
    const tab = await champion.openTab({ theme, subPageId: 'workflows' });
    const task = tab.getByRole('link', { name: 'Follow up a client meeting' });
    await task.waitFor();
    expect([await overflowOf(tab), await champion.violations()]).toEqual([0, []]);
    await task.click();
    await tab.getByRole('table', { name: 'The map before and now' }).waitFor();
    expect([await overflowOf(tab), await champion.violations()]).toEqual([0, []]);
    await tab
      .getByRole('button', { name: /^Edit “/ })
      .first()
      .click();
    await tab.getByRole('textbox', { name: 'What is done' }).first().waitFor();
    expect([await overflowOf(tab), await champion.violations()]).toEqual([0, []]);
    expect(champion.complaints).toEqual([]);
    await champion.leave();
  },
);

test('tasks and their maps say nothing in English where Teams is in German', async () => {
  const english = await createEnglishFinder(german);
  const champion = await arrive(people.owner);
  const tab = await champion.openTab({ language: 'de-DE', subPageId: 'workflows' });
  const task = tab.getByRole('link', { name: 'Follow up a client meeting' });
  await task.waitFor();
  expect(english(await saidOn(tab))).toEqual([]);
  await task.click();
  await tab.getByRole('table').first().waitFor();
  expect(english(await saidOn(tab))).toEqual([]);
  await champion.leave();
});
