import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { shellWorker } from './vite-shell-worker';

const server = `http://127.0.0.1:${process.env.PORT ?? 1337}`;

export default defineConfig({
  plugins: [react(), shellWorker()],
  resolve: { conditions: ['jiedui-source', 'module', 'browser', 'development|production'] },
  server: {
    port: 5173,
    proxy: Object.fromEntries(
      ['/api', '/admin', '/uploads', '/_health', '/feeds', '/media', '/sitemap', '/s/'].map((path) => [
        path,
        server,
      ]),
    ),
  },
  build: {
    outDir: 'dist',
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // A schema built with zod at the top of a file would otherwise come along with every rule.
      treeshake: { moduleSideEffects: [{ test: /shared[\\/]src[\\/]/, sideEffects: false }] },
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router)[\\/]/ },
            {
              name: 'refine',
              test: /node_modules[\\/](@refinedev|@tanstack[\\/](react-)?query|axios|i18next|react-i18next|qs)/,
            },
          ],
        },
      },
    },
  },
});
