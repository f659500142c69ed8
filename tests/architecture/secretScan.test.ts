import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { testClientId, testSecret } from '../../api/local-tenant/testProduct';
import { writePackage } from '../../manifests/src/writePackage';
import { secretsIn } from './secretScan';
import { root, tracked } from './trackedFiles';

/** Each build, and one file without which it was not made. */
const builds: readonly (readonly [folder: string, file: string])[] = [
  ['api/dist', 'server.js'],
  ['teams-app/dist', 'index.html'],
  ['outlook-addin/dist', 'events.js'],
];

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const textOf = (path: string) => readFileSync(path, 'latin1');

test('no tracked file holds a secret', () => {
  const found = tracked.flatMap((path) =>
    secretsIn(textOf(`${root}/${path}`)).map((kind) => `${path}: ${kind}`),
  );
  expect(found).toEqual([]);
});

const secretsOfProductIn = (text: string) =>
  text.includes(testSecret) ? [...secretsIn(text), 'the secret of tests'] : secretsIn(text);

test.each(builds)('nothing in %s holds one, nor those of tests', (folder, file) => {
  // `npm test` builds before it tests; alone, `npm run build` does. Nothing built is nothing scanned.
  expect({ folder, isBuilt: existsSync(join(root, folder, file)) }).toEqual({
    ...{ folder, isBuilt: true },
  });
  const found = filesIn(join(root, folder)).flatMap((path) =>
    secretsOfProductIn(textOf(path)).map((kind) => `${path}: ${kind}`),
  );
  expect(found).toEqual([]);
});

test('nothing in the package that an admin uploads holds one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'last-mile-scan-'));
  try {
    const typed = { domain: 'lastmile.contoso.com', clientId: testClientId };
    const result = await writePackage(typed, folder);
    expect(result.outcome).toBe('written');
    const texts = filesIn(folder).flatMap((path) =>
      path.endsWith('.zip')
        ? Object.entries(unzipSync(readFileSync(path))).map(([name, bytes]) => ({
            ...{ name, text: Buffer.from(bytes).toString('latin1') },
          }))
        : [{ name: path, text: textOf(path) }],
    );
    expect(texts.map(({ name }) => name)).toContain('manifest.json');
    expect(
      texts.flatMap(({ name, text }) => secretsOfProductIn(text).map((kind) => `${name}: ${kind}`)),
    ).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe('the scan finds', () => {
  // Put together here, so that this file holds none.
  const joined = (...parts: readonly string[]) => parts.join('');
  const planted: readonly (readonly [string, string])[] = [
    ['a private key', joined('-----BEGIN ', 'PRIVATE KEY-----\n', 'MIIEvQIBADAN'.repeat(8))],
    [
      'a token',
      ['a1', 'b2'].map((each) => joined('eyJ', each.repeat(15))).join('.') + '.' + 'c3'.repeat(15),
    ],
    [
      'a connection string with its password',
      joined('postgres', '://lastmile:', 'Winter2026x', '@db.example.com/lastmile'),
    ],
    ['a key of a storage account', joined('Account', 'Key=', 'Ab1/'.repeat(12))],
    ['a client secret of Entra', joined('abc', '8Q~', 'x1Y_'.repeat(8))],
    ['a token of GitHub', joined('ghp', '_', 'A1b2'.repeat(9))],
  ];

  test.each(planted)('%s', (kind, secret) => {
    expect(secretsIn(`const setting = "${secret}";`)).toEqual([kind]);
  });

  test('no secret in what only speaks of one', () => {
    expect(secretsIn('DATABASE_URL=postgres://user:<password>@db.example.com/lastmile')).toEqual(
      [],
    );
    expect(secretsIn('a header such as Authorization: Bearer eyJ…')).toEqual([]);
  });
});
