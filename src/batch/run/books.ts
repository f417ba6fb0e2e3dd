import { EXACT_POLICY, type MatchPolicy } from '../../reconcile/index.js';
import { type Balance, balance, type RunHead } from '../../record/index.js';
import type { RuleSet } from '../../rules/index.js';
import type { Job } from '../job/index.js';
import type { Sources } from '../source/index.js';

/** How this run matches: by exact keys, with the ages of the job, and every list of the rules expected. */
export function policyOf(job: Job, rules: RuleSet, asOf: MatchPolicy['asOf']): MatchPolicy {
  const { policy } = job.document;
  const [youngest, oldest] = policy?.school_ages ?? [
    EXACT_POLICY.schoolAges.youngest,
    EXACT_POLICY.schoolAges.oldest,
  ];
  return {
    ...EXACT_POLICY,
    asOf,
    schoolAges: { youngest, oldest },
    margin: policy?.margin ?? EXACT_POLICY.margin,
    expected: rules.lists.map(({ id }) => ({
      list: id,
      categories: rules.categories.filter((category) => category.list === id).map((category) => category.id),
    })),
  };
}

/** What the run was made for and by. */
export function headOf(rules: RuleSet, job: Job, context: Omit<RunHead, 'rules' | 'job'>): RunHead {
  const { scheme, edition, standing, status } = rules.document;
  return { ...context, rules: { scheme, edition, standing, status, ...rules.digests }, job: job.digest };
}

/** Every sheet that was read: its rows as counted in the file = rows of data + rows that are nobody. */
export function rowBalances(
  sources: Sources,
  facts: { used: number; repeated: number; refused: number },
  /** Answers that were used, and those that were put aside with an issue each. */
  answers: { applied: number; aside: number },
): Balance[] {
  const rowsOf = (role: string): number =>
    sources.sheets.filter((s) => s.role === role).reduce((sum, s) => sum + s.data, 0);
  const { studentDecisions, entryDecisions: ofEntries, refusedDecisions } = sources;
  return [
    ...sources.sheets.map((s) =>
      balance(
        `rows:${s.list ?? s.role}/${s.file}${s.sheet === undefined ? '' : `/${s.sheet}`}`,
        s.physical,
        s.data + s.noPerson,
      ),
    ),
    balance('rows:facts', rowsOf('facts'), facts.used + facts.repeated + facts.refused),
    balance(
      'rows:decisions',
      rowsOf('decisions'),
      studentDecisions.length + ofEntries.length + refusedDecisions.length,
    ),
    balance(
      'rows:answers',
      rowsOf('answers'),
      sources.unanswered + sources.refusedAnswers.length + answers.applied + answers.aside,
    ),
  ];
}

/** Rows of every list of the rules, and apart from it those of its comparison results; a list that nobody handed in has none. */
export function listRows(rules: RuleSet, sources: Sources) {
  return rules.lists.flatMap(({ id }) => {
    const all = sources.lists.filter((list) => list.list === id);
    const compared = all.filter(({ evidence }) => evidence === 'comparison');
    const rowsOf = (of: readonly (typeof all)[number][]) => {
      const sum = (key: 'physicalRows' | 'rowsOfNoPerson'): number =>
        of.reduce((n, list) => n + list[key], 0);
      return { list: id, physicalRows: sum('physicalRows'), rowsOfNoPerson: sum('rowsOfNoPerson') };
    };
    const raw = rowsOf(all.filter((list) => !compared.includes(list)));
    return compared.length === 0 ? [raw] : [raw, { ...rowsOf(compared), evidence: 'comparison' as const }];
  });
}
