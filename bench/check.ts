/**
 * What proving takes, edition by edition, against 100,000 random students of the same rules: milliseconds and the ratio.
 *
 *   npm run bench:check -- [--only SCHEME[,SCHEME…]] [--checks 5] [--students 100000] [--determined 2000] [--seed 1] [--json]
 *
 * Every edition runs in a process of its own. `--checks`: of so many after the first the median is shown. `--students`: so
 * many are run through the plan, and `--determined` through `determine`; both are scaled to 100,000.
 */

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundled } from './bundled.js';
import type { Measured } from './check/measured.js';
import { linesOf } from './check/report.js';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    checks: { type: 'string', default: '5' },
    students: { type: 'string', default: '100000' },
    determined: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});

const RULES = fileURLToPath(new URL('../rules', import.meta.url));
const only = values.only?.split(',');
const files = readdirSync(RULES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && only?.includes(entry.name) !== false)
  .flatMap(({ name }) => readdirSync(join(RULES, name)).map((file) => join(RULES, name, file)))
  .filter((file) => file.endsWith('.yaml'));

function run(program: string, file: string): Measured {
  const args = [program, file, values.checks, values.students, values.determined, values.seed];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${file}: exit ${status}\n${stderr}`);
  return JSON.parse(stdout) as Measured;
}

const measured = bundled('./check/case.ts', (program) =>
  files.map((file) => {
    const one = run(program, file);
    process.stderr.write(`${one.scheme} ${one.edition}: measured\n`);
    return one;
  }),
);
process.stdout.write(
  values.json ? `${JSON.stringify(measured, null, 2)}\n` : `${linesOf(measured).join('\n')}\n`,
);
