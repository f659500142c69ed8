import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The task pane, served by the API under /pane/. The manifest is what the size bench reads. */
export default defineConfig({
  base: '/pane/',
  plugins: [react(), preloadMsal()],
  build: { manifest: true, target: 'es2022', chunkSizeWarningLimit: 700 },
});

/**
 * Lets the browser fetch MSAL beside the first screen without running it: from a kept library the
 * pane is usable before it is needed, and the first opening does not wait for its way here.
 */
function preloadMsal(): Plugin {
  return {
    name: 'preload-msal',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) =>
        Object.values(bundle)
          .filter((file) => file.type === 'chunk')
          .filter(({ moduleIds }) => moduleIds.some((id) => id.endsWith('/src/app/msal.ts')))
          .map(({ fileName }) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/pane/${fileName}` },
            injectTo: 'head' as const,
          })),
    },
  };
}
