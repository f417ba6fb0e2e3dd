import { LAYERS } from './days.js';
import type { Dice } from './dice.js';
import { type Draft, type DraftFile, plain } from './draft.js';
import type { ChoiceName, KeyName, TableName } from './names.js';
import { MONEY, POINT, PURE } from './units.js';

/** What a table gives: numbers of one unit, columns, flags or options. */
interface Cells {
  readonly head: DraftFile;
  readonly gives: string;
  readonly column: string | null;
  readonly cell: () => Draft;
  readonly rest: () => Draft;
  /** Numbers can be left out of the file, where it says what they can be. */
  readonly open: DraftFile | null;
}

export const UNKNOWN: Readonly<Record<string, DraftFile>> = {
  [POINT]: { range: [plain(0), plain(10)], step: plain(5) },
  [MONEY]: { range: [plain(500), plain('1_000')], step: plain(500) },
  [PURE]: { range: [plain('0.5'), plain('1.5')], step: plain('0.5') },
};

function cells(dice: Dice, choices: readonly ChoiceName[]): Cells {
  const numbers = (unit: string): Cells => {
    const cell = (): Draft => plain(cellOf(dice, unit));
    return { head: { unit }, gives: unit, column: null, cell, rest: cell, open: UNKNOWN[unit] as DraftFile };
  };
  const flags = (): Draft => plain(dice.pick(['true', 'false']));
  const shared = choices.filter((one) => one.choice !== 'flag');
  return dice.weighted<() => Cells>([
    [6, () => numbers(dice.pick([POINT, POINT, MONEY, MONEY, PURE]))],
    [
      2,
      () => {
        const unit = dice.pick([POINT, MONEY]);
        const columns = { head: { columns: [{ most: unit }, { ratio: '1' }] }, gives: unit, column: 'most' };
        const cell = (): Draft => [plain(cellOf(dice, unit)), plain(cellOf(dice, PURE))];
        return { ...columns, cell, rest: () => plain(dice.pick(['0', '1', '2'])), open: null };
      },
    ],
    [2, () => ({ head: { type: 'flag' }, gives: 'flag', column: null, cell: flags, rest: flags, open: {} })],
    [
      shared.length > 0 ? 2 : 0,
      () => {
        const { choice, options } = dice.pick(shared);
        const option = (): Draft => dice.pick(options);
        const head = { type: 'choice', of: choice };
        return { head, gives: choice, column: null, cell: option, rest: option, open: {} };
      },
    ],
  ])();
}

interface Key {
  readonly draft: Draft;
  readonly named: KeyName;
  readonly values: readonly string[];
  /** Keys without a row are always possible. */
  readonly partial: boolean;
}

function anyKey(dice: Dice, k: number, choices: readonly ChoiceName[], codes: boolean): Key {
  return dice.weighted<() => Key>([
    [
      choices.length > 0 ? 6 : 0,
      () => {
        const one = dice.pick(choices);
        const draft = dice.chance(60) ? one.choice : { [`key${k}`]: one.choice };
        return { draft, named: { kind: 'choice', choice: one.choice }, values: one.options, partial: false };
      },
    ],
    [
      2,
      () => ({
        draft: { [`key${k}`]: 'flag' },
        named: { kind: 'flag' },
        values: ['true', 'false'],
        partial: false,
      }),
    ],
    [
      codes ? 5 : 0,
      () => ({
        draft: { [`key${k}`]: 'code' },
        named: { kind: 'code' },
        values: dice.some(['FR', '37', '3715', '371501'], 2, 4),
        partial: true,
      }),
    ],
    [
      4,
      () => {
        const low = dice.whole(-1, 3);
        const high = low + dice.whole(1, 3);
        const more = dice.chance(30);
        return {
          draft: { [`key${k}`]: plain(`${low}..${high}${more ? '+' : ''}`) },
          named: { kind: 'whole', low, high, more, otherwise: false },
          values: Array.from({ length: high - low + 1 }, (_, i) => String(low + i)),
          partial: false,
        };
      },
    ],
  ])();
}

