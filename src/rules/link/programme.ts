import { compare, ZERO } from '../../value/index.js';
import { checkValue, typeOfValue } from '../constructs/index.js';
import type { ProgrammeDocument } from '../document.js';
import { currencyOf, type Wanted } from '../formula/index.js';
import type { LinkedProgramme } from '../rule-set.js';
import type { Path } from '../text/index.js';
import type { Linker } from './linker.js';

/**
 * Settles a programme. Amounts are whole minor units of one currency, per the time that `per` says, and never below 0
 * or (as the values of any construct outside figures) none. Issues: those of its values, `rules.amountUnit`,
 * `rules.needsRounding`, `rules.amountNegative`.
 */
export function linkProgramme(
  linker: Linker,
  id: string,
  document: ProgrammeDocument,
): LinkedProgramme | null {
  const path: Path = ['programmes', id];
  const checker = linker.checker();
  const entitled = checker.condition(document.for, [...path, 'for']);
  if (document.amount.kind === 'unstated') {
    return entitled === null
      ? null
      : { id, document, for: entitled, amount: null, currency: null, minor: 1n, universal: false };
  }
  const at: Path = [...path, 'amount'];
  const wanted = amountWanted(linker, document);
  const amount = checkValue(document.amount, at, wanted, checker);
  if (entitled === null || amount === null) return null;
  const type = typeOfValue(amount) ?? wanted;
  const unit = type.kind === 'number' ? type.unit : '';
  const currency = currencyOf(unit);
  const needed = document.per === 'event' ? currency : `${currency}/${document.per}`;
  // What is no money has no currency, and never the unit that is needed.
  if (unit !== needed) return linker.refuse('rules.amountUnit', at, { found: unit, per: document.per });
  const { range, places } = amount.extent;
  if (places === null || (places !== undefined && places > 2))
    return linker.refuse('rules.needsRounding', at, { step: '0.01' });
  if (range !== undefined && compare(range.low, ZERO) < 0) return linker.refuse('rules.amountNegative', at);
  return { id, document, for: entitled, amount, currency, minor: 100n, universal: false };
}

/** A bare number as an amount takes the currency of the file, if it has only one; else it must say its unit. */
function amountWanted(linker: Linker, document: ProgrammeDocument): Wanted {
  const { tables, facts, parameters, schedules } = linker.document;
  const units = [
    ...Object.values(tables).flatMap((table) => table.columns.map((column) => column.unit ?? '')),
    ...Object.values(facts).map((fact) => fact.unit ?? ''),
    ...Object.values(parameters).map((parameter) => parameter.unit),
    ...Object.values(schedules).map((schedule) => schedule.unit),
  ];
  const currencies = new Set(units.map(currencyOf).filter((currency) => currency !== null));
  const [currency] = currencies;
  if (currency === undefined || currencies.size > 1) return { kind: 'anyNumber' };
  return { kind: 'number', unit: document.per === 'event' ? currency : `${currency}/${document.per}` };
}
