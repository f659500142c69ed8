import type { FrameLocator } from 'playwright-core';
import type { Person } from './person';

/** Opens in Teams what the notification of an outcome leads to. */
export async function followTheBell(member: Person, clientKey: string): Promise<FrameLocator> {
  const { page } = member;
  await member.openTab();
  await page.getByText('Activity (').click();
  const notification = page
    .locator(`#activity-list a[href*="${clientKey}"]`)
    .filter({ hasText: 'Your feedback has an outcome' });
  await notification.waitFor({ timeout: 90_000 });
  await notification.click();
  return page.frameLocator('#tab-frame');
}

/** Where the reporter reads what became of it. */
export const lineOf = (place: FrameLocator, text: string) =>
  place.getByRole('listitem').filter({ hasText: text });
