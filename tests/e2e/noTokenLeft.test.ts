import type { BrowserContext, Frame, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { visitLane } from './lane';
import { people, type Person } from './person';

const { arrive, origin } = visitLane();

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
