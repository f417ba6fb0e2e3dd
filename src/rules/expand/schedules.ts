import { compareWritten } from '../../value/index.js';
import type { ScheduleDocument, SliceDocument } from '../document.js';
import type { Path } from '../text/index.js';
import type { Context } from './context.js';
import { named } from './keys.js';
import { canonicalNumber } from './number.js';
import { byDate } from './parameters.js';
import { about, byText, entries, given, isMapping, type Members, members } from './raw.js';

type Rows = ScheduleDocument['layers'][number]['rows'];

export function expandSchedule(context: Context, raw: unknown, id: string): ScheduleDocument {
  const s = members(raw);
  const path: Path = ['schedules', id];
  const keys = ((s.keys as readonly unknown[] | undefined) ?? []).map((key) => {
    const [name, choice] = named(key);
    return { name, choice };
  });
  const plain = keys.length === 0 ? s : s.rows;
  return {
    unit: context.unit(s.unit),
    keys,
    layers:
      s.dated === undefined
        ? [{ rows: rowsOf(context, keys.length, plain, keys.length === 0 ? path : [...path, 'rows']) }]
        : byDate(s.dated).map(([from, one]) => ({
            from,
            rows: rowsOf(context, keys.length, one, [...path, 'dated', from]),
          })),
    ...about(s),
  };
}

/** Slices under their options, nested once for each key; without keys one row. `rules.tableShape` where they are not. */
function rowsOf(context: Context, depth: number, raw: unknown, path: Path): Rows {
  const rows: { readonly keys: readonly string[]; readonly slices: SliceDocument }[] = [];
  const walk = (value: unknown, keys: readonly string[], at: Path): void => {
    if (isSlices(value) !== (keys.length === depth)) context.refuse('rules.tableShape', at, { keys: depth });
    else if (keys.length === depth) rows.push({ keys, slices: slicesOf(members(value)) });
    else for (const [option, inner] of entries(value)) walk(inner, [...keys, option], [...at, option]);
  };
  walk(raw, [], path);
  return rows.sort((a, b) => byText(a.keys.join('\u0000'), b.keys.join('\u0000')));
}

const isSlices = (raw: unknown): boolean => isMapping(raw) && typeof raw.otherwise === 'string';

function slicesOf(raw: Members): SliceDocument {
  return {
    bands: byCut(raw.up_to ?? {}).map(([up_to, rate]) => ({ up_to, rate })),
    otherwise: canonicalNumber(String(raw.otherwise)),
    printed: byCut(raw.printed).map(([at, is]) => ({ at, is })),
    ...given(raw, ['at_least'], canonicalNumber),
  };
}

/** Numbers by rising numbers, both canonical. */
function byCut(raw: unknown): readonly (readonly [cut: string, value: string])[] {
  return entries(raw)
    .map(([cut, value]) => [canonicalNumber(cut), canonicalNumber(String(value))] as const)
    .sort(([a], [b]) => compareWritten(a, b));
}
