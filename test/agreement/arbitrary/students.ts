import { referenceResolver } from '../../../src/determine/by-reference.js';
import { takeIn } from '../../../src/determine/intake.js';
import { momentOf } from '../../../src/determine/moment.js';
import { shapeOf } from '../../../src/determine/shape.js';
import { openShapes, unknownsOf } from '../../../src/reference/index.js';
import type { CategoryInput, Enrolment, FactInput, Student } from '../../../src/roster/index.js';
import { inputsBehind, outcomeReadings } from '../../../src/rules/index.js';
import { type Case, type Ground, neighbour, randomCase, standingOf, towardsCut } from './case.js';
import { TODAY } from './days.js';
import type { Dice } from './dice.js';
import { Saying } from './saying.js';
import { plainly } from './written.js';

/** What a student was made to be, for the account of the distribution. */
export interface MadeStudent {
  readonly student: Student;
  /** The case behind it. */
  readonly truth: Case;
  readonly marks: readonly string[];
}

export const CONTEXT = {
  period: '2025-autumn',
  asOf: TODAY,
  knownAt: '2025-10-15',
  periodStart: '2025-09-01',
} as const;

/** The most completions of one student, and fewer where look-ups of the file are open besides. */
const MOST = 150;
const MOST_OPEN = 30;

/** Students for one rule set: cases near the cuts and their neighbours, each said in another way. */
export function studentsFor(ground: Ground, count: number, dice: Dice): MadeStudent[] {
  const made: MadeStudent[] = [];
  let near: Case | null = null;
  for (let i = 0; i < count; i += 1) {
    let truth: Case;
    if (near === null || dice.chance(30)) {
      truth = randomCase(ground, dice);
      if (dice.chance(75)) truth = towardsCut(ground, truth, 12, dice);
    } else truth = neighbour(ground, near, dice);
    const { distance } = standingOf(ground, truth);
    if (distance.n <= distance.d) near = truth;
    made.push(madeOf(ground, truth, i, dice));
  }
  return made;
}

/**
 * Said once more, with less left open, where there would be too much to go through; of another case where the truth
 * itself cannot be said, such as an event that is still to come.
 */
function madeOf(ground: Ground, start: Case, number: number, dice: Dice): MadeStudent {
  let truth = start;
  let budget = dice.weighted([
    [28, 1],
    [26, 12],
    [32, 48],
    [14, MOST],
  ]);
  if (ground.open && budget > MOST_OPEN) budget = MOST_OPEN;
  for (let tries = 1; tries <= 60; tries += 1) {
    const saying = new Saying(ground, truth, number, budget, dice);
    const student = saying.student();
    if (completions(ground, student) <= (ground.open ? MOST_OPEN : MOST))
      return { student, truth, marks: [...saying.marks] };
    budget = Math.floor(budget / 2);
    if (tries % 6 === 0) truth = randomCase(ground, dice);
  }
  throw new Error('every student leaves too much open');
}

/** How many completions of what is not known there are, look-ups apart. */
function completions({ rules }: Ground, raw: Student): number {
  const shaped = shapeOf(raw);
  if ('unreadable' in shaped) return 1;
  const moment = momentOf(CONTEXT);
  const { known } = takeIn(rules, CONTEXT, shaped.student, referenceResolver(rules, moment));
  const behind = inputsBehind(rules, known.given, outcomeReadings(rules, moment.asOf), moment.asOf);
  const open = openShapes(rules, known, behind);
  const unknowns = unknownsOf(rules, known, open, MOST);
  return unknowns === null
    ? Number.POSITIVE_INFINITY
    : unknowns.reduce((product, { values }) => product * values.length, 1);
}

/** One case said plainly, without some of its facts, its lists known or not spoken of, and nothing decided. */
export function plainStudent(
  { rules }: Ground,
  truth: Case,
  unknown: ReadonlySet<string>,
  listsUnknown: boolean,
): Student {
  const facts: Record<string, FactInput> = {};
  const enrolled: Record<string, FactInput> = {};
  const decisions: Student['decisions'] = rules.facts
    .filter(({ id, by }) => by !== undefined && !unknown.has(id))
    .map((fact) => ({
      kind: 'fact',
      fact: fact.id,
      value: plainly(fact, truth.facts.get(fact.id) as never),
      by: 'visit',
      on: '2025-09-20',
      because: '走访',
    }));
  for (const fact of rules.facts) {
    if (unknown.has(fact.id) || fact.by !== undefined) continue;
    const text = plainly(fact, truth.facts.get(fact.id) as never);
    if (fact.document.origin === 'enrolment')
      enrolled[fact.id] = fact.type.kind === 'number' ? Number(text) : text;
    else facts[fact.id] = text;
  }
  const categories = [...truth.categories].map(
    ([category, member]): CategoryInput => ({ category, status: member ? 'in' : 'out' }),
  );
  return {
    key: 'plain',
    enrolments: [{ school: 'a', ...enrolled } as Enrolment],
    applied: true,
    facts,
    categories: listsUnknown ? [] : categories,
    papers: [
      { paper: 'card', issued: '2025-09-15' },
      { paper: 'letter', issued: '2025-09-15' },
    ],
    decisions,
  };
}
