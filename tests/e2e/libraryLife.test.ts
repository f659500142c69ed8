import type { FrameLocator } from 'playwright-core';
import { expect, test } from 'vitest';
import { visitLane } from './lane';
import { people, type Person } from './person';

const { arrive } = visitLane();

const field = (tab: FrameLocator, name: string) => tab.getByRole('textbox', { name, exact: true });
const button = (tab: FrameLocator, name: string) => tab.getByRole('button', { name, exact: true });

/** The item that the tab shows, as a place in the tab. */
async function placeOf({ page }: Person): Promise<string> {
  const hash = await page.frame({ url: /\/tab/ })?.evaluate<string>('location.hash');
  const key = /library\/([0-9a-f-]{36})/.exec(hash ?? '');
  return `library/${key?.[1] ?? ''}`;
}

/** Opens the item again until it has come back from SharePoint, and so can be acted on. */
async function openDelivered(person: Person, place: string, act: string) {
  await expect
    .poll(
      async () => {
        const tab = await person.openTab({ subPageId: place });
        await tab.getByRole('article').waitFor();
        return tab.getByRole('button', { name: act, exact: true }).count();
      },
      { timeout: 60_000, interval: 2_000 },
    )
    .toBe(1);
  return person.page.frameLocator('#tab-frame');
}

async function saveText(tab: FrameLocator, text: string) {
  await field(tab, 'Text').fill(text);
  await button(tab, 'Save draft').click();
}

test('a prompt is written, reviewed and published, and of two who change it at once nobody loses a text', async () => {
  const member = await arrive(people.member, {
    viewport: { width: 320, height: 800 },
  });
  const writing = await member.openTab({ subPageId: 'library/new' });
  await field(writing, 'Title').fill('Chase an open date');
  await saveText(writing, 'Ask {{client}} kindly for the date.');
  await writing.getByRole('heading', { name: 'Chase an open date' }).waitFor();
  const place = await placeOf(member);
  const written = await openDelivered(member, place, 'Hand in for review');
  expect(await member.violations()).toEqual([]);
  await button(written, 'Hand in for review').click();
  await button(written, 'Hand in for review').waitFor({ state: 'detached' });

  const owner = await arrive(people.owner);
  const queue = await owner.openTab({ subPageId: 'library/review' });
  const waiting = queue.getByRole('listitem').filter({ hasText: 'Chase an open date' });
  await waiting.getByText('Handed in').waitFor();
  expect(await owner.violations()).toEqual([]);
  await waiting.getByRole('button', { name: 'Publish' }).click();
  await waiting.waitFor({ state: 'detached' });

  const deputy = await arrive(people.deputy);
  const [first, second] = [
    await owner.openTab({ subPageId: `${place}/edit` }),
    await deputy.openTab({ subPageId: `${place}/edit` }),
  ];
  await field(first, 'Text').waitFor();
  await field(second, 'Text').waitFor();
  await saveText(first, 'Ask {{client}} firmly for the date.');
  await first.getByText('Changed since it was published').waitFor();
  await saveText(second, 'Ask {{client}} for the date by phone.');
  const conflict = second.getByRole('alert');
  await conflict.getByText('firmly').waitFor();
  await conflict.getByText('phone').waitFor();
  expect(await deputy.violations()).toEqual([]);
  await conflict.getByRole('button', { name: 'Go on with mine' }).click();
  await button(second, 'Save draft').click();
  await second.getByText('Changed since it was published').waitFor();

  await button(second, 'Show versions').click();
  await second.getByText('History in SharePoint').waitFor();
  const compare = second.getByRole('button', { name: new RegExp(`Compare .*${people.owner}`) });
  await compare.first().click();
  await second.getByText('firmly').first().waitFor();
  expect(await deputy.violations()).toEqual([]);
  expect([...member.complaints, ...owner.complaints]).toEqual([]);
  for (const person of [member, owner, deputy]) await person.leave();
});
