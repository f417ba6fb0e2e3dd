import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { check } from '../../../src/check/index.js';

const ROOT = resolve(import.meta.dirname, '../../..');
const FOLDER = join(ROOT, 'node_modules/.cache/bulou-planted-prover');

/** A bug to plant in the prover: in one file, a text that occurs once, and what stands there instead. */
export interface Bug {
  readonly what: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** Builds the prover anew with one bug and loads it beside the real one. */
export async function planted(bug: Bug | null, name: string): Promise<typeof check> {
  const path = bug === null ? '' : join(ROOT, 'src/check', bug.file);
  let contents = '';
  if (bug !== null) {
    const text = readFileSync(path, 'utf8');
    const count = text.split(bug.find).length - 1;
    if (count !== 1) throw new Error(`${bug.what}: the place occurs ${count} times in ${bug.file}, not once`);
    contents = text.replace(bug.find, () => bug.replace);
  }
  const built = await build({
    entryPoints: [join(ROOT, 'src/check/index.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    packages: 'external',
    logLevel: 'silent',
    plugins: [
      {
        name: 'plant',
        setup(esbuild) {
          esbuild.onLoad({ filter: /\.ts$/ }, (at) => (at.path === path ? { contents, loader: 'ts' } : null));
        },
      },
    ],
  });
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, `${name}-${process.pid}.mjs`);
  writeFileSync(file, built.outputFiles[0]?.text ?? '');
  return ((await import(/* @vite-ignore */ pathToFileURL(file).href)) as { readonly check: typeof check })
    .check;
}

export const removePlanted = (): void => rmSync(FOLDER, { recursive: true, force: true });
