import { foldConfusable, isReadable, type NameForms, n2Of, nameForms } from '../../roster/index.js';
import type { NameRelation } from '../compare/name-relation.js';
import { ANYWHERE, type AroundMarks } from './around.js';
import { NameRelations } from './name-relations.js';
import { NameTable } from './name-table.js';
import { groupItems, NumberList } from './number-list.js';
import { textKey } from './packed-id.js';
import { Postings } from './postings.js';

/** A longer name is no name; its one-slip neighbours are not looked for. */
const LONGEST = 64;

/** Every distinct name of the roster once, by its N2 form, and the ways to come to it. */
export interface NameIndex {
  /** How many distinct names there are. A name is meant by its number. */
  readonly size: number;
  readonly n2Of: (name: number) => string;
  /** The forms of a name as its N2 form has them, made anew each time. */
  readonly formsOf: (name: number) => NameForms;
  /** Number of the name of each roster row; -1 where the name cannot be read. */
  readonly nameOf: Int32Array;
  /** How many students have the name. */
  readonly students: Int32Array;
  /** Number of the name with this N2 form, or -1. */
  readonly find: (n2: string) => number;
  /** Roster rows of a name, in the order of their students. */
  readonly rowsOf: (name: number) => Uint32Array;
  /** Calls `visit` with the rows of a name that have one of these codes, see {@link aroundCode}; without codes with all. */
  readonly eachRow: (name: number, codes: readonly number[] | null, visit: (row: number) => boolean) => void;
  /** How a name stands to a name of the roster. */
  readonly relation: (asked: NameForms, name: number) => NameRelation;
  /** See {@link NameRelations}. */
  readonly shortSigns: (name: number) => readonly [number, number, number] | null;
  readonly nearSigns: NameRelations['nearSigns'];
  /** Calls `visit` with every name of an equal N3 form. */
  readonly eachConfusable: Visit;
  /**
   * With every name that can be read the same or is at most one slip away and that has somebody with a bit of this mark,
   * each once; others may be among them.
   */
  readonly eachNear: (forms: NameForms, mark: number, visit: (name: number) => void) => void;
}

type Visit = (forms: NameForms, visit: (name: number) => void) => void;

/** Keys of the code points and of the code points without one: two names one slip apart share a key. */
function slipKeys({ codePoints }: NameForms): readonly number[] {
  if (codePoints.length === 0 || codePoints.length > LONGEST) return [];
  const keys = [textKey(codePoints.join(''))];
  for (let i = 0; i < codePoints.length; i += 1) {
    const rest = codePoints.filter((_, j) => j !== i).join('');
    if (rest !== '') keys.push(textKey(rest));
  }
  return keys;
}

/** Names by the keys that `keysOf` gives, several per name. */
class NamesByKey {
  private readonly keys = new NumberList();
  private readonly names = new NumberList();
  private readonly keysOf: (forms: NameForms) => readonly number[];

  constructor(keysOf: (forms: NameForms) => readonly number[]) {
    this.keysOf = keysOf;
  }

  add(name: number, forms: NameForms): void {
    for (const key of this.keysOf(forms)) {
      this.keys.push(key);
      this.names.push(name);
    }
  }

  /** `markOf` is the mark of each name. */
  done(markOf?: Uint32Array): NameIndex['eachNear'] {
    const { keysOf } = this;
    const postings = new Postings(this.keys.done(), this.names.done(), markOf);
    return (wanted, mark, visit) => {
      for (const key of keysOf(wanted)) postings.eachMarked(key, mark, visit);
    };
  }
}

/** Several ways to names as one that comes to each name once. A column of numbers of askings needs no clearing. */
function once(names: number, ways: readonly NameIndex['eachNear'][]): NameIndex['eachNear'] {
  const askedFor = new Uint32Array(names);
  let asking = 0;
  return (wanted, mark, visit) => {
    asking += 1;
    const now = asking;
    for (const way of ways)
      way(wanted, mark, (name) => {
        if (askedFor[name] === now) return;
        askedFor[name] = now;
        visit(name);
      });
  };
}

/** Collects the names of the roster rows, in the order of the rows. */
export class NameIndexBuilder {
  private readonly table = new NameTable();
  private readonly relations = new NameRelations(this.table);
  /** Number of each row's name and 1; 0 where it cannot be read. */
  private readonly nameOf = new NumberList();
  private readonly confusable = new NamesByKey((forms) => [textKey(forms.n3)]);
  private readonly sounding = new NamesByKey((forms) => forms.pinyin.map(textKey));
  private readonly oneSlip = new NamesByKey(slipKeys);

  /** The name cell of the next row. */
  add(cell: string): void {
    const n2 = n2Of(cell);
    this.nameOf.push(isReadable(n2) ? this.numberOf(n2) + 1 : 0);
  }

  private numberOf(n2: string): number {
    const count = this.table.size;
    const name = this.table.add(n2);
    if (name < count) return name;
    const forms = nameForms(n2);
    this.relations.add(forms);
    this.confusable.add(name, forms);
    this.sounding.add(name, forms);
    this.oneSlip.add(name, forms);
    return name;
  }

  /**
   * `studentOf` is the number of each row's student, `byStudent` the rows in the order of the students, `marksOf` the marks
   * of a row for {@link NameIndex.eachNear} and {@link NameIndex.eachRow}.
   */
  done(studentOf: Int32Array, byStudent: Uint32Array, marksOf: AroundMarks): NameIndex {
    const { table, relations } = this;
    const nameOf = Int32Array.from(this.nameOf.done(), (name) => name - 1);
    const { starts, items } = groupItems(table.size, nameOf.length, (row) => nameOf[row]!, byStudent);
    const students = new Int32Array(table.size);
    const marks = new Uint32Array(table.size);
    // In the order of the names, so that the rows of a name are looked at without looking them up.
    const codes = new Uint32Array(items.length);
    for (let name = 0; name < table.size; name += 1)
      for (let at = starts[name]!, last = -1; at < starts[name + 1]!; at += 1) {
        const student = studentOf[items[at]!]!;
        if (student !== last) students[name]! += 1;
        last = student;
        const [mark, code] = marksOf(items[at]!);
        marks[name]! |= mark;
        codes[at] = code;
      }
    const sameN3 = this.confusable.done();
    const formsOf = (name: number): NameForms => nameForms(table.textOf(name));
    return {
      size: table.size,
      n2Of: (name) => table.textOf(name),
      formsOf,
      nameOf,
      students,
      find: (n2) => table.find(n2),
      rowsOf: (name) => items.subarray(starts[name]!, starts[name + 1]!),
      relation: (asked, name) => relations.of(asked, name),
      shortSigns: (name) => relations.shortSigns(name),
      nearSigns: (asked) => relations.nearSigns(asked),
      eachRow: (name, wanted, visit) => {
        for (let at = starts[name]!; at < starts[name + 1]!; at += 1)
          if (wanted === null || wanted.includes(codes[at]!)) if (!visit(items[at]!)) return;
      },
      eachConfusable: (wanted, visit) =>
        sameN3(wanted, ANYWHERE, (name) => {
          if (foldConfusable(table.textOf(name)) === wanted.n3) visit(name);
        }),
      eachNear: once(table.size, [this.oneSlip.done(marks), this.sounding.done(marks)]),
    };
  }
}
