import type { CivilDate, Exact, Quotient } from '../../value/index.js';
import type { DateRules } from '../document.js';
import type { Expression, MaybeNumberFacts, Narrowing, Reading, Type, Wanted } from '../formula/index.js';
import type { Path } from '../text/index.js';

/**
 * What each construct must give. A construct is one folder: its schema in a rule file, its long form, its checked
 * form, its meaning on exact decimals and its translation to the core.
 */

/** A raw member of a rule file, already shaped by the schema. */
export type Raw = Readonly<Record<string, unknown>>;

/** Turns short forms long. Numbers and formulas become canonical text. */
export interface Expander {
  number(text: string): string;
  formula(text: string): string;
  part(raw: Raw): import('./documents.js').PartDocument;
  /** Any figure form, or a plain formula. */
  value(raw: unknown): import('./documents.js').ValueDocument;
  words(raw: unknown): import('../words.js').Words;
}

/** What a checked value can come to. */
export type Extent = MaybeNumberFacts & { readonly maybeNone?: true };

/** Settles names, types and units; an issue is recorded with its place and gives `null`. */
export interface ValueChecker {
  /** `given`: what is known where the formula stands, from guards before it. */
  formula(text: string, path: Path, wanted: Wanted, given?: Narrowing): Expression | null;
  /** What holds behind a guard that is true, or false. */
  narrowed(guard: Expression, holds: boolean, given?: Narrowing): Narrowing;
  /** Constant of a cut or of an end, in the unit of its place. Issue: `rules.number`. */
  constant(text: string, path: Path): Exact;
  options(choice: string): readonly string[];
  part(
    document: import('./documents.js').PartDocument,
    path: Path,
    wanted: Wanted,
  ): import('./checked.js').CheckedPart | null;
  /** A nested figure form. */
  value(
    document: import('./documents.js').ValueDocument,
    path: Path,
    wanted: Wanted,
  ): import('./checked.js').CheckedValue | null;
  refuse(code: string, path: Path, values?: Readonly<Record<string, string | number>>): null;
  /** The type of a fact, or `null` where there is none of that name or it is broken (then reported). */
  fact(id: string, path: Path): Type | null;
  /** Dotted path of the part that a document path lies in, `parts` left out; empty for the score. */
  partPath(path: Path): string;
  /** Settled points of categories, in order of ids; an unknown one, or one without points, is refused and gives `null`. */
  categoryPoints(
    ids: readonly string[] | undefined,
    path: Path,
  ): readonly (readonly [id: string, points: Exact])[] | null;
  readonly dates: DateRules;
  /** First and last day on which the edition can be asked. */
  readonly inForce: { readonly from: CivilDate; readonly until: CivilDate };
}

/** What a construct that holds others asks of them, when the names it reads are gathered. */
export interface Nested {
  /** Only the logic in force on this day; left out: all of it. */
  readonly asOf?: CivilDate;
  value(value: import('./checked.js').CheckedValue): readonly Reading[];
  part(part: import('./checked.js').CheckedPart): readonly Reading[];
}

/** Known not to exist. */
export const NONE = 'none' as const;

/**
 * A value of the reference meaning: a number, a flag, the index of an option, a date, a code, known not to exist, or
 * `undefined` where a fact that gives no points is not known. `undefined` goes before `none` where both could come.
 */
export type Meant =
  | Quotient
  | boolean
  | number
  | CivilDate
  | { readonly code: string }
  | typeof NONE
  | undefined;

/** What the reference meaning of a construct may ask for. */
export interface Meanings {
  readonly asOf: CivilDate;
  readonly dates: DateRules;
  expression(e: Expression): Meant;
  value(value: import('./checked.js').CheckedValue): Meant;
  part(part: import('./checked.js').CheckedPart): Quotient;
  category(id: string): boolean;
  /** Whether a `several` fact holds an option; `undefined` where it gives no points. */
  has(fact: string, option: number): boolean | undefined;
  /** Points that a person gave, or `undefined` where nobody did and that counts as 0. */
  discretion(part: string): Quotient | undefined;
}

/** A node of the core, known to a construct only by its handle. */
export type Handle = number & { readonly handle: unique symbol };

/** Builds the core; implemented by the plan. */
export interface Builder {
  readonly asOf: CivilDate;
  readonly dates: DateRules;
  constant(value: Exact): Handle;
  /** A date as a number: its days since 1970-01-01. */
  day(date: CivilDate): Handle;
  none(): Handle;
  isNone(of: Handle): Handle;
  ifNone(of: Handle, otherwise: Handle): Handle;
  expression(e: Expression): Handle;
  value(value: import('./checked.js').CheckedValue): Handle;
  part(part: import('./checked.js').CheckedPart): Handle;
  category(id: string): Handle;
  has(fact: string, option: number): Handle;
  discretion(part: string): Handle;
  sum(of: readonly Handle[]): Handle;
  product(left: Handle, right: Handle): Handle;
  least(of: readonly Handle[]): Handle;
  greatest(of: readonly Handle[]): Handle;
  compare(op: '<' | '<=' | '=', left: Handle, right: Handle): Handle;
  select(when: Handle, then: Handle, otherwise: Handle): Handle;
  either(a: Handle, b: Handle): Handle;
}
