import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import * as z from 'zod/mini';
import type { PackageOrder } from './packageOrder';
import { packageIds } from './ids';
import { compareVersions } from './version';

/** As much of an earlier manifest as tells whether it is the same app. */
const earlierManifest = z.object({
  id: z.string(),
  version: z.string().check(z.regex(/^\d+\.\d+\.\d+$/)),
  name: z.object({ short: z.string() }),
  validDomains: z.array(z.string()),
});

/**
 * The highest version of this app among the packages in `folder`: the same id, or the same name on
 * the same domain after its app registration was replaced. Undefined when there is none.
 */
export async function earlierVersion(
  folder: string,
  order: PackageOrder,
): Promise<string | undefined> {
  const { app } = packageIds(order.clientId, order.environment);
  const versions: string[] = [];
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.zip'))) {
    const manifest = readManifest(new Uint8Array(await readFile(join(folder, file))));
    if (manifest === undefined) continue;
    const sameApp =
      manifest.id === app ||
      (manifest.name.short === order.name && manifest.validDomains.includes(order.domain));
    if (sameApp) versions.push(manifest.version);
  }
  return versions.sort(compareVersions).at(-1);
}

/** The manifest in a package, or undefined when the file is something else that happens to lie there. */
function readManifest(zip: Uint8Array): z.infer<typeof earlierManifest> | undefined {
  try {
    const entry = unzipSync(zip, { filter: ({ name }) => name === 'manifest.json' });
    const json: unknown = JSON.parse(new TextDecoder().decode(entry['manifest.json']));
    return earlierManifest.parse(json);
  } catch {
    return undefined;
  }
}
