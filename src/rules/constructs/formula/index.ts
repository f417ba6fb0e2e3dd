import * as z from 'zod';
import { type Reading, readings, type Type, type Wanted } from '../../formula/index.js';
import { formulaSlot } from '../../schema/slots.js';
import type { Path } from '../../text/index.js';
import type { Builder, Expander, Handle, Meanings, Meant, Raw, ValueChecker } from '../contract.js';
import { extentOf } from '../extent.js';
import { settled } from '../settle.js';
import type { CheckedFormula, FormulaDocument } from './document.js';

/** `is: formula` of a figure; `points: formula` of a part. */
export const schema = () => z.strictObject({ is: formulaSlot() });
export const partSchema = () => z.strictObject({ points: formulaSlot() });
export const identifies = ['is', 'points'];

export function expand(raw: Raw, to: Expander): FormulaDocument {
  return { kind: 'formula', is: to.formula(String(raw.is ?? raw.points)) };
}

export function check(
  document: FormulaDocument,
  path: Path,
  wanted: Wanted,
  checker: ValueChecker,
): CheckedFormula | null {
  const is = settled([{ text: document.is, path: [...path, 'is'] }], wanted, checker)?.[0];
  return is === undefined ? null : { kind: 'formula', is, extent: extentOf([is]) };
}

export function meaning(value: CheckedFormula, ask: Meanings): Meant {
  return ask.expression(value.is);
}

export function lower(value: CheckedFormula, build: Builder): Handle {
  return build.expression(value.is);
}

export function reads(value: CheckedFormula): readonly Reading[] {
  return readings(value.is);
}

export function type(value: CheckedFormula): Type | null {
  return value.is.type;
}
