import { compare, ZERO } from '../../value/index.js';
import { checkValue } from '../constructs/index.js';
import type { ProgrammeDocument } from '../document.js';
import { currencyOf, FLAG, type Wanted } from '../formula/index.js';
import type { LinkedProgramme } from '../rule-set.js';
import type { Path } from '../text/index.js';
import { typeOf } from './extent.js';
import type { Linker } from './linker.js';

/**
 * Settles a programme. Amounts are whole minor units of one currency, per the time that `per` says, and never below 0.
 * Issues: `rules.amountUnit`, `rules.needsRounding`, `rules.amountNegative`.
 */
export function linkProgramme(
  linker: Linker,
  id: string,
  document: ProgrammeDocument,
): LinkedProgramme | null {
  const path: Path = ['programmes', id];
  const entitled = linker.formula(document.for, [...path, 'for'], FLAG);
  if (document.amount.kind === 'unstated') {
    return entitled === null
      ? null
      : { id, document, for: entitled, amount: null, currency: null, minor: 1n, universal: false };
  }
  const amount = checkValue(document.amount, [...path, 'amount'], amountWanted(linker, document), linker);
  if (entitled === null || amount === null) return null;
  const type = typeOf(amount);
  const unit = type.kind === 'number' ? type.unit : '';
  const currency = currencyOf(unit);
  const needed = document.per === 'event' ? currency : `${currency}/${document.per}`;
  if (currency === null || unit !== needed) {
    return linker.refuse('rules.amountUnit', [...path, 'amount'], { found: unit, per: document.per });
  }
  const { range, places } = amount.extent;
  if (places === null || (places ?? 0) > 2)
    return linker.refuse('rules.needsRounding', [...path, 'amount'], { step: '0.01' });
  if (range !== undefined && compare(range.low, ZERO) < 0)
    return linker.refuse('rules.amountNegative', [...path, 'amount']);
  return { id, document, for: entitled, amount, currency, minor: 100n, universal: false };
}

/** A bare number as an amount takes the currency of the file, if it has only one; else it must say its unit. */
function amountWanted(linker: Linker, document: ProgrammeDocument): Wanted {
  const units = [
    ...Object.values(linker.document.tables).map((t) => t.unit),
    ...Object.values(linker.document.facts).map((f) => f.unit ?? ''),
  ];
  const currencies = new Set(units.map(currencyOf).filter((c) => c !== null));
  if (currencies.size !== 1) return { kind: 'anyNumber' };
  const [currency] = currencies;
  return {
    kind: 'number',
    unit: document.per === 'event' ? (currency as string) : `${currency}/${document.per}`,
  };
}
