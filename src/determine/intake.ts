import type { Context } from '../plan/index.js';
import type { CategoryDoubt, Decision, Student } from '../roster/index.js';
import type { CheckedPart, RuleSet } from '../rules/index.js';
import { type CivilDate, type Issue, parseCivilDate } from '../value/index.js';
import { readDecisions } from './decisions.js';
import type { UsedCategory, UsedFact } from './determination.js';
import { readCategories } from './intake/category.js';
import { enrolmentAt } from './intake/enrolment.js';
import { takeFacts, withMissing } from './intake/facts.js';
import { readGiven } from './intake/given.js';
import { partsToNote, readPapers, shownFor } from './intake/papers.js';
import { inOrder } from './intake/report.js';
import { momentOf } from './moment.js';
import type { KnownStudent, Resolver } from './resolution.js';

/** A student in the words of one rule set, with everything that could not be used named. */
export interface Intake {
  readonly known: KnownStudent;
  readonly school: string;
  /** Schools of further enrolments in force: two places of study at once. */
  readonly alsoAt: readonly string[];
  /** There are enrolments, and none is in force at `asOf`. */
  readonly notEnrolled: boolean;
  readonly usedFacts: readonly UsedFact[];
  readonly usedCategories: readonly UsedCategory[];
  readonly doubts: ReadonlyMap<string, CategoryDoubt>;
  readonly waiver: (Decision & { readonly kind: 'waiver' }) | null;
  readonly tierDecision: (Decision & { readonly kind: 'tier' }) | null;
  /** Of which two words of one day differ: `tier`, a figure's id, or `score.visit`. */
  readonly decisionConflicts: readonly string[];
  /** The caller gave figures of their own: what follows from them is asked, not what is behind them. */
  readonly asksWhatFollows: boolean;
  /** Parts that count though the paper that belongs to them was not shown. */
  readonly partsToNote: readonly CheckedPart[];
  readonly issues: readonly Issue[];
}

/**
 * Reads a student against a rule set. Nothing throws: a value that cannot be used becomes an issue and is not known.
 * Issues: `student.date`, `fact.unknown`, `fact.type`, `fact.float`, `fact.option`, `fact.date`, `fact.outOfRange`,
 * `fact.offGrid`, `fact.people`, `fact.conflict`, `fact.role`, `fact.afterAsOf`, `fact.notApplicable`,
 * `evidence.missing`, `evidence.noted`, and those of {@link readPapers}, {@link readCategories}, {@link readGiven} and
 * {@link readDecisions}.
 */
export function takeIn(rules: RuleSet, context: Context, student: Student, resolver: Resolver): Intake {
  const moment = momentOf(context);
  const ofEnrolments: Issue[] = [];
  const enrolled = enrolmentAt(student.enrolments, moment.asOf, ofEnrolments);
  const ofDecisions: Issue[] = [];
  const knownAt = parseCivilDate(context.knownAt) as CivilDate;
  const decided = readDecisions(rules, student.decisions ?? [], knownAt, ofDecisions);

  const issues: Issue[] = inOrder(ofEnrolments);
  const papers = readPapers(rules, student.papers ?? [], moment.asOf, issues);
  const taken = takeFacts(
    rules,
    student,
    { enrolled, stated: decided.facts, asOf: moment.asOf, papers },
    issues,
  );
  const ofCategories: Issue[] = [];
  const categories = readCategories(rules, student, papers, ofCategories);
  const given = readGiven(rules, student.given ?? {}, ofCategories);
  const asksWhatFollows = given.size > 0;
  for (const [figure, value] of decided.figures) given.set(figure, value);

  const known: KnownStudent = {
    facts: taken.known,
    categories: categories.known,
    vetoes: decided.vetoes,
    points: decided.points,
    shown: shownFor(rules, papers),
    given,
    cells: new Map(),
  };
  const facts = withMissing(rules, taken, resolver.absent(known), issues);
  return {
    known: { ...known, facts: facts.known },
    school: enrolled.school,
    alsoAt: enrolled.alsoAt,
    notEnrolled: enrolled.none,
    usedFacts: facts.used,
    usedCategories: categories.used,
    doubts: categories.doubts,
    waiver: decided.waiver,
    tierDecision: decided.tier,
    decisionConflicts: decided.conflicts,
    asksWhatFollows,
    partsToNote: partsToNote(rules, papers),
    issues: [...issues, ...ofCategories, ...inOrder(ofDecisions)],
  };
}
