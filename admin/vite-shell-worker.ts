import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';

type Chunk = Rolldown.OutputChunk;

/** The pages that have to open without a network, and the frame around them. */
const OFFLINE = /[\\/]src[\\/](features[\\/](scoring|sign-in|workbench)|ui[\\/]layout)[\\/]/;

/** Builds the service worker with the list of the files that it keeps: what the offline pages are made of. */
export function shellWorker(): Plugin {
  return {
    name: 'shell-worker',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
      const index = createHash('sha256').update(readFileSync(path.join(dir, 'index.html')));
      const shell = [
        { url: '/index.html', revision: index.digest('hex').slice(0, 16) },
        ...filesOf(chunks).map((file) => ({ url: `/${file}`, revision: null })),
      ];
      await build({
        configFile: false,
        logLevel: 'warn',
        define: { SHELL: JSON.stringify(shell) },
        build: {
          outDir: dir,
          emptyOutDir: false,
          copyPublicDir: false,
          rolldownOptions: {
            input: path.join(import.meta.dirname, 'src/worker/worker.ts'),
            output: { entryFileNames: 'sw.js', format: 'iife' },
          },
        },
      });
    },
  };
}

/** The offline pages with everything that they import, also later; of the rest only what comes before any page. */
function filesOf(chunks: readonly Chunk[]): string[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const found = new Set<Chunk>();
  const add = (chunk: Chunk | undefined) => {
    if (!chunk || found.has(chunk)) return;
    found.add(chunk);
    for (const name of chunk.imports) add(byName.get(name));
    if (chunk.isEntry) return;
    for (const name of chunk.dynamicImports) add(byName.get(name));
  };
  for (const chunk of chunks) if (chunk.isEntry || OFFLINE.test(chunk.facadeModuleId ?? '')) add(chunk);
  const files = [...found].flatMap(({ fileName, viteMetadata }) => [
    fileName,
    ...(viteMetadata?.importedCss ?? []),
    ...(viteMetadata?.importedAssets ?? []),
  ]);
  return [...new Set(files)].sort();
}
