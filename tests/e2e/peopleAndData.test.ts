import { expect, test } from 'vitest';
import { visitLane } from './lane';
import { people } from './person';

const { arrive } = visitLane();

test('a champion maps a job title at 320 pixels, and a reload loses nothing on the way', async () => {
  const champion = await arrive(people.deputy, {
    viewport: { width: 320, height: 640 },
  });
  let tab = await champion.openTab({ subPageId: 'programme/job-families' });
  const titles = () => tab.getByRole('table', { name: 'Job titles' });
  await titles().waitFor();
  // Titles without a job family come first.
  const name = await titles().getByRole('rowheader').first().textContent();
  const family = () => tab.getByRole('combobox', { name: `Job family of ${name}`, exact: true });
  expect(await family().inputValue()).toBe('');
  await family().selectOption({ label: 'People & Finance' });
  await tab.getByText('1 change not saved yet').waitFor();

  tab = await champion.openTab({ subPageId: 'programme/job-families' });
  await tab.getByText('1 change not saved yet').waitFor();
  expect(await family().inputValue()).toBe('people-finance');
  await tab.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await tab.getByText('Saved. It holds from today on.').waitFor();
  const overflow = await tab
    .locator('html')
    .evaluate((page) => page.scrollWidth - page.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  expect(await champion.violations()).toEqual([]);
  expect(champion.complaints).toEqual([]);

  // As it was, for the tests beside this one.
  await family().selectOption({ label: 'None' });
  await tab.getByRole('button', { name: 'Save', exact: true }).click();
  await tab.getByText('Saved. It holds from today on.').waitFor();
  await champion.leave();
});

test('the sample firm’s Copilot report stands on the page, and a file beside it is answered row by row', async () => {
  const champion = await arrive(people.owner);
  const tab = await champion.openTab({ subPageId: 'programme/job-families' });
  await tab.getByText(/^Copilot’s report is up to date/).waitFor();
  const file = {
    name: 'use.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('user,date,count\nnobody@elsewhere.example,2026-11-02,1\n'),
  };
  await tab.locator('input[type=file]').setInputFiles(file);
  await tab.getByText('This person is not in your programme.').waitFor();
  await champion.leave();
});
