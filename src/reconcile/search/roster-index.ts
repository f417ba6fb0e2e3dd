import { compareSources, compareText, isIdKey } from '../../roster/index.js';
import type { CivilDate } from '../../value/index.js';
import { type IdentityReading, readIdentity } from '../entry-reading.js';
import type { RosterPerson } from '../types.js';
import { type Guardians, indexGuardians } from './guardians.js';
import { withoutOne } from './id-neighbours.js';
import { type KeyColumns, KeyColumnsBuilder } from './key-columns.js';
import { indexNames, type NameIndex } from './name-index.js';
import { Postings } from './postings.js';

/**
 * The roster, read once, by everything that a list entry can find a student by. Rows are in the order of the student's
 * key, then of their content, and are meant by their number in that order. Nothing is cut off.
 */
export interface RosterIndex {
  readonly rows: readonly RosterPerson[];
  /** Keys of the students, by code point. A student is meant by the number in this order. */
  readonly studentKeys: readonly string[];
  readonly isStudent: (key: string) => boolean;
  readonly rowsOfStudent: (student: number) => readonly RosterPerson[];
  /** Number of the student of each row. */
  readonly studentOf: Int32Array;
  readonly names: NameIndex;
  readonly keys: KeyColumns;
  /** Beginnings and texts of no known form that a row's identity cell reads as. Few rows have any. */
  readonly oddTexts: ReadonlyMap<number, readonly string[]>;
  /** Rows by the beginning that a spreadsheet left of their ID. */
  readonly cut: ReadonlyMap<string, readonly number[]>;
  /** Birth dates of a row as whole numbers, `YYYYMMDD`. */
  readonly birthsOf: (row: number) => Uint32Array;
  readonly eachBornOn: (birth: number, visit: (row: number) => void) => void;
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

const content = (person: RosterPerson): string =>
  JSON.stringify([
    person.name,
    person.id,
    person.idNotText === true,
    person.studentNumber,
    person.school,
    person.hukou,
    person.guardians.map((g) => [g.name, g.id]),
  ]);

/** `YYYY-MM-DD` as a whole number. */
export const birthNumber = (date: string): number =>
  Number(date.slice(0, 4)) * 10_000 + Number(date.slice(5, 7)) * 100 + Number(date.slice(8, 10));

/** Reads and indexes the roster once. */
export function indexRoster(roster: readonly RosterPerson[], asOf: CivilDate): RosterIndex {
  const rows = [...roster].sort(
    (a, b) =>
      compareText(a.key, b.key) || compareSources(a.source, b.source) || compareText(content(a), content(b)),
  );
  const studentKeys: string[] = [];
  const studentStarts: number[] = [];
  const studentOf = new Int32Array(rows.length);
  const builder = new KeyColumnsBuilder();
  const oddTexts = new Map<number, readonly string[]>();
  const cut = new Map<string, number[]>();
  const birthKeys: number[] = [];
  const birthRows: number[] = [];

  function* readNames() {
    for (const [row, person] of rows.entries()) {
      if (person.key !== studentKeys[studentKeys.length - 1]) {
        studentKeys.push(person.key);
        studentStarts.push(row);
      }
      studentOf[row] = studentKeys.length - 1;
      const reading = readIdentity(person, asOf);
      for (const { key, kind, sure } of reading.keys) builder.add(row, kind, key, sure);
      const odd = oddTextsOf(reading);
      if (odd.length > 0) oddTexts.set(row, odd);
      for (const { kind, text } of reading.id.readings) if (kind === 'prefix') push(cut, text, row);
      for (const birth of reading.births) {
        birthKeys.push(birthNumber(birth));
        birthRows.push(row);
      }
      yield reading.name;
    }
  }
  const names = indexNames(readNames(), studentOf);
  const keys = builder.done(rows.length);

  const birthStarts = new Uint32Array(rows.length + 1);
  for (const row of birthRows) birthStarts[row + 1]! += 1;
  for (let row = 0; row < rows.length; row += 1) birthStarts[row + 1]! += birthStarts[row]!;
  const births = Uint32Array.from(birthKeys);
  const byBirth = new Postings(births);
  const aroundBirths = keys.rows.map((_, at) => (keys.isId(at) ? keys.aroundBirthAt(at) : 0));
  const byAround = new Postings(aroundBirths);

  const birthsOf = (row: number): Uint32Array => births.subarray(birthStarts[row]!, birthStarts[row + 1]!);

  return {
    rows,
    studentKeys,
    isStudent: (key) => has(studentKeys, key),
    rowsOfStudent: (student) =>
      rows.slice(studentStarts[student]!, studentStarts[student + 1] ?? rows.length),
    studentOf,
    names,
    keys,
    oddTexts,
    cut,
    birthsOf,
    eachBornOn: (birth, visit) => byBirth.each(birth, (at) => visit(birthRows[at]!)),
    eachAroundBirth: (key, visit) =>
      byAround.each(key, (at) => {
        if (keys.isId(at)) visit(keys.rows[at]!);
      }),
    faulty: faultyRows(rows.length, keys, studentOf, oddTexts),
    guardians: indexGuardians(rows, asOf),
    isAround: around(rows, keys, birthsOf),
  };
}

/** Whether a text is among texts in the order of code points. */
function has(sorted: readonly string[], wanted: string): boolean {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (compareText(sorted[middle]!, wanted) < 0) from = middle + 1;
    else to = middle;
  }
  return sorted[from] === wanted;
}

/** See {@link RosterIndex.isAround}. */
function around(
  rows: readonly RosterPerson[],
  keys: KeyColumns,
  birthsOf: (row: number) => Uint32Array,
): RosterIndex['isAround'] {
  const hukou = Uint32Array.from(rows, (person) => areaNumber(person.hukou));
  return (row, areas, years) => {
    if (!areas.includes(hukou[row]!)) {
      const [from, to] = keys.placesOf(row);
      let inside = false;
      for (let at = from; at < to && !inside; at += 1)
        inside = keys.isId(at) && areas.includes(keys.areaAt(at));
      if (!inside) return false;
    }
    if (years.length === 0) return true;
    const births = birthsOf(row);
    let agrees = births.length === 0;
    for (let i = 0; i < births.length && !agrees; i += 1)
      agrees = years.includes((births[i]! - (births[i]! % 10_000)) / 10_000);
    return agrees;
  };
}

const areaNumber = (hukou: string): number => {
  const code = hukou.trim().slice(0, 6);
  return /^[0-9]{6}$/.test(code) ? Number(code) : 0;
};

const oddTextsOf = ({ id }: IdentityReading): readonly string[] =>
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
    const [from, to] = keys.placesOf(row);
    for (let at = from; at < to; at += 1) {
      if (!keys.isId(at)) continue;
      const text = keys.textAt(at);
      let faulty = !keys.isSure(at);
      if (!faulty)
        keys.each('id', text, (holding) => {
          if (studentOf[holding.row] !== studentOf[row]) faulty = true;
        });
      if (faulty) texts.push(text);
    }
    for (const text of new Set(texts.flatMap(withoutOne))) push(found, text, row);
  }
  return found;
}
