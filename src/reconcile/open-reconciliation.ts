import { nameForms, nameKeyOf } from '../roster/index.js';
import { alikeIn } from './alike.js';
import { categoryVoices } from './category-status.js';
import { claimBook } from './claims.js';
import { contentOf, isAsked } from './content.js';
import { type MatchContext, matchContext, type ReadEntry, type ReadKeys } from './context.js';
import { byKeys, type DecidedBy, lapse, matched } from './decide-entry.js';
import { attachDecisions } from './decisions.js';
import { EntryBook } from './entry-book.js';
import { compareEntries } from './entry-order.js';
import { identityOf, type NumbersReading, namedNumbersOf, readNumbers } from './entry-reading.js';
import { type EntryTask, type TaskDecider, taskDecider } from './entry-task.js';
import { equationIssues, OutcomeBooks } from './equations.js';
import { findingIssues, sortIssues } from './findings.js';
import { entryIssues, listIssues } from './input-issues.js';
import { matchByKeys } from './key-match.js';
import { headOf, type ListHead } from './list-head.js';
import { OutcomeIssues } from './outcome-issues.js';
import { type MatchPolicy, policyDigest } from './policy.js';
import { questionsOf, speaksForOthers } from './results.js';
import { linksOf } from './search/links.js';
import { indexRoster } from './search/roster-index.js';
import { setPass } from './set-pass.js';
import { settle } from './settled.js';
import type { ReconciliationBooks, ReconciliationSink } from './sink.js';
import type { DepartmentList, EntryDecision, EntryOutcome, ListEntry, RosterPerson } from './types.js';
import type { Verdict } from './verdict.js';

/** A reconciliation before its entries are decided. */
export interface OpenReconciliation {
  /** How many entries there are, in the order of list, file, sheet, row, member. */
  readonly size: number;
  /** The heads of the lists, which a shard needs. */
  readonly heads: readonly ListHead[];
  /** What there is to decide of the entry in a place; `null` where it is known where it ends. */
  readonly taskAt: (place: number) => EntryTask | null;
  /** Decides a task here. A shard decides it alike. */
  readonly decide: TaskDecider;
  /** Hands the results over. `resultsAt` is asked for the results of each task once, in the order of the places. */
  readonly close: (
    resultsAt: (place: number) => readonly Verdict[],
    sink: ReconciliationSink,
  ) => ReconciliationBooks;
}

/**
 * The work of {@link reconcileEach} in three parts, for processes that share it. Here everything is done that entries have
 * to know of each other; each task can then be decided anywhere, in any order and company, see {@link openShard}; and the
 * results are put together here again. The same bytes come out whoever decided what.
 */
export function openReconciliation(
  roster: Iterable<RosterPerson>,
  lists: readonly DepartmentList[],
  decisions: readonly EntryDecision[],
  policy: MatchPolicy,
): OpenReconciliation {
  const index = indexRoster(roster, policy.asOf);
  const numbersOf = (entry: ListEntry): NumbersReading => readNumbers(entry, policy.asOf);
  const read = (entry: ListEntry): ReadEntry => ({
    entry,
    reading: identityOf(numbersOf(entry), nameForms(entry.name)),
  });
  const all = lists.flatMap((list) => list.entries).sort(compareEntries);
  const book = new EntryBook();
  for (const entry of all) {
    const keys: ReadKeys = { entry, reading: namedNumbersOf(numbersOf(entry), nameKeyOf(entry.name)) };
    book.add(keys, matchByKeys(keys, { roster: index }, linksOf(index, keys.reading)));
  }
  const heads = lists.map(headOf);
  const context = matchContext(index, policy, book.beside, heads);
  const states: MatchContext = { ...context, statesOnly: true };
  const alike = alikeIn(all);
  const attached = attachDecisions(all, decisions, index, (entry, count) =>
    questionsOf(read(entry), context).map((verdict) => contentOf(entry, verdict, index, count)),
  );
  const decided = (i: number): DecidedBy | undefined => attached.byEntry.get(all[i]!);
  const rows = setPass(book, decided);
  const settled = settle({ all, book, rows, decided, read }, states);

  /** Whether it is known where an entry ends: it is matched and nothing puts it in doubt, or it was settled out of review. */
  const isKnown = (i: number): boolean => {
    const parts = settled.get(i);
    if (parts === undefined) return book.studentOf(i) >= 0 && rows.because(i) === null;
    return parts.every(({ together }) => together.state !== 'review');
  };
  const taskAt = (i: number): EntryTask | null =>
    isKnown(i)
      ? null
      : {
          entry: all[i]!,
          decided: decided(i),
          namesBeside: book.namesBeside(i),
          because: rows.because(i),
        };

  const close: OpenReconciliation['close'] = (resultsAt, sink) => {
    const voices = categoryVoices(lists, policy, index.students);
    const claims = claimBook(lists, index.students);
    const books = new OutcomeBooks();
    const found = new OutcomeIssues();
    const certificates = { issued: 0, added: 0 };
    const end = (i: number, before: Verdict, ended: Verdict, part: number): void => {
      const entry = all[i]!;
      const findings = book.findingsOf(i);
      const outcome: EntryOutcome = {
        entry,
        ...ended,
        ...(isAsked(ended) ? { content: contentOf(entry, ended, index, alike(i)) } : {}),
        ...(speaksForOthers(entry) ? { child: part + 1 } : {}),
        ...(findings.length === 0 ? {} : { findings }),
      };
      voices.hear(outcome);
      claims.hear(outcome, before);
      books.add(outcome);
      found.hear(outcome);
      if (outcome.certificate !== undefined) certificates.issued += 1;
      if ((outcome.certificate?.added ?? 0) > 0) certificates.added += 1;
      sink.outcome(outcome);
    };
    for (let i = 0; i < all.length; i += 1) {
      const entry = all[i]!;
      const parts = settled.get(i);
      if (parts === undefined) {
        const verdict = isKnown(i) ? matched(book.matchOf(i)!, context) : resultsAt(i)[0]!;
        end(i, verdict, lapse(entry, verdict), 0);
        continue;
      }
      const results = isKnown(i) ? parts.map(({ together }) => together) : resultsAt(i);
      for (const [part, { together, ended }] of parts.entries()) {
        const own = lapse(entry, results[part]!);
        end(i, together, ended.state === 'duplicate' ? { ...ended, candidates: own.candidates } : own, part);
      }
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
        ...entryIssues(all, attached.byEntry, context, (entry) => byKeys(read(entry), states)),
        ...findingIssues(placedFindings(all, book)),
        ...found.issues(),
        ...equationIssues(equations),
      ]),
    };
  };
  return { size: all.length, heads, taskAt, decide: taskDecider(context, read), close };
}

function* placedFindings(all: readonly ListEntry[], book: EntryBook) {
  for (let i = 0; i < all.length; i += 1) {
    const findings = book.findingsOf(i);
    const { source, list } = all[i]!;
    if (findings.length > 0) yield { source: { ...source, list }, findings };
  }
}
