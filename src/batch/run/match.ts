import {
  type AssembledRoster,
  assembleRoster,
  type EntryDecision,
  type EntryOutcome,
  isAsked,
  type MatchPolicy,
  type ReconciledStudent,
  type ReconciliationBooks,
  type ReconciliationSink,
  reconcileEach,
} from '../../reconcile/index.js';
import type { CategoryInput, Decision, Student } from '../../roster/index.js';
import type { RuleSet } from '../../rules/index.js';
import type { Issue } from '../../value/index.js';
import { aboutText, keyText, readKey } from '../form/index.js';
import type { EnrolmentRow, Sources } from '../source/index.js';
import { bindEntryAnswers } from './bind-entries.js';
import { bindStudentAnswers } from './bind-students.js';
import type { Questions } from './item.js';
import { QuestionKeys } from './questions.js';
import {
  type AssembledStudents,
  assembleStudents,
  type EnrolmentStudent,
  entryDecisions,
  StudentNumbers,
} from './students.js';

/** Lists and roster brought together, with the answers of people heard. */
export interface Matched {
  readonly roster: AssembledRoster<EnrolmentRow>;
  readonly byKey: ReadonlyMap<string, EnrolmentStudent>;
  readonly reconciliation: ReconciliationBooks;
  /** Outcomes about which people are asked; the others are handed over and not kept. */
  readonly asked: readonly EntryOutcome[];
  readonly students: readonly Student[];
  readonly questions: Questions;
  /** To which county a person said that an entry belongs, by {@link entryPlace}. */
  readonly elsewhere: ReadonlyMap<string, string>;
  readonly factRows: AssembledStudents['factRows'];
  readonly answers: { readonly applied: number; readonly aside: number };
  readonly issues: readonly Issue[];
}

/**
 * Matches twice where answers were handed in: once without them, to see which questions are the same as those that were
 * answered, and once with those that are. So an answer holds by what the person saw, and by nothing else. Outcomes and
 * students of the matching that counts go to `sink`, one by one.
 */
export function matchAll(
  sources: Sources,
  rules: RuleSet,
  policy: MatchPolicy,
  period: string,
  sink: ReconciliationSink,
): Matched {
  const roster = assembleRoster(sources.roster, { asOf: policy.asOf });
  const byKey = new Map(roster.students.map((student) => [student.key, student] as const));
  const numbers = new StudentNumbers(roster.students);
  const decided = entryDecisions(sources, numbers);
  const match = (more: readonly EntryDecision[], into: ReconciliationSink): Matching =>
    matching(into, (keeping) =>
      reconcileEach(roster.people, sources.lists, [...decided.decisions, ...more], policy, keeping),
    );

  const answersEntries = sources.answers.some(({ key }) => key.subject === 'entry');
  const outcomes: EntryOutcome[] = [];
  const reconciled: ReconciledStudent[] = [];
  // Whether this is the matching that counts is not known before the answers have been held against it.
  const alone = match(
    [],
    answersEntries
      ? { outcome: (outcome) => outcomes.push(outcome), student: (student) => reconciled.push(student) }
      : sink,
  );
  const assembled = assembleStudents(roster, sources, alone.categories, numbers, rules);
  const given = new Map(assembled.students.map((student) => [student.key, student] as const));
  const keys = new QuestionKeys(answersEntries ? outcomes : alone.asked, byKey, given, period);

  const entries = bindEntryAnswers(sources.answers, keys, numbers);
  const ofStudents = bindStudentAnswers(sources.answers, keys, rules);
  if (answersEntries && entries.decisions.length === 0) {
    for (const outcome of outcomes) sink.outcome(outcome);
    for (const student of reconciled) sink.student(student);
  }
  const reconciliation = entries.decisions.length === 0 ? alone : match(entries.decisions, sink);
  const answered = new Map<string, Decision[]>();
  for (const [student, decision] of ofStudents.decisions) {
    const known = answered.get(student);
    if (known === undefined) answered.set(student, [decision]);
    else known.push(decision);
  }
  const students = assembled.students.map((student): Student => {
    const categories = reconciliation.categories.get(student.key) ?? [];
    const more = answered.get(student.key);
    if (more === undefined) return { ...student, categories };
    return { ...student, categories, decisions: [...(student.decisions ?? []), ...more] };
  });
  const earlier = new Map([...entries.earlier, ...ofStudents.earlier]);
  return {
    roster,
    byKey,
    reconciliation: reconciliation.books,
    asked: reconciliation.asked,
    students,
    questions: {
      entryKey: (outcome) => keyText(keys.entry(outcome)),
      studentKey: (student) => keyText(keys.student(student)),
      factKey: (student, fact) => keyText(keys.fact(student, fact)),
      earlier: (key) => {
        const read = readKey(key);
        return read === null ? undefined : earlier.get(aboutText(read));
      },
    },
    elsewhere: entries.elsewhere,
    factRows: assembled.factRows,
    answers: {
      applied: entries.applied + ofStudents.applied,
      aside: entries.aside + ofStudents.aside,
    },
    issues: [
      ...roster.issues,
      ...decided.issues,
      ...reconciliation.books.issues,
      ...assembled.issues,
      ...entries.issues,
      ...ofStudents.issues,
    ],
  };
}

/** What is kept of a matching. */
interface Matching {
  readonly books: ReconciliationBooks;
  readonly asked: readonly EntryOutcome[];
  readonly categories: ReadonlyMap<string, readonly CategoryInput[]>;
}

function matching(
  into: ReconciliationSink,
  run: (sink: ReconciliationSink) => ReconciliationBooks,
): Matching {
  const asked: EntryOutcome[] = [];
  const categories = new Map<string, readonly CategoryInput[]>();
  const books = run({
    outcome: (outcome) => {
      if (isAsked(outcome)) asked.push(outcome);
      into.outcome(outcome);
    },
    student: (student) => {
      categories.set(student.key, student.categories);
      into.student(student);
    },
  });
  return { books, asked, categories };
}
