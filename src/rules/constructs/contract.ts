import type * as z from 'zod';
import type { Exact, Quotient, Range } from '../../value/index.js';
import type { Expression, Wanted } from '../formula/index.js';
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
  words(raw: unknown): import('../words.js').Words;
}

/** What a checked value can come to. */
export interface Extent {
  readonly range?: Range;
  readonly places?: number | null;
  readonly size?: number;
}

/** Settles names, types and units; an issue is recorded with its place and gives `null`. */
export interface ValueChecker {
  formula(text: string, path: Path, wanted: Wanted): Expression | null;
  /** Constant of a cut or weight, in the unit of its place. */
  constant(text: string): Exact;
  options(choice: string): readonly string[];
  part(
    document: import('./documents.js').PartDocument,
    path: Path,
    wanted: Wanted,
  ): import('./checked.js').CheckedPart | null;
  refuse(code: string, path: Path, values?: Readonly<Record<string, string | number>>): null;
}

/**
 * A value of the reference meaning: a number, a flag, the index of an option, or `undefined` where a fact that
 * gives no points is not known.
 */
export type Meant = Quotient | boolean | number | undefined;

/** What the reference meaning of a construct may ask for. */
export interface Meanings {
  expression(e: Expression): Meant;
  part(part: import('./checked.js').CheckedPart): Quotient;
}

/** A node of the core, known to a construct only by its handle. */
export type Handle = number & { readonly handle: unique symbol };

/** Builds the core; implemented by the plan. */
export interface Builder {
  constant(value: Exact): Handle;
  expression(e: Expression): Handle;
  part(part: import('./checked.js').CheckedPart): Handle;
  sum(of: readonly Handle[]): Handle;
  least(of: readonly Handle[]): Handle;
  greatest(of: readonly Handle[]): Handle;
  compare(op: '<' | '<=' | '=', left: Handle, right: Handle): Handle;
  select(when: Handle, then: Handle, otherwise: Handle): Handle;
  either(a: Handle, b: Handle): Handle;
}

/** A schema is made when asked for, so that a bundle without the reader holds no `zod`. */
export type SchemaOf = () => z.ZodType;
