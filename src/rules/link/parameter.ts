import type { ParameterDocument } from '../document.js';
import type { ParameterType } from '../formula/index.js';
import type { LinkedParameter } from '../rule-set.js';
import type { Path } from '../text/index.js';
import { spread } from './extent.js';
import { numberGrid } from './grid.js';
import { datedness, datesOf } from './layers.js';
import type { Linker } from './linker.js';

export interface SettledParameter {
  readonly linked: LinkedParameter;
  readonly type: ParameterType;
}

/**
 * Settles a dated value. Issues: `rules.unknownUnit`, `rules.number`, `rules.date`, `rules.cutsNotIncreasing`;
 * `rules.missingKey` where what held before is unknown and nothing says what it can be.
 */
export function linkParameter(
  linker: Linker,
  id: string,
  document: ParameterDocument,
): SettledParameter | null {
  const path: Path = ['parameters', id];
  const unit = linker.unit(document.unit, [...path, 'unit']);
  const dates = datesOf(linker, document.layers, path);
  const isUnknown = document.before === 'unknown';
  const open = isUnknown && unit !== null ? numberGrid(linker, document, path) : undefined;
  if (unit === null || dates === null || open === null) return null;
  const layers = document.layers.map(({ value }, i) => ({
    from: dates[i] ?? null,
    is: linker.constant(value, [...path, 'layers', i, 'value']),
  }));
  const before =
    document.before === undefined || isUnknown
      ? undefined
      : linker.constant(document.before, [...path, 'before']);
  const values = [...layers.map((layer) => layer.is), ...(before === undefined ? [] : [before])];
  const type: ParameterType = { unit, ...spread(values, open), ...datedness(dates, document.before) };
  const linked: LinkedParameter = {
    id,
    unit,
    layers,
    ...(isUnknown ? { before: 'unknown' } : before === undefined ? {} : { before }),
    ...(open === undefined ? {} : { open }),
  };
  return { linked, type };
}
