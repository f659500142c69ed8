import { constants } from 'node:fs';
import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addinOnlyManifest } from './addinOnlyManifest';
import { appPackage } from './appPackage';
import { checkAddinOnly, checkPackage, checkPair, notRun, type Check } from './checks';
import { earlierVersion } from './earlierPackages';
import { germanOfManifest } from './germanTexts';
import { readOrder, type Refusal, type TypedOrder } from './packageOrder';
import { unifiedManifest } from './unifiedManifest';
import { canFollow } from './version';

export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
}

export type PackageResult =
  | { readonly outcome: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly outcome: 'failed'; readonly checks: readonly Check[] }
  | {
      readonly outcome: 'written';
      readonly files: readonly WrittenFile[];
      readonly checks: readonly Check[];
      readonly version: string;
      /** What could not be checked here. */
      readonly notRun: readonly string[];
    };

const versionNotCompared =
  'Whether the version rose (no earlier package of this app is in the folder)';

/** Writes the app package and its add-in only twin into `folder`, or nothing at all and the reason why. */
export async function writePackage(typed: TypedOrder, folder: string): Promise<PackageResult> {
  const read = readOrder(typed);
  if ('refusals' in read) return { outcome: 'refused', refusals: read.refusals };
  const { order } = read;
  if (!(await isWritable(folder))) {
    const reason = 'cannot be written to. Give a folder of your own; it is made if missing.';
    return { outcome: 'refused', refusals: [{ field: '--out', value: folder, reason }] };
  }
  const earlier = await earlierVersion(folder, order);
  const rise = earlier === undefined ? undefined : canFollow(order.version, earlier);
  if (rise?.allowed === false) {
    const refusal = { field: '--version', value: order.version, reason: rise.reason };
    return { outcome: 'refused', refusals: [refusal] };
  }

  const manifest = unifiedManifest(order);
  const xml = addinOnlyManifest(order);
  const zip = await appPackage(manifest, germanOfManifest(order));
  const checks = [
    ...(await checkPackage(zip)),
    ...(await checkAddinOnly(xml)),
    checkPair(zip, xml),
    ...(earlier === undefined ? [] : [{ name: `The version rose from ${earlier}`, problems: [] }]),
  ];
  if (checks.some(({ problems }) => problems.length > 0)) return { outcome: 'failed', checks };

  const stem = `${order.domain}-${order.environment}-${order.version}`;
  const files = [
    { path: join(folder, `last-mile-${stem}.zip`), content: zip },
    { path: join(folder, `last-mile-for-outlook-${stem}.xml`), content: Buffer.from(xml) },
  ];
  for (const { path, content } of files) await writeFile(path, content);
  return {
    outcome: 'written',
    files: files.map(({ path, content }) => ({ path, bytes: content.length })),
    checks,
    version: order.version,
    notRun: earlier === undefined ? [...notRun, versionNotCompared] : notRun,
  };
}

async function isWritable(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
