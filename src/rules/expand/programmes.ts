import type { ProgrammeDocument, ScopeDocument } from '../document.js';
import type { Context } from './context.js';
import { about, isMapping, members, words } from './raw.js';
import { expandFigureValue } from './value.js';

export function expandProgramme(context: Context, raw: unknown): ProgrammeDocument {
  const p = members(raw);
  return {
    instrument: p.instrument as ProgrammeDocument['instrument'],
    for: context.formula(String(p.for)),
    amount: amountOf(context, p.amount),
    per: p.per as ProgrammeDocument['per'],
    payee: p.payee as ProgrammeDocument['payee'],
    ...about(p),
  };
}

function amountOf(context: Context, raw: unknown): ProgrammeDocument['amount'] {
  return isMapping(raw) && raw.unstated !== undefined
    ? { kind: 'unstated', because: words(raw.unstated) }
    : expandFigureValue(raw, context);
}

export function expandScope(context: Context, raw: unknown): ScopeDocument {
  const s = members(raw);
  return { is: context.formula(String(s.is)), ...about(s) };
}
