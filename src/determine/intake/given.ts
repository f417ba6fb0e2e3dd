import type { KnownScalar } from '../../reference/index.js';
import { type CheckedPart, type LinkedFigure, partsOf, type RuleSet, type Type } from '../../rules/index.js';
import { decimalPlaces, type Issue, warning } from '../../value/index.js';
import { isGiven } from '../raw.js';
import type { Refuse } from './report.js';
import { readScalar, type ScalarCodes, type ScalarShape } from './scalar.js';

const GIVEN_CODES: ScalarCodes = {
  type: 'given.type',
  float: 'given.type',
  option: 'given.type',
  date: 'given.outOfRange',
  outOfRange: 'given.outOfRange',
  offGrid: 'given.places',
};

/** What may be given under a name, and how finely a number may be written. */
export interface Givable {
  readonly shape: ScalarShape;
  readonly places: number;
}

/**
 * Figures, parts, score and tiers that a caller gives to be used instead of computing them. A value must be one that
 * the rules could come to, or that the figure's `range` allows. Issues: `given.unknown` (no such figure or part, or one
 * of which there is one for each person), `given.type`, `given.outOfRange`, `given.places` (written more finely than
 * the rules can come to).
 */
export function readGiven(
  rules: RuleSet,
  given: Readonly<Record<string, unknown>>,
  issues: Issue[],
): Map<string, KnownScalar> {
  const known = new Map<string, KnownScalar>();
  for (const path of Object.keys(given).sort()) {
    const value = given[path];
    if (!isGiven(value)) continue;
    const place = { path: `given.${path}` };
    const givable = givableAt(rules, path);
    if (givable === null) {
      issues.push(warning('given.unknown', {}, place));
      continue;
    }
    const read = readGivable(givable, value, GIVEN_CODES, (code, values = {}) => {
      issues.push(warning(code, { given: path, ...values }, place));
      return null;
    });
    if (read !== null) known.set(path, read);
  }
  return known;
}

export function readGivable(
  { shape, places }: Givable,
  value: unknown,
  codes: ScalarCodes,
  refuse: Refuse,
): KnownScalar | null {
  const read = readScalar(shape, value, codes, refuse);
  if (shape.type.kind !== 'number' || read === null || typeof read !== 'object' || !('n' in read))
    return read;
  return (decimalPlaces(read) ?? 0) <= places ? read : refuse(codes.offGrid, { places });
}

function givableAt(rules: RuleSet, path: string): Givable | null {
  if (path === 'score_tier' || path === 'tier') {
    if (rules.tiers.length === 0) return null;
    return scalar({ kind: 'choice', choice: path }, rules.tierIds);
  }
  if (path === 'score' || path.startsWith('score.')) {
    const part = partsOf(rules.score).find(
      (one) => path === (one.path === '' ? 'score' : `score.${one.path}`),
    );
    return part === undefined ? null : number(part.extent);
  }
  const figure = rules.figures.find(({ id }) => id === path);
  return figure === undefined ? null : givableFigure(rules, figure);
}

/** What a figure may be set to; `null` where there is one for each person. */
export function givableFigure(rules: RuleSet, figure: LinkedFigure): Givable | null {
  const { type, people, range, mayBeNone } = figure;
  if (people !== undefined) return null;
  const options = type.kind === 'choice' ? optionsOf(rules, type.choice) : [];
  const given = { type, options, mayBeNone, ...(range === undefined ? {} : { range }) };
  return { shape: given, places: placesOf(figure.value.extent) };
}

function optionsOf(rules: RuleSet, choice: string): readonly string[] {
  return Object.hasOwn(rules.choices, choice) ? (rules.choices[choice]?.options ?? []) : [];
}

function scalar(type: Type, options: readonly string[]): Givable {
  return { shape: { type, options, mayBeNone: false }, places: 0 };
}

type Extent = CheckedPart['extent'];

function number(extent: Extent): Givable {
  const { range } = extent;
  const type = { kind: 'number', unit: 'point' } as const;
  return {
    shape: { type, options: [], mayBeNone: false, ...(range === undefined ? {} : { range }) },
    places: placesOf(extent),
  };
}

/** A quotient may be given with as many digits as the arithmetic is proved for. */
const placesOf = ({ places, size }: Extent): number => places ?? size ?? 0;
