import type { FrameLocator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { visitLane } from './lane';
import { people, themes } from './person';

const { hostOrigin, arrive } = visitLane();

/** Chooses a template in the list and waits until its form stands. */
async function openTemplate(pane: FrameLocator) {
  await pane
    .getByRole('option', { name: /Meeting follow-up/ })
    .or(pane.getByRole('button', { name: /Meeting follow-up/ }))
    .first()
    .click();
  await pane.getByRole('button', { name: /Insert/ }).waitFor();
}

/** How many people's libraries this device has. */
function keptLibraries(pane: FrameLocator): Promise<number> {
  return pane.locator('html').evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('last-mile-library');
        opening.onerror = () => {
          reject(new Error('The database does not open.'));
        };
        opening.onsuccess = () => {
          const counting = opening.result.transaction('snapshots').objectStore('snapshots').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
}

/** Fills what was not proposed from the message. */
async function fillTheRest(pane: FrameLocator, value: string) {
  for (const field of await pane.getByRole('textbox').all()) {
    if ((await field.inputValue()) === '') await field.fill(value);
  }
}

test.each(themes)(
  'a member opens the pane from the ribbon, fills a template from the message, inserts and sends it, in the %s theme',
  async (theme) => {
    const member = await arrive(people.member);
    const pane = await member.openPane({ theme });
    const { page } = member;
    await page.getByLabel('To', { exact: true }).fill('marta.lindqvist@northwind.example');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Message body' }).click();

    expect(await member.violations()).toEqual([]);
    await openTemplate(pane);
    expect(await member.violations()).toEqual([]);
    // The recipient and the sender are proposed from the message; the rest is the person's.
    const fields = pane.getByRole('textbox');
    const values = await fields.evaluateAll((boxes) =>
      boxes.map((box) => (box as HTMLInputElement).value),
    );
    expect(values.join(' | ')).toContain('Marta');
    await fillTheRest(pane, 'as agreed');
    await pane.getByRole('button', { name: /Insert/ }).click();
    await pane.getByText('Inserted at the cursor').waitFor();
    const body = await page.getByRole('textbox', { name: 'Message body' }).innerText();
    expect(body).toContain('Marta');
    expect(body).not.toContain('{{');
    expect(body).toContain('Priya Raman');
    expect(await member.violations()).toEqual([]);

    await page.getByRole('button', { name: 'Send' }).click();
    await page
      .getByRole('region', { name: 'Sent items' })
      .getByText('marta.lindqvist@northwind.example')
      .first()
      .waitFor();
    expect(member.complaints).toEqual([]);
    await member.leave();
  },
);

test('a plain-text message gets text, not markup', async () => {
  const member = await arrive(people.member);
  const pane = await member.openPane();
  const { page } = member;
  await page.getByLabel('Format').selectOption('text');
  const before = await page.getByRole('textbox', { name: 'Message body' }).inputValue();
  await openTemplate(pane);
  await pane.getByRole('button', { name: /Insert/ }).click();
  const anyway = pane.getByRole('button', { name: 'Insert anyway' });
  await anyway.or(pane.getByText('Inserted at the cursor')).first().waitFor();
  if (await anyway.isVisible()) await anyway.click();
  await pane.getByText('As plain text, because this message has no formatting.').waitFor();
  const body = await page.getByRole('textbox', { name: 'Message body' }).inputValue();
  expect(body).not.toMatch(/<[a-z]/i);
  expect(body.split('\n').length).toBeGreaterThan(4);
  await pane.getByRole('button', { name: 'Take it out again' }).click();
  await pane.getByRole('heading', { name: 'Taken out again' }).waitFor();
  expect(await page.getByRole('textbox', { name: 'Message body' }).inputValue()).toBe(before);
  await member.leave();
});

/** Words, links and pictures of a message, in order. */
function contentOf(page: Page) {
  return page.getByRole('textbox', { name: 'Message body' }).evaluate((body) => ({
    words: (body as HTMLElement).innerText.split(/\s+/).filter((word) => word !== ''),
    links: [...body.querySelectorAll('a')].map((link) => link.getAttribute('href')),
    pictures: [...body.querySelectorAll('img')].map((picture) => picture.getAttribute('src')),
  }));
}

test('in a reply, a template is taken out again: own words, links, pictures and the thread are as before', async () => {
  const member = await arrive(people.member);
  const pane = await member.openPane();
  const { page } = member;
  await page.goto(`${hostOrigin}/outlook?mode=reply&pane=open`);
  await page.getByRole('textbox', { name: 'Message body' }).evaluate((body) => {
    body.insertAdjacentHTML(
      'afterbegin',
      '<p>See <a href="https://northwind.example/plan?a=1&amp;b=2">the plan</a> &lt;draft&gt;</p><p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="Plan"></p>',
    );
  });
  const before = await contentOf(page);
  expect(before.links).toHaveLength(1);
  expect(before.words).toContain('From:');
  await page.getByText('<draft>').click();
  await openTemplate(pane);
  await fillTheRest(pane, 'as agreed');
  await pane.getByRole('button', { name: /Insert/ }).click();
  await pane.getByText('Inserted at the cursor').waitFor();
  expect((await contentOf(page)).words.length).toBeGreaterThan(before.words.length);

  await pane.getByRole('button', { name: 'Take it out again' }).click();
  await pane.getByRole('heading', { name: 'Taken out again' }).waitFor();
  expect(await contentOf(page)).toEqual(before);
  expect(await member.violations()).toEqual([]);
  expect(member.complaints).toEqual([]);
  await member.leave();
});

test('a second opening shows the kept library while neither a token nor the API answers', async () => {
  const member = await arrive(people.member);
  const { page } = member;
  const first = await member.openPane();
  await first.getByRole('option', { name: /Meeting follow-up/ }).waitFor();
  await expect.poll(() => keptLibraries(first)).toBe(1);

  const held: string[] = [];
  await page.route(/\/(api|hosts\/token)\b/, (route) => {
    // Never answered.
    held.push(new URL(route.request().url()).pathname);
  });
  const second = await member.openPane();
  await second.getByRole('option', { name: /Meeting follow-up/ }).waitFor();
  // It does ask, once the library is shown.
  await expect.poll(() => held).toContain('/hosts/token');
  expect(held).not.toContain('/api/library');
  await member.leave();
});

/** Where each of the first rows stands in the pane's window, and what it says. */
function rowsIn(pane: FrameLocator) {
  return pane.locator('div[role=option]').evaluateAll((options) =>
    options.slice(0, 4).map((option) => {
      const { x, y, width, height } = option.getBoundingClientRect();
      const { color, backgroundColor, fontFamily } = getComputedStyle(option);
      return [option.textContent, x, y, width, height, color, backgroundColor, fontFamily];
    }),
  );
}

test.each(themes)(
  'a second opening draws its rows before the pane itself is there, where they stay, in the %s theme',
  async (theme) => {
    const member = await arrive(people.member);
    const { page } = member;
    const first = await member.openPane({ theme });
    await first.getByRole('combobox').first().waitFor();
    await expect.poll(() => keptLibraries(first)).toBe(1);
    await expect
      .poll(() => first.locator('html').evaluate(() => Object.keys(localStorage).join()))
      .toContain('firstRows.writing');

    const held: (() => void)[] = [];
    await page.route(/\/pane\/assets\/main-/, (route) => {
      held.push(() => void route.continue());
    });
    const second = await member.openPane({ theme });
    await second.locator('div[role=option]').first().waitFor();
    expect(await second.getByRole('tab').count()).toBe(0);
    expect(await member.violations()).toEqual([]);
    const before = await rowsIn(second);
    for (const letGo of held) letGo();
    await second.getByRole('tab').first().waitFor();
    expect(before).toHaveLength(4);
    expect(await rowsIn(second)).toEqual(before);
    expect(member.complaints).toEqual([]);
    await member.leave();
  },
);

test('what is pressed before the pane itself is there is opened by it', async () => {
  const member = await arrive(people.member);
  const { page } = member;
  const first = await member.openPane();
  await expect
    .poll(() => first.locator('html').evaluate(() => Object.keys(localStorage).join()))
    .toContain('firstRows.writing');

  const held: (() => void)[] = [];
  await page.route(/\/pane\/assets\/main-/, (route) => {
    held.push(() => void route.continue());
  });
  const second = await member.openPane();
  await second.getByRole('option', { name: /Meeting follow-up/ }).click();
  for (const letGo of held) letGo();
  await second.getByRole('button', { name: /Insert/ }).waitFor();
  await member.leave();
});

/** In every frame from its start: keeps where the first rows stand that are drawn before React. */
const firstDrawn = `
  new MutationObserver(() => {
    const rows = document.querySelectorAll('.library-first div[role=option]');
    if (rows.length === 0) return;
    window.firstDrawn ??= [...rows].slice(0, 4).map((row) => {
      const { x, y, width, height } = row.getBoundingClientRect();
      const { color, backgroundColor, fontFamily } = getComputedStyle(row);
      return [row.textContent, x, y, width, height, color, backgroundColor, fontFamily];
    });
  }).observe(document, { childList: true, subtree: true });
`;

test.each([1280, 320])(
  'so does a first opening, as soon as the API has answered, in a window of %i pixels',
  async (width) => {
    const member = await arrive(people.member, { viewport: { width, height: 800 } });
    await member.page.addInitScript({ content: firstDrawn });
    const pane = await member.openPane();
    await pane.getByRole('tab').first().waitFor();
    const drawn = await pane
      .locator('html')
      .evaluate(() => (window as unknown as { firstDrawn: unknown }).firstDrawn);
    expect(drawn).toHaveLength(4);
    expect(await rowsIn(pane)).toEqual(drawn);
    await member.leave();
  },
);

test('what a first opening needs is asked before the pane itself is there, and only once', async () => {
  const member = await arrive(people.member);
  const { page } = member;
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) asked.push(pathname);
  });
  const held: (() => void)[] = [];
  await page.route(/\/pane\/assets\/main-/, (route) => {
    held.push(() => void route.continue());
  });
  const opening = member.openPane();
  const needed = ['/api/library', '/api/me', '/api/workflows'];
  await expect.poll(() => asked.toSorted(), { timeout: 60_000 }).toEqual(needed);
  for (const letGo of held) letGo();
  const pane = await opening;
  await pane.getByRole('combobox').first().waitFor();
  expect(asked.filter((path) => needed.includes(path)).toSorted()).toEqual(needed);
  await member.leave();
});

test('the link to a template, copied in Outlook, opens it in the tab', async () => {
  const member = await arrive(people.member);
  const pane = await member.openPane();
  await pane.getByRole('option', { name: /Meeting follow-up/ }).click();
  const title = await pane.getByRole('heading', { level: 1 }).innerText();
  await pane.getByRole('button', { name: 'Copy link' }).click();
  await pane.getByText(/^Link copied/).waitFor();
  expect(await member.violations()).toEqual([]);
  const link = new URL(await member.page.evaluate(() => navigator.clipboard.readText()));
  expect(link.origin + link.pathname).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/entity\//);
  const { subEntityId } = JSON.parse(link.searchParams.get('context') ?? '') as {
    subEntityId: string;
  };
  const tab = await member.openTab({ subPageId: subEntityId });
  await tab.getByRole('article').getByRole('heading', { name: title }).first().waitFor();
  expect(member.complaints).toEqual([]);
  await member.leave();
});
