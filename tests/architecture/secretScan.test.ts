import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { testSecret } from '../../api/local-tenant/testProduct';
import { secretsIn } from './secretScan';

const root = fileURLToPath(new URL('../..', import.meta.url));

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '' && existsSync(`${root}/${path}`));

/** What the builds left, as far as they were built. */
const built = ['api/dist', 'teams-app/dist', 'outlook-addin/dist'].flatMap((folder) =>
  existsSync(`${root}/${folder}`)
    ? readdirSync(`${root}/${folder}`, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => `${entry.parentPath}/${entry.name}`)
    : [],
);

const textOf = (path: string) => readFileSync(path, 'latin1');

test('no tracked file holds a secret', () => {
  const found = tracked.flatMap((path) =>
    secretsIn(textOf(`${root}/${path}`)).map((kind) => `${path}: ${kind}`),
  );
  expect(found).toEqual([]);
});

test('nothing that is built holds one, nor those of tests', () => {
  const found = built.flatMap((path) => {
    const text = textOf(path);
    const kinds = secretsIn(text);
    return text.includes(testSecret) ? [...kinds, 'the secret of tests'] : kinds;
  });
  expect(found).toEqual([]);
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
