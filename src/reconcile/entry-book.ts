import type { ReadKeys } from './context.js';
import type { KeyMatch } from './key-match.js';
import { NamesBeside } from './names-beside.js';
import { speaksForOthers } from './results.js';
import { NumberList } from './search/number-list.js';

/** What an entry's name and row are good for, a bit each. */
const CERTAIN = 1;
const OF_PERSON = 2;
const BY_ID = 4;

/** Items by number, each once. */
class Numbered<T> {
  private readonly items: T[] = [];
  private readonly numberOf = new Map<string, number>();

  add(key: string, item: T): number {
    let number = this.numberOf.get(key);
    if (number === undefined) {
      number = this.items.length;
      this.items.push(item);
      this.numberOf.set(key, number);
    }
    return number;
  }

  at(number: number): T {
    return this.items[number]!;
  }
}

/**
 * What of every entry counts beyond the entry itself, in flat columns in the order in which the entries came: a city has
 * too many of them for an object each.
 */
export class EntryBook {
  readonly beside = new NamesBeside();
  private readonly lists = new Numbered<string>();
  private readonly said = new Numbered<readonly string[]>();
  private readonly traits = new NumberList();
  private readonly listNumbers = new NumberList();
  private readonly findingNumbers = new NumberList();
  private readonly names = new NumberList();
  /** These two are raised by 1; 0 stands for none. */
  private readonly owns = new NumberList();
  private readonly students = new NumberList();

  get size(): number {
    return this.traits.length;
  }

  /** Takes in the next entry and what its keys say. */
  add({ entry, reading }: ReadKeys, match: KeyMatch | null): void {
    const { own, name } = this.beside.add(reading);
    const ofPerson = !speaksForOthers(entry);
    const hit = ofPerson && typeof match !== 'string' ? match : null;
    this.traits.push(
      (reading.name.certain ? CERTAIN : 0) |
        (ofPerson ? OF_PERSON : 0) |
        (hit?.reason === 'exactId' ? BY_ID : 0),
    );
    const list = `${entry.evidence ?? 'list'} ${entry.list}`;
    this.listNumbers.push(this.lists.add(list, list));
    this.findingNumbers.push(this.findingsNumber(reading.id.findings, reading.number.findings));
    this.names.push(name);
    this.owns.push(own + 1);
    this.students.push(hit === null ? 0 : hit.student + 1);
  }

  private findingsNumber(ofId: readonly string[], ofNumber: readonly string[]): number {
    const findings = [...ofId, ...ofNumber];
    return this.said.add(findings.join(' '), findings);
  }

  /** Number of the one ID that everything may rest on, or -1. */
  ownOf(entry: number): number {
    return this.owns.at(entry) - 1;
  }

  /** How many names stand beside that ID, see {@link NamesBeside}; 0 where there is none. */
  namesBeside(entry: number): number {
    const own = this.ownOf(entry);
    return own < 0 ? 0 : this.beside.countOf(own);
  }

  /** Number of the N2 form of the name. */
  nameOf(entry: number): number {
    return this.names.at(entry);
  }

  /** Equality of such names means something. */
  isCertain(entry: number): boolean {
    return (this.traits.at(entry) & CERTAIN) !== 0;
  }

  /** See `speaksForOthers`. */
  isOfPerson(entry: number): boolean {
    return (this.traits.at(entry) & OF_PERSON) !== 0;
  }

  /** Number of the list and kind of evidence. */
  listOf(entry: number): number {
    return this.listNumbers.at(entry);
  }

  /** What reading the identifiers found. */
  findingsOf(entry: number): readonly string[] {
    return this.said.at(this.findingNumbers.at(entry));
  }

  /** The student whom an entry about its person hits by its keys, and how. */
  matchOf(entry: number): Exclude<KeyMatch, string> | null {
    const student = this.studentOf(entry);
    if (student < 0) return null;
    return { student, reason: (this.traits.at(entry) & BY_ID) === 0 ? 'exactStudentNumber' : 'exactId' };
  }

  /** Number of that student, or -1. */
  studentOf(entry: number): number {
    return this.students.at(entry) - 1;
  }
}
