import type { Bug } from '../plant.js';

const explore = 'src/plan/explore.ts';
const domain = 'src/plan/domain.ts';
const codes = 'src/plan/codes.ts';
const compile = 'src/plan/compile.ts';
const told = 'src/determine/told.ts';
const byPlan = 'src/determine/by-plan.ts';
const questions = 'src/determine/questions-by-plan.ts';
const seen = 'src/plan/seen.ts';
const view = 'src/determine/view-by-plan.ts';
const output = 'src/determine/output-by-plan.ts';

/** Mistakes in what the plan is told, in going through what is not known, and in reading off what comes of it. */
export const IN_EXPLORING: readonly Bug[] = [
  {
    what: 'cells overlap at a cut',
    file: explore,
    find: '{ low, high: best.cut - 1n }',
    replace: '{ low, high: best.cut }',
  },
  {
    what: 'cells leave out the position at a cut',
    file: explore,
    find: '{ low: best.cut, high }',
    replace: '{ low: best.cut + 1n > high ? high : best.cut + 1n, high }',
  },
  {
    what: 'an amount that is not settled does not hold up the outcome',
    file: explore,
    find: 'this.splitsSpan(values, programme.amount, segments)',
    replace: 'programme.amount < 0',
  },
  {
    what: 'an output that is not settled does not hold up the outcome',
    file: explore,
    find: 'if (spans ? this.splitsSpan(values, node, segments) : !settled(values[node] as Possible))',
    replace: 'if (node < 0)',
  },
  {
    what: 'a later predicate of the scope decides before an open one',
    file: explore,
    find: 'if (p.yes && p.no) return { open: one.node };',
    replace: '',
  },
  {
    what: 'an unstated amount of a programme is not granted',
    file: explore,
    find: 'if (programme.amount === null) return { low: 0n, high: 0n };',
    replace: 'if (programme.amount === null) return null;',
  },
  {
    what: 'the last option of a choice is not gone through',
    file: domain,
    find: 'exact(BigInt(shape.options.length - 1))',
    replace: 'exact(BigInt(shape.options.length > 2 ? shape.options.length - 2 : 1))',
  },
  {
    what: 'a number that may not exist is taken to exist',
    file: domain,
    find: 'const last = grid.last + (mayBeNone ? 1n : 0n);',
    replace: 'const last = grid.last;',
  },
  {
    what: 'a flag that may not exist is taken to exist',
    file: domain,
    find: "return flags(type.kind === 'flag' && mayBeNone);",
    replace: 'return flags(false);',
  },
  {
    what: 'an unknown code is one that stands somewhere',
    file: codes,
    find: '.concat(fresh)',
    replace: '',
  },
  {
    what: 'amounts are in major units',
    file: compile,
    find: 'build.constant(exact(programme.minor))',
    replace: 'build.constant(exact(1n))',
  },
  {
    what: 'a known tier of 0 is not a decision',
    file: told,
    find: 'return known.tier === undefined ? FALSE : TRUE;',
    replace: 'return known.tier ? TRUE : FALSE;',
  },
  {
    what: 'a fact that gives no points is asked for',
    file: told,
    find: "if (value === undefined) return quiet ? MISSING_NUMBER : 'open';",
    replace: "if (value === undefined) return 'open';",
  },
  {
    what: 'a list that is not known is a list without the student',
    file: told,
    find: "return value === undefined ? 'open' : value ? TRUE : FALSE;",
    replace: 'return value ? TRUE : FALSE;',
  },
  {
    what: 'an option that surely does not hold is open',
    file: told,
    find: 'if (set?.out.has(option) === true) return FALSE;',
    replace: '',
  },
  {
    what: 'there need not be as many people as there are at least',
    file: told,
    find: 'const surely = person <= listed || (said?.complete !== true && person <= people.least);',
    replace: 'const surely = person <= listed;',
  },
  {
    what: 'a complete list may have others',
    file: told,
    find: 'const perhaps = surely || said?.complete !== true;',
    replace: 'const perhaps = surely || person > listed;',
  },
  {
    what: 'points that count as 0 where nobody gave them are asked for',
    file: told,
    find: "part?.undecided === '0' ? exactly(exact(0n)) : 'open'",
    replace: "'open'",
  },
  {
    what: 'one kind of outcome is one outcome, whatever the amounts',
    file: byPlan,
    find: 'awards.every((award) => award.least === award.most) &&',
    replace: 'awards.length >= 0 &&',
  },
  {
    what: 'one kind of outcome is one outcome, whatever the outputs',
    file: byPlan,
    find: 'outputs.every((output) => output.least === output.most)',
    replace: 'outputs.length >= 0',
  },
  {
    what: 'the fewest outcomes that an answer leaves are told, not the most',
    file: questions,
    find: 'if (found > leaves) leaves = found;',
    replace: 'if (leaves === 0 || found < leaves) leaves = found;',
  },
  {
    what: 'an input is asked for where two cells differ in others besides',
    file: questions,
    find: 'if (apart !== null) return null;',
    replace: '',
  },
  {
    what: 'what is open is shown as if it were known',
    file: seen,
    find: 'return !open.has(node.input);',
    replace: 'return true;',
  },
  {
    what: 'of a choice that is known both branches have to be known',
    file: seen,
    find: 'return yes ? at(node.then) : no ? at(node.otherwise) : true;',
    replace: 'return at(node.then) && at(node.otherwise);',
  },
  {
    what: 'what is surely false waits for the rest of an `and`',
    file: seen,
    find: 'return node.of.some((id) => at(id) && flag(id).no) || all(node.of);',
    replace: 'return all(node.of);',
  },
  {
    what: 'an award is shown to whom it is not due',
    file: view,
    find: 'if (!isTrue(at(entitled))) return [id, null];',
    replace: '',
  },
  {
    what: 'a veto is shown that does not hold',
    file: view,
    find: 'sees(holds, tier, meetsFloor) && isTrue(at(holds))',
    replace: 'sees(holds, tier, meetsFloor)',
  },
  {
    what: 'a figure that was given waits for what lies behind it',
    file: seen,
    find: 'return inputOf(node.given) !== undefined || at(node.of);',
    replace: 'return at(node.of);',
  },
  {
    what: 'a figure that does not exist is shown as if it did',
    file: output,
    find: "if (!hasValue(p)) return 'none';",
    replace: "if (!hasValue(p)) return '0';",
  },
  {
    what: 'an output that may not exist is said to be there',
    file: output,
    find: 'const none = all.some((p) => p.none);',
    replace: 'const none = all.every((p) => p.none);',
  },
  {
    what: 'the answers at the first cut alone are looked at',
    file: questions,
    find: 'new Set(starts.length === 0 ? [0n] : starts)',
    replace: 'new Set(starts.length === 0 ? [0n] : starts.slice(0, 1))',
  },
  {
    what: 'all that an award can come to is its least and its most',
    file: byPlan,
    find: 'distinct(spans.map(({ low }) => low))',
    replace: 'distinct(spans.map(({ low }) => low)).filter((_, i, all) => i === 0 || i === all.length - 1)',
  },
  {
    what: 'the questions that narrow most are counted in another order than they are told',
    file: byPlan,
    find: 'ask.map((at) => inputs[at] as number),',
    replace: 'ask.map((at) => inputs[inputs.length - 1 - at] as number),',
  },
];
