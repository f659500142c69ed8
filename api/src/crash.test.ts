import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logEvents } from './http/logEvents';

const mark = 'Quetzalcoatl';
const secret = `${mark} secret of 32 characters or more`;
const certificateKey = `${mark}CertificateKey`;

/** What a library or the engine throws when nobody expects it, each with marked words. */
const crashes: readonly (readonly [string, string])[] = [
  ['a library that repeats what it was given', `careless('${mark} is no date')`],
  ['code that quotes', `throw new Error('cannot take “${mark}” of ${mark}@example.com')`],
  ['something that is no error', `throw { words: '${mark}', token: 'eyJ${mark}' }`],
];

let folder: string;
/** A database that takes connections and never answers: the server waits for it until it crashes. */
const silent = createServer((socket) => socket.on('error', () => undefined));
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'last-mile-crash-'));
  await mkdir(join(folder, 'node_modules'));
  await writeFile(
    join(folder, 'node_modules/careless.mjs'),
    'export function careless(words) { throw new Error(words); }\n',
  );
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
});
afterAll(async () => {
  silent.close();
  await rm(folder, { recursive: true });
});

/** Runs the server until `crash` ends it, once it listens for what nobody caught. */
async function crashed(crash: string) {
  const breaking = join(folder, 'breaking.mjs');
  await writeFile(
    breaking,
    `import { careless } from './node_modules/careless.mjs';
     process.on('newListener', (event) => {
       if (event === 'uncaughtException') setTimeout(() => { ${crash}; void careless; });
     });`,
  );
  const { port } = silent.address() as AddressInfo;
  const id = '1a57a171-1e00-4c11-8d00-c11e47000001';
  const server = fileURLToPath(new URL('server.ts', import.meta.url));
  const options = ['--import', 'tsx', '--import', pathToFileURL(breaking).href, server];
  const child = spawn(process.execPath, options, {
    env: {
      PATH: process.env['PATH'],
      ...{ TENANT_ID: id, CLIENT_ID: id, APP_ID_URI: `api://localhost/${id}`, SITE: 'a,b,c' },
      ...{ PUBLIC_ORIGIN: 'https://lastmile.example.com', SECRET: secret, PORT: '0' },
      ...{ CLIENT_CERTIFICATE_THUMBPRINT: 'ab'.repeat(32), CLIENT_CERTIFICATE_KEY: certificateKey },
      DATABASE_URL: `postgres://lastmile:${mark}@127.0.0.1:${port}/lastmile`,
    },
  });
  let said = '';
  const keep = (part: Buffer) => (said += part.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const [code] = (await once(child, 'close')) as [number];
  return { code, said };
}

test.each(crashes)(
  'a process ended by %s says so in one line, without a word',
  async (_, crash) => {
    const { code, said } = await crashed(crash);
    expect(code).toBe(1);
    expect(said).not.toContain(mark);
    const lines = said.trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    const { event, msg } = JSON.parse(lines[0] ?? '') as { event: string; msg: string };
    expect({ event, msg }).toEqual({ event: 'crashed', msg: logEvents.crashed.says });
  },
);
