import { rm } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { featuredId } from '../../api/local-tenant/sample/people';
import { launchBrowser } from '../setup/browser';
import { startDeployment, type Deployment } from '../setup/deployment';
import { benchLine, median, type Bench, type BenchLine } from './benchLine';
import { buildEmptyPage } from './emptyPage';

const coldVisits = 4;
const warmVisits = 9;
const patienceMs = 30_000;

/** A page that is timed: who opens it where, and what has to be there for it to be usable. */
interface Timed {
  readonly path: '/tab/' | '/pane/' | '/empty/';
  readonly usable: string;
  readonly person: string;
  /** The host page to go to; it frames the page, or does so when asked. */
  readonly host: string;
}

const timed = {
  // The champion's dashboard: the fullest first screen there is. Its figures, not its heading alone.
  tab: { path: '/tab/', usable: 'main h1', person: featuredId('owner'), host: '/teams' },
  pane: {
    path: '/pane/',
    usable: 'main [role="option"], main [role="listitem"]',
    person: featuredId('consultant'),
    host: '/outlook?pane=open',
  },
  empty: {
    path: '/empty/',
    usable: '#usable',
    person: featuredId('consultant'),
    host: '/teams?tab=posts',
  },
} as const satisfies Record<string, Timed>;

/** Milliseconds from navigation to a screen one can use, beside a page of nothing but Fluent's provider. */
export const usable: Bench = {
  lines: ['pane.usable', 'pane.usable.cold', 'tab.usable', 'tab.usable.cold'],
  async *run(wanted, sample) {
    const folder = await sample.get();
    const browser = await launchBrowser();
    const emptyPage = await buildEmptyPage();
    let deployment: Deployment | undefined;
    try {
      deployment = await startDeployment(folder, { emptyPage });
      // The first window of a browser pays for the browser.
      await visits(browser, deployment, timed.empty, 2);
      for (const name of ['pane', 'tab'] as const) {
        if (!wanted.some((line) => line.startsWith(name))) continue;
        yield* await compare(name, browser, deployment);
      }
    } finally {
      await browser.close();
      await deployment?.close();
      await rm(emptyPage, { recursive: true, force: true });
    }
  },
};

async function compare(
  name: 'pane' | 'tab',
  browser: Browser,
  deployment: Deployment,
): Promise<BenchLine[]> {
  const cold = { app: [] as number[], empty: [] as number[] };
  const warm = { app: [] as number[], empty: [] as number[] };
  for (let round = 0; round < coldVisits; round += 1) {
    // The last pair of windows stays open for the warm visits, taken in turn.
    const last = round === coldVisits - 1;
    const app = await openWindow(browser, deployment, timed[name]);
    const empty = await openWindow(browser, deployment, timed.empty);
    cold.app.push(await app.visit());
    cold.empty.push(await empty.visit());
    for (let visit = 0; last && visit < warmVisits; visit += 1) {
      warm.app.push(await app.visit());
      warm.empty.push(await empty.visit());
    }
    await app.close();
    await empty.close();
  }
  const peer = (values: readonly number[]) => ({
    name: 'empty FluentProvider page',
    value: median(values),
  });
  return [
    benchLine(`${name}.usable`, median(warm.app), 'ms', peer(warm.empty)),
    benchLine(`${name}.usable.cold`, median(cold.app), 'ms', peer(cold.empty)),
  ];
}

async function visits(browser: Browser, deployment: Deployment, page: Timed, count: number) {
  const window = await openWindow(browser, deployment, page);
  for (let visit = 0; visit < count; visit += 1) await window.visit();
  await window.close();
}

/** A window with an empty cache, signed in; each visit navigates anew and gives the milliseconds it took. */
async function openWindow(browser: Browser, { tenant, product }: Deployment, what: Timed) {
  const context: BrowserContext = await browser.newContext({
    viewport: { width: 1280, height: 800 },
  });
  await context.addInitScript({ content: stopwatch(what) });
  const page = await context.newPage();
  await page.goto(`${tenant.origin}/?as=${what.person}`);
  return {
    async visit(): Promise<number> {
      await page.goto(`${tenant.origin}${what.host}`);
      if (what.path === '/empty/') await frameOn(page, `${product.origin}${what.path}`);
      return usableAt(page, what.path);
    },
    close: () => context.close(),
  };
}

/**
 * Runs in every frame before its own scripts: notes when the wanted element is there and painted,
 * counted from the start of the frame's own navigation.
 */
function stopwatch({ path, usable: selector }: Timed): string {
  return `
    if (location.pathname === ${JSON.stringify(path)}) {
      const watcher = new MutationObserver(() => {
        if (document.querySelector(${JSON.stringify(selector)}) === null) return;
        watcher.disconnect();
        requestAnimationFrame(() => { window.usableAt = performance.now(); });
      });
      watcher.observe(document, { childList: true, subtree: true });
    }`;
}

async function frameOn(page: Page, address: string): Promise<void> {
  await page.evaluate((src) => {
    const frame = document.createElement('iframe');
    // Within view: a browser draws no frame that nobody can see.
    frame.style.cssText = 'position: fixed; inset: 0; width: 100%; height: 100%; z-index: 1';
    frame.src = src;
    document.body.append(frame);
  }, address);
}

async function usableAt(page: Page, path: string): Promise<number> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    const frame = page.frames().find((one) => one.url().includes(path));
    // A frame may be replaced while it is asked: then it is asked again.
    const moment: unknown = await frame?.evaluate('window.usableAt').catch(() => undefined);
    if (typeof moment === 'number') return moment;
    await page.waitForTimeout(20);
  }
  throw new Error(`${path} was not usable within ${patienceMs} ms.`);
}
