import { LAYERS } from './days.js';
import type { Dice } from './dice.js';
import { type Draft, type DraftFile, plain } from './draft.js';
import type { ChoiceName, DatedName, NumberName, ScheduleName } from './names.js';
import { cellOf, UNKNOWN } from './tables.js';
import { MONEY, POINT, PURE } from './units.js';

/** Random parameters, plain or by date. */
export function draftParameters(
  dice: Dice,
  count: number,
  mayBeOpen: boolean,
): {
  readonly parameters: DraftFile;
  readonly numbers: readonly NumberName[];
  readonly dated: readonly DatedName[];
} {
  const parameters: Record<string, Draft> = {};
  const numbers: NumberName[] = [];
  const dated: DatedName[] = [];
  for (let i = 0; i < count; i += 1) {
    const unit = dice.pick([POINT, MONEY, PURE]);
    const value = (): Draft => plain(cellOf(dice, unit));
    const byDate = dice.chance(70);
    const before = dice.chance(60);
    const open = mayBeOpen && i === 0 && byDate && before && dice.chance(80);
    const from = dice.some(open ? LAYERS.slice(2) : LAYERS, 1, 3).sort();
    const layers = before ? from : ['1500-01-01', ...from.slice(1)];
    parameters[`par${i}`] = byDate
      ? {
          unit,
          dated: Object.fromEntries(layers.map((day) => [day, value()])),
          ...(before ? { before: open ? 'unknown' : value() } : {}),
          ...(open ? (UNKNOWN[unit] as DraftFile) : {}),
        }
      : { unit, is: value() };
    if (!open) numbers.push({ name: `par${i}`, unit, near: ['0', '1', '5', '625'], positive: false });
    if (byDate) dated.push({ name: `par${i}`, unit, open });
  }
  return { parameters, numbers, dated };
}

/** Random schedules of marginal rates. */
export function draftSchedules(
  dice: Dice,
  count: number,
  choices: readonly ChoiceName[],
): { readonly schedules: DraftFile; readonly names: readonly ScheduleName[] } {
  const schedules: Record<string, Draft> = {};
  const names: ScheduleName[] = [];
  for (let i = 0; i < count; i += 1) {
    const unit = dice.pick([MONEY, MONEY, POINT]);
    const cuts = unit === MONEY ? ['500', '1_200', '2_000', '2_500'] : ['1', '3', '5.5', '9'];
    const rate = (): Draft => plain(dice.pick(['0', '10%', '50%', '1', '35%', '2']));
    const slices = (): Draft => ({
      up_to: Object.fromEntries(dice.some(cuts, 1, 3).map((cut) => [cut, rate()])),
      otherwise: rate(),
      ...(dice.chance(40) ? { at_least: plain(dice.pick(['0', '-1', '2', '-100'])) } : {}),
    });
    const keys = choices.length > 0 && dice.chance(40) ? [dice.pick(choices)] : [];
    const rows = (): Draft =>
      keys.length === 0
        ? slices()
        : Object.fromEntries((keys[0]?.options ?? []).map((option) => [option, slices()]));
    const dated = dice.chance(40);
    const layers = ['1500-01-01', ...dice.some(LAYERS, 1, 1)];
    const body: Draft = dated
      ? { dated: Object.fromEntries(layers.map((day) => [day, rows()])) }
      : keys.length === 0
        ? (slices() as DraftFile)
        : { rows: rows() };
    schedules[`sch${i}`] = {
      unit,
      ...(keys.length === 0 ? {} : { keys: keys.map((key) => key.choice) }),
      ...(body as DraftFile),
    };
    names.push({ name: `sch${i}`, unit, keys: keys.map((key) => key.choice), dated });
  }
  return { schedules, names };
}
