import { compare, hull, MOST_DIGITS, type Range } from '../../value/index.js';
import { checkValue, type Extent, extentOf, typeOfValue } from '../constructs/index.js';
import { tooManyDigits } from '../digits.js';
import type { FigureDocument } from '../document.js';
import { describeType, type Meaning, type Type, type Wanted } from '../formula/index.js';
import type { LinkedFigure, Literal } from '../rule-set.js';
import type { Path } from '../text/index.js';
import { spread } from './extent.js';
import { dateGrid } from './grid.js';
import type { Linker } from './linker.js';
import { literalOf, numberOf } from './literal.js';

export interface SettledFigure {
  readonly linked: LinkedFigure;
  readonly meaning: Meaning;
}

/**
 * Settles a figure. Issues: those of its value; `rules.unknownUnit`, `rules.unknownChoice`, `rules.unknownName`,
 * `rules.notPeople`, `rules.maybeNone`, `rules.missingKey`, `rules.noneMisfits`, `rules.type`, `rules.rangeEmpty`,
 * `rules.limit`.
 */
export function linkFigure(linker: Linker, id: string, document: FigureDocument): SettledFigure | null {
  const path: Path = ['figures', id];
  const wanted = wantedOf(linker, document, path);
  const people = document.for;
  if (wanted === null || (people !== undefined && !knownPeople(linker, people, [...path, 'for'])))
    return null;
  const checker = linker.checker(people);
  const onlyIf =
    document.only_if === undefined ? undefined : checker.condition(document.only_if, [...path, 'only_if']);
  const value = checkValue(document.value, [...path, 'value'], wanted, checker);
  if (onlyIf === null || value === null) return null;
  const type = typeOfValue(value) ?? (wanted.kind === 'number' ? wanted : null);
  if (type === null)
    return linker.refuse('rules.type', [...path, 'value'], { found: value.kind, needed: 'number' });
  const noneIs = noneOf(linker, document, type, path);
  if (noneIs === null) return null;
  const extent = widened(linker, document, type, value.extent, noneIs, path);
  if (extent === null) return null;
  if (tooManyDigits(extent)) return linker.refuse('rules.limit', path, { what: 'digits', most: MOST_DIGITS });
  const mayBeNone = value.extent.maybeNone === true || (onlyIf !== undefined && noneIs === undefined);
  const { override } = document;
  const linked: LinkedFigure = {
    id,
    type,
    value,
    mayBeNone,
    ...(people === undefined ? {} : { people }),
    ...(onlyIf === undefined ? {} : { onlyIf }),
    ...(noneIs === undefined ? {} : { noneIs }),
    ...(extent.range === undefined ? {} : { range: extent.range }),
    ...(override === undefined ? {} : { override }),
  };
  return { linked, meaning: meaningOf(linked, extent) };
}

function meaningOf(figure: LinkedFigure, extent: Extent): Meaning {
  const { range, places, size } = extent;
  return {
    of: { kind: 'figure', id: figure.id },
    type: figure.type,
    ...(range === undefined ? {} : { range, places, size }),
    ...(figure.mayBeNone ? { maybeNone: true } : {}),
    ...(figure.people === undefined ? {} : { people: figure.people }),
  };
}

/** What the file says the figure is, if it says so. */
function wantedOf(linker: Linker, document: FigureDocument, path: Path): Wanted | null {
  if (document.unit !== undefined) {
    const unit = linker.unit(document.unit, [...path, 'unit']);
    return unit === null ? null : { kind: 'number', unit };
  }
  if (document.gives === undefined) return { kind: 'any' };
  const known = linker.knownChoice(document.gives, [...path, 'gives']);
  return known ? { kind: 'choice', choice: document.gives } : null;
}

function knownPeople(linker: Linker, id: string, path: Path): boolean {
  const people = linker.people(id);
  if (people === 'broken') return false;
  if (people !== 'unknown') return true;
  const fact = linker.facts.get(id);
  if (fact !== undefined)
    linker.refuse('rules.notPeople', path, { name: id, found: describeType(fact.type) });
  else linker.unknown('rules.unknownName', path, 'name', id, Object.keys(linker.document.facts));
  return false;
}

/** What it counts as where it does not exist; `null` where that is refused. */
function noneOf(
  linker: Linker,
  document: FigureDocument,
  type: Type,
  path: Path,
): Literal | undefined | null {
  const { none } = document;
  if (none === undefined) return undefined;
  if (document.only_if === undefined) return linker.refuse('rules.missingKey', path, { key: 'only_if' });
  const options = type.kind === 'choice' ? linker.options(type.choice) : [];
  const literal = literalOf(type, options, none);
  return literal ?? linker.refuse('rules.noneMisfits', [...path, 'none'], { value: none });
}

/** All that it can be: what is computed, what it counts as where it does not exist, and what may be given. */
function widened(
  linker: Linker,
  document: FigureDocument,
  type: Type,
  computed: Extent,
  noneIs: Literal | undefined,
  path: Path,
): Extent | null {
  const number = noneIs === undefined ? null : numberOf(noneIs);
  const extent = number === null ? computed : extentOf([computed, spread([number])]);
  const given = givenRange(linker, document, type, path);
  if (given === null) return null;
  return given === undefined || extent.range === undefined
    ? extent
    : { ...extent, range: hull(extent.range, given) };
}

function givenRange(
  linker: Linker,
  document: FigureDocument,
  type: Type,
  path: Path,
): Range | undefined | null {
  const { range } = document;
  if (range === undefined) return undefined;
  if (type.kind === 'date') return dateGrid(linker, document, path)?.range ?? null;
  if (type.kind !== 'number')
    return linker.refuse('rules.type', [...path, 'range'], { found: describeType(type), needed: 'number' });
  const at: Path = [...path, 'range'];
  const [low, high] = [linker.constant(range[0], at), linker.constant(range[1], at)];
  if (compare(low, high) > 0) return linker.refuse('rules.rangeEmpty', at, { low: range[0], high: range[1] });
  return { low, high };
}
