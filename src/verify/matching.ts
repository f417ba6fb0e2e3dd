import { entryKey, type LedgerEntry } from './folder.js';
import { ownIdentity } from './identifier.js';
import { textAt } from './json.js';
import { type Keyed, merged, sorted } from './merge.js';
import { compareNames, ownName } from './name.js';
import { type ListPerson, possibleKeys, type RosterPerson, sureKeys } from './people.js';

/** No number of a guardian is refused for its age. */
const LAST_DAY = 99_991_231;

export const isDecided = ({ reason }: LedgerEntry): boolean =>
  reason === 'decision' || reason === 'decisionUnclear';

/** What one row of a list repeats is another of it: a comparison is evidence beside the raw list. */
export const listOf = ({ of, read }: ListPerson): string => JSON.stringify([of.list, read.evidence]);

/** The rows of the roster that share some key with one entry. */
export interface Joined {
  readonly entry: ListPerson;
  /** By any reading of either side. */
  readonly touched: Set<RosterPerson>;
  /** By readings that an automatic match may rest on, of both sides. */
  readonly sure: Set<RosterPerson>;
}

/** Joins entries and roster by merging their sorted keys. */
export function join(entries: readonly ListPerson[], roster: readonly RosterPerson[]): readonly Joined[] {
  const all = entries.map((entry): Joined => ({ entry, touched: new Set(), sure: new Set() }));
  for (const grade of ['touched', 'sure'] as const) {
    const keys = grade === 'sure' ? sureKeys : possibleKeys;
    const left = all.flatMap((one): Keyed<Joined>[] => keys(one.entry).map((key) => ({ key, of: one })));
    const right = roster.flatMap((row): Keyed<RosterPerson>[] => keys(row).map((key) => ({ key, of: row })));
    for (const { left: ones, right: rows } of merged(left, right))
      for (const one of ones) for (const row of rows) one[grade].add(row);
  }
  return all;
}

export const students = (rows: Iterable<RosterPerson>): readonly string[] => [
  ...new Set([...rows].map((row) => row.of.student)),
];

/** Everything that the second matcher knows of the whole: who is joined to whom, and which entry repeats which. */
export class Matching {
  readonly joined: readonly Joined[];
  private readonly roster: readonly RosterPerson[];
  private readonly rows = new Map<string, RosterPerson[]>();
  private readonly byPlace: readonly Keyed<ListPerson>[];

  constructor(entries: readonly ListPerson[], roster: readonly RosterPerson[]) {
    this.roster = roster;
    this.joined = join(entries, roster);
    for (const row of roster) {
      const known = this.rows.get(row.of.student);
      if (known === undefined) this.rows.set(row.of.student, [row]);
      else known.push(row);
    }
    this.byPlace = sorted(entries.map((of) => ({ key: entryKey(of.of), of })));
  }

  /** The entry that a repeat names, by halving the sorted places. */
  repeated({ list, proof, student }: LedgerEntry): ListPerson | undefined {
    const sheet = textAt(proof, 'sheet');
    const place = {
      file: textAt(proof, 'file'),
      ...(sheet === '' ? {} : { sheet }),
      row: Number(textAt(proof, 'row')),
    };
    const key = entryKey({ list, place, member: Number(textAt(proof, 'member')) });
    let [from, to] = [0, this.byPlace.length];
    while (from < to) {
      const middle = (from + to - ((from + to) % 2)) / 2;
      if ((this.byPlace[middle]?.key ?? '') < key) from = middle + 1;
      else to = middle;
    }
    // A row that speaks for several students has several results: the one about the same student.
    const results: ListPerson[] = [];
    for (let at = from; this.byPlace[at]?.key === key; at += 1) {
      const result = this.byPlace[at]?.of;
      if (result !== undefined) results.push(result);
    }
    const state = textAt(proof, 'state');
    return (
      results.find(({ of }) => of.state === state && (student === '' || of.student === student)) ?? results[0]
    );
  }

  /**
   * The one student an entry must be matched to: a key of which both sides are sure, the same name of nothing but
   * ideographs, and nobody else whom any reading of any key touches.
   */
  mustBe({ entry, touched, sure }: Joined): string | null {
    // Of a row that speaks for others the person may be no student at all.
    if (entry.read.means !== 'person') return null;
    if (students(touched).length !== 1 || entry.name.plain === null) return null;
    for (const row of sure)
      if (row.of.student !== '' && row.name.plain === entry.name.plain) return row.of.student;
    return null;
  }

  /** Another entry, which no person has decided for good, that has the same ID under another name. */
  sharesId(one: Joined): boolean {
    const ids = one.entry.identity.ids.possible;
    return this.joined.some(
      ({ entry }) =>
        entry !== one.entry &&
        entry.of.reason !== 'decision' &&
        entry.identity.ids.possible.some((id) => ids.includes(id)) &&
        compareNames(entry.name, one.entry.name) !== 'same',
    );
  }

  /** Another entry of the list that the same student is joined to, under another name. */
  sharesStudent(one: Joined, student: string): boolean {
    return this.joined.some(
      ({ entry, touched }) =>
        entry !== one.entry &&
        listOf(entry) === listOf(one.entry) &&
        students(touched).includes(student) &&
        compareNames(entry.name, one.entry.name) !== 'same',
    );
  }

  /** Another student of the name whose ID, cut or rounded from the fifteenth digit on by a spreadsheet, begins like the entry's. */
  hasRival(one: Joined, student: string): boolean {
    const { ids, formerIds } = one.entry.identity;
    const starts = [...ids.possible, ...formerIds.possible].map((id) => id.slice(0, 14));
    return this.roster.some(
      (row) =>
        row.of.student !== student &&
        starts.some((start) => row.identity.bare.startsWith(start)) &&
        compareNames(row.name, one.entry.name) === 'same',
    );
  }

  /** Some row of the student names the person of the entry, by ID and name, as a guardian. */
  isGuardianOf({ identity, name }: ListPerson, student: string): boolean {
    const guardians = (this.rows.get(student) ?? []).flatMap(({ of }) => of.guardians);
    return guardians.some((guardian) => {
      const own = ownIdentity({ ...guardian, studentNumber: '', idNotText: false }, LAST_DAY);
      return (
        own.ids.possible.some((id) => identity.ids.possible.includes(id)) &&
        compareNames(ownName(guardian.name), name) !== 'other'
      );
    });
  }
}
