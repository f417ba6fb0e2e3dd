import { hull } from '../../value/index.js';
import { larger } from '../digits.js';
import type { ScheduleDocument } from '../document.js';
import type { ScheduleType } from '../formula/index.js';
import type { LinkedSchedule, LinkedSlices } from '../rule-set.js';
import type { Path } from '../text/index.js';
import { datedness, datesOf } from './layers.js';
import type { Linker } from './linker.js';
import { linkSlices, marginalOver, marginalPlaces } from './slices.js';

export interface SettledSchedule {
  readonly linked: LinkedSchedule;
  readonly type: ScheduleType;
}

type Layer = ScheduleDocument['layers'][number];

/**
 * Settles a schedule: slices for every combination of its keys, in each of its layers. Issues: `rules.unknownUnit`,
 * `rules.unknownChoice`, those of layers and slices, `rules.tableShape`, `rules.unknownOption`, `rules.duplicateKey`,
 * `rules.rowsNotTotal`.
 */
export function linkSchedule(linker: Linker, id: string, document: ScheduleDocument): SettledSchedule | null {
  const path: Path = ['schedules', id];
  const unit = linker.unit(document.unit, [...path, 'unit']);
  const known = document.keys.every(({ choice }, i) => linker.knownChoice(choice, [...path, 'keys', i]));
  const dates = datesOf(linker, document.layers, path);
  if (unit === null || !known || dates === null) return null;
  const keys = document.keys.map(({ choice }) => ({ choice, options: linker.options(choice) }));
  const layers: { from: (typeof dates)[number]; is: readonly LinkedSlices[] }[] = [];
  for (const [i, layer] of document.layers.entries()) {
    const is = denseRows(linker, keys, layer, [...path, 'layers', i, 'rows']);
    if (is !== null) layers.push({ from: dates[i] ?? null, is });
  }
  if (layers.length < document.layers.length) return null;
  const all = layers.flatMap((layer) => layer.is);
  return {
    linked: { id, unit, keys: keys.map(({ choice, options }) => ({ choice, size: options.length })), layers },
    type: {
      unit,
      keys: keys.map(({ choice }) => ({ choice })),
      ...datedness(dates, undefined),
      places: all.map(marginalPlaces).reduce(larger, 0),
      over: (range) => all.map((slices) => marginalOver(slices, range)).reduce(hull),
    },
  };
}

/** One row for every combination of options, row-major. */
function denseRows(
  linker: Linker,
  keys: readonly { readonly choice: string; readonly options: readonly string[] }[],
  layer: Layer,
  path: Path,
): readonly LinkedSlices[] | null {
  const said = new Map<string, LinkedSlices | null>();
  for (const row of layer.rows) {
    const at: Path = [...path, ...row.keys];
    if (row.keys.length !== keys.length) return linker.refuse('rules.tableShape', at, { keys: keys.length });
    for (const [i, { choice, options }] of keys.entries()) {
      const option = row.keys[i] as string;
      if (options.includes(option)) continue;
      const more = { choice, options: options.join(', ') };
      const place: Path = [...path, ...row.keys.slice(0, i + 1)];
      return linker.unknown('rules.unknownOption', place, 'option', option, options, more);
    }
    const name = row.keys.join(', ');
    if (said.has(name)) return linker.refuse('rules.duplicateKey', at, { key: name });
    said.set(name, linkSlices(linker, row.slices, at));
  }
  const names = keys.reduce<readonly (readonly string[])[]>(
    (all, { options }) => all.flatMap((before) => options.map((option) => [...before, option])),
    [[]],
  );
  const missing = names.map((one) => one.join(', ')).find((name) => !said.has(name));
  if (missing !== undefined) return linker.refuse('rules.rowsNotTotal', path, { missing });
  const rows = names.map((one) => said.get(one.join(', ')) ?? null);
  const good = rows.filter((one) => one !== null);
  return good.length < rows.length ? null : good;
}
