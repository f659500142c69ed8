import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { likeliestSwitches } from '../../api/local-tenant/storage/switches';

interface ListedFact {
  readonly fact: string;
  readonly state: string;
  readonly mark: string;
  readonly note: string;
  /** What a live run tells of it. */
  readonly realSite: string;
}

const here = fileURLToPath(new URL('.', import.meta.url));
const page = readFileSync(
  fileURLToPath(new URL('../../docs/local-tenant.md', import.meta.url)),
  'utf8',
);

const listed: ListedFact[] = page
  .split('\n')
  .filter((line) => /^\| [A-D] /.test(line))
  .map((line) => {
    const [fact = '', state = '', mark = '', note = '', realSite = ''] = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim());
    return { fact, state, mark, note, realSite };
  });

/** The names of the tests in this folder; a skipped or focused test has another form and is not found. */
const told = readdirSync(here)
  .filter((name) => name.endsWith('.test.ts') && name !== 'factList.test.ts')
  .flatMap((name) => [
    ...readFileSync(`${here}${name}`, 'utf8').matchAll(/\btest\(\s*(['"`])((?:\\.|(?!\1).)*)\1/g),
  ])
  .map((match) => match[2] ?? '');

test('each fact that is listed as held or switched is told by exactly one test', () => {
  const promised = listed.filter(({ state }) => state === 'held' || state === 'switched');
  expect(promised.length).toBeGreaterThan(70);
  expect([...told].sort()).toEqual(promised.map(({ fact }) => fact).sort());
});

test('a fact has one line, a known state and a mark, and what is not held says why', () => {
  expect(new Set(listed.map(({ fact }) => fact)).size).toBe(listed.length);
  for (const { fact, state, mark, note, realSite } of listed) {
    const isLiveKnown = ['told', 'likeliest form', 'not told'].includes(realSite);
    expect([fact, isLiveKnown]).toEqual([fact, true]);
    expect([fact, ['held', 'switched', 'not held'].includes(state)]).toEqual([fact, true]);
    expect([fact, /^[DLOCPU](?:, [DLOCPU])*$/.test(mark)]).toEqual([fact, true]);
    if (state !== 'held') expect([fact, note]).not.toEqual([fact, '']);
  }
});

test('every switch is named by a fact of the list, and a switched fact names its switches', () => {
  const names = Object.keys(likeliestSwitches);
  const isNamed = (note: string) => names.filter((name) => note.includes(`\`${name}\``));
  expect(names.filter((name) => listed.every(({ note }) => !note.includes(`\`${name}\``)))).toEqual(
    [],
  );
  for (const { fact, state, note } of listed) {
    if (state === 'switched') expect([fact, isNamed(note).length > 0]).toEqual([fact, true]);
  }
});
