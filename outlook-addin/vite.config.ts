import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { oneFileFirst, preloadChunkOf } from '../.config/firstScreen.ts';

const base = '/pane/';

/** The task pane, served by the API under /pane/. The manifest is what the size bench reads. */
export default defineConfig({
  base,
  // From kept rows the pane is usable before the rest is there; the first opening waits for both.
  plugins: [
    react(),
    preloadChunkOf('/src/app/msal.ts', base),
    preloadChunkOf('/src/app/firstFetch.ts', base),
    preloadChunkOf('/src/main.tsx', base),
  ],
  build: { ...oneFileFirst, manifest: true, target: 'es2022', chunkSizeWarningLimit: 800 },
});
