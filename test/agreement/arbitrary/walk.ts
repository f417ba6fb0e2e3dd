import type { CheckedPart, CheckedValue, Expression, RuleSet } from '../../../src/rules/index.js';

/** Every part of the score, the score itself first, each with its depth. */
export function* partsOf(
  part: CheckedPart,
  depth = 0,
): Generator<{ readonly part: CheckedPart; readonly depth: number }> {
  yield { part, depth };
  if (part.value.kind === 'section') for (const inner of part.value.parts) yield* partsOf(inner, depth + 1);
}

/** Every value: of figures, parts and amounts. */
export function* valuesOf(rules: RuleSet): Generator<CheckedValue> {
  for (const figure of rules.figures) yield figure.value;
  for (const { part } of partsOf(rules.score)) yield part.value;
  for (const programme of rules.programmes) if (programme.amount !== null) yield programme.amount;
}

function formulasOf(value: CheckedValue): readonly Expression[] {
  switch (value.kind) {
    case 'formula':
      return [value.is];
    case 'options':
      return [value.of, ...value.values];
    case 'bands':
      return [value.of, ...value.bands.map((band) => band.is), value.otherwise];
    case 'best_of':
      return value.cases.flatMap((one) => [one.when, one.is]);
    case 'section':
      return [];
  }
}

function conditionsOf(rules: RuleSet): readonly (Expression | undefined)[] {
  return [
    ...[...partsOf(rules.score)].map(({ part }) => part.when),
    ...rules.categories.map((category) => category.when),
    ...rules.vetoes.flatMap((veto) => [veto.when, veto.unless]),
    ...rules.scope.map((one) => one.is),
    ...rules.programmes.map((programme) => programme.for),
  ];
}

function operandsOf(e: Expression): readonly Expression[] {
  switch (e.kind) {
    case 'number':
    case 'flag':
    case 'option':
    case 'read':
      return [];
    case 'lookup':
      return e.keys;
    case 'arithmetic':
    case 'compare':
      return [e.left, e.right];
    case 'if':
      return [e.when, e.then, e.otherwise];
    case 'least':
    case 'greatest':
    case 'and':
    case 'or':
      return e.of;
    default:
      return [e.of];
  }
}

/** Every formula of a rule set and every formula in it. */
export function* expressionsOf(rules: RuleSet): Generator<Expression> {
  const open: Expression[] = [];
  for (const value of valuesOf(rules)) open.push(...formulasOf(value));
  for (const condition of conditionsOf(rules)) if (condition !== undefined) open.push(condition);
  for (let e = open.pop(); e !== undefined; e = open.pop()) {
    yield e;
    open.push(...operandsOf(e));
  }
}
