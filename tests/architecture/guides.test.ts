import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { graphPermissions } from '../../api/src/graph/permissions';
import { askedPermissions } from '../../manifests/src/unifiedManifest';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const pages = ['README.md', ...readdirSync(new URL('docs', root)).map((file) => `docs/${file}`)];
const documents = pages.filter((path) => path.endsWith('.md'));

test.each(documents)('every link of %s leads somewhere', (path) => {
  const targets = [...read(path).matchAll(/\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)/g)];
  const lost = targets
    .map(([, target = '']) => target)
    .filter((target) => !existsSync(fileURLToPath(new URL(target, new URL(path, root)))));
  expect(lost).toEqual([]);
});

test.each(documents)('every command of npm that %s names is one', (path) => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = [...read(path).matchAll(/npm run (?:-s )?([a-z][a-z:-]*)(?! -w)\b/g)];
  const unknown = named.map(([, name = '']) => name).filter((name) => !(name in scripts));
  expect(unknown).toEqual([]);
});

test('the admin guide says of every permission what it is, why, and what is lost without it', () => {
  const rows = read('docs/admin-guide.md')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const explained = rows.filter((cells) => cells.length === 6 && cells.slice(1, 5).every(Boolean));
  const asked = [...graphPermissions, ...askedPermissions].map(({ name }) => name);
  const missing = asked.filter(
    (name) => !explained.some(([, permission = '']) => permission.includes(`\`${name}\``)),
  );
  expect(missing).toEqual([]);
});
