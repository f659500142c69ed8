import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { expect, test } from 'vitest';
import { writePackage } from './writePackage';

const read = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

/** The values of an environment as somebody fills them in. */
async function environment(name: string): Promise<Record<string, string>> {
  const filledIn: Record<string, string> = {
    LAST_MILE_DOMAIN: 'lastmile.contoso.com',
    LAST_MILE_CLIENT_ID: '1a57a171-1e00-4c11-8d00-c11e47000001',
  };
  const lines = (await read(`manifests/env/.env.${name}`)).matchAll(/^([A-Z_0-9]+)=(.*)$/gm);
  const values = [...lines].map(([, key = '', value = '']) => [key, filledIn[key] ?? value]);
  return Object.fromEntries(values) as Record<string, string>;
}

test.each(['dev', 'prod'])(
  'm365agents.yml names the package that its own command writes, for %s',
  async (name) => {
    const values = await environment(name);
    const text = (await read('m365agents.yml')).replaceAll(
      /\$\{\{(\w+)\}\}/g,
      (_, key: string) => values[key] ?? `no ${key}`,
    );
    const commands = [...text.matchAll(/run: npm run package -- (.+)$/gm)].map(([, args]) => args);
    const packages = [...text.matchAll(/appPackagePath: (\S+)$/gm)].map(([, path]) => path);
    expect([commands.length, packages.length]).toEqual([2, 3]);
    expect(new Set(commands).size).toBe(1);

    const options = ['domain', 'client-id', 'env', 'version', 'out'];
    const { values: typed } = parseArgs({
      args: commands[0]?.split(' ') ?? [],
      options: Object.fromEntries(options.map((option) => [option, { type: 'string' as const }])),
    });
    const folder = await mkdtemp(join(tmpdir(), 'last-mile-toolkit-'));
    const order = {
      domain: String(typed['domain']),
      clientId: String(typed['client-id']),
      environment: String(typed['env']),
      version: String(typed['version']),
    };
    expect(await writePackage(order, folder)).toMatchObject({ outcome: 'written' });
    const written = (await readdir(folder)).find((file) => file.endsWith('.zip')) ?? '';
    await rm(folder, { recursive: true });
    expect(new Set(packages)).toEqual(new Set([`./${String(typed['out'])}/${written}`]));
  },
);
