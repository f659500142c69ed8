import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/**
 * The page that signs people in inside Outlook's dialog, written beside the pane. A build of its own, so
 * that nothing it needs becomes part of the pane's first load.
 */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/pane/',
  publicDir: false,
  build: {
    target: 'es2022',
    emptyOutDir: false,
    modulePreload: false,
    rolldownOptions: { input: fileURLToPath(new URL('sign-in.html', import.meta.url)) },
  },
});
