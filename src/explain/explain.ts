import type { Determination } from '../determine/index.js';
import type { Plan } from '../plan/index.js';
import { type About, aboutOf, type TextPart } from './about.js';
import type { Language } from './language.js';
import { awardsPart } from './parts/awards.js';
import { basisPart, issuesPart } from './parts/basis.js';
import { categoriesPart } from './parts/categories.js';
import { assumedPart, couldRaisePart, factsPart } from './parts/facts.js';
import { figuresPart } from './parts/figures.js';
import { howToApplyPart, openPart } from './parts/open.js';
import { outcomePart } from './parts/outcome.js';
import { reasonsPart } from './parts/reasons.js';
import { scorePart } from './parts/score.js';

type MakePart = (about: About) => TextPart;

/** Which parts an outcome has, in the order of reading; the outcome comes first and the basis last in all. */
const PARTS: Readonly<Record<Determination['outcome'], readonly MakePart[]>> = {
  determined: [
    reasonsPart,
    scorePart,
    figuresPart,
    categoriesPart,
    awardsPart,
    factsPart,
    assumedPart,
    couldRaisePart,
    issuesPart,
  ],
  undetermined: [
    openPart,
    reasonsPart,
    scorePart,
    figuresPart,
    categoriesPart,
    awardsPart,
    factsPart,
    assumedPart,
    couldRaisePart,
    issuesPart,
  ],
  notApplied: [howToApplyPart, awardsPart, categoriesPart, issuesPart],
  outOfScope: [factsPart, issuesPart],
  declined: [awardsPart, issuesPart],
  invalid: [],
};

/**
 * A determination in words, for a reader who knows no code: what was decided and by whom, from which facts and list
 * rows, by which rule, what it gives, what was assumed, what could raise it, and what is missing. Titles come from the
 * rule file, falling back to Chinese and then to ids. Of a person it says nothing but the student's key. The plan must
 * be the one that determined; parts without lines are left out.
 */
export function explain(
  plan: Pick<Plan, 'rules'>,
  determination: Determination,
  options: { readonly lang: Language },
): readonly TextPart[] {
  const about = aboutOf(plan.rules, determination, options.lang);
  const makers = [outcomePart, ...PARTS[determination.outcome], basisPart];
  return makers.map((make) => make(about)).filter((part) => part.lines.length > 0);
}

/** The parts of an explanation as plain text: headings on their own lines, a blank line between parts. */
export function renderExplanation(parts: readonly TextPart[]): string {
  return parts
    .map(({ heading, lines }) => [heading, ...lines.map((line) => `  ${line}`), ''].join('\n'))
    .join('\n');
}
