/**
 * One slip after another, each in a rule file of this repository: the prover, and students at random. Prints a line of
 * JSON for each, a `Measured`.
 *
 *   node program.mjs STUDENTS KIT SEED [ONLY]
 */

import { check } from '../../src/check/index.js';
import type { Student } from '../../src/roster/index.js';
import { SLIPS, type Slip } from '../../test/check/seeded/bugs.js';
import { seededWith } from '../../test/check/seeded/read.js';
import { drawFrom } from '../check/draw.js';
import { type Positions, uniformStudents } from '../check/uniform.js';
import { kitStudents, positionsOf } from './drafted.js';
import type { Measured, Seen } from './measured.js';
import { askedOf, type Question, questionOf } from './question.js';
import { rowsThatCountTwice } from './rows.js';

const cpu = (): number => process.cpuUsage().user / 1e3;

interface Made {
  readonly next: () => Positions;
  /** A student by whom the second of two may be told apart. */
  readonly another: () => Positions;
}

type Values = Readonly<Record<string, string | number>>;

type Making = (asked: ReturnType<typeof askedOf>) => Made;

const uniform =
  (seed: number): Making =>
  ({ ground }) => ({
    next: uniformStudents(ground, drawFrom(seed)),
    another: uniformStudents(ground, drawFrom(seed + 1)),
  });

const ofKit =
  (students: number, seed: number): Making =>
  ({ ground }) => {
    const all = kitStudents(ground, students, seed);
    const draw = drawFrom(seed);
    let at = 0;
    return {
      next: () => all[at++ % all.length] as Positions,
      another: () => all[draw.below(all.length)] as Positions,
    };
  };

function countOf(question: Question, { next, another }: Made, students: number): number {
  let count = 0;
  for (let i = 0; i < students; i += 1) if (question.shows(next(), another)) count += 1;
  return count;
}

function seenBy(slip: Slip, because: Values, students: number, making: Making, seed: number): Seen {
  const start = cpu();
  const asked = askedOf(seededWith(slip));
  const seen = (how: Seen['how'], count = 0, without = 0): Seen => ({
    students,
    how,
    count,
    without,
    seconds: (cpu() - start) / 1e3,
  });
  if (slip.finds.startsWith('countedOnce '))
    return seen('rows', rowsThatCountTwice(asked.ground, slip.finds, students, drawFrom(seed)));
  const question = questionOf(asked, slip.finds, because);
  if (question === null) return seen('never');
  const count = countOf(question, making(asked), students);
  if (!question.occurs) return seen('shown', count);
  const sound = askedOf(seededWith({ ...slip, edits: [] }));
  const before = questionOf(sound, slip.finds, because) as Question;
  return seen('occurs', count, countOf(before, making(sound), students));
}

/** The comparison would be worth nothing if it did not see what the prover shows. */
function seesWitness(slip: Slip, because: Values, students: readonly Student[]): void {
  const asked = askedOf(seededWith(slip));
  const question = questionOf(asked, slip.finds, because);
  const [before, after] = students.map((student) => positionsOf(asked.ground, student));
  if (question === null || before === undefined) return;
  if (!question.shows(before, () => after ?? before))
    throw new Error(`${slip.scheme}, ${slip.finds}: the students of the prover do not show it`);
}

function measure(slip: Slip, students: number, kit: number, seed: number): Measured {
  const rules = seededWith(slip);
  const start = cpu();
  const found = check(rules).properties.find(({ id, status }) => id === slip.finds && status === 'refuted');
  const milliseconds = cpu() - start;
  const because = found?.because?.values ?? {};
  seesWitness(slip, because, found?.witness?.students ?? []);
  return {
    scheme: slip.scheme,
    slip: slip.edits.map(([find, replace]) => `${find} → ${replace}`).join('; '),
    finding: slip.finds,
    found: found !== undefined,
    milliseconds,
    random: seenBy(slip, because, students, uniform(seed), seed),
    kit: seenBy(slip, because, kit, ofKit(kit, seed), seed),
  };
}

const [students = 0, kit = 0, seed = 1] = process.argv.slice(2, 5).map(Number);
const only = process.argv[5] ?? '';
const chosen = SLIPS.filter(({ scheme, finds }) => `${scheme} ${finds}`.includes(only));
// What the runtime compiles is compiled once: the first check of a process is told apart in `bench:check`.
for (const { scheme } of chosen.slice(0, 1)) check(seededWith({ scheme, edits: [], finds: '' }));
for (const [i, slip] of chosen.entries()) {
  process.stdout.write(`${JSON.stringify(measure(slip, students, kit, seed))}\n`);
  process.stderr.write(`${i + 1} of ${chosen.length}: ${slip.scheme}, ${slip.finds}\n`);
}
