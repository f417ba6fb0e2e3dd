import type { CategoryDocument } from '../document.js';
import { FLAG, type Names, type Type } from '../formula/index.js';
import { nearest } from '../names.js';
import { own } from '../own.js';
import type { LinkedCategory } from '../rule-set.js';
import type { Path } from '../text/index.js';
import type { Linker } from './linker.js';

/**
 * Settles a category. Issues: `rules.unknownList`, `rules.categoryWithoutGround`, `rules.rowWithoutList`,
 * `rules.unknownOption` of its floor.
 */
export function linkCategory(linker: Linker, id: string, document: CategoryDocument): LinkedCategory | null {
  const path: Path = ['categories', id];
  const list = document.list === undefined ? undefined : own(linker.document.lists, document.list);
  if (document.list !== undefined && list === undefined) {
    const near = nearest(document.list, Object.keys(linker.document.lists));
    linker.refuse(
      'rules.unknownList',
      [...path, 'list'],
      near === null ? { list: document.list } : { list: document.list, near },
    );
    return null;
  }
  if (document.list === undefined && document.when === undefined) {
    linker.refuse('rules.categoryWithoutGround', path, { category: id });
    return null;
  }
  if (document.row !== undefined && list === undefined) {
    linker.refuse('rules.rowWithoutList', [...path, 'row'], { category: id });
    return null;
  }
  const row =
    document.row === undefined
      ? undefined
      : linker.formula(document.row, [...path, 'row'], FLAG, attributesOf(linker, document.list as string));
  const when =
    document.when === undefined ? undefined : linker.formula(document.when, [...path, 'when'], FLAG);
  const floor =
    document.floor === undefined ? undefined : linker.tierIndex(document.floor, [...path, 'floor']);
  if (row === null || when === null || floor === null) return null;
  return {
    id,
    ...(document.list === undefined ? {} : { list: document.list }),
    ...(row === undefined ? {} : { row }),
    ...(when === undefined ? {} : { when }),
    ...(floor === undefined ? {} : { floor }),
  };
}

/** A row looks at its own attributes and at nothing else. */
function attributesOf(linker: Linker, list: string): Names {
  const attributes = linker.document.lists[list]?.attributes ?? {};
  return {
    known: Object.keys(attributes),
    tables: [],
    units: linker.units,
    table: () => 'unknown',
    choice: (id) => linker.choice(id),
    meaning: (id) => {
      const one = own(attributes, id);
      if (one === undefined) return 'unknown';
      const type: Type = one.type === 'flag' ? FLAG : { kind: 'choice', choice: one.choice as string };
      return { of: { kind: 'fact', id }, type };
    },
  };
}
