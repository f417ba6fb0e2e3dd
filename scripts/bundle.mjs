import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What a web page takes along. `bulou` comes from the built files, with their `sideEffects: false`. */
export const LIGHT = "export { loadExpanded, compile, determine } from './dist/index.js';";
export const READING =
  "export { compile, compareEditions, determine, editionAt, readLibrary, readRules } from './dist/index.js';";
export const FULL = "export * from './dist/index.js';";
export const PROBE =
  "import * as bulou from './dist/index.js'; import { probe } from './scripts/probe.mjs'; export const result = probe(bulou);";

/**
 * Bundles a few lines for a browser, minified.
 * @param {string} contents
 * @param {'esm' | 'iife'} format With `iife`, the exports are on the global `bundled`.
 */
export async function bundle(contents, format = 'esm') {
  const built = await build({
    stdin: { contents, resolveDir: ROOT, sourcefile: 'entry.mjs' },
    absWorkingDir: ROOT,
    bundle: true,
    platform: 'browser',
    target: 'es2022',
    format,
    globalName: format === 'iife' ? 'bundled' : undefined,
    minify: true,
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  return { code: built.outputFiles[0].text, metafile: built.metafile };
}
