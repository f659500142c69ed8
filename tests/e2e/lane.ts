import { inject } from 'vitest';
import type { SharedProduct } from '../setup/sharedProduct';

/** The product that this file's journeys share with those before and after it in the same lane. */
export function productOfLane(): SharedProduct {
  const lane = Number(process.env['VITEST_POOL_ID']);
  const product = inject('products')[lane - 1];
  if (product === undefined) throw new Error(`Lane ${lane} has no product.`);
  return product;
}
