/**
 * Matching at the size of a city: entries per second, memory and growth, and certificates counted and timed apart.
 *
 *   npm run bench:matching -- [--students 10000,100000,1000000] [--ratio 27] [--sample 5000] [--heap MEGABYTES] [--json]
 *
 * `--ratio`: entries out of a hundred students. `--sample`: entries of the run with certificates; 0: no such run.
 * `--heap`: the limit of the heap of objects, to prove a bound. Every size runs in a process of its own.
 */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildSync } from 'esbuild';
import type { Certified } from './matching/measured.js';
import { certificateLines, sizeLines } from './matching/report.js';

const { values } = parseArgs({
  options: {
    students: { type: 'string', default: '10000,100000,1000000' },
    ratio: { type: 'string', default: '27' },
    sample: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    heap: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

const folder = mkdtempSync(join(tmpdir(), 'bulou-bench-'));
const program = join(folder, 'case.mjs');

function run(students: number, entries: number, kind: 'match' | 'certificates'): Certified {
  const flags = values.heap === undefined ? [] : [`--max-old-space-size=${values.heap}`];
  const args = [...flags, program, String(students), String(entries), values.seed, kind];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 24,
  });
  if (status !== 0) throw new Error(`${students} students: exit ${status}\n${stderr}`);
  return JSON.parse(stdout) as Certified;
}

try {
  buildSync({
    entryPoints: [fileURLToPath(new URL('./matching/case.ts', import.meta.url))],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
  const sizes = values.students.split(',').map(Number);
  const measured = sizes.map((students) => {
    const { plain } = run(students, Math.trunc((students * Number(values.ratio)) / 100), 'match');
    if (!values.json) process.stderr.write(`${students} students: measured\n`);
    return plain;
  });
  const sample = Number(values.sample);
  const certificates = sample === 0 ? [] : sizes.map((students) => run(students, sample, 'certificates'));
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ measured, certificates }, null, 2)}\n`
      : `${[...sizeLines(measured), '', ...certificateLines(certificates)].join('\n')}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
