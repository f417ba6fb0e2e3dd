import type { RosterIndex } from '../search/roster-index.js';
import type { ListEntry } from '../types.js';

/** Where a row says that its person belongs. It supports candidates and decides nothing. */
export interface Place {
  /** Beginnings of division codes: of the row's area, else what its list covers. None: it says nothing. */
  readonly areas: readonly string[];
  /** As the roster calls schools; `''` where the row says nothing. */
  readonly school: string;
}

const DIVISION = /^[0-9]{2,12}$/;

/** A code of a province, a city or a county ends in pairs of zeros, which stand for no further division. */
const shortened = (code: string): string => code.replace(/(?:00)+$/, '');

// Most cells are blank: few lists have such a column.
const plain = (text: string): string =>
  text === '' ? '' : text.normalize('NFKC').replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '');

/** A school as it is compared: the code, or what else stands in the column, without width and white space. */
export const schoolKey = plain;

/** The place of an entry. An area that is no division code, such as the name of a village, cannot be compared. */
export function placeOf(entry: ListEntry, covers: readonly string[]): Place {
  const area = plain(entry.area ?? '');
  const own = DIVISION.test(area) ? [shortened(area)] : [];
  return {
    areas: (own.length > 0 ? own : covers.map(shortened)).filter((code) => code !== ''),
    school: plain(entry.school ?? ''),
  };
}

/** Whether a row of the roster belongs to the place: by hukou, or where that is not known by the division of its ID. */
export function standsIn({ areas }: Place, index: RosterIndex, row: number): 'in' | 'out' | 'unknown' {
  if (areas.length === 0) return 'unknown';
  const hukou = index.students.hukouOf(row).trim();
  const codes = DIVISION.test(hukou) ? [shortened(hukou)] : idAreas(index, row);
  if (codes.length === 0) return 'unknown';
  return codes.some((code) => areas.some((area) => code.startsWith(area) || area.startsWith(code)))
    ? 'in'
    : 'out';
}

function idAreas(index: RosterIndex, row: number): string[] {
  const codes: string[] = [];
  for (let at = index.keys.startOf(row); at < index.keys.endOf(row); at += 1)
    if (index.keys.isId(at)) codes.push(index.keys.textAt(at).slice(0, 6));
  return codes;
}

export const isOfSchool = ({ school }: Place, index: RosterIndex, row: number): boolean =>
  school !== '' && plain(index.students.schoolOf(row)) === school;
