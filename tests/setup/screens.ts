import { afterEach, beforeEach, vi } from 'vitest';
import { cleanup, configure } from '@testing-library/react';
import { languageFor, speak } from '@last-mile/shared/language';
import { indexStyleRules } from './styleRules';

indexStyleRules();

/** Fluent's MessageBar and overflow components observe their size; happy-dom lays nothing out. */
class StillResizeObserver implements ResizeObserver {
  observe(): void {
    return;
  }
  unobserve(): void {
    return;
  }
  disconnect(): void {
    return;
  }
}
globalThis.ResizeObserver = StillResizeObserver;

/** jsdom has no screen to ask about: no query fits it. */
if (typeof matchMedia === 'undefined') {
  const still = () => undefined;
  const asked = (media: string) =>
    Object.assign(new EventTarget(), {
      ...{ matches: false, media, onchange: null, addListener: still, removeListener: still },
    });
  Object.assign(globalThis, { matchMedia: asked });
}

// A page's lazy parts are transformed when they are first asked for, which takes its time.
configure({ asyncUtilTimeout: 15_000 });

/** Not before: a text that is read while files load would stay English. */
beforeEach(() => {
  speak(languageFor('en-GB'), null);
});

/** A test that makes the console complain has found something: it fails. */
beforeEach(() => {
  for (const level of ['error', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation((...said: unknown[]) => {
      throw new Error(`console.${level}: ${said.map(String).join(' ')}`);
    });
  }
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});
