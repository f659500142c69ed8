import { expect, test } from 'vitest';
import { visitLane } from './lane';
import { people } from './person';

const { arrive } = visitLane();

test('an answer rings the bell of the reporter, and the notification opens what they wrote', async () => {
  const member = await arrive(people.member);
  const tab = await member.openTab({ subPageId: 'feedback' });
  await tab.getByRole('button', { name: 'Suggest an improvement' }).first().click();
  const text = `A shorter checklist ${crypto.randomUUID().slice(0, 8)}`;
  await tab.getByRole('textbox').last().fill(text);
  const { page } = member;
  const sent = page.waitForRequest(
    (request) => request.method() === 'POST' && request.url().endsWith('/api/feedback'),
  );
  await tab.getByRole('button', { name: 'Send', exact: true }).click();
  await tab.getByText('Thank you, it arrived').waitFor();
  const { clientKey } = (await sent).postDataJSON() as { clientKey: string };
  await page.getByText('Activity (').click();

  const champion = await arrive(people.owner);
  const row = champion.page.getByRole('row').filter({ hasText: text });
  await expect
    .poll(
      async () => {
        await champion.openSharePoint('/Feedback');
        return row.count();
      },
      { timeout: 30_000 },
    )
    .toBe(1);
  await row.getByRole('link').first().click();
  await champion.page.getByLabel('State', { exact: true }).selectOption('inProgress');
  await champion.page.getByRole('button', { name: 'Save' }).click();
  await champion.page.getByText('Saved.').waitFor();
  await champion.leave();

  // The answers of other tests ring the bell as well.
  const notification = page.locator(`#activity-list a[href*="${clientKey}"]`);
  await notification.waitFor({ timeout: 90_000 });
  expect(await notification.innerText()).toContain('Your feedback was answered');
  expect(await page.locator('#activity-list').innerText()).not.toContain(text);
  expect(await member.violations()).toEqual([]);
  await notification.click();
  const opened = page.frameLocator('#tab-frame').getByRole('listitem').filter({ hasText: text });
  await opened.waitFor();
  expect(await opened.getAttribute('aria-current')).toBe('true');
  expect(await member.violations()).toEqual([]);
  expect(member.complaints).toEqual([]);
  await member.leave();
});
