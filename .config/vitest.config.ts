import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Node tests use every core, and their files share a worker's modules, but for those of screens. What
 * drives a browser or a whole process waits for much of its time and comes after them in three lanes, each
 * with a product of its own.
 */
export default defineConfig({
  root,
  test: {
    reporters: ['default'],
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'domain',
          environment: 'node',
          isolate: false,
          include: [
            'shared/src/**/*.test.ts',
            'manifests/src/**/*.test.ts',
            'tests/onSend/**/*.test.ts',
            'tests/masking/**/*.test.ts',
            'tests/events/**/*.test.ts',
            'tests/scripts/**/*.test.ts',
          ],
          exclude: ['shared/src/ui/**', 'shared/src/client/**'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'api',
          environment: 'node',
          isolate: false,
          include: [
            'api/**/*.test.ts',
            'tests/contract/**/*.test.ts',
            'tests/recount/**/*.test.ts',
          ],
          globalSetup: ['tests/setup/postgres.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'screens',
          environment: 'happy-dom',
          include: [
            'shared/src/{ui,client}/**/*.test.{ts,tsx}',
            '{teams-app,outlook-addin}/src/**/*.test.{ts,tsx}',
            'tests/screens/**/*.test.ts',
          ],
          setupFiles: ['tests/setup/screens.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'architecture',
          environment: 'node',
          isolate: false,
          include: ['tests/architecture/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts', 'tests/faults/**/*.test.ts'],
          globalSetup: ['tests/setup/postgres.ts', 'tests/setup/sharedProduct.ts'],
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
