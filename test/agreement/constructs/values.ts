import type { CheckedPart, CheckedValue, LinkedFigure } from '../../../src/rules/index.js';
import { compare, ZERO } from '../../../src/value/index.js';
import { names } from './names.js';

/** What there is to say of figures. */
export const FIGURES: readonly string[] = [
  ...['number', 'flag', 'choice', 'date', 'code'].map((type) => `figure ${type}`),
  ...['formula', 'options', 'bands', 'hits', 'top', 'first', 'dated'].map((kind) => `figure ${kind}`),
  ...['gives', 'for', 'only_if', 'only_if and none', 'range', 'override', 'may be none'].map(
    (key) => `figure ${key}`,
  ),
];

const KINDS = ['formula', 'options', 'bands', 'hits', 'top', 'first', 'section', 'several', 'each', 'recent'];

/** What there is to say of the score, and of bands and hits wherever they stand. */
export const PARTS: readonly string[] = [
  ...[...KINDS, 'categories', 'discretion'].map((kind) => `part ${kind}`),
  ...['below', 'up_to', 'from', 'below and up_to'].map((edge) => `bands ${edge}`),
  ...['bands of a quotient', 'options otherwise'],
  ...['below', 'up_to'].map((edge) => `recent ${edge}`),
  ...['sum', 'best', 'least'].flatMap((take) => [
    `hits ${take}`,
    `several ${take}`,
    `categories ${take}`,
    `take ${take}`,
  ]),
  ...['discretion ask', 'discretion 0', 'recent of what may be none'],
  ...['when', 'at_least', 'at_most', 'weight', 'round', 'evidence: ask', 'evidence: note'].map(
    (key) => `part ${key}`,
  ),
  ...['weight as fraction', 'section in section', 'points below 0'],
  ...['route', 'route instead', 'route best', 'two routes'],
];

export function inFigure(figure: LinkedFigure, gives: boolean, range: boolean): readonly string[] {
  return [
    `figure ${figure.type.kind}`,
    `figure ${figure.value.kind}`,
    ...names({
      'figure gives': gives,
      'figure for': figure.people !== undefined,
      'figure only_if': figure.onlyIf !== undefined,
      'figure only_if and none': figure.noneIs !== undefined,
      'figure range': range,
      'figure override': figure.override !== undefined,
      'figure may be none': figure.mayBeNone,
    }),
  ];
}

export function inPart(part: CheckedPart, depth: number): readonly string[] {
  const { value, when, atLeast, atMost, weight, round, evidence, extent } = part;
  return [
    // The score itself is always a section.
    ...(depth === 0 ? [] : [`part ${value.kind}`]),
    ...(value.kind === 'section' ? [`take ${value.take}`] : []),
    ...(evidence === undefined ? [] : [`part evidence: ${evidence.missing}`]),
    ...names({
      'part when': when !== undefined,
      'part at_least': atLeast !== undefined,
      'part at_most': atMost !== undefined,
      'part weight': weight !== undefined,
      'part round': round !== undefined,
      'weight as fraction': weight !== undefined && [3n, 7n].includes(weight.d),
      'points below 0': extent.range !== undefined && compare(extent.range.low, ZERO) < 0,
      'section in section': value.kind === 'section' && depth > 1,
    }),
  ];
}

/** Of values wherever they stand. */
export function inValue(value: CheckedValue): readonly string[] {
  switch (value.kind) {
    case 'bands': {
      const edges = new Set(value.bands.map((band) => band.edge));
      const quotient = 'places' in value.of && value.of.places === null;
      return [
        ...[...edges].map((edge) => `bands ${edge}`),
        ...names({ 'bands below and up_to': edges.size > 1, 'bands of a quotient': quotient }),
      ];
    }
    case 'recent':
      return [
        ...value.bands.map(({ edge }) => `recent ${edge}`),
        ...names({ 'recent of what may be none': value.of.maybeNone === true }),
      ];
    case 'hits':
    case 'several':
    case 'categories':
      return [`${value.kind} ${value.take}`];
    case 'discretion':
      return [`discretion ${value.undecided}`];
    default:
      return [];
  }
}
