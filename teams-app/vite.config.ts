import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { oneFileFirst, preloadChunkOf } from '../.config/firstScreen.ts';

const base = '/tab/';

/**
 * The tab's build. Charts, the CSV reader and msal-browser are imported dynamically and so become
 * chunks of their own; `manifest` lets the size check tell what the first screen needs.
 */
export default defineConfig({
  base,
  plugins: [react(), preloadChunkOf('/src/app/msal.ts', base)],
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
