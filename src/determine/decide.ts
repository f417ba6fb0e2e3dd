import type { Context } from '../plan/index.js';
import type { Student } from '../roster/index.js';
import type { RuleSet } from '../rules/index.js';
import type { Issue } from '../value/index.js';
import { universalAwards } from './decide/awards.js';
import { withoutNeedlessPapers } from './decide/needless-papers.js';
import { tracedFigures } from './decide/outputs.js';
import { NOT_ENROLLED, scopeNamed } from './decide/scope.js';
import { settle } from './decide/settle.js';
import { type Determination, SEMANTICS, type TracedPart, type UsedCategory } from './determination.js';
import { noted } from './intake/papers.js';
import { type Intake, takeIn } from './intake.js';
import { discretionsOf } from './parts.js';
import type { KnownStudent, Resolver, View } from './resolution.js';
import { shapeOf } from './shape.js';

/** Decides one student by whichever meaning resolves it. `null` where that meaning cannot go through all completions. */
export function decide(
  rules: RuleSet,
  context: Context,
  given: Student,
  resolver: Resolver,
): Determination | null {
  const { document, digests } = rules;
  const shaped = shapeOf(given);
  const head = {
    semantics: SEMANTICS,
    student: shaped.key,
    period: context.period,
    asOf: context.asOf,
    knownAt: context.knownAt,
    rules: {
      scheme: document.scheme,
      edition: document.edition,
      standing: document.standing,
      status: document.status,
      document: digests.document,
      meaning: digests.meaning,
    },
  } as const;
  if ('unreadable' in shaped)
    return { ...head, ...NOTHING, school: '', outcome: 'invalid', issues: [shaped.unreadable] };

  const { student } = shaped;
  const taken = takeIn(rules, context, student, resolver);
  const known = withoutNeedlessPapers(rules, taken.known, resolver);
  const intake = { ...taken, known };
  const view = resolver.view(known);
  const common = {
    ...head,
    school: intake.school,
    ...(intake.alsoAt.length > 0 && { alsoAt: intake.alsoAt }),
    trace: tracedParts(view, known),
    figures: tracedFigures(view, known, []),
    facts: intake.usedFacts,
    couldRaise: couldRaise(rules, known),
    categories: intake.usedCategories.map((one) => withHolds(one, view)),
    issues: [...shaped.issues, ...intake.issues, ...partsNoted(intake, view)],
  };
  const scope = intake.notEnrolled
    ? NOT_ENROLLED
    : view.outOfScope === null
      ? null
      : scopeNamed(rules, view.outOfScope);
  if (scope !== null) return { ...common, outcome: 'outOfScope', reasons: [], awards: [], scope };
  const universal = universalAwards(rules, view);
  if (intake.waiver !== null) {
    const { paper, by, on } = intake.waiver;
    return { ...common, outcome: 'declined', reasons: [], awards: universal, declined: { paper, by, on } };
  }
  // A scheme that ends in its outputs is a calculation; nobody applies for one.
  if (!rules.endsInOutputs && !asked(student))
    return { ...common, outcome: 'notApplied', reasons: [], awards: universal };

  const settled = settle(rules, intake, view, resolver);
  return settled === null ? null : { ...common, ...settled };
}

const NOTHING = {
  reasons: [],
  trace: [],
  figures: [],
  awards: [],
  facts: [],
  couldRaise: [],
  categories: [],
} as const;

function withHolds(one: UsedCategory, view: View): UsedCategory {
  const holds = view.categories.get(one.category);
  return holds === undefined ? one : { ...one, holds };
}

function tracedParts(view: View, known: KnownStudent): readonly TracedPart[] {
  return view.points.map(([part, points]) => ({
    part,
    points,
    ...(known.given.has(`score.${part}`) ? { given: true } : {}),
  }));
}

/** Facts not given that give no points, and parts of which nobody gave points and which then count as 0. */
function couldRaise(rules: RuleSet, known: KnownStudent): readonly string[] {
  const facts = rules.facts.filter(
    ({ id, unknown }) => unknown.policy === 'no_points' && !known.facts.has(id),
  );
  const parts = discretionsOf(rules.score).filter(
    ({ part, undecided }) => undecided === '0' && !known.points.has(part) && !isGivenAround(part, known),
  );
  return [...facts.map(({ id }) => id), ...parts.map(({ part }) => `score.${part}`)];
}

/** Whether a part, or one that holds it, is given and not computed. */
function isGivenAround(part: string, { given }: KnownStudent): boolean {
  const steps = ['score', ...part.split('.')];
  return steps.some((_, i) => given.has(steps.slice(0, i + 1).join('.')));
}

/** Parts that gave points though no paper was shown for them. */
function partsNoted(intake: Intake, view: View): readonly Issue[] {
  const points = new Map(view.points);
  return intake.partsToNote.flatMap(({ path, evidence }) => {
    const counted = (points.get(path) ?? '0') !== '0';
    return counted && evidence !== undefined ? [noted('part', path, evidence)] : [];
  });
}

/** Somebody asked for this student: an application, a list, an open match, a signal, or aid before. */
function asked(student: Student): boolean {
  const listed = (student.categories ?? []).some(
    ({ status, doubt }) =>
      status === 'in' ||
      (status === 'unknown' && (doubt === 'openMatch' || doubt === 'rowUnclear' || doubt === 'paperMissing')),
  );
  return student.applied || listed || (student.signals ?? []).length > 0 || student.aidedBefore === true;
}
