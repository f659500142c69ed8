import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { logEvents } from '../../api/src/http/logEvents';
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

/** The names under which a page's sections are linked. */
const sectionsOf = (path: string) =>
  [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replace(/ /g, '-'),
  );

test.each(documents)('every section that %s links to stands where it says', (path) => {
  const targets = [...read(path).matchAll(/\]\((?!https?:)([^)#\s]*)#([^)\s]+)\)/g)];
  const lost = targets.filter(([, page = '', section = '']) => {
    const at = page === '' ? path : new URL(page, new URL(path, 'file:///')).pathname.slice(1);
    return !sectionsOf(at).includes(section);
  });
  expect(lost.map(([link]) => link)).toEqual([]);
});

test('every page and section that a line of the log points to is there', () => {
  const sentences = Object.values(logEvents).map(({ says }) => says);
  const pointers = sentences.flatMap((says) => [
    ...says.matchAll(/\b(docs\/[\w-]+\.md)(?:#([\w-]+))?/g),
  ]);
  expect(pointers.length).toBeGreaterThan(0);
  const lost = pointers.filter(
    ([, page = '', section]) =>
      !documents.includes(page) || (section !== undefined && !sectionsOf(page).includes(section)),
  );
  expect(lost.map(([pointer]) => pointer)).toEqual([]);
});

test('what a line of the log says of delivery points to the section that helps', () => {
  expect(logEvents.deliveryLagging.says).toContain('docs/telemetry.md#alerts');
  expect(logEvents.deliveryParked.says).toContain('docs/telemetry.md#replaying-what-is-parked');
});

test.each(documents)('every command of npm that %s names is one', (path) => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = [...read(path).matchAll(/npm run (?:-s )?([a-z][a-z:-]*)(?! -w)\b/g)];
  const unknown = named.map(([, name = '']) => name).filter((name) => !(name in scripts));
  expect(unknown).toEqual([]);
});

test.each(documents)('every program of the image that %s starts is in it', (path) => {
  const inputs = read('api/vite.config.ts');
  const started = [...read(path).matchAll(/`node ([\w/-]*dist\/[\w/-]+\.js)/g)];
  const lost = started
    .map(([, program = '']) => program)
    .filter((program) => {
      const name = /^api\/dist\/(\w+)\.js$/.exec(program)?.[1];
      return name === undefined || !inputs.includes(`        ${name}: `);
    });
  expect(lost).toEqual([]);
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
