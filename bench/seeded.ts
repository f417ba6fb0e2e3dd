/**
 * Slips in rule files, found by the prover and looked for with students at random: a table.
 *
 *   npm run bench:seeded -- [--students 100000] [--kit 1000] [--seed 1] [--only TEXT] [--json]
 *
 * `--students`: at random, blind to what the rules turn on. `--kit`: of the kit for rule authors (`bulou/testing`), most of
 * them where something turns. `--only`: slips whose scheme and finding hold this text.
 */

import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { bundled } from './bundled.js';
import type { Measured } from './seeded/measured.js';
import { linesOf } from './seeded/report.js';

const { values } = parseArgs({
  options: {
    students: { type: 'string', default: '100000' },
    kit: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
  },
});

const measured = bundled('./seeded/case.ts', (program) => {
  const args = [program, values.students, values.kit, values.seed, values.only];
  const { status, stdout } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 24,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`exit ${status}`);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Measured);
});
process.stdout.write(
  values.json ? `${JSON.stringify(measured, null, 2)}\n` : `${linesOf(measured).join('\n')}\n`,
);
process.exitCode = measured.every(({ found }) => found) ? 0 : 1;
