import type { ParameterDocument } from '../document.js';
import type { Path } from '../text/index.js';
import type { Context } from './context.js';
import { gridOf } from './grid.js';
import { canonicalNumber } from './number.js';
import { about, byText, entries, given, members } from './raw.js';

export function expandParameter(context: Context, raw: unknown, id: string): ParameterDocument {
  const p = members(raw);
  const path: Path = ['parameters', id];
  const unit = context.unit(p.unit);
  return {
    unit,
    layers:
      p.dated === undefined
        ? [{ value: canonicalNumber(String(p.is)) }]
        : byDate(p.dated).map(([from, value]) => ({ from, value: canonicalNumber(String(value)) })),
    ...given(p, ['before'], canonicalNumber),
    ...(p.range === undefined ? given(p, ['step'], canonicalNumber) : gridOf(context, p, unit, path)),
    ...about(p),
  };
}

/** Layers as written, rising by date. */
export function byDate(dated: unknown): readonly (readonly [from: string, layer: unknown])[] {
  return [...entries(dated)].sort(([a], [b]) => byText(a, b));
}
