import type { OpenFact } from './fact-columns.js';
import { headerKey } from './sheet.js';

/** Units of money that a column name states and that are not yuan, and words for a month's money. */
const MONEY = /[百千万亿]元|(?:USD|HKD|美元|港元|澳门元)/;
const MONTHLY = /月(?:均)?(?:收入|支出|工资)|(?:元)?[/／每]月|每月|[(（]月[)）]/;

/**
 * The unit that a column name states, where it is plainly another than that of the fact and the job says nothing of
 * `times`; else `null`. A file in 万元 that is read as yuan makes everybody poor, and each cell of it looks right.
 */
export function otherUnit({ fact, column }: OpenFact): { unit: string; fact: string; needed: string } | null {
  const { type } = fact;
  if (type.kind !== 'number' || column.spec.times !== undefined) return null;
  const name = headerKey(column.header);
  const money = /^CNY/.test(type.unit) ? MONEY.exec(name)?.[0] : undefined;
  const monthly = /\/year$/.test(type.unit) ? MONTHLY.exec(name)?.[0] : undefined;
  const unit = money ?? monthly;
  return unit === undefined ? null : { unit, fact: fact.id, needed: type.unit };
}
