import type { FigureDocument } from '../document.js';
import { restOf } from './cells.js';
import type { Context } from './context.js';
import { pair } from './grid.js';
import { about, given, members } from './raw.js';
import { expandFigureValue } from './value.js';

export function expandFigure(context: Context, raw: unknown, id: string): FigureDocument {
  if (typeof raw === 'string') return { value: expandFigureValue(raw, context) };
  const f = members(raw);
  if (f.none !== undefined && f.only_if === undefined)
    context.refuse('rules.missingKey', ['figures', id], { key: 'only_if' });
  return {
    ...given(f, ['unit'], context.unit),
    ...given(f, ['gives', 'for'], (name) => name),
    ...given(f, ['only_if'], context.formula),
    ...given(f, ['none'], restOf),
    ...(f.range === undefined ? {} : { range: pair(f.range, restOf) }),
    ...(f.override === undefined ? {} : { override: overrideOf(f.override) }),
    value: expandFigureValue(f, context),
    ...about(f),
  };
}

function overrideOf(raw: unknown): NonNullable<FigureDocument['override']> {
  const { by, needs } = members(raw);
  return { by: by as readonly string[], needs: (needs as readonly string[] | undefined) ?? [] };
}
