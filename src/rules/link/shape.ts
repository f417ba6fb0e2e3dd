import { decimalPlaces, type Exact, hull, only, type Range } from '../../value/index.js';
import { larger } from '../digits.js';
import type { ValueShape } from '../document.js';
import { type AttributeMeaning, CODE, DATE, FLAG, type Type } from '../formula/index.js';
import type { LinkedShape } from '../rule-set.js';
import type { Path } from '../text/index.js';
import { dateGrid, type Grid, numberGrid } from './grid.js';
import type { Linker } from './linker.js';
import { literalOf, numberOf } from './literal.js';

/**
 * Settles what a fact, or an attribute of a person, can be. Issues: `rules.unknownChoice`, `rules.unknownUnit`,
 * `rules.missingKey`, `rules.number`, `rules.date`, `rules.rangeEmpty`, `rules.stepMisfits`, `rules.cannotBeNone`,
 * `rules.noneMisfits`.
 */
export function linkShape(linker: Linker, id: string, document: ValueShape, path: Path): LinkedShape | null {
  const type = typeOfShape(linker, id, document, path);
  if (type === null) return null;
  const grid = gridOf(linker, type, document, path);
  if (grid === null) return null;
  const options = 'choice' in type ? linker.options(type.choice) : [];
  const shape = { type, options, ...grid, mayBeNone: document.none !== undefined };
  if (document.none === undefined || document.none === 'allowed') {
    const whole = type.kind === 'several' || type.kind === 'people';
    if (whole && shape.mayBeNone)
      return linker.refuse('rules.cannotBeNone', [...path, 'none'], { type: type.kind });
    return shape;
  }
  const noneIs = literalOf(type, options, document.none);
  if (noneIs === null) return linker.refuse('rules.noneMisfits', [...path, 'none'], { value: document.none });
  return { ...shape, noneIs };
}

function typeOfShape(linker: Linker, id: string, document: ValueShape, path: Path): Type | null {
  switch (document.type) {
    case 'flag':
      return FLAG;
    case 'date':
      return DATE;
    case 'code':
      return CODE;
    case 'people':
      return { kind: 'people', people: id };
    case 'number': {
      const unit = linker.unit(document.unit ?? '', [...path, 'unit']);
      return unit === null ? null : { kind: 'number', unit };
    }
    case 'choice':
    case 'several': {
      const choice = document.choice ?? '';
      return linker.knownChoice(choice, [...path, 'of']) ? { kind: document.type, choice } : null;
    }
  }
}

function gridOf(
  linker: Linker,
  type: Type,
  document: ValueShape,
  path: Path,
): Grid | Record<never, never> | null {
  if (type.kind === 'number') return numberGrid(linker, document, path);
  return type.kind === 'date' ? dateGrid(linker, document, path) : {};
}

/** What a formula sees of it. `passes`: it can be none, and nothing stands for that. */
export function meaningOfShape(shape: LinkedShape, passes: boolean): AttributeMeaning {
  const { type, range, step, noneIs } = shape;
  const none = passes ? { maybeNone: true as const } : {};
  if (range === undefined) return { type, ...none };
  const values: Exact[] = [range.low, step ?? range.low];
  const instead = noneIs === undefined ? null : numberOf(noneIs);
  if (instead !== null) values.push(instead);
  const places = values.map((x) => decimalPlaces(x) ?? 40).reduce(larger, 0);
  const all: Range = instead === null ? range : hull(range, only(instead));
  return { type, range: all, places, size: places, ...none };
}
