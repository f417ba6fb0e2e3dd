import type { NameForms } from '../../roster/index.js';
import type { NameIndex } from './name-index.js';

/** No sign has these numbers, raised by 1 as they are kept: that of a name that cannot be read, and of one that may be any. */
const NO_NAME = 0;
const ANY_NAME = 0xffff;

/** The names of rows as three signs each, in the order of the rows given: a million names are looked at without their rows. */
export interface SignColumn {
  /** Whether the name in a place can have anything in common with a name; said at the sight of the signs. */
  readonly mayRelate: (name: NameForms) => (place: number) => boolean;
}

/** `isAny`: rows of which the signs say nothing. */
export function signColumn(
  names: NameIndex,
  rows: Uint32Array,
  isAny: (row: number) => boolean = () => false,
): SignColumn {
  const signs = new Uint16Array(rows.length * 3);
  for (let i = 0; i < rows.length; i += 1) {
    const name = names.nameOf[rows[i]!]!;
    const short = name < 0 ? null : names.shortSigns(name);
    if (isAny(rows[i]!)) signs[i * 3] = ANY_NAME;
    else if (short?.every((sign) => sign < ANY_NAME)) signs.set(short, i * 3);
    else signs[i * 3] = name < 0 ? NO_NAME : ANY_NAME;
  }
  return {
    mayRelate: (name) => {
      if (!name.readable) return (place) => signs[place * 3] === ANY_NAME;
      const { near, least } = names.nearSigns(name);
      return (place) => {
        const at = place * 3;
        const first = signs[at]!;
        if (first === ANY_NAME) return true;
        const third = signs[at + 2]!;
        const agree = near[first]! + near[signs[at + 1]!]! + near[third]!;
        return agree >= (third > 0 ? least : 1);
      };
    },
  };
}
