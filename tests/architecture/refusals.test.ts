import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { uiGerman } from '@last-mile/shared/german';
import { languageFor, speak } from '@last-mile/shared/language';
import { expect, test } from 'vitest';
import { sentences } from '../../api/src/http/reasons';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The codes that the API refuses with, where it writes them down. */
function refusedWith(): string[] {
  const files = execFileSync('git', ['ls-files', 'api/src'], { cwd: root })
    .toString()
    .split('\n')
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const refusals = /\b(?:RuleRefused|Unavailable)\(\s*'(\w+)'|refuseAt\([^)]*, '(\w+)'\)/g;
  return files.flatMap((file) =>
    [...readFileSync(`${root}/${file}`, 'utf8').matchAll(refusals)].map(
      ([, code, codeAtPlace]) => code ?? codeAtPlace ?? '',
    ),
  );
}

test('every refusal has a sentence', () => {
  const codes = refusedWith();
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => sentences[code] === undefined)).toEqual([]);
});

test('every refusal has a German sentence of its own', () => {
  speak(languageFor('de-DE'), null);
  const unheardOf = uiGerman.problem('unheardOf', '');
  const untold = Object.entries(sentences).filter(([code, english]) =>
    [english, unheardOf].includes(uiGerman.problem(code, english)),
  );
  expect(untold).toEqual([]);
});

test('in German a refusal nobody knows here is not said in English', () => {
  const sentence = 'The moon is full.';
  const said = [
    uiGerman.problem('fullMoon', sentence),
    uiGerman.issue('fullMoon', null, sentence),
    uiGerman.unforeseen(sentence),
  ];
  expect(said.filter((text) => text.includes(sentence))).toEqual([]);
});
