import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/**
 * The events as one classic script, written beside the pane. Classic Outlook for Windows takes one file
 * without imports, and before version 2403 it understands ECMAScript 2016 and nothing younger.
 */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: false,
  build: {
    target: 'es2016',
    emptyOutDir: false,
    rolldownOptions: {
      input: { events: fileURLToPath(new URL('src/events/main.ts', import.meta.url)) },
      output: { format: 'iife', entryFileNames: '[name].js' },
    },
  },
});
