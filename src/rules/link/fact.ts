import {
  compare,
  contains,
  decimalPlaces,
  type Exact,
  type Issue,
  onGrid,
  parseExact,
  type Range,
  ZERO,
} from '../../value/index.js';
import type { FactDocument } from '../document.js';
import { FLAG, parseUnit, type Type } from '../formula/index.js';
import { nearest } from '../names.js';
import type { LinkedFact } from '../rule-set.js';
import type { Path } from '../text/index.js';
import type { Linker } from './linker.js';

/**
 * Settles a fact. Issues: `rules.unknownChoice`, `rules.unknownUnit`, `rules.rangeEmpty`, `rules.stepMisfits`,
 * `rules.unknownOption`, `rules.assumeMisfits`.
 */
export function linkFact(linker: Linker, id: string, document: FactDocument): LinkedFact | null {
  const path: Path = ['facts', id];
  const broken = (code: string, at: Path, values: Issue['values']): null => linker.refuse(code, at, values);
  if (document.type === 'choice' && linker.choiceNamed(document.choice as string) === undefined) {
    const near = nearest(document.choice as string, linker.choiceNames());
    const choice = document.choice as string;
    return broken('rules.unknownChoice', [...path, 'of'], near === null ? { choice } : { choice, near });
  }
  let number: { readonly range: Range; readonly step: Exact } | undefined;
  if (document.type === 'number') {
    const unit = document.unit as string;
    if (parseUnit(unit, linker.units) === null)
      return broken('rules.unknownUnit', [...path, 'unit'], { unit });
    const [low, high] = (document.range as readonly [string, string]).map((text) =>
      linker.constant(text),
    ) as [Exact, Exact];
    const step = linker.constant(document.step as string);
    if (compare(low, high) > 0)
      return broken('rules.rangeEmpty', [...path, 'range'], {
        low: document.range?.[0] as string,
        high: document.range?.[1] as string,
      });
    if (compare(step, ZERO) <= 0 || !onGrid(high, low, step)) {
      return broken('rules.stepMisfits', [...path, 'range'], { step: document.step as string });
    }
    number = { range: { low, high }, step };
  }
  const type: Type =
    document.type === 'flag'
      ? FLAG
      : document.type === 'choice'
        ? { kind: 'choice', choice: document.choice as string }
        : { kind: 'number', unit: document.unit as string };
  const options = document.type === 'choice' ? linker.options(document.choice as string) : [];
  if (Array.isArray(document.worse)) {
    const unknown = document.worse.find((option: string) => !options.includes(option));
    if (unknown !== undefined)
      return broken('rules.unknownOption', [...path, 'worse'], {
        option: unknown,
        choice: document.choice as string,
        options: options.join(', '),
      });
  }
  const fact: LinkedFact = { id, document, type, options, unknown: document.unknown, ...number };
  if (document.unknown.policy !== 'assume') return fact;
  const assumed = assumedValue(fact, document.unknown.value);
  if (assumed === null)
    return broken('rules.assumeMisfits', [...path, 'unknown'], { value: document.unknown.value });
  return { ...fact, assumed };
}

/** Decimal places that write every value of a numeric fact. */
export function gridPlaces(fact: LinkedFact): number {
  const [low, step] = [(fact.range as Range).low, fact.step as Exact].map((x) => decimalPlaces(x) ?? 40) as [
    number,
    number,
  ];
  return low > step ? low : step;
}

function assumedValue(fact: LinkedFact, text: string): boolean | number | Exact | null {
  if (fact.type.kind === 'flag') return text === 'true' ? true : text === 'false' ? false : null;
  if (fact.type.kind === 'choice') return fact.options.includes(text) ? fact.options.indexOf(text) : null;
  const value = parseExact(text);
  return value !== null &&
    contains(fact.range as Range, value) &&
    onGrid(value, (fact.range as Range).low, fact.step as Exact)
    ? value
    : null;
}
