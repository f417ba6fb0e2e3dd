import type { PaperInput } from '../../roster/index.js';
import { type CheckedPart, type EvidenceNeed, partsOf, type RuleSet } from '../../rules/index.js';
import {
  type CivilDate,
  compareDates,
  type Issue,
  parseCivilDate,
  shiftDate,
  warning,
} from '../../value/index.js';
import { inOrder } from './report.js';

/** The papers that hold on the day of the determination. */
export interface Papers {
  /** Whether a paper was shown that meets a need. */
  readonly meet: (need: EvidenceNeed) => boolean;
}

/**
 * Reads the papers that were shown. One holds from its issue on, and for as long as the rule file says. Issues:
 * `paper.unknown` (the rules know no such paper), `paper.date` (its day of issue is none).
 */
export function readPapers(
  rules: RuleSet,
  papers: readonly PaperInput[],
  asOf: CivilDate,
  issues: Issue[],
): Papers {
  const holding = new Set<string>();
  const refused: Issue[] = [];
  const place = { path: 'papers' };
  for (const { paper, issued } of papers) {
    const evidence = rules.evidence.find(({ id }) => id === paper);
    const from = parseCivilDate(issued);
    if (evidence === undefined) refused.push(warning('paper.unknown', { paper }, place));
    else if (from === null) refused.push(warning('paper.date', { paper }, place));
    else {
      const { valid } = evidence;
      const until = valid === undefined ? asOf : shiftDate(from, valid.count, valid.unit, rules.dates);
      if (compareDates(from, asOf) <= 0 && compareDates(asOf, until) <= 0) holding.add(paper);
    }
  }
  issues.push(...inOrder(refused));
  return { meet: (need) => need.any_of.some((paper) => holding.has(paper)) };
}

/** For the parts that ask for a paper: those for which one was shown. The others are open until one is. */
export function shownFor(rules: RuleSet, papers: Papers): ReadonlyMap<string, boolean> {
  const shown = new Map<string, boolean>();
  for (const { path, evidence } of partsOf(rules.score))
    if (evidence?.missing === 'ask' && papers.meet(evidence)) shown.set(path, true);
  return shown;
}

/** Parts that count without the paper that belongs to them. */
export function partsToNote(rules: RuleSet, papers: Papers): readonly CheckedPart[] {
  return partsOf(rules.score).filter(
    ({ evidence }) => evidence?.missing === 'note' && !papers.meet(evidence),
  );
}

/** A paper should have been shown and was not; what rests on it was counted. */
export function noted(kind: 'fact' | 'category' | 'part', id: string, need: EvidenceNeed): Issue {
  const path = `${kind === 'fact' ? 'facts' : kind === 'category' ? 'categories' : 'score'}.${id}`;
  return warning('evidence.noted', { kind, of: id, papers: need.any_of.join(', ') }, { path });
}
