import { error, type Issue, warning } from '../value/index.js';
import { categoryStatus } from './category-status.js';
import { type MatchContext, matchContext, type ReadEntry } from './context.js';
import { byKeys, type DecidedBy, decideEntry, lapse } from './decide-entry.js';
import { attachDecisions } from './decisions.js';
import { type Decided, nameDuplicates } from './duplicates.js';
import { compareEntries } from './entry-order.js';
import { readIdentity } from './entry-reading.js';
import { equationIssues, reconcileEquations } from './equations.js';
import { findingIssues, placeOf, sortIssues } from './findings.js';
import { type MatchPolicy, policyDigest } from './policy.js';
import { relationOf } from './relation.js';
import { indexRoster, type RosterIndex } from './search/roster-index.js';
import { type Alone, setPass } from './set-pass.js';
import type { DepartmentList, EntryDecision, EntryOutcome, Reconciliation, RosterPerson } from './types.js';

/**
 * Brings the departments' lists to the roster: every entry ends in exactly one state with a reason, every
 * student gets a status for every category, and the counts are added up (EQ0–EQ2). The result depends on the
 * content of its arguments alone, not on their order. Data never throws; what is wrong is an issue:
 * `match.decision…` (a person's decision that cannot be used), `match.recallLimit` (nothing could show that a
 * parent's number stands in a child's row), `match.listMissing`, `match.listStale`, `match.listEmpty`,
 * `match.listTwice`, `match.entryTwice`, `match.rowCount`, `match.categoryNotOfList`, `match.relationUnclear`,
 * `match.equation` (the books do not balance), and the `id.…` and `number.…` findings per file.
 */
export function reconcile(
  roster: readonly RosterPerson[],
  lists: readonly DepartmentList[],
  decisions: readonly EntryDecision[],
  policy: MatchPolicy,
): Reconciliation {
  const index = indexRoster(roster, policy.asOf);
  const entries: ReadEntry[] = lists
    .flatMap((list) => list.entries)
    .sort(compareEntries)
    .map((entry) => ({ entry, reading: readIdentity(entry, policy.asOf) }));
  const context = matchContext(index, policy, entries);
  const attached = attachDecisions(entries, decisions, index);

  const alone = entries.map((read): Alone => {
    const decided = attached.byEntry.get(read.entry);
    return { read, decided, verdict: decideEntry(read, context, decided) };
  });
  const together = setPass(alone, context);
  const decided = entries.map((read, i): Decided => ({ ...read, verdict: lapse(read, together[i]!) }));
  const verdicts = nameDuplicates(decided);
  const outcomes = decided.map(({ entry, reading }, i): EntryOutcome => {
    const findings = [...reading.id.findings, ...reading.number.findings];
    const verdict = verdicts[i]!;
    return findings.length === 0 ? { entry, ...verdict } : { entry, ...verdict, findings };
  });

  const equations = reconcileEquations(lists, outcomes);
  return {
    outcomes,
    categories: categoryStatus(outcomes, index, lists, policy),
    equations,
    policy: { id: policy.id, version: policy.version, digest: policyDigest(policy) },
    certificates: {
      issued: outcomes.filter((o) => o.certificate !== undefined).length,
      added: outcomes.filter((o) => (o.certificate?.added ?? 0) > 0).length,
    },
    issues: sortIssues([
      ...attached.issues,
      ...listIssues(lists, policy, index),
      ...entryIssues(entries, context, attached.byEntry),
      ...findingIssues(
        outcomes.map(({ entry, findings = [] }) => ({
          source: { ...entry.source, list: entry.list },
          findings,
        })),
      ),
      ...equationIssues(equations),
    ]),
  };
}

function listIssues(lists: readonly DepartmentList[], policy: MatchPolicy, index: RosterIndex): Issue[] {
  const issues: Issue[] = [];
  for (const { list } of policy.expected)
    if (!lists.some((l) => l.list === list)) issues.push(warning('match.listMissing', { list }));
  const seen = new Set<string>();
  for (const { list, file, stale, categories, entries, rowsWithEntries } of lists) {
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
    if (entries.length > 0 && index.guardians.size === 0 && entries.every((e) => e.relation.trim() === ''))
      issues.push(warning('match.recallLimit', { list }, place));
  }
  return issues;
}

function entryIssues(
  entries: readonly ReadEntry[],
  context: MatchContext,
  byEntry: ReadonlyMap<ReadEntry['entry'], DecidedBy>,
): Issue[] {
  const issues: Issue[] = [];
  const unclear = new Map<string, { readonly read: ReadEntry; count: number }>();
  entries.forEach((read, i) => {
    const { entry } = read;
    const before = entries[i - 1]?.entry;
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
      if (known === undefined) unclear.set(key, { read, count: 1 });
      else known.count += 1;
    }
    const decided = byEntry.get(entry);
    if (decided === undefined || decided === 'unclear') return;
    const alone = byKeys(read, context);
    const { state, student } = decided.decision;
    if (alone.state === 'matched' && (state !== 'matched' || student !== alone.student))
      issues.push(warning('match.decisionAgainstKey', values, placeOf(entry.source)));
  });
  for (const { read, count } of unclear.values())
    issues.push(
      warning('match.relationUnclear', { list: read.entry.list, count }, placeOf(read.entry.source)),
    );
  return issues;
}
