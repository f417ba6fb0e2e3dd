import { defineConfig, type Options } from 'tsup';

const library = {
  index: 'src/index.ts',
  'batch/index': 'src/batch/index.ts',
  'check/index': 'src/check/index.ts',
  'testing/index': 'src/testing/index.ts',
};

const common: Options = {
  target: 'node20',
  sourcemap: true,
  // tsup injects `baseUrl`, which TypeScript 6 reports as deprecated.
  dts: { entry: library, compilerOptions: { ignoreDeprecations: '6.0' } },
};

export default defineConfig([
  // ESM mirrors src/ file by file: a bundler then leaves out every file that is not used, and with it the
  // packages that only those files import. In one file, the imports of yaml and zod would always come along.
  { ...common, format: 'esm', entry: ['src/**/*.ts'], bundle: false },
  { ...common, format: 'cjs', entry: library, splitting: true },
]);
