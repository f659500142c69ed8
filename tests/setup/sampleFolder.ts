import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProduct } from './product';

/** A data folder with the sample organisation, filled by `npm start` itself and kept for the whole run. */
export interface SampleFolder {
  /**
   * The filled folder, with nothing running on it. The first call starts the product to fill it;
   * `whileRunning` is called then, or in a start of its own when the folder is there already.
   */
  get(whileRunning?: (processId: number) => Promise<void>): Promise<string>;
  /** Removes what was made. */
  discard(): Promise<void>;
}

/** Makes the folder when it is first asked for. */
export function createSampleFolder(): SampleFolder {
  let folder: string | undefined;
  let isFilled = false;
  return {
    async get(whileRunning) {
      folder ??= await mkdtemp(join(tmpdir(), 'last-mile-sample-'));
      if (isFilled && whileRunning === undefined) return folder;
      const product = await startProduct({ folder });
      try {
        await whileRunning?.(product.processId);
      } finally {
        await product.stop();
      }
      isFilled = true;
      return folder;
    },
    async discard() {
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
