import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const noTeamsJs = {
  group: ['@microsoft/teams-js', '@microsoft/teams-js/*'],
  message: 'Only teams-app/src/app/teamsHost.ts speaks to teams-js.',
};

/** Globals a pure domain module may not touch: pass the clock, the network and the page in. */
const impureGlobals = ['window', 'document', 'fetch', 'localStorage', 'navigator', 'process'].map(
  (name) => ({ name, message: 'The domain in shared/ is pure: pass it in.' }),
);

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/.tsbuild/**',
      '**/.data/**',
      '**/node_modules/**',
      'docs/**',
      'tests/architecture/fixtures/**',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: {
          allowDefaultProject: [
            '.config/*.js',
            '.config/vitest.config.ts',
            '.config/*.cjs',
            'api/local-tenant/*.mjs',
          ],
        },
        tsconfigRootDir: root,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'error',
      'no-restricted-imports': ['error', { patterns: [noTeamsJs] }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Named exports only: a thing has one name (docs/decisions/0001).',
        },
      ],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    ...tseslint.configs.disableTypeChecked,
  },
  {
    // Tools read their configuration from a default export.
    files: ['.config/**', '**/vite.config.ts', '**/vite.*.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['shared/src/**/*.{ts,tsx}'],
    ignores: ['shared/src/ui/**', 'shared/src/client/**', '**/*.test.{ts,tsx}'],
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Pass `now` in.' },
        { object: 'Math', property: 'random', message: 'Pass the value in.' },
      ],
    },
  },
  {
    files: ['{teams-app,outlook-addin,shared}/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks, 'jsx-a11y': jsxA11y },
    rules: {
      ...reactHooks.configs.recommended.rules,
      ...jsxA11y.flatConfigs.recommended.rules,
    },
  },
  {
    files: ['teams-app/src/app/teamsHost.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['outlook-addin/src/**/*.{ts,tsx}'],
    ignores: [
      'outlook-addin/src/app/office{Host,Dialog}.ts',
      'outlook-addin/src/signIn/main.ts',
      'outlook-addin/src/events/**',
      '**/*.test.{ts,tsx}',
    ],
    rules: {
      'no-restricted-globals': [
        'error',
        {
          name: 'Office',
          message: 'Only app/office{Host,Dialog}.ts, signIn/ and events/ touch Office.',
        },
      ],
    },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'tests/**/*.ts'],
    rules: {
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // Command lines speak on the console.
    files: [
      '**/cli.ts',
      'tests/run.ts',
      'tests/bench/**',
      '**/start.mjs',
      'api/src/openapi/write.ts',
    ],
    rules: { 'no-console': 'off' },
  },
);
