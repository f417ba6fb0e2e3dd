import type * as z from 'zod';
import type { Reading, Type, Wanted } from '../formula/index.js';
import type { Path } from '../text/index.js';
import * as bands from './bands/index.js';
import * as categories from './categories/index.js';
import type { CheckedValue } from './checked.js';
import type { Builder, Expander, Handle, Meanings, Meant, Nested, Raw, ValueChecker } from './contract.js';
import * as dated from './dated/index.js';
import * as discretion from './discretion/index.js';
import type { ConstructKind, ValueDocument } from './documents.js';
import * as each from './each/index.js';
import * as first from './first/index.js';
import * as formula from './formula/index.js';
import * as hits from './hits/index.js';
import * as options from './options/index.js';
import * as recent from './recent/index.js';
import * as section from './section/index.js';
import * as several from './several/index.js';
import * as top from './top/index.js';

/**
 * The one list of constructs, a facet each. A kind that is missing in a facet does not compile. The facets are
 * apart, and schemas are made when asked for, so that a bundle which only determines holds no reader.
 */
type ByKind<F> = { readonly [K in ConstructKind]: F };
type Of<T, K> = Extract<T, { readonly kind: K }>;

/** Forms that a figure or an amount can take besides a plain formula. All but `dated` may stand in `dated`. */
export const figureSchemas = (): readonly z.ZodType[] => {
  const forms = [
    formula.schema(),
    options.schema(),
    bands.schema(),
    hits.schema(),
    top.schema(),
    first.schema(),
  ];
  return [...forms, dated.schema(forms, bands.banded({}))];
};

/** Forms that a part of the score can take. */
export const partSchemas = (part: z.ZodType): readonly z.ZodType[] => [
  formula.partSchema(),
  options.partSchema(),
  bands.partSchema(),
  hits.partSchema(),
  top.partSchema(),
  first.partSchema(),
  several.partSchema(),
  each.partSchema(),
  recent.partSchema(),
  categories.partSchema(),
  discretion.partSchema(),
  section.partSchema(part),
];

/** The keys that tell a kind, in the order in which they are looked for: `recent` also has bands, `several` options. */
const identified: ByKind<readonly string[]> = {
  section: section.identifies,
  categories: categories.identifies,
  discretion: discretion.identifies,
  each: each.identifies,
  recent: recent.identifies,
  several: several.identifies,
  first: first.identifies,
  dated: dated.identifies,
  hits: hits.identifies,
  top: top.identifies,
  options: options.identifies,
  bands: bands.identifies,
  formula: formula.identifies,
};

const expanders: { readonly [K in ConstructKind]: (raw: Raw, to: Expander) => Of<ValueDocument, K> } = {
  section: section.expand,
  categories: categories.expand,
  discretion: discretion.expand,
  each: each.expand,
  recent: recent.expand,
  several: several.expand,
  first: first.expand,
  dated: dated.expand,
  hits: hits.expand,
  top: top.expand,
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
  categories: categories.check,
  discretion: discretion.check,
  each: each.check,
  recent: recent.check,
  several: several.check,
  first: first.check,
  dated: (d, p, w, c) => dated.check(d, p, w, c, typeOfValue),
  hits: hits.check,
  top: top.check,
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

const types: { readonly [K in ConstructKind]: (v: Of<CheckedValue, K>) => Type | null } = {
  section: section.type,
  categories: categories.type,
  discretion: discretion.type,
  each: each.type,
  recent: recent.type,
  several: several.type,
  first: first.type,
  dated: (v) => dated.type(v, typeOfValue),
  hits: hits.type,
  top: top.type,
  options: options.type,
  bands: bands.type,
  formula: formula.type,
};

/** The type of what a construct gives; `null`: the points that its place asked for. */
export function typeOfValue(value: CheckedValue): Type | null {
  return types[value.kind](value as never);
}

const readers: { readonly [K in ConstructKind]: (v: Of<CheckedValue, K>, n: Nested) => readonly Reading[] } =
  {
    section: section.reads,
    categories: categories.reads,
    discretion: discretion.reads,
    each: each.reads,
    recent: recent.reads,
    several: several.reads,
    first: first.reads,
    dated: dated.reads,
    hits: hits.reads,
    top: top.reads,
    options: options.reads,
    bands: bands.reads,
    formula: formula.reads,
  };

/** Every name a construct reads; those of others that it holds are asked of `nested`. */
export function readsOfValue(value: CheckedValue, nested: Nested): readonly Reading[] {
  return readers[value.kind](value as never, nested);
}

const meanings: { readonly [K in ConstructKind]: (v: Of<CheckedValue, K>, ask: Meanings) => Meant } = {
  section: section.meaning,
  categories: categories.meaning,
  discretion: discretion.meaning,
  each: each.meaning,
  recent: recent.meaning,
  several: several.meaning,
  first: first.meaning,
  dated: dated.meaning,
  hits: hits.meaning,
  top: top.meaning,
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
  categories: categories.lower,
  discretion: discretion.lower,
  each: each.lower,
  recent: recent.lower,
  several: several.lower,
  first: first.lower,
  dated: dated.lower,
  hits: hits.lower,
  top: top.lower,
  options: options.lower,
  bands: bands.lower,
  formula: formula.lower,
};

/** A value in nodes of the core. */
export function lowerValue(value: CheckedValue, build: Builder): Handle {
  return lowerings[value.kind](value as never, build);
}
