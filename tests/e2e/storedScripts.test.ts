import { setTimeout as delay } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { libraryResponse, type LibraryItem } from '@last-mile/shared/library';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import type { Browser, Frame, FrameLocator } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createTemplateSanitiser } from '../../api/src/features/library/sanitiseTemplate';
import { allVectors } from '../scripts/vectors';
import { launchBrowser } from '../setup/browser';
import { startProduct, type Product } from '../setup/product';
import { arrive, people, type Person } from './person';
import { waitingIn, watchForScripts } from './scriptWatch';

// The pages' policies are switched off: nothing but what is done with the texts holds scripts back.
const guarded = false;

/** Some five hundred items are imported, opened and written. */
vi.setConfig({ testTimeout: 240_000 });

let browser: Browser;
/** A library of its own, full of attempts. */
let product: Product;
let folder: string;

beforeAll(async () => {
  [browser, product, folder] = await Promise.all([
    launchBrowser(),
    startProduct(),
    mkdtemp(join(tmpdir(), 'last-mile-scripts-')),
  ]);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Someone whose pages are watched. */
async function arriveWatched(name: string, allowed?: (resource: string) => boolean) {
  const person = await arrive(browser, product.hostOrigin, name, { guarded });
  const origins = [product.hostOrigin, product.origin, `file://${folder}`];
  return { person, watch: await watchForScripts(person.page.context(), origins, allowed) };
}

function frameOf({ page }: Person): Frame {
  const frame = page.frame({ url: /\/tab\// });
  if (!frame) throw new Error('The tab is not open.');
  return frame;
}

type Ask = <Answer>(path: string, body?: object) => Promise<Answer>;

/** Asks the API as the person's tab does. */
async function askingAs(person: Person): Promise<Ask> {
  const asked = person.page.waitForRequest((request) =>
    Boolean(request.url().includes('/api/') && request.headers()['authorization']),
  );
  await person.openTab({ subPageId: 'library' });
  const authorization = (await asked).headers()['authorization'] ?? '';
  return async (path, body) => {
    const send = () =>
      fetch(`${product.origin}/api${path}`, {
        headers: { authorization, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      });
    let response = await send();
    // A test asks faster than a person does, and waits as long as it is told to.
    while (response.status === 429) {
      await delay(1_000 * Number(response.headers.get('retry-after')));
      response = await send();
    }
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as never;
  };
}

const oneLine = (text: string, most: number) => text.replace(/[\r\n]+/g, ' ').slice(0, most);
const titleOf = (text: string, at: number) => `No. ${at}: ${oneLine(text, 200)}`;
const numberIn = (title: string) => Number(/^No\. (\d+): /.exec(title)?.[1] ?? NaN);

/** Every vector as the HTML of a template, and in each other field of it. */
const rows = allVectors.map(({ text }, at) => ({
  Title: titleOf(text, at),
  Prompt: `${text}\n<p>The end of ${at}</p>`,
  Kind: 'template',
  Subject: text,
  Summary: text,
  Author: oneLine(text, 200),
  Tags: oneLine(text, 100),
  'Check before trusting': text,
  'Example output': `${text} {{client}}`,
}));

test('unhindered, the vectors run, ask and lead away, and all of it is noticed', async () => {
  const context = await browser.newContext({ bypassCSP: true });
  const watch = await watchForScripts(context, []);
  const page = await context.newPage();
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  await page.setContent(
    allVectors
      .map(({ text }, at) => `<iframe name="${at}" srcdoc="${escaped(text)}"></iframe>`)
      .join(''),
  );
  await expect.poll(() => watch.ranIn.size, { timeout: 30_000 }).toBeGreaterThan(100);
  await page.setContent('<script>alert("x")</script><a href="https://evil.example/">x</a>');
  expect(await waitingIn(page.mainFrame())).toEqual([]);
  await page.setContent('<p onclick="ran()">x</p><a href=" javascript:ran()">x</a>');
  expect(await waitingIn(page.mainFrame())).toHaveLength(2);
  await page.setContent('<meta http-equiv="refresh" content="0;url=https://evil.example/">');
  for (const what of ['dialog: x', 'asked for https://evil.example/a.js (script)']) {
    await expect.poll(() => watch.noticed).toContain(what);
  }
  await expect
    .poll(() => watch.noticed.filter((what) => what.startsWith('led to')), { timeout: 20_000 })
    .not.toEqual([]);
  await context.close();
});

test('none runs in the pane’s preview or in a message, had the API let it through', async () => {
  const context = await browser.newContext({ bypassCSP: true });
  const watch = await watchForScripts(context, [], (resource) => resource === 'image');
  const page = await context.newPage();
  await page.addScriptTag({ content: await paneSanitiser() });
  const left = await page.evaluate(
    async (texts) => {
      const { pane } = globalThis as unknown as { pane: PaneSanitiser };
      const sanitiser = await pane.loadTemplateSanitiser();
      for (const text of texts) {
        const message = document.createElement('div');
        message.innerHTML = sanitiser.toContent(text, {}).html;
        const preview = document.createElement('div');
        preview.append(sanitiser.toPreview(text, {}));
        document.body.append(message, preview);
      }
      // What runs by itself does so when its picture fails, its address is asked for, or its time comes.
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      const covering = [...document.querySelectorAll('body *')].filter(
        (element) => getComputedStyle(element).position !== 'static',
      );
      return { shown: document.body.childElementCount, covering: covering.length };
    },
    allVectors.map(({ text }) => text),
  );
  expect(left).toEqual({ shown: allVectors.length * 2, covering: 0 });
  expect(await waitingIn(page.mainFrame())).toEqual([]);
  expect(watch).toEqual(nothing);
  await context.close();
});

interface PaneSanitiser {
  loadTemplateSanitiser(): Promise<{
    toContent(body: string, values: object): { html: string };
    toPreview(body: string, values: object): DocumentFragment;
  }>;
}

/** The pane's own sanitiser as one script, built as the pane is. */
async function paneSanitiser(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: {
        entry: 'outlook-addin/src/features/library/templateContent.ts',
        name: 'pane',
        formats: ['iife'],
      },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const files = outputs.flatMap((one) => ('output' in one ? one.output : []));
  return files.map((file) => (file.type === 'chunk' ? file.code : '')).join('\n');
}

test('none runs from a file through the import into the library, its search, its items and its exports', async () => {
  const { person, watch } = await arriveWatched(people.owner);
  const tab = await person.openTab({ subPageId: 'library/import' });
  const file = {
    name: '<img src=x onerror=ran()>.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(Papa.unparse(rows)),
  };
  await tab.locator('input[type=file]').setInputFiles(file);
  const start = tab.getByRole('button', { name: /^Import \d+ prompts$/ });
  await start.waitFor();
  expect(await waitingIn(frameOf(person))).toEqual([]);
  await start.click();
  await tab.getByText('Import finished').waitFor({ timeout: 60_000 });

  const items = await everyItem(await askingAs(person));
  expect(items.length).toBeGreaterThan(allVectors.length * 0.9);
  await showAll(person);
  await showEach(person, items);
  expect(watch).toEqual(nothing);

  await exportedFilesAreInert(person);
  expect(watch).toEqual(nothing);
  await person.leave();
});

test('none runs in a session, a review, a comparison of versions, or what the pane inserts', async () => {
  const [owner, deputy] = await Promise.all([
    arriveWatched(people.owner),
    arriveWatched(people.deputy),
  ]);
  const [asOwner, asDeputy] = [await askingAs(owner.person), await askingAs(deputy.person)];
  const keys = await publishPacks(asOwner, asDeputy);

  const sessionKey = randomUUID();
  await asOwner('/build-sessions', {
    clientKey: sessionKey,
    title: packs[0]?.title,
    jobFamily: null,
  });
  for (const { title, text } of packs) {
    const entry = {
      kind: 'prompt',
      title,
      body: text,
      purpose: text.slice(0, 1_000),
      taskKey: null,
    };
    await asOwner(`/build-sessions/${sessionKey}/entries`, { clientKey: randomUUID(), ...entry });
  }
  const session = await deputy.person.openTab({ subPageId: `library/sessions/${sessionKey}` });
  await expect
    .poll(() => session.getByRole('heading', { name: /^Pack / }).count())
    .toBeGreaterThan(packs.length);
  expect(await waitingIn(frameOf(deputy.person))).toEqual([]);

  const queue = await deputy.person.openTab({ subPageId: 'library/review' });
  for (const { title } of packs) {
    await queue.getByRole('listitem').filter({ hasText: title }).locator('ins').first().waitFor();
  }
  expect(await waitingIn(frameOf(deputy.person))).toEqual([]);

  for (const key of keys) {
    const tab = await deputy.person.openTab({ subPageId: `library/${key}` });
    await tab.getByRole('button', { name: 'Show versions' }).click();
    await tab
      .getByRole('button', { name: /^Compare / })
      .last()
      .click();
    await tab.getByText('Now, in SharePoint').or(tab.locator('section ins')).first().waitFor();
    expect(await waitingIn(frameOf(deputy.person))).toEqual([]);
  }
  for (const { watch } of [owner, deputy]) expect(watch).toEqual(nothing);

  const member = await arriveWatched(people.member, (resource) => resource === 'image');
  for (const { title } of packs) await insertInto(member.person, title);
  expect(member.watch).toEqual(nothing);
  for (const { person } of [owner, deputy, member]) await person.leave();
});

const nothing = { noticed: [], ranIn: new Set() };

/** All vectors in a few texts, so that each place that shows texts shows all of them. */
const packs = Array.from({ length: Math.ceil(allVectors.length / 100) }, (_, at) => {
  const vectors = allVectors.slice(at * 100, (at + 1) * 100);
  return {
    title: `Pack ${at} ${vectors[0]?.text ?? ''}`,
    vectors,
    text: vectors.map(({ text }) => text).join('\n\n'),
  };
});

/** Publishes each pack as a prompt, changes it, and as a template; answers the prompts' keys. */
async function publishPacks(asOwner: Ask, asDeputy: Ask): Promise<string[]> {
  const sanitise = createTemplateSanitiser();
  const publish = async (content: object) => {
    const clientKey = randomUUID();
    await asOwner('/library/drafts', { clientKey, content });
    await asDeputy(`/library/${clientKey}/publication`, {
      eTag: await eTagOf(asDeputy, clientKey),
    });
    return clientKey;
  };
  const keys: string[] = [];
  for (const { title, vectors, text } of packs) {
    const content = {
      ...{ kind: 'prompt', title, purpose: text.slice(0, 10_000), body: text, subject: null },
      ...{ jobFamilies: [], taskKey: null, assistant: null, language: 'en', tags: [] },
      ...{ checkBeforeTrusting: text.slice(0, 10_000), exampleOutput: text },
    };
    const key = await publish(content);
    const body = vectors
      .map((vector) => vector.text)
      .reverse()
      .join('\n\n');
    const eTag = await eTagOf(asOwner, key);
    await asOwner(`/library/${key}/content`, { eTag, content: { ...content, body, purpose: 'x' } });
    await asOwner(`/library/${key}/submission`, { eTag: await eTagOf(asOwner, key) });
    keys.push(key);

    // One after the other: an element that one leaves open would swallow the rest.
    const parts: string[] = [];
    for (const vector of vectors) parts.push(`<div>${await sanitise(vector.text)}</div>`);
    const html = `${parts.join('')}<p>The end</p>`;
    await publish({ ...content, kind: 'template', subject: text.slice(0, 200), body: html });
  }
  return keys;
}

async function eTagOf(ask: Ask, key: string): Promise<string> {
  const read = async () => (await ask<LibraryItem>(`/library/${key}`)).eTag;
  // What the import left of SharePoint's minute may be nothing.
  await expect.poll(read, { timeout: 120_000, interval: 500 }).not.toBe(null);
  return (await read()) ?? '';
}

/** Looks at a template in the pane and inserts it as it is. */
async function insertInto(person: Person, title: string) {
  const pane = await person.openPane();
  await pane.getByPlaceholder('Search templates').fill(title.slice(0, 6));
  await pane
    .getByRole('option', { name: title.slice(0, 6) })
    .first()
    .click();
  await pane.getByRole('button', { name: 'Insert at cursor' }).click();
  const done = pane.getByText('Inserted at the cursor');
  const anyway = pane.getByRole('button', { name: 'Insert anyway' });
  await done.or(anyway).first().waitFor();
  if ((await anyway.count()) > 0) await anyway.click();
  await done.waitFor();
  const message = person.page.getByRole('textbox', { name: 'Message body' });
  expect(await message.innerText()).toContain('The end');
  const covering = await message.evaluate(
    (body) =>
      [...body.querySelectorAll('*')].filter(
        (element) => getComputedStyle(element).position !== 'static',
      ).length,
  );
  expect(covering).toBe(0);
  for (const frame of person.page.frames()) expect(await waitingIn(frame)).toEqual([]);
}

/** The items made of vectors, as a champion's library has them. */
async function everyItem(ask: Ask): Promise<LibraryItem[]> {
  const found: LibraryItem[] = [];
  let cursor: string | null = '';
  do {
    const after = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = libraryResponse.parse(await ask(`/library?status=draft&limit=50${after}`));
    found.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== null);
  return found.filter(({ content }) => !Number.isNaN(numberIn(content.title)));
}

/** Opens every page of the list, searched and not. */
async function showAll(person: Person) {
  for (const search of ['library?status=draft', 'library?q=script']) {
    const tab = await person.openTab({ subPageId: search });
    await tab.getByRole('listitem').first().waitFor();
    const more = tab.getByRole('button', { name: 'Show more' });
    while ((await more.count()) > 0) {
      const shown = await tab.getByRole('link', { name: /No\. \d/ }).count();
      await more.click();
      await expect.poll(() => tab.getByRole('link', { name: /No\. \d/ }).count()).not.toBe(shown);
    }
    expect(await waitingIn(frameOf(person))).toEqual([]);
  }
}

/** Opens every item as it would look had the API taken nothing out of its text. */
async function showEach(person: Person, items: readonly LibraryItem[]) {
  const raw = items.map((item) => {
    const text = allVectors[numberIn(item.content.title)]?.text ?? '';
    return { ...item, content: { ...item.content, body: text } };
  });
  // Answered here: the API lets nobody look at hundreds of items a minute.
  const ofOneItem = /\/api\/.*\/([0-9a-f-]{36})(\/translations)?$/;
  await person.page.route(ofOneItem, (route) => {
    const [, key, others] = ofOneItem.exec(route.request().url()) ?? [];
    const item = raw.find(({ clientKey }) => clientKey === key);
    return others === undefined
      ? route.fulfill({ json: item })
      : route.fulfill({ json: { items: [] } });
  });
  await person.page.route(/\/api\/adoption\//, (route) => route.abort());
  await person.openTab({ subPageId: 'library' });
  const waiting = await frameOf(person).evaluate(
    async (places) => {
      const left: string[] = [];
      for (const { clientKey, start } of places) {
        location.hash = `#library/${clientKey}`;
        const isShown = () => document.querySelector('article')?.textContent.includes(start);
        const until = Date.now() + 20_000;
        while (!isShown() && Date.now() < until) {
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
        if (!isShown()) left.push(`${start} is not shown`);
        for (const element of document.querySelectorAll('article *')) {
          const name = element.getAttributeNames().find((one) => one.startsWith('on'));
          if (name !== undefined || element.matches('[href^="javascript:" i], script, iframe')) {
            left.push(`${start} ${element.outerHTML}`);
          }
        }
      }
      return left;
    },
    items.map(({ clientKey, content }) => ({
      clientKey,
      start: `No. ${numberIn(content.title)}: `,
    })),
  );
  expect(waiting).toEqual([]);
  await person.page.unrouteAll();
}

/** Saves each export, looks for what a program would run in it, and opens it as a page. */
async function exportedFilesAreInert(person: Person) {
  const tab = await person.openTab({ subPageId: 'library/export' });
  const csv = await saved(person, tab, 'CSV');
  const [header = [], ...lines] = Papa.parse<string[]>(csv.toString()).data;
  expect(lines.length).toBeGreaterThan(allVectors.length * 0.9);
  expect([...header, ...lines.flat()].filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);

  const parts = unzipSync(new Uint8Array(await saved(person, tab, 'Excel')));
  const sheets = Object.entries(parts).map(([name, part]) => ({ name, text: strFromU8(part) }));
  expect(sheets.filter(({ text }) => /<f[\s>]|<hyperlink|externalLink/.test(text))).toEqual([]);

  const markdown = (await saved(person, tab, 'Markdown')).toString();
  expect(outsideFences(markdown).filter((line) => /(?<!\\)</.test(line))).toEqual([
    '<!-- Last Mile library -->',
  ]);

  const files = [
    { name: 'library.csv', text: csv.toString() },
    { name: 'library.md', text: markdown },
    ...sheets.map(({ name, text }) => ({ name: name.replaceAll('/', '-'), text })),
  ];
  for (const { name, text } of files) {
    const path = join(folder, name);
    await writeFile(path, text);
    // What the browser does not show it wants to save: either is well.
    await person.page.goto(`file://${path}`).catch((error: unknown) => {
      expect(String(error)).toContain('Download is starting');
    });
  }
}

async function saved({ page }: Person, tab: FrameLocator, format: string): Promise<Buffer> {
  const begun = page.waitForEvent('download');
  await tab.getByRole('button', { name: `Save as ${format}` }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await begun).createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The lines of a Markdown file that are not inside a fence: what becomes of a page's own elements. */
function outsideFences(markdown: string): string[] {
  let fence: string | undefined;
  return markdown.split(/\r\n|\r|\n/).filter((line) => {
    const mark = /^(`{3,})(\w*)$/.exec(line.trimEnd());
    if (fence === undefined && mark) {
      fence = mark[1];
      return false;
    }
    if (fence === undefined) return true;
    if (mark?.[2] === '' && (mark[1] ?? '').length >= fence.length) fence = undefined;
    return false;
  });
}
