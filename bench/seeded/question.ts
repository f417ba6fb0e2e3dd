import { type Aspect, aspectsOf, type Standing, standingOf } from '../../src/check/aspects.js';
import { daysOf, type Ground, groundOf } from '../../src/check/ground.js';
import { pursesOf } from '../../src/check/money.js';
import { movesOf } from '../../src/check/moves.js';
import { type Reaching, reachingOf } from '../../src/check/properties/reachable.js';
import { exactly, type NodeId, type Possible, settled } from '../../src/plan/index.js';
import type { RuleSet } from '../../src/rules/index.js';
import { type Exact, exact, parseExact } from '../../src/value/index.js';
import { type Positions, telling } from '../check/uniform.js';
import { Evaluating, isLess, isTrue, numberAt, sumAt, type Values } from './evaluating.js';
import { ranks } from './order.js';

/**
 * A finding, asked of one student: whether he or she shows it. `another`: a second student of the same making, of whom the
 * value is taken in which the two differ. `occurs`: that something never happens is what is wrong, so that it shows where
 * nobody has it.
 */
export interface Question {
  readonly occurs: boolean;
  readonly shows: (student: Positions, another: () => Positions) => boolean;
}

/** A rule set with all that questions ask of it. */
interface Asked {
  readonly ground: Ground;
  readonly standing: Standing;
  readonly aspects: readonly Aspect[];
  readonly reaching: Reaching;
  readonly told: (positions: Positions) => (Possible | undefined)[];
}

export function askedOf(rules: RuleSet): Asked {
  const ground = groundOf(rules, daysOf(rules)[0] ?? '');
  if (ground === null) throw new RangeError('askedOf: not in force on its first day');
  const standing = standingOf(ground);
  const aspects = aspectsOf(ground, standing);
  const reaching = reachingOf(ground, standing.inScope, standing.tier, standing.entitled);
  return { ground, standing, aspects, reaching, told: telling(ground) };
}

type BecauseValues = Readonly<Record<string, string | number>>;

/** Values drawn for the second of two students before a trial is given up as showing nothing. */
const MOST_DRAWS = 64;

/** `null` where no student can show it: a figure in a table, a ground that is not stated. */
export function questionOf(asked: Asked, finding: string, because: BecauseValues): Question | null {
  const [property = '', first = '', ...rest] = finding.split(' ');
  switch (property) {
    case 'monotone':
      return harder(asked, first, rest.join(' '));
    case 'membership':
      return listed(asked, first, rest.join(' '));
    case 'union':
      return united(asked);
    case 'reachable':
      return occurring(asked, finding, String(because.row));
    case 'amountOrder':
      return nextTier(asked, first, rest.join(' '));
    case 'sumOrder':
      return nextTier(asked, `${first} ${rest[0]}`, rest[1] ?? '');
    case 'cap':
      return overCap(asked, first, String(because.most));
    case 'noGap':
      return resting(asked);
    default:
      return null;
  }
}

/** What an aspect comes to for one student, and on which nodes that rests. */
function measureOf(
  { ground, standing }: Asked,
  aspect: string,
): { readonly roots: readonly NodeId[]; readonly of: (values: Values) => Exact | null } {
  const one = (node: NodeId) => ({ roots: [node], of: (values: Values) => numberAt(values, node) });
  if (aspect === 'tier') return one(standing.tier);
  if (aspect === 'score') return one(ground.plan.outputs.score);
  const purse = pursesOf(ground).find(({ id }) => id === aspect);
  const paid = (purse?.programmes ?? []).map((programme) => standing.paid[programme] as NodeId);
  return { roots: paid, of: (values) => sumAt(values, paid) };
}

/** Two values of the fact, the easier for the one and the harder for the other. */
function harder(asked: Asked, subject: string, aspect: string): Question {
  const { ground, told } = asked;
  const move = ground.rules.facts
    .flatMap((fact) => movesOf(ground, fact))
    .find((one) => one.subject === subject);
  if (move === undefined) throw new RangeError(`harder: no fact ${subject}`);
  const { input, given } = move;
  const rank = ranks(move);
  const measure = measureOf(asked, aspect);
  const evaluating = new Evaluating(ground, measure.roots);
  return {
    occurs: false,
    shows: (student, another) => {
      const one = [...student];
      for (const [at, held] of given) if (held.kind === 'same') one[at] = held.segments[0]?.low ?? 0n;
      for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
        const [a, b] = [one[input] as bigint, another()[input] as bigint];
        const [x, y] = [rank(a), rank(b)];
        if (x === null) one[input] = b;
        if (x === null || y === null || x === y) continue;
        const [easy, hard] = x < y ? [a, b] : [b, a];
        return falls(evaluating, measure.of, told, placed(one, input, easy), placed(one, input, hard), input);
      }
      return false;
    },
  };
}

