import type { Bug } from './plant.js';

const bands = 'src/rules/constructs/bands/index.ts';
const options = 'src/rules/constructs/options/index.ts';
const bestOf = 'src/rules/constructs/best_of/index.ts';
const section = 'src/rules/constructs/section/index.ts';
const build = 'src/plan/build.ts';
const interpret = 'src/plan/interpret.ts';
const explore = 'src/plan/explore.ts';
const compile = 'src/plan/compile.ts';
const byPlan = 'src/determine/by-plan.ts';
const rounding = 'src/value/rounding.ts';

/** Mistakes that a person makes in the plan, each small enough to be read over. */
export const BUGS: readonly Bug[] = [
  // the translation of constructs
  {
    what: 'a band `below` its cut holds the cut',
    file: bands,
    find: "build.compare('<', of, cut)",
    replace: "build.compare('<=', of, cut)",
  },
  {
    what: 'a band `up_to` its cut leaves the cut out',
    file: bands,
    find: "build.compare('<=', of, cut)",
    replace: "build.compare('<', of, cut)",
  },
  {
    what: 'a band `from` its cut leaves the cut out',
    file: bands,
    find: "build.compare('<=', cut, of)",
    replace: "build.compare('<', cut, of)",
  },
  {
    what: 'the last option takes the value of the one before',
    file: options,
    find: 'values[values.length - 1] as Handle',
    replace: '(values[values.length - 2] ?? values[0]) as Handle',
  },
  {
    what: 'of several cases the first that holds wins, not the best',
    file: bestOf,
    find: 'build.select(rest.any, build.greatest([is, rest.best]), is)',
    replace: 'is',
  },
  {
    what: 'cases below 0 count as 0',
    file: bestOf,
    find: 'build.select(rest.any, build.greatest([is, rest.best]), is)',
    replace: 'build.greatest([is, rest.best])',
  },
  {
    what: '`take: least` takes the sum',
    file: section,
    find: ': build.least(points)',
    replace: ': build.sum(points)',
  },
  // parts, categories, vetoes, tiers
  {
    what: 'the cap of a part is not applied',
    file: build,
    find: 'if (part.atMost !== undefined) value',
    replace: 'if (part.atMost === null) value',
  },
  {
    what: 'weights come before caps',
    file: build,
    find: 'value = this.least([value, this.constant(part.atMost)])',
    replace:
      'value = this.least([value, this.node({ kind: "quotient", left: this.constant(part.atMost), right: this.constant(part.weight ?? ONE) })])',
  },
  {
    what: 'the lower bound is applied where the condition is false',
    file: build,
    find: 'value = this.select(this.expression(part.when), value, this.constant(ZERO))',
    replace: 'value = this.select(this.expression(part.when), value, this.constant(part.atLeast ?? ZERO))',
  },
  {
    what: 'a part that is missing is 0 before its bounds',
    file: build,
    find: 'let value = lowerValue(part.value, this);',
    replace:
      'let value = lowerValue(part.value, this);\n    if (part.value.kind !== "section") value = this.node({ kind: "given", of: value });',
  },
  {
    what: 'a category with list and condition needs only one',
    file: build,
    find: 'return this.all(grounds);',
    replace: 'return this.any(grounds);',
  },
  {
    what: 'the score tier begins above its cut',
    file: build,
    find: "this.compare('<=', this.constant(tier.from), score)",
    replace: "this.compare('<', this.constant(tier.from), score)",
  },
  {
    what: 'score tiers are off by one',
    file: build,
    find: 'this.code(i + 1), lower)',
    replace: 'this.code(i), lower)',
  },
  {
    what: '`unless` of a veto is ignored',
    file: build,
    find: 'unless === undefined ? holds : this.all([holds, this.not(this.expression(unless))])',
    replace: 'holds',
  },
  {
    what: 'a veto ignores the floor',
    file: build,
    find: 'this.select(yields, floor, left)',
    replace: 'left',
  },
  {
    what: 'a veto at the floor is taken to be below it',
    file: build,
    find: "const meetsFloor = this.compare('<', left, floor);",
    replace: "const meetsFloor = this.compare('<=', left, floor);",
  },
  {
    what: 'a floor replaces the tier instead of lifting it',
    file: build,
    find: "const best = this.greatest([this.read({ kind: 'score_tier' }), floor]);\n    const afterVetoes",
    replace:
      "const best = this.select(this.compare('<', this.code(0), floor), floor, this.read({ kind: 'score_tier' }));\n    const afterVetoes",
  },
  {
    what: 'only the first category with a floor lifts',
    file: build,
    find: 'return this.greatest([this.code(0), ...floors]);',
    replace: 'return this.greatest([this.code(0), ...floors.slice(0, 1)]);',
  },
  {
    what: 'vetoes that set the score to zero leave it',
    file: build,
    find: 'return this.select(zero, this.constant(ZERO), this.part(this.rules.score));',
    replace: 'return this.select(zero, this.part(this.rules.score), this.part(this.rules.score));',
  },
  {
    what: 'amounts follow the recommended tier, not the decided one',
    file: build,
    find: "this.greatest([this.input('decision', 'tier'), afterVetoes(floor)]),",
    replace: 'afterVetoes(best),',
  },
  {
    what: 'a decided tier takes what a floor gives',
    file: build,
    find: "this.greatest([this.input('decision', 'tier'), afterVetoes(floor)]),",
    replace: "this.input('decision', 'tier'),",
  },
  {
    what: 'a floor holds against a decision though a person let a veto stand against it',
    file: build,
    find: "this.greatest([this.input('decision', 'tier'), afterVetoes(floor)]),",
    replace: "this.greatest([this.input('decision', 'tier'), floor]),",
  },
  {
    what: 'not equal is equal',
    file: build,
    find: "return this.not(this.compare('=', left, right));",
    replace: "return this.compare('=', left, right);",
  },
  {
    what: '`>` is `>=`',
    file: build,
    find: "return this.compare('<', right, left);",
    replace: "return this.compare('<=', right, left);",
  },
  {
    what: 'nodes are mixed up where only the comparison differs',
    file: build,
    find: 'JSON.stringify(node, (_, value) =>',
    replace: "JSON.stringify(node, (name, value) => name === 'op' ? '' :",
  },
  // the interpreter
  {
    what: 'ties round down',
    file: rounding,
    find: 'return 2n * rest >= x.d ? above : below;',
    replace: 'return 2n * rest > x.d ? above : below;',
  },
  {
    what: 'ties below 0 round like ties above',
    file: rounding,
    find: 'if (2n * rest === x.d) return x.n < 0n ? below : above;',
    replace: 'if (2n * rest === x.d) return above;',
  },
  {
    what: 'rounding down cuts toward zero',
    file: rounding,
    find: "case 'down':\n      return below;",
    replace: "case 'down':\n      return x.n < 0n ? above : below;",
  },
  {
    what: 'unknown decides `all`',
    file: interpret,
    find: "const decides = (p: PossibleFlag): boolean => (kind === 'all' ? p.no : p.yes);",
    replace: "const decides = (p: PossibleFlag): boolean => (kind === 'all' ? !p.yes : p.yes);",
  },
  {
    what: 'any and all swapped where something is unknown',
    file: interpret,
    find: 'const passed = parts.every(passes);',
    replace: 'const passed = parts.some(passes);',
  },
  {
    what: 'what is missing is not missing under `not`',
    file: interpret,
    find: 'return { yes: p.no, no: p.yes, missing: p.missing };',
    replace: 'return { yes: p.no, no: p.yes || p.missing, missing: false };',
  },
  {
    what: 'a comparison that may be either is settled by its least value',
    file: interpret,
    find: 'return { yes: lowest <= 0, no: highest > 0, missing };',
    replace: 'return { yes: lowest <= 0, no: lowest > 0, missing };',
  },
  {
    what: 'a table row is looked up one off',
    file: interpret,
    find: 'next.push(index * (sizes[i] as number) + k)',
    replace: 'next.push(index * (sizes[i] as number) + (k > 1 ? k - 1 : k))',
  },
  // going through what is not known
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
    what: 'the last option of a choice is not gone through',
    file: explore,
    find: 'last: BigInt(fact.options.length - 1)',
    replace: 'last: BigInt(fact.options.length > 2 ? fact.options.length - 2 : 1)',
  },
  {
    what: 'an amount that is not settled does not hold up the outcome',
    file: explore,
    find: 'if (this.splitsAmount(values, programme.amount, segments, open)) nodes.push(programme.amount);',
    replace: '',
  },
  {
    what: 'a later predicate of the scope decides before an open one',
    file: explore,
    find: 'if (p.yes && p.no) return { open: one.node };',
    replace: '',
  },
  // reading off the outcome
  {
    what: 'an unstated amount of a programme is not granted',
    file: byPlan,
    find: "programme.amount === null ? 'unstated' : floor",
    replace: 'programme.amount === null ? null : floor',
  },
  {
    what: 'a known tier of 0 is not a decision',
    file: byPlan,
    find: 'return known.tier === undefined ? FALSE : TRUE;',
    replace: 'return known.tier ? TRUE : FALSE;',
  },
  {
    what: 'a fact that gives no points is asked for',
    file: byPlan,
    find: "if (fact?.unknown.policy === 'no_points')",
    replace: "if (fact?.unknown.policy === 'block')",
  },
  {
    what: 'one kind of outcome is one outcome, whatever the amounts',
    file: byPlan,
    find: 'keys.size === 1 && awards.every((award) => award.least === award.most)',
    replace: 'keys.size === 1',
  },
  {
    what: 'amounts are in major units',
    file: compile,
    find: 'right: build.constant(exact(programme.minor))',
    replace: 'right: build.constant(exact(1n))',
  },
  {
    what: 'the fewest outcomes that an answer leaves are told, not the most',
    file: byPlan,
    find: 'if (count > leaves) leaves = count;',
    replace: 'if (count > 0 && (leaves === 0 || count < leaves)) leaves = count;',
  },
  {
    what: 'an input is asked for where two cells differ in others besides',
    file: byPlan,
    find: 'if (apart !== null) return null;',
    replace: '',
  },
  {
    what: 'a list that is not known is a list without the student',
    file: byPlan,
    find: 'if (said !== undefined) return said ? TRUE : FALSE;',
    replace: 'if (said !== undefined || input.kind === "category") return said ? TRUE : FALSE;',
  },
];
