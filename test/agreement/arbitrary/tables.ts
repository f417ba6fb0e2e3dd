import type { Dice } from './dice.js';
import { type Draft, type DraftFile, plain } from './draft.js';
import { MONEY, POINT, PURE } from './formulas.js';
import type { ChoiceName, TableName } from './names.js';

/** A choice that a table can be keyed by, or a flag. */
const FLAG: ChoiceName = { name: '', choice: 'flag', options: ['true', 'false'], ordered: false };

/** Random tables of one or two keys, whole or with the rest under `otherwise`. */
export function draftTables(
  dice: Dice,
  count: number,
  choices: readonly ChoiceName[],
): { readonly tables: DraftFile; readonly names: readonly TableName[] } {
  const tables: Record<string, Draft> = {};
  const names: TableName[] = [];
  for (let i = 0; i < count; i += 1) {
    const unit = dice.pick([POINT, POINT, MONEY, MONEY, PURE]);
    const keys = dice.some([...choices, FLAG], 1, 2);
    const total = dice.chance(60);
    const cell = (): Draft => plain(cellOf(dice, unit));
    const rows = (rest: readonly ChoiceName[]): Draft => {
      const [key, ...inner] = rest;
      if (key === undefined) return cell();
      const said = total ? key.options : dice.some(key.options, 1, key.options.length);
      return Object.fromEntries(said.map((option) => [option, rows(inner)]));
    };
    const id = `t${i}`;
    tables[id] = {
      unit,
      keys: keys.map((key, k) =>
        key.choice !== 'flag' && dice.chance(60) ? key.choice : { [`key${k}`]: key.choice },
      ),
      rows: rows(keys),
      ...(total ? {} : { otherwise: cell() }),
    };
    names.push({ name: id, unit, keys: keys.map((key) => key.choice) });
  }
  return { tables, names };
}

function cellOf(dice: Dice, unit: string): string {
  if (unit === POINT) return dice.pick(['0', '2', '5.5', '10', '-4', '18']);
  return unit === PURE
    ? dice.pick(['0.5', '100%', '75%', '1.25'])
    : dice.pick(['0', '625', '1_250', '1500.50', '3_000']);
}
