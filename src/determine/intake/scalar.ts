import type { KnownScalar } from '../../reference/index.js';
import type { LinkedShape } from '../../rules/index.js';
import {
  contains,
  type Exact,
  exact,
  floor,
  formatCivilDate,
  formatExact,
  fromDay,
  onGrid,
  parseCivilDate,
  parseExact,
  type Range,
  toDay,
} from '../../value/index.js';
import type { Refuse } from './report.js';

/** What a single value can be. */
export type ScalarShape = Pick<LinkedShape, 'type' | 'options' | 'range' | 'step' | 'mayBeNone'>;

/** Which issue is raised for what; each in the words of where the value stands. */
export interface ScalarCodes {
  readonly type: string;
  readonly float: string;
  readonly option: string;
  readonly date: string;
  readonly outOfRange: string;
  readonly offGrid: string;
}

export const FACT_CODES: ScalarCodes = {
  type: 'fact.type',
  float: 'fact.float',
  option: 'fact.option',
  date: 'fact.date',
  outOfRange: 'fact.outOfRange',
  offGrid: 'fact.offGrid',
};

/** Something that names a place or a thing: no control characters, no white space around it. */
const CODE = /^[^\s\p{Cc}\p{Cs}](?:[^\p{Cc}\p{Cs}]{0,62}[^\s\p{Cc}\p{Cs}])?$/u;

/** Reads one value by its type. What cannot be used is refused with the code for it; the values say what was needed. */
export function readScalar(
  shape: ScalarShape,
  value: unknown,
  codes: ScalarCodes,
  refuse: Refuse,
): KnownScalar | null {
  if (value === 'none' && shape.mayBeNone) return 'none';
  const needed = shape.type.kind;
  switch (shape.type.kind) {
    case 'flag':
      return typeof value === 'boolean' ? value : refuse(codes.type, { needed });
    case 'choice': {
      if (typeof value !== 'string') return refuse(codes.type, { needed });
      const index = shape.options.indexOf(value);
      return index >= 0 ? index : refuse(codes.option, { options: shape.options.join(', ') });
    }
    case 'code':
      return typeof value === 'string' && value !== 'none' && CODE.test(value)
        ? { code: value }
        : refuse(codes.type, { needed });
    case 'date':
      return readDate(shape.range, value, codes, refuse);
    default:
      return readNumber(shape, value, codes, refuse);
  }
}

function readDate(
  range: Range | undefined,
  value: unknown,
  codes: ScalarCodes,
  refuse: Refuse,
): KnownScalar | null {
  if (typeof value !== 'string') return refuse(codes.type, { needed: 'date' });
  const date = parseCivilDate(value);
  if (range === undefined) return date ?? refuse(codes.date);
  const day = (of: Exact): string => formatCivilDate(fromDay(Number(floor(of))));
  const within = date !== null && contains(range, exact(BigInt(toDay(date))));
  return within ? date : refuse(codes.date, { low: day(range.low), high: day(range.high) });
}

function readNumber(
  { range, step }: ScalarShape,
  value: unknown,
  codes: ScalarCodes,
  refuse: Refuse,
): Exact | null {
  const number = exactOf(value);
  if (number === 'float') return refuse(codes.float);
  if (number === null) return refuse(codes.type, { needed: 'number' });
  if (range !== undefined && !contains(range, number))
    return refuse(codes.outOfRange, { low: formatExact(range.low), high: formatExact(range.high) });
  if (step !== undefined && !onGrid(number, range?.low ?? exact(0n), step))
    return refuse(codes.offGrid, { step: formatExact(step) });
  return number;
}

/** A decimal text or a safe integer; `float`: a number that cannot be read exactly. */
export function exactOf(value: unknown): Exact | 'float' | null {
  if (typeof value === 'string') return parseExact(value);
  if (typeof value !== 'number') return null;
  return Number.isSafeInteger(value) ? exact(BigInt(value)) : 'float';
}

/** The written form of a single value. */
export function writeScalar({ options }: Pick<ScalarShape, 'options'>, value: KnownScalar): boolean | string {
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return options[value] as string;
  if ('code' in value) return value.code;
  return 'y' in value ? formatCivilDate(value) : formatExact(value);
}
