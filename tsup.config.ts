import { defineConfig } from 'tsup';

const library = { index: 'src/index.ts', 'batch/index': 'src/batch/index.ts' };

export default defineConfig({
  entry: { ...library, 'cli/main': 'src/cli/main.ts' },
  format: ['esm', 'cjs'],
  target: 'node20',
  splitting: true,
  sourcemap: true,
  clean: true,
  // tsup injects `baseUrl`, which TypeScript 6 reports as deprecated.
  dts: { entry: library, compilerOptions: { ignoreDeprecations: '6.0' } },
});
