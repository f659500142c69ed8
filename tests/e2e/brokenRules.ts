import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** A rule of axe that is broken, and where. */
export interface BrokenRule {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly target: string }[];
}

/** Until a frame is taken to be dead; a busy one takes its time. */
const answerWithinMs = 30_000;

/** The smaller of its two files: it goes to each frame of each page that is looked at. */
const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Frames of other origins answer each other too: they are all ours. */
const answerEachOther = `window.axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] });`;

async function bringAxe(frame: Frame) {
  if (await frame.evaluate(() => 'axe' in window)) return;
  await frame.evaluate(`${await source}\n${answerEachOther}`);
}

/**
 * Lets what fades or slides in arrive: while it is not yet to be seen, axe takes what it covers for all
 * there is. What never ends, such as a skeleton's shimmer, is not waited for.
 */
async function comeToRest() {
  const ending = document.getAnimations().filter((animation) => {
    const end = animation.effect?.getComputedTiming().endTime;
    return animation.playState === 'running' && Number.isFinite(Number(end));
  });
  await Promise.allSettled(ending.map(({ finished }) => finished));
}

/**
 * The axe rules that a page and its frames break. The frames tell each other what they found and only
 * what is broken leaves the browser: all else that axe knows of a page is many megabytes. `exclude` names
 * elements that are left out, by selector.
 */
export async function brokenRules(
  page: Page,
  { exclude = [] }: { exclude?: string[] } = {},
): Promise<BrokenRule[]> {
  await Promise.all(page.frames().map(bringAxe));
  await Promise.all(page.frames().map((frame) => frame.evaluate(comeToRest)));
  return page.evaluate(
    async ({ without, answerWithinMs }) => {
      const { axe: inPage } = window as unknown as { axe: typeof axe };
      const { violations, incomplete } = await inPage.run(
        { include: document, exclude: without },
        { resultTypes: ['violations'], pingWaitTime: answerWithinMs },
      );
      // A frame that did not answer has not been looked at.
      const unseen = incomplete.filter(({ id }) => id === 'frame-tested');
      return [...violations, ...unseen].map(({ id, nodes }) => ({
        id,
        nodes: nodes.map(({ html, target }) => ({ html, target: target.join(' ') })),
      }));
    },
    { without: exclude, answerWithinMs },
  );
}
