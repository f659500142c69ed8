import { randomBytes } from 'node:crypto';
import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartRefused } from './startRefused';

/** Grows when this version could not make sense of what an older one left, or the other way round. */
const folderVersion = 1;

export interface DataFolder {
  readonly path: string;
  /** From which the product derives its keys; outside the database, as in production. */
  readonly secret: string;
  /** The product's client secret in the local tenant. */
  readonly clientSecret: string;
}

/** Opens or makes the folder; one of a newer version is refused untouched. */
export async function openDataFolder(path: string): Promise<DataFolder> {
  try {
    await mkdir(path, { recursive: true });
    await access(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new StartRefused(`The data folder ${path} cannot be used (${code}).`);
  }
  const versionFile = join(path, 'version');
  const found = await readIfThere(versionFile);
  if (found !== undefined && !(Number(found) <= folderVersion)) {
    throw new StartRefused(
      `The data folder ${path} belongs to a newer version of Last Mile. ` +
        'Start that version, or take another folder: npm start -- --data DIR',
    );
  }
  const secrets = {
    path,
    secret: await keptSecret(join(path, 'secret')),
    clientSecret: await keptSecret(join(path, 'client-secret')),
  };
  if (found === undefined) await writeFile(versionFile, `${folderVersion}\n`);
  return secrets;
}

async function keptSecret(file: string): Promise<string> {
  const kept = await readIfThere(file);
  if (kept) return kept;
  const made = randomBytes(32).toString('hex');
  // Under its name only when whole: half a secret would lock the data away.
  await writeFile(`${file}.new`, made, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return made;
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
