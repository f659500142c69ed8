import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const eslint = new ESLint({ cwd: root, overrideConfigFile: `${root}/.config/eslint.config.js` });

/** Lints `code` as if it were the file at `path` (which must exist, for the type-aware rules). */
async function rulesBroken(path: string, code: string) {
  const [result] = await eslint.lintText(code, { filePath: `${root}/${path}` });
  return result?.messages.map(({ ruleId, message }) => ruleId ?? message) ?? [];
}

test.each([
  ['shared/src/rules.ts', 'export const now = Date.now();', 'no-restricted-properties'],
  ['shared/src/rules.ts', 'export const page = document.title;', 'no-restricted-globals'],
  [
    'teams-app/src/main.tsx',
    "import { app } from '@microsoft/teams-js';\nvoid app.initialize();",
    'no-restricted-imports',
  ],
  ['outlook-addin/src/main.tsx', 'void Office.onReady();', 'no-restricted-globals'],
  ['api/src/app.ts', 'export default 1;', 'no-restricted-syntax'],
  ['api/src/app.ts', 'export const x: any = 1;', '@typescript-eslint/no-explicit-any'],
  ['api/src/app.ts', "console.log('x');", 'no-console'],
])('in %s, `%s` breaks %s', async (path, code, rule) => {
  expect(await rulesBroken(path, code)).toContain(rule);
});
