import { compareText } from '../roster/index.js';
import { error, type Issue } from '../value/index.js';
import { type DepartmentList, ENTRY_STATES, type EntryOutcome, type Equation } from './types.js';

export function equation(id: string, left: number, right: number): Equation {
  return { id, left, right, holds: left === right };
}

/**
 * EQ0 physical rows = rows with entries + rows that are no person; EQ1 entries, and the further results of rows that
 * speak for several students = Σ states; EQ2 matched entries =
 * distinct students hit. The left sides come from what was handed in, the right sides are counted anew on the
 * outcomes, so that an entry lost or invented on the way shows. `EQ0` is the whole, `EQ0:list` one list,
 * `EQ0:list/file` one file of it. EQ2 holds within a list and a kind of evidence, so its whole counts pairs of these and
 * the student.
 */
export function reconcileEquations(
  lists: readonly DepartmentList[],
  outcomes: Iterable<EntryOutcome>,
): readonly Equation[] {
  const books = new OutcomeBooks();
  for (const outcome of outcomes) books.add(outcome);
  return books.equations(lists);
}

/** What is counted of a whole, a list or a file. */
interface Count {
  /** By sheet. */
  readonly rows: Map<string, Set<number>>;
  readonly states: Map<string, number>;
  matched: number;
  /** Students hit by raw lists, and by comparison results. */
  readonly students: Set<string>;
  readonly compared: Set<string>;
  /** Results of entries beyond the first of each. */
  further: number;
}

const newCount = (): Count => ({
  rows: new Map(),
  states: new Map(),
  matched: 0,
  students: new Set(),
  compared: new Set(),
  further: 0,
});

/** The counts that an outcome belongs to, by the list and the name of the file. */
interface Last {
  readonly list: string;
  readonly name: string;
  readonly file: Count;
  readonly whole: Count;
}

/** Counts the outcomes, one after the other, for {@link reconcileEquations}. */
export class OutcomeBooks {
  private readonly counts = new Map<string, Count>();
  private last: Last | undefined;

  add({ entry: { list, source, evidence }, state, student, child = 1 }: EntryOutcome): void {
    // A row is one of its file, and a student is hit once by a list, so the greater counts are sums of these.
    const { file, whole } = this.countsOf(list, source.file);
    const { sheet = '', row } = source;
    let ofSheet = file.rows.get(sheet);
    if (ofSheet === undefined) {
      ofSheet = new Set();
      file.rows.set(sheet, ofSheet);
    }
    ofSheet.add(row);
    file.states.set(state, (file.states.get(state) ?? 0) + 1);
    if (child > 1) file.further += 1;
    if (state === 'matched') whole.matched += 1;
    if (student !== undefined && (state === 'matched' || state === 'duplicate'))
      (evidence === 'comparison' ? whole.compared : whole.students).add(student);
  }

  equations(lists: readonly DepartmentList[]): readonly Equation[] {
    const ids = distinct(lists.map(({ list }) => list));
    const filesOf = (id: string): string[] =>
      distinct(lists.filter(({ list }) => list === id).map(({ file }) => file));
    const of = (id: string, file: string | null): readonly DepartmentList[] =>
      lists.filter((l) => l.list === id && (file === null || l.file === file));
    // What is in the outcomes and in no list that was handed in belongs to the whole, and breaks it.
    const counted = [...this.counts.entries()].map(([key, count]) => ({ ...readKey(key), count }));
    const result: Equation[] = [
      rows(
        'EQ0',
        lists,
        counted.map(({ count }) => count),
      ),
      states(
        'EQ1',
        lists,
        counted.map(({ count }) => count),
      ),
      hits(
        'EQ2',
        counted.map(({ count }) => count),
      ),
    ];
    for (const id of ids) {
      const own = counted.filter(({ list }) => list === id).map(({ count }) => count);
      const whole = of(id, null);
      result.push(rows(`EQ0:${id}`, whole, own), states(`EQ1:${id}`, whole, own), hits(`EQ2:${id}`, own));
      for (const file of filesOf(id)) {
        const part = this.counts.get(keyOf(id, file));
        const counts = part === undefined ? [] : [part];
        result.push(
          rows(`EQ0:${id}/${file}`, of(id, file), counts),
          states(`EQ1:${id}/${file}`, of(id, file), counts),
        );
      }
    }
    return result;
  }

  /** Outcomes of one file mostly come one after the other. */
  private countsOf(list: string, file: string): Last {
    if (this.last?.list !== list || this.last.name !== file)
      this.last = { list, name: file, file: this.at(keyOf(list, file)), whole: this.at(keyOf(list, null)) };
    return this.last;
  }

  private at(key: string): Count {
    const known = this.counts.get(key) ?? newCount();
    this.counts.set(key, known);
    return known;
  }
}

const keyOf = (list: string, file: string | null): string => JSON.stringify([list, file]);
const readKey = (key: string): { readonly list: string } => ({ list: (JSON.parse(key) as string[])[0]! });
const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].sort(compareText);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function rows(id: string, lists: readonly DepartmentList[], counts: readonly Count[]): Equation {
  const physical = sum(lists.map((l) => l.physicalRows));
  const noPerson = sum(lists.map((l) => l.rowsOfNoPerson));
  const withEntries = counts.flatMap((count) => [...count.rows.values()].map((ofSheet) => ofSheet.size));
  return equation(id, physical, sum(withEntries) + noPerson);
}

function states(id: string, lists: readonly DepartmentList[], counts: readonly Count[]): Equation {
  const handedIn = sum(lists.map((l) => l.entries.length));
  const known = counts.flatMap((count) => ENTRY_STATES.map((state) => count.states.get(state) ?? 0));
  return equation(id, handedIn + sum(counts.map((count) => count.further)), sum(known));
}

function hits(id: string, counts: readonly Count[]): Equation {
  return equation(
    id,
    sum(counts.map((count) => count.matched)),
    sum(counts.map(({ students, compared }) => students.size + compared.size)),
  );
}

/** Equations that do not hold, each an error. */
export function equationIssues(equations: readonly Equation[]): Issue[] {
  return equations
    .filter((e) => !e.holds)
    .map((e) => error('match.equation', { equation: e.id, left: e.left, right: e.right }));
}
