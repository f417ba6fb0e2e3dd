import { type Determination, NOT_RECOGNISED, type Question } from '../../determine/index.js';
import {
  DOUBT_LABELS,
  money,
  NOT_RECOGNISED_LABEL,
  ORIGIN_LABELS,
  PERIOD_LABELS,
} from '../../explain/index.js';
import type { Counted } from '../../record/index.js';
import type { RuleSet } from '../../rules/index.js';
import { type Item, rowOf, titleOf, type WorklistInput, whoIs } from './item.js';

/** The item of an undetermined student: what to find out, and what hangs on it. Empty for everybody else. */
export function studentItem({ determination }: Counted, input: WorklistInput): Item[] {
  const { open } = determination;
  if (determination.outcome !== 'undetermined' || open === undefined) return [];
  const { rules } = input;
  const indices = open.tiers.map((tier) => rules.tierIds.indexOf(tier));
  const spread = (indices[0] ?? 0) - (indices[indices.length - 1] ?? 0);
  const awards = determination.awards.filter((award) => award.state === 'open');
  const atStake = awards.reduce(
    (sum, { between }) => sum + BigInt(between?.most ?? 0) - BigInt(between?.least ?? 0),
    0n,
  );
  return [
    {
      kind: 'student',
      stake: spread > 0 ? spread : 1,
      open: atStake,
      cells: {
        ...whoIs(determination.student, determination.school, input),
        要做的事: questionTexts(open.questions, rules),
        可能的档次: open.tiers.map((tier) => tierTitle(tier, rules)).join('、'),
        未定的项目: awards.map((award) => awardText(award, rules)).join('；'),
        ...rowOf(determination.student, input),
      },
    },
  ];
}

const tierTitle = (tier: string, rules: RuleSet): string =>
  titleOf(
    rules.document.tiers.find((t) => t.id === tier)?.title,
    tier === NOT_RECOGNISED ? NOT_RECOGNISED_LABEL.zh : tier,
  );

/** What to do for one student: facts by where they come from, categories by why they are not known, then the rest. */
function questionTexts(questions: readonly Question[], rules: RuleSet): string {
  const { document } = rules;
  const groups = new Map<string, string[]>();
  const add = (group: string, what: string): void => {
    const known = groups.get(group);
    if (known === undefined) groups.set(group, [what]);
    else known.push(what);
  };
  for (const { kind, id, doubt } of questions) {
    switch (kind) {
      case 'fact': {
        const fact = document.facts[id];
        add(
          fact === undefined ? '核实' : `核实（${ORIGIN_LABELS[fact.origin].zh}）`,
          titleOf(fact?.title, id),
        );
        break;
      }
      case 'category': {
        const why = doubt === undefined ? '' : `（${DOUBT_LABELS[doubt].zh}）`;
        add(`核实是否属于${why}`, titleOf(document.categories[id]?.title, id));
        break;
      }
      case 'veto':
        add('由工作组决定是否适用', titleOf(document.vetoes[id]?.title, id));
        break;
      case 'enrolment':
        add('核实实际在哪所学校就读', '');
        break;
      case 'decision':
        add('认定的档次低于应当保底的档次，请重新决定', '');
        break;
    }
  }
  return [...groups]
    .map(([group, what]) => (what[0] === '' ? group : `${group}：${what.join('、')}`))
    .join('；');
}

function awardText(award: Determination['awards'][number], rules: RuleSet): string {
  const title = titleOf(rules.document.programmes[award.programme]?.title, award.programme);
  const { between } = award;
  if (between === undefined) return title;
  const per = PERIOD_LABELS[award.per as keyof typeof PERIOD_LABELS]?.zh ?? '';
  const written = (minor: string): string => money(minor, between.currency, 'zh');
  return `${title} ${written(between.least).replace(/ [^ ]+$/, '')} 至 ${written(between.most)}${per}`;
}
