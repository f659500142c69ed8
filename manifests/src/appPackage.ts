import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync, type Zippable } from 'fflate';
import { packagedIcons } from './icons/iconFiles';
import { germanFile, type UnifiedManifest } from './unifiedManifest';

const iconFolder = fileURLToPath(new URL('../icons/', import.meta.url));

/** Zip keeps local time without a zone: a fixed moment, so that the same input gives the same bytes anywhere. */
const entryDate = new Date(2026, 0, 1);

const toJson = (value: object) => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

/** The app package an admin uploads: manifest, its German and icons at the root, entries sorted, dates fixed. */
export async function appPackage(manifest: UnifiedManifest, german: object): Promise<Uint8Array> {
  const files: Zippable = { 'manifest.json': toJson(manifest), [germanFile]: toJson(german) };
  for (const { file } of Object.values(packagedIcons)) {
    files[file] = new Uint8Array(await readFile(join(iconFolder, file)));
  }
  const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
  return zipSync(sorted, { mtime: entryDate, level: 9 });
}
