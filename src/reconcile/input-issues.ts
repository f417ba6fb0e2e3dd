import { error, type Issue, warning } from '../value/index.js';
import type { MatchContext } from './context.js';
import type { DecidedBy } from './decide-entry.js';
import { placeOf } from './findings.js';
import { headOf, limitsRecall } from './list-head.js';
import type { MatchPolicy } from './policy.js';
import { relationOf } from './relation.js';
import { speaksForOthers } from './results.js';
import type { RosterIndex } from './search/roster-index.js';
import type { DepartmentList, ListEntry } from './types.js';
import type { Verdict } from './verdict.js';

/** What is odd about the lists as they were handed in. */
export function listIssues(
  lists: readonly DepartmentList[],
  policy: MatchPolicy,
  index: RosterIndex,
): Issue[] {
  const issues: Issue[] = [];
  for (const { list } of policy.expected)
    if (!lists.some((l) => l.list === list)) issues.push(warning('match.listMissing', { list }));
  const seen = new Set<string>();
  for (const one of lists) {
    const { list, file, stale, categories, entries, rowsWithEntries } = one;
    const place = { file };
    if (stale) issues.push(warning('match.listStale', { list }, place));
    if (entries.length === 0) issues.push(warning('match.listEmpty', { list }, place));
    const key = JSON.stringify([list, file]);
    if (seen.has(key)) issues.push(error('match.listTwice', { list }, place));
    seen.add(key);
    const rows = new Set(entries.map(({ source }) => JSON.stringify([source.sheet ?? '', source.row]))).size;
    if (rows !== rowsWithEntries)
      issues.push(error('match.rowCount', { list, rows, said: rowsWithEntries }, place));
    const foreign = new Set(entries.flatMap((e) => [...e.standing.in, ...e.standing.unknown]));
    for (const category of categories) foreign.delete(category);
    for (const category of foreign) issues.push(error('match.categoryNotOfList', { list, category }, place));
    if (limitsRecall(headOf(one), index)) issues.push(warning('match.recallLimit', { list }, place));
  }
  return issues;
}

/**
 * What is odd about entries, which are in the order of their places. `byKeys` is where an entry would end without the
 * decisions of people.
 */
export function entryIssues(
  entries: readonly ListEntry[],
  byEntry: ReadonlyMap<ListEntry, DecidedBy>,
  context: MatchContext,
  byKeys: (entry: ListEntry) => Verdict,
): Issue[] {
  const issues: Issue[] = [];
  const unclear = new Map<string, { readonly first: ListEntry; count: number }>();
  entries.forEach((entry, i) => {
    const before = entries[i - 1];
    const values = { list: entry.list, member: entry.member };
    if (
      before !== undefined &&
      before.list === entry.list &&
      before.member === entry.member &&
      before.source.file === entry.source.file &&
      before.source.row === entry.source.row &&
      (before.source.sheet ?? '') === (entry.source.sheet ?? '')
    )
      issues.push(error('match.entryTwice', values, placeOf(entry.source)));
    if (relationOf(context, entry.relation) === 'unclear') {
      const key = JSON.stringify([entry.list, entry.source.file]);
      const known = unclear.get(key);
      if (known === undefined) unclear.set(key, { first: entry, count: 1 });
      else known.count += 1;
    }
    const decided = byEntry.get(entry);
    if (decided === undefined || decided === 'unclear' || speaksForOthers(entry)) return;
    const alone = byKeys(entry);
    // Only a decision that says matched names a student.
    if (alone.state === 'matched' && decided.decision.student !== alone.student)
      issues.push(warning('match.decisionAgainstKey', values, placeOf(entry.source)));
  });
  for (const { first, count } of unclear.values())
    issues.push(warning('match.relationUnclear', { list: first.list, count }, placeOf(first.source)));
  return issues;
}
