import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * Bundles the API for Node: `server.js` is production, `doctor.js` looks at it, `deliveries.js` at what
 * SharePoint would not take; `start.js` is the same with the local tenant, and left out with
 * `--mode server`. Packages stay in node_modules; our own workspace is bundled, because it is TypeScript.
 */
export default defineConfig(({ mode }) => ({
  root: here,
  logLevel: 'warn',
  publicDir: false,
  plugins: [
    {
      name: 'migrations',
      // They are read beside the bundle, as beside src/db/migrate.ts.
      writeBundle({ dir }) {
        cpSync(`${here}/src/db/migrations`, `${dir}/migrations`, { recursive: true });
      },
    },
  ],
  ssr: { noExternal: [/^@last-mile\//] },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: true,
    rolldownOptions: {
      input: {
        server: `${here}/src/server.ts`,
        deliveries: `${here}/src/deliveries/cli.ts`,
        doctor: `${here}/src/doctor/cli.ts`,
        ...(mode === 'server' ? {} : { start: `${here}/local-tenant/start.ts` }),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
}));
