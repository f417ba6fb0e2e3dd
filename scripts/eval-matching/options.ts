import { parseArgs } from 'node:util';
import { CLASS_IDS, GROUP_IDS } from './classes.js';

export interface EvalOptions {
  readonly students: number;
  readonly seed: number;
  /** A single class or group of double errors; left out: everything. */
  readonly only?: string;
  readonly json: boolean;
}

const LEAST_STUDENTS = 100;
const MOST_STUDENTS = 2_000_000;

/** The options, or what is wrong with them. */
export function readOptions(args: readonly string[]): EvalOptions | string {
  let values: { students?: string; seed?: string; class?: string; json?: boolean };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        students: { type: 'string' },
        seed: { type: 'string' },
        class: { type: 'string' },
        json: { type: 'boolean' },
      },
    }));
  } catch {
    return 'options: --students N --seed S --class NAME --json';
  }
  const { students: size = '20000', seed: start = '1', class: only, json = false } = values;
  const [students, seed] = [Number(size), Number(start)];
  if (!Number.isSafeInteger(students) || students < LEAST_STUDENTS || students > MOST_STUDENTS)
    return `--students: a whole number from ${LEAST_STUDENTS} to ${MOST_STUDENTS}`;
  if (!Number.isSafeInteger(seed) || seed < 0) return '--seed: a whole number from 0';
  if (only !== undefined && !CLASS_IDS.includes(only) && !GROUP_IDS.includes(only))
    return `--class: one of ${[...CLASS_IDS, ...GROUP_IDS].join(' ')}`;
  return only === undefined ? { students, seed, json } : { students, seed, only, json };
}
