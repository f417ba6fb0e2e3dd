import { type Exact, exact } from '../../value/index.js';
import type { ColumnDocument, TableDocument } from '../document.js';
import { FLAG, type Type } from '../formula/index.js';
import type { Path } from '../text/index.js';
import { type Grid, numberGrid } from './grid.js';
import type { Linker } from './linker.js';

/** A column of a table: what its cells are, and with a number what one can be that the file does not know. */
export interface SettledColumn {
  readonly name: string;
  readonly type: Type;
  readonly open?: Grid;
}

/**
 * Settles a column. Issues: `rules.unknownUnit`, `rules.unknownChoice`; `rules.missingKey` where cells are unknown and
 * nothing says what they can be.
 */
export function linkColumn(
  linker: Linker,
  column: ColumnDocument,
  table: TableDocument,
  path: Path,
): SettledColumn | null {
  const { name } = column;
  const at: Path = name === '' ? path : [...path, 'columns', name];
  switch (column.type) {
    case 'flag':
      return { name, type: FLAG };
    case 'choice': {
      const choice = column.choice ?? '';
      return linker.knownChoice(choice, [...at, 'of']) ? { name, type: { kind: 'choice', choice } } : null;
    }
    case 'number': {
      const unit = linker.unit(column.unit ?? '', name === '' ? [...at, 'unit'] : at);
      if (unit === null) return null;
      const type: Type = { kind: 'number', unit };
      if (table.otherwise !== 'unknown' && table.before !== 'unknown') return { name, type };
      const open = numberGrid(linker, table, path);
      return open === null ? null : { name, type, open };
    }
  }
}

/** One cell: a number, a flag as 0 or 1, an option as its number. Issues: `rules.number`, `rules.notOneOf`, `rules.unknownOption`. */
export function cellOf(linker: Linker, { type }: SettledColumn, text: string, path: Path): Exact | null {
  switch (type.kind) {
    case 'flag': {
      const value = ['false', 'true'].indexOf(text);
      return value >= 0
        ? exact(BigInt(value))
        : linker.refuse('rules.notOneOf', path, { option: text, options: 'true, false' });
    }
    case 'choice': {
      const options = linker.options(type.choice);
      const index = options.indexOf(text);
      if (index >= 0) return exact(BigInt(index));
      const more = { choice: type.choice, options: options.join(', ') };
      return linker.unknown('rules.unknownOption', path, 'option', text, options, more);
    }
    default:
      return linker.constant(text, path);
  }
}
