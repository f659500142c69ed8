import type { FrameLocator } from 'playwright-core';
import { expect, test } from 'vitest';
import { visitLane } from './lane';
import { people, type Person } from './person';

const { arrive } = visitLane();

const title = 'Answer a complaint';
const field = (tab: FrameLocator, name: string) => tab.getByRole('textbox', { name, exact: true });
const button = (tab: FrameLocator, name: string) => tab.getByRole('button', { name, exact: true });
const requiredBox = (tab: FrameLocator) => tab.getByRole('checkbox', { name: /no personal data/ });

/** Sets whether personal data keeps a text from being published, on the review queue's page. */
async function require(tab: FrameLocator, required: boolean) {
  await requiredBox(tab).setChecked(required);
  await button(tab, 'Save').click();
  await tab.getByText('Saved.').waitFor();
}

/** Opens the own item again until it has come back from SharePoint, and hands it in. */
async function handIn(person: Person, place: string) {
  await expect
    .poll(
      async () => {
        const tab = await person.openTab({ subPageId: place });
        await tab.getByRole('article').waitFor();
        return button(tab, 'Hand in for review').count();
      },
      { timeout: 60_000, interval: 2_000 },
    )
    .toBe(1);
  const handingIn = button(person.page.frameLocator('#tab-frame'), 'Hand in for review');
  await handingIn.click();
  await handingIn.waitFor({ state: 'detached' });
}

async function placeOf({ page }: Person): Promise<string> {
  const hash = await page.frame({ url: /\/tab/ })?.evaluate<string>('location.hash');
  return `library/${/library\/([0-9a-f-]{36})/.exec(hash ?? '')?.[1] ?? ''}`;
}

test('a poor prompt is advised while it is written, refused by a required standard, mended and published', async () => {
  const owner = await arrive(people.owner);
  const settings = await owner.openTab({ subPageId: 'library/review' });
  await require(settings, true);
  expect(await owner.violations()).toEqual([]);

  const member = await arrive(people.member, {
    viewport: { width: 320, height: 800 },
  });
  const writing = await member.openTab({ subPageId: 'library/new' });
  await field(writing, 'Title').fill(title);
  await field(writing, 'Text').fill('The complaint of lena.fischer@contoso.com');
  await writing.getByText('What a good item would still say').waitFor();
  await writing.getByText('Say what the assistant should do.').waitFor();
  await writing.getByText('Take out "lena.fischer@contoso.com"').waitFor();
  expect(await member.violations()).toEqual([]);
  const overflow = await member.page
    .frame({ url: /\/tab/ })
    ?.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
  expect(overflow).toBe(false);
  await button(writing, 'Save draft').click();
  await writing.getByRole('heading', { name: title }).waitFor();

  const place = await placeOf(member);
  await handIn(member, place);

  const queue = await owner.openTab({ subPageId: place });
  await queue.getByText('required here').waitFor();
  await button(queue, 'Publish').click();
  await queue.getByText(/^Not published: what is marked/).waitFor();
  expect(await owner.violations()).toEqual([]);

  const mending = await member.openTab({ subPageId: `${place}/edit` });
  await field(mending, 'Text').fill(
    'Write three short bullet points for the client about why we answer late, from the notes below.',
  );
  await mending.getByText('Meets every standard.').waitFor();
  await button(mending, 'Save draft').click();
  await mending.getByRole('heading', { name: title }).waitFor();
  await handIn(member, place);

  const mended = await owner.openTab({ subPageId: place });
  await mended.getByText('Meets every standard.').waitFor();
  await button(mended, 'Publish').click();
  await mended.getByText('Published').first().waitFor();
  await require(await owner.openTab({ subPageId: 'library/review' }), false);
  expect([...member.complaints]).toEqual([]);
  for (const person of [member, owner]) await person.leave();
});
