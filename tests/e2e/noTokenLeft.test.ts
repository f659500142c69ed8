import type { BrowserContext, Frame, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { visitLane } from './lane';
import { people, type Person } from './person';

const { arrive, hostOrigin, origin } = visitLane();

const memberAddress = 'priya.raman@haldenmarsh.example';

/** What looks like a token of Entra's, whole or its beginning. */
const tokenShape = /eyJ[\w-]{16,}/;

/** Everything that could carry a token away from memory, as it happens. */
function watch(context: BrowserContext, page: Page) {
  const tokens = new Set<string>();
  const seen: string[] = [];
  context.on('request', (request) => {
    const { authorization = '', referer = '', cookie = '' } = request.headers();
    if (authorization !== '') tokens.add(authorization.replace(/^Bearer /, ''));
    seen.push(`address ${request.url()}`, `referer ${referer}`, `cookie ${cookie}`);
  });
  page.on('console', (message) => seen.push(`console ${message.text()}`));
  return { tokens, seen };
}

/** Everything the frame's origin keeps in this browser, as text. */
async function keptBy(frame: Frame): Promise<string[]> {
  const kept = await frame.evaluate(async () => {
    const texts = [
      `localStorage ${JSON.stringify(Object.entries(localStorage))}`,
      `sessionStorage ${JSON.stringify(Object.entries(sessionStorage))}`,
      `cookie ${document.cookie}`,
      `history ${JSON.stringify(history.state)} ${location.href}`,
      `name ${window.name}`,
      `page ${document.documentElement.outerHTML}`,
    ];
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error('The database does not answer.'));
        };
      });
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const records = await asked(database.transaction(store).objectStore(store).getAll());
        texts.push(`indexedDB ${name} ${store} ${JSON.stringify(records)}`);
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        texts.push(`cache ${request.url} ${(await response?.text()) ?? ''}`);
      }
    }
    return texts;
  });
  return kept;
}

function frameOf({ page }: Person, path: string): Frame {
  const frame = page.frames().find((each) => each.url().startsWith(`${origin}${path}`));
  if (frame === undefined) throw new Error(`Nothing of ${path} is open.`);
  return frame;
}

/** Where a token of the journey, or a part of one, was found: nowhere. */
function leaks(texts: readonly string[], tokens: ReadonlySet<string>): string[] {
  const parts = [...tokens].flatMap((token) => token.split('.').slice(1));
  return texts
    .filter((text) => tokenShape.test(text) || parts.some((part) => text.includes(part)))
    .map((text) => text.slice(0, 120));
}

async function expectNothingLeft(
  person: Person,
  path: '/tab/' | '/pane/',
  { tokens, seen }: ReturnType<typeof watch>,
) {
  const kept = await keptBy(frameOf(person, path));
  const cookies = await person.page.context().cookies(origin);
  expect(tokens.size).toBeGreaterThan(0);
  expect(seen.length).toBeGreaterThan(20);
  // What is kept is looked at in earnest: the page's own things are among it.
  expect(kept.join('\n')).toContain('localStorage [["');
  expect(leaks([...kept, ...seen], tokens)).toEqual([]);
  expect(cookies.filter(({ name }) => !name.startsWith('local-tenant-'))).toEqual([]);
}

test('a journey through the tab leaves no token behind, wherever one looks', async () => {
  const champion = await arrive(people.owner);
  const watched = watch(champion.page.context(), champion.page);
  for (const subPageId of ['', 'library', 'feedback', 'practice', 'programme']) {
    const tab = await champion.openTab({ subPageId });
    await tab.getByRole('tab').first().waitFor();
    await tab.getByRole('heading').first().waitFor();
  }
  await expectNothingLeft(champion, '/tab/', watched);
  await champion.leave();
});

test('a journey through the pane leaves none either', async () => {
  const member = await arrive(people.member);
  const watched = watch(member.page.context(), member.page);
  const pane = await member.openPane();
  await pane.getByRole('option', { name: /Meeting follow-up/ }).click();
  await expectNothingLeft(member, '/pane/', watched);
  await member.leave();
});

type Method = (...given: string[]) => void;

/** What pages of this browser write into their storages from now on, and which names they take out. */
async function watchWrites(context: BrowserContext, written: Map<string, string>) {
  const texts: string[] = [];
  await context.exposeBinding('noteWrite', (_, name: string, value: string) => {
    texts.push(value);
    written.set(name, value);
  });
  await context.exposeBinding('noteRemoval', (_, name: string) => written.delete(name));
  await context.addInitScript(() => {
    const { noteWrite, noteRemoval } = window as unknown as Record<string, Method>;
    for (const [name, note] of [
      ['setItem', noteWrite],
      ['removeItem', noteRemoval],
    ] as const) {
      const own = Object.getOwnPropertyDescriptor(Storage.prototype, name) as { value: Method };
      Object.defineProperty(Storage.prototype, name, {
        value(this: Storage, ...given: string[]) {
          note?.(...given);
          own.value.apply(this, given);
        },
      });
    }
  });
  return texts;
}

/**
 * A text with what MSAL writes in base 64 of its own requests in plain. It begins like a token; only what
 * says that it is a request is read.
 */
function inPlain(text: string): string {
  return text.replaceAll(/eyJ[\w-]{16,}/g, (found) => {
    const plain = Buffer.from(found, 'base64url').toString();
    return /^\{"(id|scopes)":.*\}$/s.test(plain) ? inPlain(plain) : found;
  });
}

test('nor does a sign-in by a window of its own: its request waits in storage on the way, a token never', async () => {
  const member = await arrive(people.member);
  const context = member.page.context();
  const watched = watch(context, member.page);
  const left = new Map<string, string>();
  const texts = await watchWrites(context, left);
  await member.page.goto(`${hostOrigin}/outlook?nestedAppAuth=off`);
  await member.page.getByRole('button', { name: 'Templates' }).click();
  const pane = member.page.frameLocator('#pane-frame iframe');
  await pane.getByRole('button', { name: 'Sign in' }).click();
  const opened = member.page.waitForEvent('popup');
  await pane.getByRole('button', { name: 'Allow' }).click();
  const window = await opened;
  await window.getByRole('textbox', { name: 'Another account' }).fill(memberAddress);
  await window.getByRole('button', { name: 'Sign in' }).click();
  await pane.getByRole('option', { name: /Meeting follow-up/ }).click();

  const seen = [...watched.seen, ...texts].map(inPlain);
  expect(seen.some((text) => text.startsWith('{"scopes"'))).toBe(true);
  await expectNothingLeft(member, '/pane/', { ...watched, seen });
  expect(
    [...left.keys()].filter((name) => /request|verifier|state|interaction/.test(name)),
  ).toEqual([]);
  await member.leave();
});
