/** The tests of a room and the mutants of it in one module, so that all of it is read once and never written to `src/`. */
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const HERE = dirname(fileURLToPath(import.meta.url));

/** Writes to `outfile` the test files with the sources, of which `sources` holds the instrumented ones by path. */
export async function bundle({ root, testFiles, sources, outfile }) {
  const isTest = new Set(testFiles.map((file) => join(root, file)));
  const lines = ['test/setup.ts', ...testFiles].map((file) => `import ${JSON.stringify(join(root, file))};`);
  await build({
    stdin: {
      contents: [
        ...lines,
        `export { tests } from 'vitest';`,
        `export { state } from 'mutant-switch';`,
        `export * as fc from 'fast-check';`,
      ].join('\n'),
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    outfile,
    format: 'esm',
    platform: 'node',
    target: 'es2023',
    packages: 'external',
    treeShaking: false,
    // The package says that its files have no side effects; the tests have nothing else.
    ignoreAnnotations: true,
    logLevel: 'error',
    alias: {
      vitest: join(HERE, 'vitest.mjs'),
      'fast-check': join(HERE, 'fast-check.mjs'),
      'mutant-switch': join(HERE, 'switch.mjs'),
    },
    plugins: [
      {
        name: 'mutants',
        setup(esbuild) {
          esbuild.onResolve({ filter: /^fast-check-itself$/ }, () => ({
            path: 'fast-check',
            external: true,
          }));
          esbuild.onLoad({ filter: /\.ts$/ }, ({ path }) => {
            if (path.includes('node_modules')) return null;
            const text = sources.get(path) ?? readFileSync(path, 'utf8');
            const contents = text
              .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
              .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
            const name = JSON.stringify(relative(root, path));
            return isTest.has(path)
              ? {
                  contents: `import { fileStarts } from 'vitest';fileStarts(${name});${contents}`,
                  loader: 'ts',
                }
              : { contents, loader: 'ts' };
          });
        },
      },
    ],
  });
}
