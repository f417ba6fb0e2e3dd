import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { runJob, runSentinels } from '../../../src/batch/index.js';
import { BUGS, PUBLISHES_ANYWAY } from './bugs.js';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const FOLDER = join(ROOT, 'node_modules/.cache/bulou-planted-runs');
const PLANTED = [...BUGS, PUBLISHES_ANYWAY];

/** What runs jobs, from a source with all bugs in it, asleep. */
export interface PlantedRuns {
  readonly runJob: typeof runJob;
  readonly runSentinels: typeof runSentinels;
  /** Wakes one bug, and lets the others sleep. */
  readonly wake: (id: string | null) => void;
}

/** A file of the source with its bugs; throws unless the place of each occurs exactly once. */
function withBugs(path: string): string {
  let text = readFileSync(path, 'utf8');
  for (const { file, find, replace } of PLANTED) {
    if (path !== join(ROOT, file)) continue;
    const found = text.split(find).length - 1;
    if (found !== 1)
      throw new Error(`the place of the bug occurs ${found} times in ${file}, not once: ${find}`);
    text = text.replace(find, () => replace);
  }
  return text;
}

/** Builds the source with the bugs, and loads it beside the real one. */
export async function plantAll(): Promise<PlantedRuns> {
  const files = PLANTED.map(({ file }) => file.replaceAll('.', '\\.'));
  const built = await build({
    stdin: {
      contents: `
        export { runJob, runSentinels } from './batch/index.js';
        export const wake = (id) => { globalThis.bulouPlanted = id; };
      `,
      resolveDir: join(ROOT, 'src'),
      loader: 'js',
    },
    banner: { js: 'const planted = (id) => globalThis.bulouPlanted === id;' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'silent',
    plugins: [
      {
        name: 'plant',
        setup: ({ onLoad }) => {
          onLoad({ filter: new RegExp(`(?:${files.join('|')})$`) }, ({ path }) => ({
            contents: withBugs(path),
            loader: 'ts',
          }));
        },
      },
    ],
  });
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, `${process.pid}.mjs`);
  writeFileSync(file, built.outputFiles[0]?.text ?? '');
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as PlantedRuns;
}

export function removePlanted(): void {
  rmSync(FOLDER, { recursive: true, force: true });
}
