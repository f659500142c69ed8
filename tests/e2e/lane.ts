import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { launchBrowser } from '../setup/browser';
import type { SharedProduct } from '../setup/sharedProduct';
import { arrive, type Person, type PersonOptions } from './person';

/** The product that this file's journeys share with those before and after it in the same lane. */
export function productOfLane(): SharedProduct {
  const lane = Number(process.env['VITEST_POOL_ID']);
  const product = inject('products')[lane - 1];
  if (product === undefined) throw new Error(`Lane ${lane} has no product.`);
  return product;
}

/** The lane's product as people of a file meet it. */
export interface VisitedLane extends SharedProduct {
  /** Opens a window of their own in the file's browser and signs in. */
  readonly arrive: (name: string, options?: PersonOptions) => Promise<Person>;
}

/** The lane's product, with a browser that is there from the first test of this file to its last. */
export function visitLane(): VisitedLane {
  const product = productOfLane();
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  return {
    ...product,
    arrive: (name, options) => arrive(browser, product.hostOrigin, name, options),
  };
}
