import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { root, tracked } from './trackedFiles';

const features = [
  'adoption',
  'library',
  'feedback',
  'programme',
  'workflows',
  'practice',
  'coaching',
  'checkpoints',
  'privacy',
  'operations',
];

test('the top level is the design’s: six packages, documents, and nothing beside them', () => {
  const top = new Set(tracked.map((path) => path.split('/')[0] ?? ''));
  const expected = [
    'README.md',
    'api',
    'docs',
    // The Microsoft 365 Agents Toolkit looks for it here (decision 0038).
    'm365agents.yml',
    'manifests',
    'outlook-addin',
    'package-lock.json',
    'package.json',
    'shared',
    'teams-app',
    'tests',
    'tsconfig.json',
  ];
  expect([...top].filter((name) => !name.startsWith('.')).sort()).toEqual(expected.sort());
});

test.each([
  'shared/src',
  'api/src/features',
  'teams-app/src/features',
  'outlook-addin/src/features',
])('the features in %s are named by the one list', (folder) => {
  const known = [...features, ...(folder === 'shared/src' ? ['client', 'language', 'ui'] : [])];
  const found = readdirSync(`${root}/${folder}`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  expect(found.filter((name) => !known.includes(name))).toEqual([]);
});

test('one version everywhere', () => {
  const versions = tracked
    .filter((path) => /^([^/]+\/)?package\.json$/.test(path))
    .map(
      (path) =>
        (JSON.parse(readFileSync(`${root}/${path}`, 'utf8')) as { version: string }).version,
    );
  expect(new Set(versions).size).toBe(1);
  expect(readFileSync(`${root}/docs/CHANGELOG.md`, 'utf8')).toContain(`## ${versions[0] ?? ''}`);
});

const textFile = /\.(ts|tsx|js|mjs|cjs|json|md|html|css|sql|yml|yaml|svg|sh)$|^\.ci\/run$/;

test('no file names a machine’s path or a package registry', () => {
  const machine = new RegExp(
    ['/(?:work|root|home)/[a-z]', 'registry\\.npm', 'npmjs\\.(?:org|com)'].join('|'),
  );
  const found = tracked
    .filter((path) => textFile.test(path) && path !== 'tests/architecture/repository.test.ts')
    .filter((path) => machine.test(readFileSync(`${root}/${path}`, 'utf8')));
  expect(found).toEqual([]);
});

test('no check is switched off and no test is left out', () => {
  const escape = new RegExp(
    [
      'eslint' + '-disable',
      '@ts' + '-(?:ignore|nocheck)',
      '\\b(?:test|it|describe)\\.(?:skip|only|todo)\\b',
    ].join('|'),
  );
  const found = tracked
    .filter((path) => /\.(ts|tsx|js|mjs)$/.test(path))
    .filter((path) => escape.test(readFileSync(`${root}/${path}`, 'utf8')));
  expect(found).toEqual([]);
});
