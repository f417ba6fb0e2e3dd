import { writtenNumber } from '../../../src/determine/output-by-plan.js';
import { isCode, isFlag, type Possible } from '../../../src/plan/index.js';
import type { ScalarInput, Student } from '../../../src/roster/index.js';
import { type LinkedFigure, partsOf } from '../../../src/rules/index.js';
import { add, type Exact, exact, formatExact } from '../../../src/value/index.js';
import { valuesAt } from './case.js';
import { CODES } from './fact-kinds.js';
import type { Saying } from './saying.js';

/** Values that a caller gives to be used instead of computing them. */
export function saidGiven(saying: Saying): Pick<Student, 'given'> {
  const { dice, ground } = saying;
  if (!dice.chance(18)) return {};
  const { rules } = ground;
  const paths = [
    ...rules.figures.map(({ id }) => id),
    ...partsOf(rules.score).map(({ path }) => (path === '' ? 'score' : `score.${path}`)),
    ...(rules.tiers.length > 0 ? ['score_tier', 'tier'] : []),
    'nowhere',
  ];
  const given: Record<string, ScalarInput> = {};
  for (const path of dice.some(paths, 1, 2)) {
    const value = givableValue(saying, path);
    saying.mark(
      path.startsWith('score.')
        ? 'part given'
        : path === 'score' || path === 'score_tier' || path === 'tier' || path === 'nowhere'
          ? `${path} given`
          : 'figure given',
    );
    given[path] = value;
  }
  return { given };
}

/** What something comes to by the truth, something near, or something that cannot be used. */
export function givableValue(saying: Saying, path: string): ScalarInput {
  const { dice, ground } = saying;
  if (dice.chance(6)) return dice.pick(['?', null, true, 'none', '1/3', 0.5]);
  if (path === 'score_tier' || path === 'tier') return dice.pick(ground.rules.tierIds);
  const figure = ground.rules.figures.find(({ id }) => id === path);
  if (figure !== undefined) return figureValue(saying, figure);
  const part = ground.plan.outputs.parts.find((one) => path === `score.${one.path}`);
  return nearby(saying, valuesAt(ground, saying.truth)[part?.node ?? ground.plan.outputs.score] as Possible);
}

function figureValue(saying: Saying, figure: LinkedFigure): ScalarInput {
  const { dice, ground } = saying;
  if (figure.mayBeNone && dice.chance(30)) return 'none';
  const planned = ground.plan.outputs.figures.find(({ id }) => id === figure.id);
  switch (figure.type.kind) {
    case 'flag':
      return dice.chance(50);
    case 'choice':
      return dice.pick(ground.rules.choices[figure.type.choice]?.options ?? ['nowhere']);
    case 'code':
      return dice.pick(CODES);
    case 'date': {
      const p = valuesAt(ground, saying.truth)[planned?.node ?? 0] as Possible;
      const day = isFlag(p) || isCode(p) ? undefined : p.range?.low;
      return String(
        writtenNumber(ground.plan, figure.type, add(day ?? exact(20_000n), exact(BigInt(dice.whole(-2, 2))))),
      );
    }
    default:
      return nearby(saying, valuesAt(ground, saying.truth)[planned?.node ?? 0] as Possible);
  }
}

function nearby({ dice }: Saying, p: Possible): ScalarInput {
  const value: Exact = (isFlag(p) || isCode(p) ? undefined : p.range?.low) ?? exact(0n);
  const moved = dice.chance(50) ? value : add(value, exact(BigInt(dice.whole(-3, 3))));
  return formatExact(moved);
}
