import type * as z from 'zod';
import type { Wanted } from '../formula/index.js';
import type { Path } from '../text/index.js';
import * as bands from './bands/index.js';
import * as bestOf from './best_of/index.js';
import type { CheckedValue } from './checked.js';
import type { Builder, Expander, Handle, Meanings, Meant, Raw, ValueChecker } from './contract.js';
import type { ConstructKind, ValueDocument } from './documents.js';
import * as formula from './formula/index.js';
import * as options from './options/index.js';
import * as section from './section/index.js';

/**
 * The one list of constructs, a facet each. A kind that is missing in a facet does not compile. The facets are
 * apart, and schemas are made when asked for, so that a bundle which only determines holds no reader.
 */
type ByKind<F> = { readonly [K in ConstructKind]: F };
type Of<T, K> = Extract<T, { readonly kind: K }>;

/** Forms that a figure or an amount can take besides a plain formula. */
export const figureSchemas = (): readonly z.ZodType[] => [
  formula.schema(),
  options.schema(),
  bands.schema(),
  bestOf.schema(),
];

/** Forms that a part of the score can take. */
export const partSchemas = (part: z.ZodType): readonly z.ZodType[] => [
  formula.partSchema(),
  options.partSchema(),
  bands.partSchema(),
  bestOf.partSchema(),
  section.partSchema(part),
];

const identified: ByKind<readonly string[]> = {
  section: section.identifies,
  best_of: bestOf.identifies,
  options: options.identifies,
  bands: bands.identifies,
  formula: formula.identifies,
};

const expanders: { readonly [K in ConstructKind]: (raw: Raw, to: Expander) => Of<ValueDocument, K> } = {
  section: section.expand,
  best_of: bestOf.expand,
  options: options.expand,
  bands: bands.expand,
  formula: formula.expand,
};

/** The construct that a raw value is, by the key that only it has. */
export function expandValue(raw: Raw, to: Expander): ValueDocument {
  const kinds = Object.keys(identified) as ConstructKind[];
  const kind = kinds.find((k) => identified[k].some((key) => raw[key] !== undefined)) ?? 'formula';
  return expanders[kind](raw, to);
}

const checkers: {
  readonly [K in ConstructKind]: (
    d: Of<ValueDocument, K>,
    p: Path,
    w: Wanted,
    c: ValueChecker,
  ) => Of<CheckedValue, K> | null;
} = {
  section: section.check,
  best_of: bestOf.check,
  options: options.check,
  bands: bands.check,
  formula: formula.check,
};

export function checkValue(
  document: ValueDocument,
  path: Path,
  wanted: Wanted,
  checker: ValueChecker,
): CheckedValue | null {
  return checkers[document.kind](document as never, path, wanted, checker);
}

const meanings: { readonly [K in ConstructKind]: (v: Of<CheckedValue, K>, ask: Meanings) => Meant } = {
  section: section.meaning,
  best_of: bestOf.meaning,
  options: options.meaning,
  bands: bands.meaning,
  formula: formula.meaning,
};

/** What a value means, on exact decimals. */
export function meaningOf(value: CheckedValue, ask: Meanings): Meant {
  return meanings[value.kind](value as never, ask);
}

const lowerings: { readonly [K in ConstructKind]: (v: Of<CheckedValue, K>, build: Builder) => Handle } = {
  section: section.lower,
  best_of: bestOf.lower,
  options: options.lower,
  bands: bands.lower,
  formula: formula.lower,
};

/** A value in nodes of the core. */
export function lowerValue(value: CheckedValue, build: Builder): Handle {
  return lowerings[value.kind](value as never, build);
}
