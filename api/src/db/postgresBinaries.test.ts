import { execFile } from 'node:child_process';
import { cp, lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findPostgres, nativeFolder } from './postgresBinaries';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'binaries-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

test('the programs run where no install script has made the libraries’ links', async () => {
  const native = join(folder, 'native');
  await cp(nativeFolder(), native, {
    recursive: true,
    filter: async (path) => !(await lstat(path)).isSymbolicLink(),
  });
  const before = await readdir(join(native, 'lib'));

  const { initdb, postgres, environment } = await findPostgres(join(folder, 'run'), native);
  const run = promisify(execFile);
  for (const program of [initdb, postgres]) {
    const { stdout } = await run(program, ['--version'], { env: environment });
    expect(stdout).toMatch(/PostgreSQL\) 18/);
  }
  expect(Object.keys(environment)).toEqual(['LD_LIBRARY_PATH']);
  expect(await readdir(join(native, 'lib'))).toEqual(before);
});