/**
 * Random tables of one or two keys, whole or with the rest under `otherwise`, some of them in layers by date. `open`: one
 * of them may leave cells out.
 */
export function draftTables(
  dice: Dice,
  count: number,
  choices: readonly ChoiceName[],
  codes: boolean,
  open: boolean,
): { readonly tables: DraftFile; readonly names: readonly TableName[] } {
  const tables: Record<string, Draft> = {};
  const names: TableName[] = [];
  for (let i = 0; i < count; i += 1) {
    // Of more than one such table the look-ups would be too many to go through.
    const mayBeOpen = i === count - 1 && open;
    const one = table(dice, `t${i}`, choices, codes, mayBeOpen);
    tables[`t${i}`] = one.draft;
    names.push(...one.names);
  }
  return { tables, names };
}

function table(
  dice: Dice,
  id: string,
  choices: readonly ChoiceName[],
  codes: boolean,
  mayBeOpen: boolean,
): { readonly draft: DraftFile; readonly names: readonly TableName[] } {
  const of = cells(dice, choices);
  const keys = dice.times(dice.whole(1, 2), (k) => anyKey(dice, k, choices, codes));
  const last = keys.at(-1) as Key;
  const adds =
    of.column === null &&
    of.open !== null &&
    'unit' in of.head &&
    last.named.kind === 'whole' &&
    !last.named.more
      ? dice.chance(45)
      : false;
  const total = keys.every((key) => !key.partial) && dice.chance(60);
  const unknown = of.open !== null && mayBeOpen && dice.chance(85);
  const dated = dice.chance(35);
  const open = !total && unknown && dice.chance(60);
  const before = dated && (unknown || dice.chance(60));
  const openBefore = before && unknown && !open;
  const rows = (rest: readonly Key[]): Draft => {
    const [key, ...inner] = rest;
    if (key === undefined) return of.cell();
    if (inner.length === 0 && key.named.kind === 'whole' && (total || dice.chance(50)) && dice.chance(50))
      return key.values.map(() => of.cell());
    const said = total ? key.values : dice.some(key.values, 1, key.values.length);
    return Object.fromEntries(said.map((value) => [value, rows(inner)]));
  };
  // What nobody knows held until a day that is asked for.
  const from = dice.some(openBefore ? LAYERS.slice(2) : LAYERS, 1, 2).sort();
  const layers = before ? from : ['1500-01-01', ...from.slice(1)];
  const body = dated
    ? { dated: Object.fromEntries(layers.map((day) => [day, rows(keys)])) }
    : { rows: rows(keys) };
  const draft = {
    ...of.head,
    keys: keys.map((key) => key.draft),
    ...(keys.some((key) => key.named.kind === 'code') && dice.chance(50) ? { match: 'prefix' } : {}),
    ...body,
    ...(before ? { before: openBefore ? 'unknown' : of.rest() } : {}),
    ...(total ? {} : { otherwise: open ? 'unknown' : of.rest() }),
    ...(adds ? { each_more: plain(dice.pick(['2', '1.5', '-1'])) } : {}),
    ...(open || openBefore ? of.open : {}),
  };
  const named = keys.map(
    ({ named: key }, k): KeyName =>
      key.kind === 'whole'
        ? { ...key, otherwise: !total, more: key.more || (adds && k === keys.length - 1) }
        : key,
  );
  const name = { name: id, keys: named, dated, open: open || openBefore };
  const all = of.column === null ? [name] : [name, name];
  return {
    draft,
    names: all.map((one, i) => ({
      ...one,
      gives: i === 1 ? PURE : of.gives,
      column: of.column === null ? null : i === 1 ? 'ratio' : of.column,
    })),
  };
}

export function cellOf(dice: Dice, unit: string): string {
  if (unit === POINT) return dice.pick(['0', '2', '5.5', '10', '-4', '18']);
  return unit === PURE
    ? dice.pick(['0.5', '100%', '75%', '1.25'])
    : dice.pick(['0', '625', '1_250', '1500.50', '3_000']);
}
