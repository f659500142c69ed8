import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The task pane, served by the API under /pane/. The manifest is what the size bench reads. */
export default defineConfig({
  base: '/pane/',
  plugins: [react()],
  build: { manifest: true, target: 'es2022', chunkSizeWarningLimit: 700 },
});
