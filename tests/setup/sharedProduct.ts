import type { TestProject } from 'vitest/node';
import { startProduct } from './product';

/** Where the product of a lane is found. */
export interface SharedProduct {
  readonly hostOrigin: string;
  readonly origin: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    products: readonly SharedProduct[];
  }
}

/**
 * A product for each lane of journeys, as many as run at a time: started once, as `npm start` does,
 * on the sample organisation. Lanes share nothing, SharePoint's minute included.
 */
export async function setup(project: TestProject) {
  const lanes = Array.from({ length: project.config.maxWorkers });
  const products = await Promise.all(lanes.map(() => startProduct()));
  project.provide(
    'products',
    products.map(({ hostOrigin, origin }) => ({ hostOrigin, origin })),
  );
  return async () => {
    await Promise.all(products.map((product) => product.stop()));
  };
}
