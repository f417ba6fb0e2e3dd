import type { Exact } from '../../value/index.js';
import type { CategoryDocument } from '../document.js';
import { type Expression, FLAG, type Names, readings, type Type } from '../formula/index.js';
import { own } from '../own.js';
import type { LinkedCategory } from '../rule-set.js';
import type { Path } from '../text/index.js';
import { Checker } from './checker.js';
import { knownEvidence } from './evidence.js';
import type { Linker } from './linker.js';

/**
 * Settles a category. Issues: `rules.unknownList`, `rules.categoryWithoutGround`, `rules.rowWithoutList`,
 * `rules.maybeNone`, `rules.number`, `rules.unknownEvidence`; `rules.unknownOption` and `rules.withoutTiers` of its floor
 * and bypass.
 */
export function linkCategory(linker: Linker, id: string, document: CategoryDocument): LinkedCategory | null {
  const path: Path = ['categories', id];
  const { list } = document;
  const lists = linker.document.lists;
  if (list !== undefined && !Object.hasOwn(lists, list))
    return linker.unknown('rules.unknownList', [...path, 'list'], 'list', list, Object.keys(lists));
  if (list === undefined && document.when === undefined)
    return linker.refuse('rules.categoryWithoutGround', path, { category: id });
  if (document.row !== undefined && list === undefined)
    return linker.refuse('rules.rowWithoutList', [...path, 'row'], { category: id });
  const row = rowOf(linker, document, [...path, 'row']);
  const when =
    document.when === undefined ? undefined : linker.checker().condition(document.when, [...path, 'when']);
  const tier = (at: 'floor' | 'bypass'): number | undefined | null => {
    const said = document[at];
    return said === undefined ? undefined : linker.tierIndex(said, [...path, at]);
  };
  const [floor, bypass] = [tier('floor'), tier('bypass')];
  const points = pointsOf(linker, id, document);
  const papers = knownEvidence(linker, document.evidence, path);
  if (row === null || when === null || floor === null || bypass === null || points === null || !papers)
    return null;
  return {
    id,
    ...(list === undefined ? {} : { list }),
    ...(row === undefined ? {} : { row }),
    ...(when === undefined ? {} : { when }),
    ...(points === undefined ? {} : { points }),
    ...(floor === undefined ? {} : { floor }),
    ...(bypass === undefined ? {} : { bypass }),
    ...(document.evidence === undefined ? {} : { evidence: document.evidence }),
  };
}

function pointsOf(linker: Linker, id: string, { points }: CategoryDocument): Exact | undefined | null {
  if (points === undefined) return undefined;
  const count = linker.issues.length;
  const value = linker.constant(points, ['categories', id, 'points']);
  return linker.issues.length > count ? null : value;
}

function rowOf(linker: Linker, { row, list }: CategoryDocument, path: Path): Expression | undefined | null {
  if (row === undefined || list === undefined) return undefined;
  const names = attributesOf(linker, list);
  const condition = new Checker(linker, names).condition(row, path);
  const day = condition === null ? undefined : readings(condition).find((of) => of.kind !== 'fact');
  return day === undefined
    ? condition
    : linker.unknown('rules.unknownName', path, 'name', day.kind, names.known);
}

/** A row looks at its own attributes and at nothing else. */
function attributesOf(linker: Linker, list: string): Names {
  const attributes = linker.document.lists[list]?.attributes ?? {};
  const nothing = () => 'unknown' as const;
  return {
    known: Object.keys(attributes),
    closed: true,
    tables: [],
    parameters: [],
    schedules: [],
    choices: linker.choices,
    units: linker.units,
    dates: linker.dates,
    asOf: linker.asOf,
    table: nothing,
    parameter: nothing,
    schedule: nothing,
    people: nothing,
    choice: (id) => linker.choice(id),
    choiceNamed: (id) => linker.choiceNamed(id),
    meaning: (id) => {
      const one = own(attributes, id);
      if (one === undefined) return 'unknown';
      const type: Type = one.type === 'flag' ? FLAG : { kind: 'choice', choice: one.choice ?? '' };
      return { of: { kind: 'fact', id }, type };
    },
  };
}
