import { compareText } from '../roster/index.js';
import { error, type Issue } from '../value/index.js';
import {
  type DepartmentList,
  ENTRY_STATES,
  type EntryOutcome,
  type EntryState,
  type Equation,
} from './types.js';

export function equation(id: string, left: number, right: number): Equation {
  return { id, left, right, holds: left === right };
}

/**
 * EQ0 physical rows = rows with entries + rows that are no person; EQ1 entries = Σ states; EQ2 matched entries =
 * distinct students hit. The left sides come from what was handed in, the right sides are counted anew on the
 * outcomes, so that an entry lost or invented on the way shows. `EQ0` is the whole, `EQ0:list` one list,
 * `EQ0:list/file` one file of it. EQ2 holds within a list, so its whole counts pairs of list and student.
 */
export function reconcileEquations(
  lists: readonly DepartmentList[],
  outcomes: readonly EntryOutcome[],
): readonly Equation[] {
  const of = (list: string, file: string | null) => ({
    lists: lists.filter((l) => l.list === list && (file === null || l.file === file)),
    outcomes: outcomes.filter(
      (o) => o.entry.list === list && (file === null || o.entry.source.file === file),
    ),
  });
  const ids = [...new Set(lists.map((l) => l.list))].sort(compareText);
  const result: Equation[] = [
    rows('EQ0', lists, outcomes),
    states('EQ1', lists, outcomes),
    hits('EQ2', outcomes),
  ];
  for (const id of ids) {
    const whole = of(id, null);
    result.push(
      rows(`EQ0:${id}`, whole.lists, whole.outcomes),
      states(`EQ1:${id}`, whole.lists, whole.outcomes),
      hits(`EQ2:${id}`, whole.outcomes),
    );
    for (const file of [...new Set(whole.lists.map((l) => l.file))].sort(compareText)) {
      const part = of(id, file);
      result.push(
        rows(`EQ0:${id}/${file}`, part.lists, part.outcomes),
        states(`EQ1:${id}/${file}`, part.lists, part.outcomes),
      );
    }
  }
  return result;
}

function rows(id: string, lists: readonly DepartmentList[], outcomes: readonly EntryOutcome[]): Equation {
  const physical = lists.reduce((sum, l) => sum + l.physicalRows, 0);
  const noPerson = lists.reduce((sum, l) => sum + l.rowsOfNoPerson, 0);
  const withEntries = new Set(
    outcomes.map(({ entry: { list, source } }) =>
      JSON.stringify([list, source.file, source.sheet ?? '', source.row]),
    ),
  );
  return equation(id, physical, withEntries.size + noPerson);
}

function states(id: string, lists: readonly DepartmentList[], outcomes: readonly EntryOutcome[]): Equation {
  const handedIn = lists.reduce((sum, l) => sum + l.entries.length, 0);
  const tally = new Map<EntryState, number>();
  for (const { state } of outcomes) tally.set(state, (tally.get(state) ?? 0) + 1);
  return equation(
    id,
    handedIn,
    ENTRY_STATES.reduce((sum, state) => sum + (tally.get(state) ?? 0), 0),
  );
}

function hits(id: string, outcomes: readonly EntryOutcome[]): Equation {
  const matched = outcomes.filter((o) => o.state === 'matched').length;
  const students = new Set<string>();
  for (const { entry, state, student } of outcomes)
    if (student !== undefined && (state === 'matched' || state === 'duplicate'))
      students.add(JSON.stringify([entry.list, student]));
  return equation(id, matched, students.size);
}

/** Equations that do not hold, each an error. */
export function equationIssues(equations: readonly Equation[]): Issue[] {
  return equations
    .filter((e) => !e.holds)
    .map((e) => error('match.equation', { equation: e.id, left: e.left, right: e.right }));
}
