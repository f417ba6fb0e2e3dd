import { isIdKey } from '../../roster/index.js';
import type { CivilDate } from '../../value/index.js';
import { type NumbersReading, readNumbers } from '../entry-reading.js';
import type { RosterPerson } from '../types.js';
import { type AroundMarks, aroundCode, aroundMark } from './around.js';
import { Births } from './births.js';
import { type Guardians, GuardiansBuilder } from './guardians.js';
import { withoutOne } from './id-neighbours.js';
import { type KeyColumns, KeyColumnsBuilder } from './key-columns.js';
import { type NameIndex, NameIndexBuilder } from './name-index.js';
import { groupItems, NumberList } from './number-list.js';
import { Postings } from './postings.js';
import { type Students, StudentsBuilder } from './students.js';

/**
 * The roster, read once, by everything that a list entry can find a student by. Rows are meant by their number in the
 * order in which they came, students by their number in the order of their keys; nothing that is decided depends on the
 * former. Nothing is cut off, and of the rows themselves nothing is kept.
 */
export interface RosterIndex {
  readonly students: Students;
  /** Number of the student of each row. */
  readonly studentOf: Int32Array;
  readonly names: NameIndex;
  readonly keys: KeyColumns;
  /** Beginnings and texts of no known form that a row's identity cell reads as. Few rows have any. */
  readonly oddTexts: ReadonlyMap<number, readonly string[]>;
  /** Rows by the beginning that a spreadsheet left of their ID. */
  readonly cut: ReadonlyMap<string, readonly number[]>;
  /** Birth dates of the rows, by row and by day. */
  readonly births: Births;
  /** Rows whose ID has this division, sequence and check character. */
  readonly eachAroundBirth: (key: number, visit: (row: number) => void) => void;
  /** Rows whose ID fails its check, or that another student has too: by the ID and the ID without one character. */
  readonly faulty: ReadonlyMap<string, readonly number[]>;
  readonly guardians: Guardians;
  /** Whether a row belongs to one of these divisions (by ID or hukou) and was born in one of these years, where known. */
  readonly isAround: (row: number, areas: readonly number[], years: readonly number[]) => boolean;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** `YYYY-MM-DD` as a whole number. */
export const birthNumber = (date: string): number =>
  Number(date.slice(0, 4)) * 10_000 + Number(date.slice(5, 7)) * 100 + Number(date.slice(8, 10));

/** Fewer digits are those of too many. */
const LEAST_CUT = 15;

/** Whether a row holds just the beginning of an ID. */
export const hasBeginning = (id: string, roster: Pick<RosterIndex, 'cut'>): boolean =>
  roster.cut.size > 0 && beginningsOf(id, roster).next().done !== true;

/** Rows that hold just the beginning of an ID, as a spreadsheet leaves it. */
export function* beginningsOf(id: string, { cut }: Pick<RosterIndex, 'cut'>): Generator<number> {
  for (let length = LEAST_CUT; length <= id.length; length += 1) yield* cut.get(id.slice(0, length)) ?? [];
}

/** Reads and indexes the roster once, row by row. */
export function indexRoster(roster: Iterable<RosterPerson>, asOf: CivilDate): RosterIndex {
  const studentsBuilder = new StudentsBuilder();
  const nameBuilder = new NameIndexBuilder();
  const keyBuilder = new KeyColumnsBuilder();
  const guardians = new GuardiansBuilder(asOf);
  const oddTexts = new Map<number, readonly string[]>();
  const cut = new Map<string, number[]>();
  const birthKeys = new NumberList();
  const birthRows = new NumberList();

  let count = 0;
  for (const person of roster) {
    const row = count;
    count += 1;
    studentsBuilder.add(person);
    nameBuilder.add(person.name);
    guardians.add(row, person.guardians);
    const reading = readNumbers(person, asOf);
    for (const { key, kind, sure } of reading.keys) keyBuilder.add(row, kind, key, sure);
    const odd = oddTextsOf(reading);
    if (odd.length > 0) oddTexts.set(row, odd);
    for (const { kind, text } of reading.id.readings) if (kind === 'prefix') push(cut, text, row);
    for (const birth of reading.births) {
      birthKeys.push(birthNumber(birth));
      birthRows.push(row);
    }
  }

  const students = studentsBuilder.done();
  const { studentOf } = students;
  const keys = keyBuilder.done(count);
  const [birthColumn, rowOfBirth] = [birthKeys.done(), birthRows.done()];
  const { starts: birthStarts } = groupItems(count, birthColumn.length, (at) => rowOfBirth[at]!);
  const byAround = aroundBirths(keys);
  const places = around(students, keys, birthColumn, birthStarts);
  const names = nameBuilder.done(studentOf, students.byStudent, places.marks);

  return {
    students,
    studentOf,
    names,
    keys,
    oddTexts,
    cut,
    births: new Births(birthColumn, rowOfBirth, count, names, (row) => oddTexts.has(row)),
    eachAroundBirth: (key, visit) => byAround.each(key, visit),
    faulty: faultyRows(count, keys, studentOf, oddTexts),
    guardians: guardians.done(count),
    isAround: places.isAround,
  };
}

/** Rows by all of their IDs but the birth date. */
function aroundBirths(keys: KeyColumns): Postings {
  const around = new NumberList();
  const rows = new NumberList();
  for (let at = 0; at < keys.rows.length; at += 1) {
    if (!keys.isId(at)) continue;
    around.push(keys.aroundBirthAt(at));
    rows.push(keys.rows[at]!);
  }
  return new Postings(around.done(), rows.done());
}

/** See {@link RosterIndex.isAround}; and the marks of a row by its divisions and years. */
function around(
  students: Students,
  keys: KeyColumns,
  births: Uint32Array,
  birthStarts: Uint32Array,
): { readonly isAround: RosterIndex['isAround']; readonly marks: AroundMarks } {
  const known = new Map<string, number>();
  const areaOf = new Uint32Array(students.studentOf.length);
  for (let row = 0; row < areaOf.length; row += 1) {
    const hukou = students.hukouOf(row);
    const area = known.get(hukou) ?? areaNumber(hukou);
    known.set(hukou, area);
    areaOf[row] = area;
  }
  const isOf = (row: number, areas: readonly number[]): boolean => {
    if (areas.includes(areaOf[row]!)) return true;
    const to = keys.endOf(row);
    for (let at = keys.startOf(row); at < to; at += 1)
      if (keys.isId(at) && areas.includes(keys.areaAt(at))) return true;
    return false;
  };
  const bornIn = (row: number, years: readonly number[]): boolean => {
    const from = birthStarts[row]!;
    const to = birthStarts[row + 1]!;
    for (let at = from; at < to; at += 1)
      if (years.includes((births[at]! - (births[at]! % 10_000)) / 10_000)) return true;
    return from === to;
  };
  const marksOf = (row: number): readonly [number, number] => {
    const areas = [areaOf[row]!];
    for (let at = keys.startOf(row); at < keys.endOf(row); at += 1)
      if (keys.isId(at) && !areas.includes(keys.areaAt(at))) areas.push(keys.areaAt(at));
    const years: number[] = [];
    for (let at = birthStarts[row]!; at < birthStarts[row + 1]!; at += 1) {
      const year = (births[at]! - (births[at]! % 10_000)) / 10_000;
      if (!years.includes(year)) years.push(year);
    }
    return [aroundMark(areas, years), aroundCode(areas, years)];
  };
  return {
    // There are more years than divisions, so fewer rows are left after the first question.
    isAround: (row, areas, years) => (years.length === 0 || bornIn(row, years)) && isOf(row, areas),
    marks: marksOf,
  };
}

const areaNumber = (hukou: string): number => {
  const code = hukou.trim().slice(0, 6);
  return /^[0-9]{6}$/.test(code) ? Number(code) : 0;
};

const oddTextsOf = ({ id }: NumbersReading): readonly string[] =>
  id.readings.filter((reading) => !isIdKey(reading) && reading.text !== '').map((reading) => reading.text);

/** A text of another length is compared with slips only where it can be an ID that lost or gained a character. */
const LEAST_FAULTY = 14;
const MOST_FAULTY = 24;

function faultyRows(
  count: number,
  keys: KeyColumns,
  studentOf: Int32Array,
  oddTexts: ReadonlyMap<number, readonly string[]>,
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (let row = 0; row < count; row += 1) {
    const texts = (oddTexts.get(row) ?? []).filter(
      (text) => text.length >= LEAST_FAULTY && text.length <= MOST_FAULTY,
    );
    for (let at = keys.startOf(row); at < keys.endOf(row); at += 1) {
      if (!keys.isId(at)) continue;
      if (!keys.isSureId(at) || keys.isShared(at, studentOf)) texts.push(keys.textAt(at));
    }
    if (texts.length > 0) for (const text of new Set(texts.flatMap(withoutOne))) push(found, text, row);
  }
  return found;
}
