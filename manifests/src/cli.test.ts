import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writePackage } from './writePackage';

const cli = fileURLToPath(new URL('cli.ts', import.meta.url));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'last-mile-cli-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function run(...args: string[]) {
  return new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', cli, ...args], (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : error.code, stdout, stderr });
    });
  });
}

const contoso = [
  '--domain',
  'lastmile.contoso.com',
  '--client-id',
  '1a57a171-1e00-4c11-8d00-c11e47000001',
];

test('says what was written, what was checked, what was not, and what comes next', async () => {
  const { code, stdout, stderr } = await run(...contoso, '--out', folder);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const file of await readdir(folder)) expect(stdout).toContain(join(folder, file));
  expect(stdout.match(/^ {2}passed {3}/gm)).toHaveLength(11);
  expect(stdout).toContain("not run  Microsoft's validation service (needs network)");
  expect(stdout).toMatch(/Teams admin center[\s\S]*Microsoft 365 admin center/);
}, 20_000);

test('--help says what can be given, and nothing went wrong', async () => {
  const { code, stdout, stderr } = await run('--help');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('npm run package -- --domain HOST --client-id GUID --out DIR');
}, 20_000);

test('a refusal says so, names the option and its value, and leaves a failing exit code', async () => {
  const { code, stderr } = await run('--domain', 'localhost', ...contoso.slice(2), '--out', folder);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^Nothing was written\.\n {2}--domain "localhost" is reserved/);
  expect(await readdir(folder)).toEqual([]);
}, 20_000);

test.each(['README.md', 'docs/admin-guide.md'])(
  'the command in %s is one that works',
  async (page) => {
    const text = await readFile(new URL(`../../${page}`, import.meta.url), 'utf8');
    const [command = '', options = ''] = /npm run package -- ([^`\n]+)/.exec(text) ?? [];
    expect(command).not.toBe('');
    const words = options.replace(/<[^>]+>/, contoso.at(-1) ?? '').split(' ');
    const { code, stderr } = await run(...words.slice(0, words.indexOf('--out')), '--out', folder);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  },
  20_000,
);

test('files that lie there are checked, and what is wrong leaves a failing exit code', async () => {
  const [, domain = '', , clientId = ''] = contoso;
  await writePackage({ domain, clientId }, folder);
  const files = (await readdir(folder)).map((file) => join(folder, file));
  const [xml = ''] = files.filter((file) => file.endsWith('.xml'));
  const checked = await run(...files.flatMap((file) => ['--check', file]));
  expect(checked).toMatchObject({ code: 0, stderr: '' });
  expect(checked.stdout.match(/^ {2}passed {3}/gm)).toHaveLength(11);
  expect(checked.stdout).toContain("not run  Microsoft's validation service (needs network)");

  await writeFile(xml, (await readFile(xml, 'utf8')).replace('ReadWriteItem', 'ReadWriteMailbox'));
  const spoiled = await run('--check', xml);
  expect(spoiled.code).toBe(1);
  expect(spoiled.stdout).toMatch(/^ {2}FAILED .*\n +line 38: asks for ReadWriteMailbox/m);

  const both = await run('--check', xml, '--out', folder);
  expect(both.code).toBe(2);
  expect(both.stderr).toMatch(/^--check stands alone\. Leave out --out\./);
});

test('an option that does not exist, or no folder, shows how it is used', async () => {
  const unknown = await run(...contoso, '--port', '3000', '--out', folder);
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain("Unknown option '--port'");
  expect(unknown.stderr).toContain('npm run package -- --domain HOST');
  expect((await run(...contoso)).stderr).toMatch(/^--out is missing/);
}, 20_000);
