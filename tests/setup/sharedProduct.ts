import type { TestProject } from 'vitest/node';
import { startProduct } from './product';

declare module 'vitest' {
  interface ProvidedContext {
    product: { hostOrigin: string; origin: string };
  }
}

/** One product for all journeys: started once, as `npm start` does, on the sample organisation. */
export async function setup(project: TestProject) {
  const product = await startProduct();
  project.provide('product', { hostOrigin: product.hostOrigin, origin: product.origin });
  return async () => {
    await product.stop();
  };
}
