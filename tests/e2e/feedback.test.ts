import type { FrameLocator } from 'playwright-core';
import { expect, test } from 'vitest';
import { visitLane } from './lane';
import { people, themes } from './person';

const { arrive } = visitLane();

/** The words of this test run, so that a person can be told from the sample's. */
const words = (what: string) => `${what} ${crypto.randomUUID().slice(0, 8)}`;

async function fillFlag(place: FrameLocator, text: string) {
  await place.getByRole('radio', { name: 'It is wrong' }).click();
  await place.getByRole('textbox', { name: /What happened/ }).fill(text);
  await place.getByRole('button', { name: 'Send', exact: true }).click();
  await place.getByText('Thank you, it arrived').waitFor();
}

/** Waits until the words are an item of the Feedback list, as SharePoint's own page shows its owners. */
async function expectInSharePoint(text: string) {
  const owner = await arrive(people.owner);
  await expect
    .poll(
      async () => {
        const page = await owner.openSharePoint('/Feedback');
        return page.getByRole('cell', { name: text }).count();
      },
      { timeout: 30_000 },
    )
    .toBe(1);
  await owner.leave();
}

test.each(themes)(
  'a flag from the tab arrives in the Feedback list, in the %s theme',
  async (theme) => {
    const member = await arrive(people.member);
    const tab = await member.openTab({ theme });
    await tab.getByRole('listitem').first().getByRole('link').click();
    await tab.getByRole('button', { name: 'Flag a problem' }).click();
    await tab.getByRole('textbox', { name: /What happened/ }).waitFor();
    expect(await member.violations()).toEqual([]);
    const text = words('It invented a fee');
    await fillFlag(tab, text);
    expect(await member.violations()).toEqual([]);
    await tab.getByRole('button', { name: 'Close', exact: true }).first().click();

    // The person sees their own words at once, with the day an answer is due.
    await tab.getByRole('tab', { name: 'Feedback' }).click();
    await tab.getByText(text).waitFor();
    expect(await member.violations()).toEqual([]);
    expect(member.complaints).toEqual([]);
    await expectInSharePoint(text);
    await member.leave();
  },
);

test('a flag and a suggestion from the pane arrive in the Feedback list', async () => {
  const member = await arrive(people.member);
  const pane = await member.openPane();
  await pane.getByRole('button', { name: 'Feedback', exact: true }).click();
  const flag = words('The assistant answered in the wrong language');
  await fillFlag(pane, flag);
  expect(await member.violations()).toEqual([]);

  const again = await member.openPane();
  await again.getByRole('button', { name: 'Feedback', exact: true }).click();
  await again
    .getByRole('radio', { name: 'Suggest an improvement' })
    .or(again.getByRole('tab', { name: 'Suggest an improvement' }))
    .first()
    .click();
  const suggestion = words('Ask for the fee before the draft');
  await again.getByRole('textbox').fill(suggestion);
  await again.getByRole('button', { name: 'Send', exact: true }).click();
  await again.getByText('Thank you, it arrived').waitFor();

  await expectInSharePoint(flag);
  await expectInSharePoint(suggestion);
  await member.leave();
});

test('words written while Last Mile cannot be reached are kept, and sent by themselves later', async () => {
  const member = await arrive(people.member);
  const tab = await member.openTab();
  await tab.getByRole('listitem').first().getByRole('link').click();
  await tab.getByRole('button', { name: 'Flag a problem' }).click();
  const text = words('Kept through an outage');
  await tab.getByRole('radio', { name: 'It is wrong' }).click();
  await tab.getByRole('textbox', { name: /What happened/ }).fill(text);
  await member.page.route('**/api/feedback', (route) => route.abort());
  await tab.getByRole('button', { name: 'Send', exact: true }).click();
  await tab.getByText('Kept on this device').waitFor();
  await member.page.unroute('**/api/feedback');

  // A reload stands for a crash: the words are on the device, and leave it when the tab opens. The
  // tab must be left alone until the API has them: going elsewhere would break the request off.
  const sent = member.page.waitForResponse(
    (response) => response.url().endsWith('/api/feedback') && response.status() === 202,
  );
  await member.openTab();
  await sent;
  await expectInSharePoint(text);
  await member.leave();
});

test('a champion sees who reported it, or a pseudonym, as the reporter chose', async () => {
  const member = await arrive(people.member);
  const tab = await member.openTab();
  await tab.getByRole('button', { name: 'Suggest an improvement' }).first().click();
  const text = words('Quietly: fewer steps please');
  await tab.getByRole('textbox').last().fill(text);
  await tab.getByRole('checkbox', { name: /Show my name/ }).click();
  await tab.getByRole('button', { name: 'Send', exact: true }).click();
  await tab.getByText('Thank you, it arrived').waitFor();
  await member.leave();

  const champion = await arrive(people.owner);
  const queue = await champion.openTab();
  await queue.getByRole('tab', { name: 'Feedback' }).click();
  await queue
    .getByRole('tab', { name: 'Queue' })
    .or(queue.getByRole('button', { name: 'Queue' }))
    .or(queue.getByRole('link', { name: 'Queue' }))
    .first()
    .click();
  const item = queue.getByRole('listitem').filter({ hasText: text });
  await item.waitFor();
  expect(await item.innerText()).not.toContain(people.member);
  expect(await champion.violations()).toEqual([]);
  await champion.leave();
});

test('an edit by hand in SharePoint is a proposal in the tab within a minute, and the approved text stays', async () => {
  const reader = await arrive(people.member);
  const published = (await reader.openTab()).getByRole('listitem').last().getByRole('link');
  const title = (await published.innerText()).split('\n')[0]?.trim() ?? '';
  await reader.leave();

  const champion = await arrive(people.deputy);
  const page = await champion.openSharePoint('/Library');
  const row = page.getByRole('row').filter({ hasText: title });
  while ((await row.count()) === 0) await page.getByRole('link', { name: 'Older items' }).click();
  await row.getByRole('link').click();
  const titleField = page.getByLabel('Title', { exact: true });
  const changed = words('Changed by hand');
  await titleField.fill(changed);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();

  const tab = await champion.openTab();
  await tab.getByRole('tab', { name: 'Library' }).click();
  await tab.getByRole('searchbox').fill(title);
  await tab.getByRole('listitem').filter({ hasText: title }).first().getByRole('link').click();
  await expect
    .poll(
      async () => {
        await tab.getByRole('heading', { name: title }).first().waitFor();
        if ((await tab.getByText('Changed in SharePoint since it was published').count()) > 0)
          return true;
        await champion.openTab();
        await tab.getByRole('tab', { name: 'Library' }).click();
        await tab.getByRole('searchbox').fill(title);
        await tab
          .getByRole('listitem')
          .filter({ hasText: title })
          .first()
          .getByRole('link')
          .click();
        return false;
      },
      { timeout: 60_000, interval: 2_000 },
    )
    .toBe(true);
  await tab.getByText(changed).first().waitFor();
  expect(await champion.violations()).toEqual([]);

  const member = await arrive(people.member);
  const library = await member.openTab();
  await library.getByRole('searchbox').fill(title);
  await library.getByRole('listitem').filter({ hasText: title }).first().waitFor();
  expect(await library.getByText(changed).count()).toBe(0);
  await member.leave();
  await champion.leave();
});
