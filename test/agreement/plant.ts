import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { determine } from '../../src/determine/index.js';
import type { compile } from '../../src/plan/index.js';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const FOLDER = join(ROOT, 'node_modules/.cache/bulou-planted');

/** A bug to plant: in one file of the source, one text that occurs once, and what stands there instead. */
export interface Bug {
  readonly what: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  /** It can show only in a plan that is built otherwise: where the plan is the same, nothing differs. */
  readonly builds?: true;
}

/** The plan and what determines by it, from a source with a bug in it. */
export interface Planted {
  readonly compile: typeof compile;
  readonly determine: typeof determine;
}

/** The text of a file with the bug in it; throws unless the place occurs exactly once. */
export function withBug({ file, find, replace, what }: Bug): string {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const found = text.split(find).length - 1;
  if (found !== 1) throw new Error(`${what}: the place occurs ${found} times in ${file}, not once`);
  return text.replace(find, () => replace);
}

/** Builds the source anew with one bug (or, for comparison, none) and loads it beside the real one. */
export async function plant(bug: Bug | null, name: string): Promise<Planted> {
  const contents = bug === null ? null : withBug(bug);
  const entry = [
    "export { compile } from './plan/index.js';",
    "export { determine } from './determine/index.js';",
  ];
  const built = await build({
    stdin: { contents: entry.join('\n'), resolveDir: join(ROOT, 'src'), loader: 'ts' },
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
          esbuild.onLoad({ filter: /\.ts$/ }, ({ path }) =>
            bug !== null && contents !== null && path === join(ROOT, bug.file)
              ? { contents, loader: 'ts' }
              : null,
          );
        },
      },
    ],
  });
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, `${name}-${process.pid}.mjs`);
  writeFileSync(file, built.outputFiles[0]?.text ?? '');
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Planted;
}

export function removePlanted(): void {
  rmSync(FOLDER, { recursive: true, force: true });
}
