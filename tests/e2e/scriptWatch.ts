import type { BrowserContext, Frame, Page } from 'playwright-core';
import { payload } from '../scripts/vectors/scriptVector';

/** What was noticed, and the names of the frames in which a script ran. */
export interface ScriptWatch {
  readonly noticed: string[];
  readonly ranIn: Set<string>;
}

/** Where Office.js and teams-js come from, in every page of theirs. */
const ownCdn = /^https:\/\/(?:appsforoffice\.microsoft\.com|res\.cdn\.office\.net)\//;
const called = payload.replace('()', '');

/**
 * Notices whatever stored text may not do in the pages of a context from now on: run, open a dialog or
 * a window, lead a page away, or ask another origin than `ownOrigins` for anything but `allowed`.
 */
export async function watchForScripts(
  context: BrowserContext,
  ownOrigins: readonly string[],
  allowed: (resource: string) => boolean = () => false,
): Promise<ScriptWatch> {
  const noticed: string[] = [];
  const ranIn = new Set<string>();
  const isOwn = (address: string) =>
    ownCdn.test(address) ||
    /^(?:about|data|blob):/.test(address) ||
    ownOrigins.some((origin) => address.startsWith(`${origin}/`));
  await context.exposeBinding(called, ({ frame }) => {
    noticed.push('ran');
    ranIn.add(frame.name());
  });
  context.on('request', (request) => {
    if (isOwn(request.url()) || allowed(request.resourceType())) return;
    noticed.push(`asked for ${request.url()} (${request.resourceType()})`);
  });
  const watchPage = (page: Page) => {
    page.on('dialog', (dialog) => {
      noticed.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('popup', (popup) => noticed.push(`window: ${popup.url()}`));
    page.on('framenavigated', (frame) => {
      if (!isOwn(frame.url())) noticed.push(`led to ${frame.url()}`);
    });
  };
  for (const page of context.pages()) watchPage(page);
  context.on('page', watchPage);
  return { noticed, ranIn };
}

/** What waits in a page for a touch: handlers in attributes, and links that are code. */
export function waitingIn(frame: Frame): Promise<string[]> {
  return frame.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes]
        .filter(
          ({ name, value }) =>
            name.startsWith('on') || /^[\s\u0000-\u001f]*(?:javascript|vbscript):/i.test(value),
        )
        .map(({ name, value }) => `${element.localName} ${name}=${value}`),
    ),
  );
}
