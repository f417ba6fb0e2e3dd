import type { CivilDate } from '../value/index.js';
import type { CheckedPart } from './constructs/index.js';
import { type Expression, type Reading, readings } from './formula/index.js';
import { partsOf } from './parts.js';
import { valueReadings } from './readings.js';
import type { RuleSet } from './rule-set.js';

/** Names of figures, parts, score and tiers that were given. */
export interface Given {
  has(path: string): boolean;
}

/** Something that can be known of a student and that a meaning rests on: `fact x`, `category x`, `veto x`, `points x`, `evidence x`. */
export type InputName = string;

/**
 * Everything that some readings rest on. What is given hides what lies behind it. A veto is named where it matters what
 * a person says of it against a floor; `points` and `evidence` by the path of the part. Of logic that changed, only what is in
 * force on a day counts.
 */
export function inputsBehind(
  rules: RuleSet,
  given: Given,
  of: readonly Reading[],
  asOf: CivilDate,
): ReadonlySet<InputName> {
  const parts = new Map(partsOf(rules.score).map((part) => [part.path, part]));
  const inputs = new Set<InputName>();
  const visited = new Set<string>();
  const visit = (reading: Reading): void => {
    const name = nameOf(reading);
    if (visited.has(name)) return;
    visited.add(name);
    if (given.has(givenPath(reading))) return;
    const behind = directlyBehind(rules, parts, reading, asOf);
    for (const input of behind.inputs) inputs.add(input);
    behind.readings.forEach(visit);
  };
  of.forEach(visit);
  return inputs;
}

/** What tier, scope, programmes and, where the scheme ends in them, outputs rest on. */
export function outcomeReadings(rules: RuleSet, asOf: CivilDate): readonly Reading[] {
  const tier: readonly Reading[] = rules.tiers.length > 0 ? [{ kind: 'tier' }] : [];
  const outputs = rules.endsInOutputs ? rules.outputs.map((id): Reading => ({ kind: 'figure', id })) : [];
  const scope = rules.scope.flatMap(({ is }) => readings(is));
  return [...tier, ...outputs, ...scope, ...rules.programmes.flatMap((one) => programmeReadings(one, asOf))];
}

export function programmeReadings(
  { for: entitled, amount }: RuleSet['programmes'][number],
  asOf: CivilDate,
): readonly Reading[] {
  return [...readings(entitled), ...(amount === null ? [] : valueReadings(amount, asOf))];
}

const nameOf = (of: Reading): string =>
  'id' in of ? `${of.kind} ${of.id}` : 'path' in of ? `part ${of.path}` : of.kind;

/** The path under which a value may be given; facts and categories have none. */
function givenPath(of: Reading): string {
  switch (of.kind) {
    case 'figure':
      return of.id;
    case 'part':
      return `score.${of.path}`;
    case 'score':
    case 'score_tier':
    case 'tier':
      return of.kind;
    default:
      return '';
  }
}

interface Behind {
  readonly inputs: readonly InputName[];
  readonly readings: readonly Reading[];
}

const reads = (e: Expression | undefined): readonly Reading[] => (e === undefined ? [] : readings(e));

function directlyBehind(
  rules: RuleSet,
  parts: ReadonlyMap<string, CheckedPart>,
  of: Reading,
  asOf: CivilDate,
): Behind {
  const just = (...of: readonly Reading[]): Behind => ({ inputs: [], readings: of });
  switch (of.kind) {
    case 'fact': {
      const fact = rules.facts.find(({ id }) => id === of.id);
      return { inputs: [`fact ${of.id}`], readings: reads(fact?.onlyIf) };
    }
    case 'figure': {
      const figure = rules.figures.find(({ id }) => id === of.id);
      return just(
        ...reads(figure?.onlyIf),
        ...(figure === undefined ? [] : valueReadings(figure.value, asOf)),
      );
    }
    case 'category': {
      const category = rules.categories.find(({ id }) => id === of.id);
      const inputs = category?.list === undefined ? [] : [`category ${of.id}`];
      return { inputs, readings: reads(category?.when) };
    }
    case 'part': {
      const part = parts.get(of.path);
      return part === undefined ? just() : behindPart(part, asOf);
    }
    case 'score':
      return just(
        { kind: 'part', path: '' },
        ...rules.routes.flatMap((route): readonly Reading[] => [
          ...readings(route.when),
          ...route.counts.map((path): Reading => ({ kind: 'part', path })),
        ]),
        ...rules.vetoes.filter((veto) => veto.zeroScore).flatMap(vetoReadings),
      );
    case 'score_tier':
      return just(
        ...(rules.tiers.some(({ from }) => from !== undefined) ? [{ kind: 'score' } as const] : []),
        ...rules.tiers.flatMap(({ when }) => reads(when)),
        ...reads(rules.tierOf?.is),
      );
    case 'tier': {
      const lifting = rules.categories.filter((one) => one.floor !== undefined || one.bypass !== undefined);
      return {
        inputs: rules.vetoes.filter((veto) => veto.againstFloor === 'review').map(({ id }) => `veto ${id}`),
        readings: [
          { kind: 'score_tier' },
          ...lifting.map(({ id }): Reading => ({ kind: 'category', id })),
          ...rules.vetoes.flatMap(vetoReadings),
        ],
      };
    }
    case 'as_of':
    case 'period_start':
      return just();
  }
}

const vetoReadings = ({ when, unless }: RuleSet['vetoes'][number]): readonly Reading[] => [
  ...readings(when),
  ...reads(unless),
];

/** A section rests on its parts as parts, so that one of them may be given. */
function behindPart({ path, value, when, evidence }: CheckedPart, asOf: CivilDate): Behind {
  const discretion = value.kind === 'discretion' && value.undecided === 'ask' ? [`points ${path}`] : [];
  const paper = evidence?.missing === 'ask' ? [`evidence ${path}`] : [];
  const of =
    value.kind === 'section'
      ? value.parts.map((part): Reading => ({ kind: 'part', path: part.path }))
      : valueReadings(value, asOf);
  return { inputs: [...discretion, ...paper], readings: [...reads(when), ...of] };
}