const placed = (positions: Positions, input: number, at: bigint): Positions =>
  positions.map((before, i) => (i === input ? at : before));

function falls(
  evaluating: Evaluating,
  measure: (values: Values) => Exact | null,
  told: Asked['told'],
  before: Positions,
  after: Positions,
  input: number,
): boolean {
  const values = evaluating.of(told(before));
  return isLess(measure(evaluating.changed(values, told(after), input)), measure(values));
}

/** Off one list, and on it. */
function listed(asked: Asked, category: string, aspect: string): Question {
  const { ground, told } = asked;
  const input = ground.inputOf('category', category);
  const measure = measureOf(asked, aspect);
  const evaluating = new Evaluating(ground, measure.roots);
  return {
    occurs: false,
    shows: (student) =>
      falls(evaluating, measure.of, told, placed(student, input, 0n), placed(student, input, 1n), input),
  };
}

/** On some lists, and on these and those of another together. */
function united(asked: Asked): Question {
  const { ground, aspects, told } = asked;
  const measures = aspects.map(({ id }) => measureOf(asked, id));
  const evaluating = new Evaluating(
    ground,
    measures.flatMap(({ roots }) => roots),
  );
  return {
    occurs: false,
    shows: (student, another) => {
      const other = another();
      const both = student.map((at, i) =>
        ground.plan.inputs[i]?.kind === 'category' && other[i] === 1n ? 1n : at,
      );
      const [before, after] = [evaluating.of(told(student)), evaluating.of(told(both))];
      return measures.some(({ of }) => isLess(of(after), of(before)));
    },
  };
}

function occurring({ ground, reaching, told }: Asked, finding: string, row: string): Question {
  const node = finding.startsWith('reachable rows ')
    ? reaching.rows.find(({ id }) => `reachable rows ${id}` === finding)?.rows.find((one) => one.row === row)
        ?.node
    : reaching.possibilities.find(({ id }) => id === finding)?.node;
  if (node === undefined) throw new RangeError(`occurring: nothing is asked as ${finding}`);
  const evaluating = new Evaluating(ground, [node]);
  return { occurs: true, shows: (student) => isTrue(evaluating.of(told(student)), node) };
}

/** With a tier that is given, and with the next: a programme that pays with both, or money together. */
function nextTier(asked: Asked, of: string, tier: string): Question {
  const { ground, standing, told } = asked;
  const { rules, plan } = ground;
  const at = rules.tierIds.indexOf(tier);
  const input = ground.inputOf('given', 'tier');
  const programme = plan.outputs.programmes.findIndex(({ id }) => id === of);
  const entitled = standing.entitled[programme];
  const measure = measureOf(asked, of);
  const paid = programme < 0 ? measure.roots : [standing.paid[programme] as NodeId];
  const evaluating = new Evaluating(ground, entitled === undefined ? paid : [...paid, entitled]);
  return {
    occurs: false,
    shows: (student) => {
      const inputs = told(student);
      const [before, after] = [at - 1, at].map((given) =>
        evaluating.of(inputs.map((one, i) => (i === input ? exactly(exact(BigInt(given))) : one))),
      ) as [Values, Values];
      if (entitled !== undefined && !(isTrue(before, entitled) && isTrue(after, entitled))) return false;
      return isLess(sumAt(after, paid), sumAt(before, paid));
    },
  };
}

function overCap({ ground, told }: Asked, part: string, most: string): Question {
  const node = ground.plan.outputs.parts.find(({ path }) => `score.${path}` === part)?.node;
  const cap = parseExact(most);
  if (node === undefined || cap === null) throw new RangeError(`overCap: no ${part} of at most ${most}`);
  const evaluating = new Evaluating(ground, [node]);
  return {
    occurs: false,
    shows: (student) => isLess(cap, numberAt(evaluating.of(told(student)), node)),
  };
}

/** Whether what a student gets rests on a value that the file does not have. */
function resting({ ground, standing, told }: Asked): Question {
  const evaluating = new Evaluating(ground, standing.outcome);
  return {
    occurs: false,
    shows: (student) => {
      const values = evaluating.of(told(student));
      return standing.outcome.some((node) => !settled(values[node] as Possible));
    },
  };
}
