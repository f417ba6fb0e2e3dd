import type { CategoryDoubt, CategoryInput, SourceRef, Student } from '../../roster/index.js';
import type { LinkedCategory, RuleSet } from '../../rules/index.js';
import { type Issue, warning } from '../../value/index.js';
import type { UsedCategory } from '../determination.js';
import { DOUBTS } from '../shape.js';
import { noted, type Papers } from './papers.js';

export interface ReadCategories {
  readonly known: ReadonlyMap<string, boolean>;
  readonly doubts: ReadonlyMap<string, CategoryDoubt>;
  readonly used: readonly UsedCategory[];
}

const STATUSES = ['in', 'unknown', 'out'] as const;

/**
 * What the lists say. Said twice, what keeps most open for the child stands. A category that asks for a paper that was
 * not shown is not known. Issues: `category.unknown`, `category.derived` (it follows from the rules), `category.conflict`,
 * `evidence.noted` (it counts, and a paper is missing).
 */
export function readCategories(
  rules: RuleSet,
  student: Student,
  papers: Papers,
  issues: Issue[],
): ReadCategories {
  const said = saidOf(rules, student, issues);
  const known = new Map<string, boolean>();
  const doubts = new Map<string, CategoryDoubt>();
  const used: UsedCategory[] = [];
  for (const category of rules.categories) {
    if (category.list === undefined) continue;
    const all = said.get(category.id) ?? [];
    const is = (status: CategoryInput['status']): boolean => all.some((one) => one.status === status);
    if (is('in') && is('out')) {
      const place = { path: `categories.${category.id}` };
      issues.push(warning('category.conflict', { category: category.id }, place));
    }
    const stated = STATUSES.find(is) ?? student.otherCategories ?? 'unknown';
    const unproved = stated === 'in' && !proved(category, papers, issues);
    const status = unproved ? 'unknown' : stated;
    const doubt =
      status === 'unknown'
        ? (DOUBTS.find((one) => (unproved ? one === 'paperMissing' : all.some((s) => s.doubt === one))) ??
          'notSaid')
        : undefined;
    if (status !== 'unknown') known.set(category.id, status === 'in');
    if (doubt !== undefined) doubts.set(category.id, doubt);
    used.push({
      category: category.id,
      status,
      ...(doubt === undefined ? {} : { doubt }),
      evidence: evidenceOf(all),
    });
  }
  return { known, doubts, used };
}

/** By category, those that lists can tell. */
function saidOf(
  rules: RuleSet,
  { categories = [] }: Student,
  issues: Issue[],
): ReadonlyMap<string, readonly CategoryInput[]> {
  const said = new Map<string, CategoryInput[]>();
  const byId = [...categories].sort((a, b) => (a.category < b.category ? -1 : 1));
  for (const one of byId) {
    const category = rules.categories.find((c) => c.id === one.category);
    const place = { path: `categories.${one.category}` };
    if (category === undefined) issues.push(warning('category.unknown', {}, place));
    else if (category.list === undefined)
      issues.push(warning('category.derived', { category: one.category }, place));
    else said.set(one.category, [...(said.get(one.category) ?? []), one]);
  }
  return said;
}

/** Whether the paper that a category needs was shown, or it does not wait for one. */
function proved({ id, evidence }: LinkedCategory, papers: Papers, issues: Issue[]): boolean {
  if (evidence === undefined || papers.meet(evidence)) return true;
  if (evidence.missing === 'note') issues.push(noted('category', id, evidence));
  return evidence.missing === 'note';
}

/** Every row behind a category once, in the order of files, sheets and rows. */
function evidenceOf(all: readonly CategoryInput[]): readonly SourceRef[] {
  const order = ({ file, sheet = '', row, list = '', comparison }: SourceRef): string =>
    JSON.stringify([file, sheet, String(row).padStart(16, '0'), list, comparison === true]);
  const rows = new Map(all.flatMap((one) => one.evidence ?? []).map((source) => [order(source), source]));
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, source]) => source);
}
