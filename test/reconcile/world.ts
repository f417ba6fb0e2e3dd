import {
  type DepartmentList,
  type EntryDecision,
  type EntryOutcome,
  EXACT_POLICY,
  type ListEntry,
  type MatchPolicy,
  type Reconciliation,
  type RosterPerson,
} from '../../src/reconcile/index.js';
import { checkCharacter } from '../../src/roster/index.js';
import { canonicalJson, type Json } from '../../src/value/index.js';

/** An artificial ID of the unassigned division 990102; `birth` is `YYYYMMDD`. */
export function idOf(birth: string, sequence: number): string {
  const seventeen = `990102${birth}${String(sequence).padStart(3, '0')}`;
  return seventeen + checkCharacter(seventeen);
}

export const CHILD = idOf('20140305', 217);
export const TWIN = idOf('20140305', 219);
export const OTHER = idOf('20120811', 33);
export const ADULT = idOf('19860214', 118);

export const POLICY: MatchPolicy = {
  ...EXACT_POLICY,
  asOf: { y: 2025, m: 10, d: 10 },
  expected: [
    { list: 'rural', categories: ['dibao'] },
    { list: 'urban', categories: ['dibao'] },
    { list: 'orphans', categories: ['orphan'] },
  ],
};

export function person(key: string, over: Partial<RosterPerson> = {}): RosterPerson {
  return {
    key,
    source: { file: 'roster.csv', row: 2 },
    name: '王小雨',
    id: '',
    studentNumber: '',
    school: '2199000001',
    hukou: '990102',
    guardians: [],
    ...over,
  };
}

type EntryOver = Partial<Omit<ListEntry, 'standing' | 'source'>> & {
  row?: number;
  file?: string;
  sheet?: string;
  in?: readonly string[];
  unknown?: readonly string[];
};

export function entry(over: EntryOver = {}): ListEntry {
  const { row = 2, file, sheet, in: current = ['dibao'], unknown = [], list = 'rural', ...cells } = over;
  return {
    list,
    source:
      sheet === undefined
        ? { file: file ?? `${list}.xls`, row }
        : { file: file ?? `${list}.xls`, sheet, row },
    member: 1,
    name: '王小雨',
    id: '',
    studentNumber: '',
    relation: '',
    idNotText: false,
    standing: { in: current, unknown },
    ...cells,
  };
}

const GIVES: Readonly<Record<string, readonly string[]>> = {
  rural: ['dibao'],
  urban: ['dibao'],
  orphans: ['orphan', 'unsupported'],
};

/** The files that the entries name, with honest row counts, and empty files of the expected lists that are not among them. */
export function listsOf(entries: readonly ListEntry[], over: Partial<DepartmentList> = {}): DepartmentList[] {
  const places = new Map<string, { list: string; file: string }>();
  for (const list of ['rural', 'urban', 'orphans'])
    places.set(`${list}/${list}.xls`, { list, file: `${list}.xls` });
  for (const { list, source } of entries) places.set(`${list}/${source.file}`, { list, file: source.file });
  return [...places.values()].map(({ list, file }) => {
    const own = entries.filter((e) => e.list === list && e.source.file === file);
    const rows = new Set(own.map((e) => `${e.source.sheet ?? ''}/${e.source.row}`)).size;
    return {
      list,
      file,
      categories: GIVES[list] ?? [],
      covers: [],
      stale: false,
      entries: own,
      rowsWithEntries: rows,
      rowsOfNoPerson: 2,
      physicalRows: rows + 2,
      ...over,
    };
  });
}

export function decision(over: Partial<EntryDecision> = {}): EntryDecision {
  return {
    list: 'rural',
    file: 'rural.xls',
    row: 2,
    member: 1,
    state: 'notEnrolledHere',
    by: 'school_group',
    on: '2025-10-12',
    because: '学校核实',
    ...over,
  };
}

export const only = (result: Reconciliation): EntryOutcome => {
  if (result.outcomes.length !== 1) throw new Error(`${result.outcomes.length} outcomes`);
  return result.outcomes[0]!;
};

/** The whole result as data, its maps as pairs. */
export const plain = (result: Reconciliation) => ({
  ...result,
  categories: [...result.categories],
  claims: [...result.claims],
});

/** The whole result as bytes. */
export const bytes = (result: Reconciliation): string =>
  canonicalJson(JSON.parse(JSON.stringify(plain(result))) as Json);

/** Status of a category, with its doubt: `in`, `out`, `unknown openMatch` … */
export function statusOf(result: Reconciliation, student: string, category: string): string {
  const found = result.categories.get(student)?.find((c) => c.category === category);
  if (found === undefined) return 'none';
  return found.doubt === undefined ? found.status : `${found.status} ${found.doubt}`;
}
