import { expect, test } from 'vitest';
import { visitLane } from './lane';
import { overflowOf } from './narrow';
import { people, themes } from './person';

const { arrive } = visitLane();
const narrow = { viewport: { width: 320, height: 640 } };

test.each(themes)('what is held about oneself fits 320 pixels, in the %s theme', async (theme) => {
  const member = await arrive(people.peoplePartner, narrow);
  const tab = await member.openTab({ theme, subPageId: 'me' });
  await tab.getByRole('button', { name: 'Save all of it as a file' }).waitFor();
  await tab.getByRole('textbox', { name: 'Type ERASE to confirm' }).waitFor();
  await tab.getByRole('switch').waitFor();
  expect([await overflowOf(tab), await member.violations()]).toEqual([0, []]);
  expect(member.complaints).toEqual([]);
  await member.leave();
});
