import type { CategoryInput } from '../roster/index.js';
import { categoryVoices } from './category-status.js';
import { claimBook } from './claims.js';
import { contentOf } from './content.js';
import { type MatchContext, matchContext, type ReadEntry } from './context.js';
import { byKeys, lapse } from './decide-entry.js';
import { attachDecisions } from './decisions.js';
import { nameDuplicates } from './duplicates.js';
import { compareEntries } from './entry-order.js';
import { readIdentity } from './entry-reading.js';
import { equationIssues, OutcomeBooks } from './equations.js';
import { findingIssues, sortIssues } from './findings.js';
import { entryIssues, listIssues } from './input-issues.js';
import { OutcomeIssues } from './outcome-issues.js';
import { type MatchPolicy, policyDigest } from './policy.js';
import type { EntryReason } from './reasons.js';
import { doubtful, questionsOf, resultsOf, speaksForOthers } from './results.js';
import { indexRoster } from './search/roster-index.js';
import { setPass } from './set-pass.js';
import { type Alone, type Identified, identifier } from './settled.js';
import type {
  DepartmentList,
  EntryDecision,
  EntryOutcome,
  ListEntry,
  Reconciliation,
  RosterPerson,
  StudentClaims,
} from './types.js';
import type { Verdict } from './verdict.js';

/** What matching found of one student. */
export interface ReconciledStudent {
  readonly key: string;
  /** The status of every category that some list gives. */
  readonly categories: readonly CategoryInput[];
  /** Which lists claim the student; left out where no row speaks of him or her. */
  readonly claims?: StudentClaims;
}

/** Where results go, one after the other. None of them is kept, so the caller may write and forget them. */
export interface ReconciliationSink {
  /** Every outcome, in the order of list, file, sheet, row, member. */
  readonly outcome: (outcome: EntryOutcome) => void;
  /** After the last outcome every student, by key. */
  readonly student: (student: ReconciledStudent) => void;
}

/** What is left of a reconciliation when its outcomes and students were handed over. */
export type ReconciliationBooks = Omit<Reconciliation, 'outcomes' | 'categories' | 'claims'>;

/**
 * What `reconcile` does, with its outcomes and students handed over one by one instead of all together: a city then
 * needs little more room than its index and its lists.
 *
 * Every entry is decided twice. First by its state alone, which is all that rows have to know of each other; then, where
 * a person has to look at it, with its candidates, which are most of what there is to keep.
 */
export function reconcileEach(
  roster: Iterable<RosterPerson>,
  lists: readonly DepartmentList[],
  decisions: readonly EntryDecision[],
  policy: MatchPolicy,
  sink: ReconciliationSink,
): ReconciliationBooks {
  const index = indexRoster(roster, policy.asOf);
  const read = (entry: ListEntry): ReadEntry => ({ entry, reading: readIdentity(entry, policy.asOf) });
  const identify = identifier();
  const entries = lists.flatMap((list) => list.entries).sort(compareEntries);
  const identified: Identified[] = [];
  function* readAll(): Generator<ReadEntry> {
    for (const entry of entries) {
      const one = read(entry);
      identified.push(identify(one));
      yield one;
    }
  }
  const context = matchContext(index, policy, readAll(), lists);
  const states: MatchContext = { ...context, statesOnly: true };
  const attached = attachDecisions(identified, decisions, index, (entry) =>
    questionsOf(read(entry), context).map((verdict) => contentOf(entry, verdict, index)),
  );

  const alone = identified.flatMap((one): Alone[] => {
    const decided = attached.byEntry.get(one.entry);
    const { entry, own, name, certain, findings } = one;
    const results = resultsOf(read(entry), states, decided);
    return results.map((verdict, part) => ({ entry, own, name, certain, findings, decided, part, verdict }));
  });
  const sentToPerson = setPass(alone);
  const together = alone.map((one, i): Verdict => inDoubt(one.verdict, sentToPerson[i]!));
  const verdicts = nameDuplicates(
    alone,
    together.map((verdict, i) => lapse(alone[i]!.entry, verdict)),
  );

  /** The verdict of an entry by itself and by what rows say together, its candidates among it. */
  const whole = (i: number): Verdict => {
    if (together[i]!.state !== 'review') return together[i]!;
    const { entry, decided, part, verdict } = alone[i]!;
    const again = read(entry);
    const because = sentToPerson[i]!;
    return because === null
      ? resultsOf(again, context, decided)[part]!
      : doubtful(again, context, verdict, because);
  };

  const voices = categoryVoices(lists, policy, index.students);
  const claims = claimBook(lists, index.students);
  const books = new OutcomeBooks();
  const found = new OutcomeIssues();
  const certificates = { issued: 0, added: 0 };
  for (const [i, { entry, findings, part }] of alone.entries()) {
    const own = lapse(entry, whole(i));
    const verdict =
      verdicts[i]!.state === 'duplicate' ? { ...verdicts[i]!, candidates: own.candidates } : own;
    const outcome: EntryOutcome = {
      entry,
      ...verdict,
      ...(verdict.state === 'review' ? { content: contentOf(entry, verdict, index) } : {}),
      ...(speaksForOthers(entry) ? { child: part + 1 } : {}),
      ...(findings.length === 0 ? {} : { findings }),
    };
    voices.hear(outcome);
    claims.hear(outcome, together[i]!);
    books.add(outcome);
    found.hear(outcome);
    if (outcome.certificate !== undefined) certificates.issued += 1;
    if ((outcome.certificate?.added ?? 0) > 0) certificates.added += 1;
    sink.outcome(outcome);
  }

  for (let number = 0; number < index.students.size; number += 1) {
    const key = index.students.keyOf(number);
    const hukous = index.students.hukousOf(number);
    const claimed = claims.claimsOf(number, hukous);
    if (claimed !== undefined) found.compare(claimed);
    const categories = voices.statusOf(number, hukous);
    sink.student(claimed === undefined ? { key, categories } : { key, categories, claims: claimed });
  }

  const equations = books.equations(lists);
  return {
    equations,
    policy: { id: policy.id, version: policy.version, digest: policyDigest(policy) },
    certificates,
    issues: sortIssues([
      ...attached.issues,
      ...listIssues(lists, policy, index),
      ...entryIssues(identified, attached.byEntry, context, (entry) => byKeys(read(entry), states)),
      ...findingIssues(placedFindings(identified)),
      ...found.issues(),
      ...equationIssues(equations),
    ]),
  };
}

/** A match that other rows put in doubt is for a person. */
const inDoubt = (verdict: Verdict, because: EntryReason | null): Verdict =>
  because === null ? verdict : { state: 'review', reason: because, candidates: [] };

function* placedFindings(all: readonly Identified[]) {
  for (const { entry, findings } of all)
    if (findings.length > 0) yield { source: { ...entry.source, list: entry.list }, findings };
}
