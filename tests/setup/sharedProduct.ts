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
  const starts = Array.from({ length: project.config.maxWorkers }, () => startProduct());
  const stopAll = async () => {
    const started = (await Promise.allSettled(starts)).filter(
      (start) => start.status === 'fulfilled',
    );
    await Promise.all(started.map(({ value }) => value.stop()));
  };
  const products = await Promise.all(starts).catch(async (error: unknown) => {
    await stopAll();
    throw error;
  });
  project.provide(
    'products',
    products.map(({ hostOrigin, origin }) => ({ hostOrigin, origin })),
  );
  return stopAll;
}
