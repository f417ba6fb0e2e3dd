import {
  hasValue,
  isCode,
  isFlag,
  type Plan,
  type PlannedFigure,
  type Possible,
  type PossibleNumber,
} from '../plan/index.js';
import {
  type Exact,
  floor,
  formatCivilDate,
  formatExact,
  fromDay,
  greatest,
  least,
  type Range,
} from '../value/index.js';
import type { FigureValue } from './determination.js';
import type { PossibleOutput } from './resolution.js';

/** A number of the core in the written form of a type. */
export function writtenNumber(plan: Plan, type: PlannedFigure['type'], value: Exact): FigureValue {
  switch (type.kind) {
    case 'choice': {
      const index = Number(floor(value));
      const options = plan.rules.choices[type.choice]?.options ?? plan.rules.tierIds;
      return options[index] ?? String(index);
    }
    case 'date':
      return formatCivilDate(fromDay(Number(floor(value))));
    default:
      return formatExact(value);
  }
}

/** The written form of something settled. */
export function writtenValue(plan: Plan, type: PlannedFigure['type'], p: Possible): FigureValue {
  if (!hasValue(p)) return 'none';
  if (isFlag(p)) return p.yes;
  return isCode(p) ? (p.codes[0] as string) : writtenNumber(plan, type, (p.range as Range).low);
}

/**
 * All that an output can be, but for the values of numbers and dates: what kinds of outcome differ in. That it does not
 * exist is one thing, of whatever kind what does not exist would have been.
 */
export function writtenCell(type: PlannedFigure['type'], p: Possible): string {
  if (!hasValue(p)) return JSON.stringify(p.none);
  if (isFlag(p)) return JSON.stringify([p.yes, p.no, p.none]);
  if (isCode(p)) return JSON.stringify([p.codes, p.none]);
  return JSON.stringify([type.kind === 'choice' && formatExact((p.range as Range).low), p.none]);
}

/** The same with numbers. */
export function rangesOf(p: Possible): string {
  if (isFlag(p) || isCode(p)) return '';
  return p.range === null ? '' : `${formatExact(p.range.low)}..${formatExact(p.range.high)}`;
}

/** What one output can come to over all cells. */
export function spanOfOutput(
  plan: Plan,
  { id, type }: PlannedFigure,
  all: readonly Possible[],
): PossibleOutput {
  const none = all.some((p) => p.none);
  if (type.kind === 'number' || type.kind === 'date') {
    const ranges = all.flatMap((p) => (p as PossibleNumber).range ?? []);
    if (ranges.length === 0) return { figure: id, least: null, most: null, among: [], none };
    const text = (value: Exact): string => String(writtenNumber(plan, type, value));
    const [low, high] = [ranges.map((r) => r.low).reduce(least), ranges.map((r) => r.high).reduce(greatest)];
    return { figure: id, least: text(low), most: text(high), among: [], none };
  }
  return { figure: id, least: null, most: null, among: valuesOf(plan, type, all), none };
}

/** Every value, in the order of flags, options and codes. */
function valuesOf(plan: Plan, type: PlannedFigure['type'], all: readonly Possible[]): readonly FigureValue[] {
  if (type.kind === 'flag') {
    const yes = all.some((p) => isFlag(p) && p.yes);
    const no = all.some((p) => isFlag(p) && p.no);
    return [...(no ? [false] : []), ...(yes ? [true] : [])];
  }
  if (type.kind === 'code') return [...new Set(all.flatMap((p) => (isCode(p) ? p.codes : [])))].sort();
  const codes = new Set<number>();
  for (const p of all) {
    if (isFlag(p) || isCode(p) || p.range === null) continue;
    const numbers = p.among?.map((x) => Number(floor(x)));
    if (numbers !== undefined) for (const code of numbers) codes.add(code);
    else for (let at = floor(p.range.low); at <= floor(p.range.high); at += 1n) codes.add(Number(at));
  }
  return [...codes]
    .sort((a, b) => a - b)
    .map((code) => writtenNumber(plan, type, { n: BigInt(code), d: 1n }));
}
