import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { oneFileFirst, preloadChunkOf } from '../.config/firstScreen.ts';

const base = '/tab/';

/**
 * teams-js writes a log by a library that makes every logger before the first screen, and nobody reads it:
 * in its place is one that writes nothing. Should teams-js import it otherwise, the build fails.
 */
const teamsWithoutLog: Plugin = {
  name: 'teams-without-log',
  load: (id) =>
    /\/teams-js\/.*\/debug\/src\/browser\.js$/.test(id)
      ? `const log = Object.assign(() => undefined, { extend: () => log });
         export const b = { debug: () => log };`
      : null,
};

/**
 * The tab's build. Charts, the CSV reader and msal-browser are imported dynamically and so become
 * chunks of their own; `manifest` lets the size check tell what the first screen needs.
 */
export default defineConfig({
  base,
  plugins: [
    react(),
    teamsWithoutLog,
    preloadChunkOf('/src/app/msal.ts', base),
    preloadChunkOf('/src/main.tsx', base),
  ],
  build: {
    ...oneFileFirst,
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    sourcemap: false,
    target: 'es2023',
    // What the first screen needs is one file on purpose; the size check watches it.
    chunkSizeWarningLimit: 800,
    // An inlined asset would need `data:` in the page's content security policy.
    assetsInlineLimit: 0,
  },
});
