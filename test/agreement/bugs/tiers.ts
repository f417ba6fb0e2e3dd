import type { Bug } from '../plant.js';

const build = 'src/plan/build.ts';
const tier = 'src/plan/lower-tier.ts';

/** Mistakes in parts, routes, categories, vetoes and tiers. */
export const IN_TIERS: readonly Bug[] = [
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
      'value = this.least([value, this.node({ kind: "quotient", left: this.constant(part.atMost), right: this.constant(part.weight ?? ONE), divisor: { low: part.weight ?? ONE, high: part.weight ?? ONE } })])',
  },
  {
    what: 'a part is not rounded',
    file: build,
    find: 'if (part.round !== undefined) value',
    replace: 'if (part.round === null) value',
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
    what: 'a part counts before the paper is shown that it asks for',
    file: build,
    find: "if (part.evidence?.missing === 'ask')",
    replace: 'if (part.path === "nowhere")',
  },
  {
    what: 'a category with list and condition needs only one',
    file: build,
    find: 'return this.all(grounds);',
    replace: 'return this.any(grounds);',
  },
  {
    what: 'a route is never below the ordinary way',
    file: tier,
    find: 'if (!route.instead) points',
    replace: 'points',
  },
  {
    what: 'a route is not capped as the score is',
    file: tier,
    find: 'if (score?.atMost !== undefined) points',
    replace: 'if (score?.atMost === null) points',
  },
  {
    what: 'of several routes the first that holds wins, not the best',
    file: tier,
    find: 'build.select(rest.any, build.greatest([points, rest.best]), points)',
    replace: 'points',
  },
  {
    what: 'the score tier begins above its cut',
    file: tier,
    find: "build.compare('<=', build.constant(tier.from ?? ZERO)",
    replace: "build.compare('<', build.constant(tier.from ?? ZERO)",
  },
  {
    what: 'score tiers are off by one',
    file: tier,
    find: 'build.code(i + 1), lower)',
    replace: 'build.code(i), lower)',
  },
  {
    what: 'a formula that names no tier gives the least one',
    file: tier,
    find: 'return build.ifNone(found, build.code(0));',
    replace: 'return build.ifNone(found, build.code(1));',
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
    file: tier,
    find: 'const best = build.greatest([lowerBase(build), floor]);\n  const afterVetoes',
    replace:
      "const best = build.select(build.compare('<', build.code(0), floor), floor, lowerBase(build));\n  const afterVetoes",
  },
  {
    what: 'only the first category with a floor lifts',
    file: tier,
    find: 'return build.greatest([build.code(0), ...tiers]);',
    replace: 'return build.greatest([build.code(0), ...tiers.slice(0, 1)]);',
  },
  {
    what: 'a tier that a category gives outright only lifts',
    file: tier,
    find: "build.select(build.compare('<', build.code(0), bypass), bypass, build.read({ kind: 'score_tier' }))",
    replace: "build.greatest([bypass, build.read({ kind: 'score_tier' })])",
  },
  {
    what: 'a veto takes what a category gives outright',
    file: tier,
    find: "build.greatest([bestOf(build, 'floor'), bestOf(build, 'bypass')])",
    replace: "bestOf(build, 'floor')",
  },
  {
    what: 'vetoes that set the score to zero leave it',
    file: tier,
    find: 'build.select(zero, build.constant(ZERO), routed(build, build.part(score)))',
    replace: 'routed(build, build.part(score))',
  },
  {
    what: 'amounts follow the recommended tier, not the decided one',
    file: tier,
    find: "build.greatest([build.input('decision', 'tier'), afterVetoes(floor)]),",
    replace: 'afterVetoes(best),',
  },
  {
    what: 'a decided tier takes what a floor gives',
    file: tier,
    find: "build.greatest([build.input('decision', 'tier'), afterVetoes(floor)]),",
    replace: "build.input('decision', 'tier'),",
  },
  {
    what: 'a floor holds against a decision though a person let a veto stand against it',
    file: tier,
    find: "build.greatest([build.input('decision', 'tier'), afterVetoes(floor)]),",
    replace: "build.greatest([build.input('decision', 'tier'), floor]),",
  },
];
