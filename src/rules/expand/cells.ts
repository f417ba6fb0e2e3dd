import { error, type Issue } from '../../value/index.js';
import type { ColumnDocument } from '../document.js';
import { parseUnit } from '../formula/index.js';
import { own } from '../own.js';
import { isNumber } from '../schema/slots.js';
import type { Context } from './context.js';
import { named } from './keys.js';
import { canonicalNumber } from './number.js';
import type { Members } from './raw.js';

/** What the cells of a table are, by column; a table without columns has one that has no name. */
export function columnsOf(context: Context, raw: Members): readonly ColumnDocument[] {
  if (raw.columns !== undefined)
    return (raw.columns as readonly unknown[]).map((one) => columnOf(context, ...named(one)));
  if (raw.type === 'flag') return [{ name: '', type: 'flag' }];
  if (raw.type === 'choice') return [{ name: '', type: 'choice', choice: String(raw.of) }];
  return [{ name: '', type: 'number', unit: context.unit(raw.unit) }];
}

/** A column is told by its unit, by `flag`, or by a choice of the file. */
function columnOf(context: Context, name: string, type: string): ColumnDocument {
  if (type === 'flag') return { name, type };
  const unit = parseUnit(type, context.units);
  const isChoice = unit === null && (own(context.choices, type) !== undefined || type === 'tier');
  return isChoice ? { name, type: 'choice', choice: type } : { name, type: 'number', unit: unit ?? type };
}

/** A cell in its long form, or what is wrong with it. */
export function cellOf(column: ColumnDocument, text: string): string | Issue {
  if (column.type === 'choice') return text;
  if (column.type === 'number')
    return isNumber(text) ? canonicalNumber(text) : error('rules.number', { found: text });
  if (text === 'true' || text === 'false') return text;
  return error('rules.notOneOf', { option: text, options: 'true, false' });
}

/** What stands for rows that are not there: a cell, or `unknown`. */
export const restOf = (text: string): string => (isNumber(text) ? canonicalNumber(text) : text);
