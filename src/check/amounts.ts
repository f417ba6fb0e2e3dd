import type { Determination } from '../determine/index.js';
import type { CheckedValue, Expression, LinkedKey, LinkedTable, RuleSet } from '../rules/index.js';
import { compareDates, parseCivilDate } from '../value/index.js';
import { optionsBase, type Path } from './paths.js';

/**
 * The cell that says what a programme gives at a tier: the option of that tier, or the row of the table that the amount
 * is looked up in, with the student's own facts as the other keys. Where the amount is worked out in another way, the
 * amount as a whole.
 */
export function amountPath(rules: RuleSet, programme: string, tier: string, of?: Determination): Path {
  const path: Path = ['programmes', programme, 'amount'];
  const amount = rules.programmes.find(({ id }) => id === programme)?.amount ?? null;
  return amount === null ? path : cellOf(rules, amount, path, tier, of);
}

function cellOf(
  rules: RuleSet,
  value: CheckedValue,
  path: Path,
  tier: string,
  of: Determination | undefined,
): Path {
  const asOf = parseCivilDate(of?.asOf ?? rules.document.effective.from);
  if (value.kind === 'dated') {
    const at = value.layers.findLastIndex(({ from }) => asOf !== null && compareDates(from, asOf) <= 0);
    const layer = value.layers[at];
    return layer === undefined
      ? path
      : cellOf(rules, layer.value, [...path, 'layers', at, 'value'], tier, of);
  }
  if (value.kind === 'options' && readsTier(value.of)) return optionsBase(rules, path, tier);
  if (value.kind !== 'formula' || value.is.kind !== 'lookup') return path;
  const { table: id, keys } = value.is;
  const table = rules.tables.find((one) => one.id === id);
  if (table === undefined) return path;
  const texts = keys.map((key, i) => keyText(table.keys[i], key, tier, of));
  return texts.every((text) => text !== null)
    ? rowPath(rules, table, texts, of?.asOf ?? rules.document.effective.from)
    : path;
}

const readsTier = (one: Expression): boolean => one.kind === 'read' && one.of.kind === 'tier';

/** A key of a look-up as the table writes it; `null` where it is more than a name. */
function keyText(
  key: LinkedKey | undefined,
  is: Expression,
  tier: string,
  of: Determination | undefined,
): string | null {
  if (readsTier(is)) return tier;
  if (is.kind !== 'read' || is.of.kind !== 'fact' || key === undefined) return null;
  const { id } = is.of;
  const value = of?.facts.find(({ fact }) => fact === id)?.value;
  return typeof value === 'boolean' || typeof value === 'string' ? String(value) : null;
}

/** The row of a table with these keys, in the layer of a day; the table where no row has them. */
export function rowPath(
  { document }: RuleSet,
  table: LinkedTable,
  keys: readonly string[],
  day: string,
): Path {
  const path: Path = ['tables', table.id];
  const layers = document.tables[table.id]?.layers ?? [];
  const at = layers.findLastIndex(({ from }) => from === undefined || from <= day);
  const row = layers[at]?.rows.find((one) => one.keys.join(' ') === keys.join(' '));
  if (row !== undefined) return [...path, 'layers', at, 'rows', ...row.keys];
  return document.tables[table.id]?.otherwise === undefined ? path : [...path, 'otherwise'];
}
