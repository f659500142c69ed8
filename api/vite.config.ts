import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * `server.js` is production and knows nothing of the local tenant; `start.js` is `npm start`.
 * Packages stay in node_modules; what is ours is bundled.
 */
export default defineConfig({
  root: here,
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: true,
    rollupOptions: {
      input: {
        server: join(here, 'src/server.ts'),
        start: join(here, 'local-tenant/start.ts'),
      },
      // Flat, so that files read beside a module lie beside every chunk.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
  plugins: [
    filesBesideModules({
      migrations: ['src/db/migrations'],
      browser: ['local-tenant/hosts/browser', 'local-tenant/office-stand-in/browser'],
    }),
  ],
});

/** Copies what modules read by `import.meta.url` to where the built modules lie. */
function filesBesideModules(folders: Record<string, readonly string[]>): Plugin {
  return {
    name: 'files-beside-modules',
    closeBundle() {
      for (const [name, sources] of Object.entries(folders)) {
        for (const source of sources) {
          cpSync(join(here, source), join(here, 'dist', name), { recursive: true });
        }
      }
    },
  };
}
