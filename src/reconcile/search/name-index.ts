import type { NameForms } from '../../roster/index.js';
import { textKey } from './packed-id.js';
import { Postings } from './postings.js';

/** A longer name is no name; its one-slip neighbours are not looked for. */
const LONGEST = 64;

/** Every distinct name of the roster once, by its N2 form, and the ways to come to it. */
export interface NameIndex {
  /** By number of the name. */
  readonly forms: readonly NameForms[];
  /** Number of the name of each roster row; -1 where the name cannot be read. */
  readonly nameOf: Int32Array;
  /** How many students have the name. */
  readonly students: Int32Array;
  /** Number of the name with this N2 form, or -1. */
  readonly find: (n2: string) => number;
  /** Roster rows of a name, in their order. */
  readonly rowsOf: (name: number) => Uint32Array;
  /** Calls `visit` with every name of an equal N3 form. */
  readonly eachConfusable: Visit;
  /** With every name that can be read the same or is at most one slip away; others may be among them, and repeat. */
  readonly eachSounding: Visit;
  readonly eachOneSlip: Visit;
}

type Visit = (forms: NameForms, visit: (name: number) => void) => void;

/** Keys of the code points and of the code points without one: two names one slip apart share a key. */
function slipKeys(codePoints: readonly string[]): readonly number[] {
  if (codePoints.length === 0 || codePoints.length > LONGEST) return [];
  const keys = [textKey(codePoints.join(''))];
  for (let i = 0; i < codePoints.length; i += 1) {
    const rest = codePoints.filter((_, j) => j !== i).join('');
    if (rest !== '') keys.push(textKey(rest));
  }
  return keys;
}

/** Names by the keys that `keysOf` gives, several per name. */
function byKeys(forms: readonly NameForms[], keysOf: (forms: NameForms) => readonly number[]): Visit {
  const keys: number[] = [];
  const names: number[] = [];
  forms.forEach((form, name) => {
    for (const key of keysOf(form)) {
      keys.push(key);
      names.push(name);
    }
  });
  const postings = new Postings(Uint32Array.from(keys));
  const nameAt = Uint32Array.from(names);
  return (wanted, visit) => {
    for (const key of keysOf(wanted)) postings.each(key, (at) => visit(nameAt[at]!));
  };
}

/** `names` is the name of each row, `studentOf` the number of its student; rows of one student stand together. */
export function indexNames(names: Iterable<NameForms>, studentOf: Int32Array): NameIndex {
  const forms: NameForms[] = [];
  const byN2 = new Map<string, number>();
  const nameOf = new Int32Array(studentOf.length).fill(-1);
  let row = 0;
  for (const name of names) {
    if (name.readable) {
      let number = byN2.get(name.n2);
      if (number === undefined) {
        number = forms.length;
        forms.push(name);
        byN2.set(name.n2, number);
      }
      nameOf[row] = number;
    }
    row += 1;
  }

  const starts = new Uint32Array(forms.length + 1);
  for (const name of nameOf) if (name >= 0) starts[name + 1]! += 1;
  for (let i = 1; i < starts.length; i += 1) starts[i]! += starts[i - 1]!;
  const rows = new Uint32Array(starts[forms.length]!);
  const next = starts.slice();
  const students = new Int32Array(forms.length);
  const lastStudent = new Int32Array(forms.length).fill(-1);
  nameOf.forEach((name, at) => {
    if (name < 0) return;
    rows[next[name]!] = at;
    next[name]! += 1;
    if (lastStudent[name] !== studentOf[at]) students[name]! += 1;
    lastStudent[name] = studentOf[at]!;
  });

  const sameN3 = byKeys(forms, (form) => [textKey(form.n3)]);
  return {
    forms,
    nameOf,
    students,
    find: (n2) => byN2.get(n2) ?? -1,
    rowsOf: (name) => rows.subarray(starts[name]!, starts[name + 1]!),
    eachConfusable: (wanted, visit) =>
      sameN3(wanted, (name) => {
        if (forms[name]!.n3 === wanted.n3) visit(name);
      }),
    eachSounding: byKeys(forms, (form) => form.pinyin.map(textKey)),
    eachOneSlip: byKeys(forms, (form) => slipKeys(form.codePoints)),
  };
}
