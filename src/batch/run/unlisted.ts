import type { Determination, UsedCategory } from '../../determine/index.js';
import { DOUBT_LABELS, say, type Titles } from '../../explain/index.js';
import type { Student } from '../../roster/index.js';
import type { RuleSet } from '../../rules/index.js';
import { csvFile } from '../write/index.js';
import type { Card } from './cards.js';

/** Why the school or the family's form makes a student hard-up. `score`: the points reach a tier; `statement`: somebody reviewed or visited. */
export type Belief = 'score' | 'statement';

export interface Unlisted {
  readonly card: Card;
  readonly belief: Belief;
  /** The recommended tier, where there is one. */
  readonly tier?: string;
  /** Categories of which nobody knows whether the student has them. */
  readonly open: readonly UsedCategory[];
}

/** What a person of the school said of a student, rather than a form or a register. */
const STATEMENTS: ReadonlySet<string> = new Set(['peer_review', 'visit', 'reviewer']);

/**
 * The other direction: a student whom the school or the survey makes hard-up and whom no list has. Lists come late and miss
 * people; who is named here is aided or asked all the same, and the departments may want to know. By score, where the points
 * alone reach the lowest tier (whatever is open); by statement, where nothing was applied for but a review or visit is there.
 */
export function unlisted(
  determination: Determination,
  card: Card,
  student: Student | undefined,
  rules: RuleSet,
): Unlisted | null {
  const { categories, recommended } = determination;
  if (categories.some(({ status }) => status === 'in')) return null;
  const belief = beliefIn(determination, student, rules, rules.tiers.length === 0 ? null : 1);
  if (belief === null) return null;
  const open = categories.filter(({ status }) => status === 'unknown');
  return { card, belief, ...(recommended === undefined ? {} : { tier: recommended.tier }), open };
}

function beliefIn(
  { outcome, recommended, open }: Determination,
  student: Student | undefined,
  rules: RuleSet,
  lowest: number | null,
): Belief | null {
  const reaches = (tier: string | undefined): boolean =>
    lowest !== null && tier !== undefined && rules.tierIds.indexOf(tier) >= lowest;
  if (outcome === 'determined') return reaches(recommended?.scoreTier ?? recommended?.tier) ? 'score' : null;
  // Every possible tier reaches it: the last is the least aid.
  if (outcome === 'undetermined') return reaches(open?.tiers[open.tiers.length - 1]) ? 'score' : null;
  if (outcome !== 'notApplied') return null;
  const stated = Object.keys(student?.facts ?? {}).some((id) =>
    STATEMENTS.has(rules.document.facts[id]?.origin ?? ''),
  );
  return stated ? 'statement' : null;
}

/** Such students as a file for the office. */
export function unlistedCsv(students: readonly Unlisted[], titles: Titles): string {
  const { lang } = titles;
  const words: Readonly<Record<Belief, string>> = {
    score: say(lang, '按分数达到困难等级', 'the points reach a tier'),
    statement: say(lang, '没有申请，但有评议或走访', 'did not apply, but there is a review or a visit'),
  };
  const header = say(
    lang,
    '区县,学校,学段,年级,班级,姓名,全国学籍号,依据,建议档次,名单上还不清楚的类别',
    'County,School,Stage,Grade,Class,Name,Student number,Belief,Tier,Categories not known',
  ).split(',');
  const rows = students.map(({ card, belief, tier, open }) => [
    ...[card.county, card.school, card.stage, card.grade, card.class, card.name, card.studentNumber],
    words[belief],
    tier === undefined ? '' : titles.tier(tier),
    open
      .map(
        ({ category, doubt }) =>
          `${titles.category(category)}${doubt === undefined ? '' : `（${DOUBT_LABELS[doubt][lang]}）`}`,
      )
      .join(say(lang, '；', '; ')),
  ]);
  return csvFile([header, ...rows]);
}
