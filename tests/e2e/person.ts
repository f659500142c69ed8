import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { brokenRules } from './brokenRules';

/** Display languages the simulated hosts offer; `ar-XB` is English from right to left. */
type HostLanguage = 'en-GB' | 'de-DE' | 'ar-XB';

export const themes = ['default', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

/** People of the sample organisation, by what they are in its programme. */
export const people = {
  owner: 'Amara Okafor',
  deputy: 'Tomás Herrera',
  sponsor: 'Ingrid Solberg',
  member: 'Priya Raman',
  admin: 'Wei Zhang',
  /** Has erased what is held about her: for nobody else’s journeys. */
  leaving: 'Aisha Farouk',
  outsider: 'Elena Petrova',
  newChampion: 'Noor Haddad',
} as const;

/** Someone at a browser, signed in to the local tenant. */
export interface Person {
  readonly page: Page;
  /** Opens the channel and gives the tab inside it. */
  openTab(options?: {
    theme?: Theme;
    subPageId?: string;
    language?: HostLanguage;
    /** Beside a meeting, 320 pixels wide, in place of a channel. */
    frame?: 'sidePanel';
  }): Promise<FrameLocator>;
  /** Opens a new message in Outlook and the task pane from the ribbon; gives the pane. */
  openPane(options?: { theme?: Theme; language?: HostLanguage }): Promise<FrameLocator>;
  openSharePoint(path?: string): Promise<Page>;
  /** Names of the axe rules that this page and its frames break, with the elements at fault. */
  violations(): Promise<string[]>;
  /** What the pages complained about on the console since the start. */
  readonly complaints: readonly string[];
  leave(): Promise<void>;
}

export interface PersonOptions {
  /** @default { width: 1280, height: 800 } */
  readonly viewport?: { width: number; height: number };
  readonly reducedMotion?: 'reduce' | 'no-preference';
  /** A finger instead of a mouse. @default false */
  readonly touch?: boolean;
  /** Whether pages' content security policies hold. @default true */
  readonly guarded?: boolean;
  /** What the browser's clock says; timers run on. @default the time it is */
  readonly at?: Date;
}

/** Opens a browser window of their own and signs in on the chooser page. */
export async function arrive(
  browser: Browser,
  hostOrigin: string,
  name: string,
  options: PersonOptions = {},
): Promise<Person> {
  const context: BrowserContext = await browser.newContext({
    viewport: options.viewport ?? { width: 1280, height: 800 },
    reducedMotion: options.reducedMotion ?? 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
    bypassCSP: options.guarded === false,
    hasTouch: options.touch === true,
    isMobile: options.touch === true,
  });
  context.setDefaultTimeout(60_000);
  if (options.at !== undefined) await context.clock.setFixedTime(options.at);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !isOfflineCdn(message.text(), message.location().url)) {
      complaints.push(message.text());
    }
  });
  page.on('pageerror', (error) => complaints.push(error.message));

  await page.goto(hostOrigin);
  const listed = page.getByRole('button', { name: new RegExp(name) });
  if ((await listed.count()) > 0) await listed.click();
  else throw new Error(`${name} is not among the people to sign in as.`);
  await page.getByRole('heading', { name: `Open as ${name}` }).waitFor();

  return {
    page,
    complaints,
    async openTab({ theme = 'default', language = 'en-GB', subPageId, frame } = {}) {
      const query = new URLSearchParams({
        ...{ theme, language },
        ...(subPageId ? { subPageId } : {}),
        ...(frame ? { frame } : {}),
      });
      await page.goto(`${hostOrigin}/teams?${query.toString()}`);
      const tab = page.frameLocator('#tab-frame');
      await tab.getByRole('main').waitFor();
      return tab;
    },
    async openPane({ theme = 'default', language = 'en-GB' } = {}) {
      await page.goto(`${hostOrigin}/outlook?theme=${theme}&language=${language}`);
      await page.getByRole('button', { name: 'Templates' }).click();
      const pane = page.frameLocator('#pane-frame iframe');
      await pane.getByRole('main').waitFor();
      return pane;
    },
    async openSharePoint(path = '') {
      await page.goto(`${hostOrigin}/sharepoint${path}`);
      return page;
    },
    async violations() {
      const broken = await brokenRules(page);
      return broken.flatMap(({ id, nodes }) => {
        const real = nodes.filter(({ html }) => !isFocusGuard(html));
        if (real.length === 0) return [];
        return [`${id}: ${real.map(({ target }) => target).join(', ')}`];
      });
    },
    leave: () => context.close(),
  };
}

/** teams-js asks a CDN for its list of origins; without a network it falls back, with one complaint. */
function isOfflineCdn(text: string, url: string) {
  return `${text} ${url}`.includes('res.cdn.office.net');
}

/**
 * Fluent's keyboard navigation puts empty guards around a group: they take the focus only to hand it
 * on at once, which axe cannot see. Fluent tells its users to leave exactly these out.
 */
function isFocusGuard(html: string) {
  return /^<i [^>]*data-tabster-dummy/.test(html);
}
