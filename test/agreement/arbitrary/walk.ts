import { inside } from '../../../src/rules/formula/expression.js';
import type { CheckedPart, CheckedValue, Expression, RuleSet } from '../../../src/rules/index.js';

/** Every part of the score, the score itself first, each with its depth; none in a scheme without points. */
export function* partsOf(
  part: CheckedPart | null,
  depth = 0,
): Generator<{ readonly part: CheckedPart; readonly depth: number }> {
  if (part === null) return;
  yield { part, depth };
  if (part.value.kind === 'section') for (const inner of part.value.parts) yield* partsOf(inner, depth + 1);
}

/** Every value: of figures, parts and amounts, those in layers by date too. */
export function* valuesOf(rules: RuleSet): Generator<CheckedValue> {
  for (const figure of rules.figures) yield* layersOf(figure.value);
  for (const { part } of partsOf(rules.score)) yield part.value;
  for (const programme of rules.programmes) if (programme.amount !== null) yield* layersOf(programme.amount);
}

function* layersOf(value: CheckedValue): Generator<CheckedValue> {
  yield value;
  if (value.kind === 'dated') for (const layer of value.layers) yield* layersOf(layer.value);
}

function formulasOf(value: CheckedValue): readonly Expression[] {
  switch (value.kind) {
    case 'formula':
      return [value.is];
    case 'options':
      return [value.of, ...value.values];
    case 'several':
      return value.values;
    case 'bands':
    case 'recent':
      return [value.of, ...value.bands.map((band) => band.is), value.otherwise];
    case 'hits':
    case 'top':
      return value.cases.flatMap((one) => [one.when, one.is]);
    case 'first':
      return [...value.cases.flatMap((one) => [one.when, one.is]), value.otherwise];
    case 'each':
      return [value.each, value.of];
    case 'dated':
      return value.before === undefined ? [] : [value.before];
    case 'section':
    case 'categories':
    case 'discretion':
      return [];
  }
}

function conditionsOf(rules: RuleSet): readonly (Expression | undefined)[] {
  return [
    ...[...partsOf(rules.score)].map(({ part }) => part.when),
    ...rules.facts.map((fact) => fact.onlyIf),
    ...rules.figures.map((figure) => figure.onlyIf),
    ...rules.categories.map((category) => category.when),
    ...rules.routes.map((route) => route.when),
    ...rules.tiers.map((tier) => tier.when),
    rules.tierOf?.is,
    ...rules.vetoes.flatMap((veto) => [veto.when, veto.unless]),
    ...rules.scope.map((one) => one.is),
    ...rules.programmes.map((programme) => programme.for),
  ];
}

/** Every formula of a rule set and every formula in it. */
export function* expressionsOf(rules: RuleSet): Generator<Expression> {
  const open: Expression[] = [];
  for (const value of valuesOf(rules)) open.push(...formulasOf(value));
  for (const condition of conditionsOf(rules)) if (condition !== undefined) open.push(condition);
  for (let e = open.pop(); e !== undefined; e = open.pop()) {
    yield e;
    open.push(...inside(e));
  }
}
