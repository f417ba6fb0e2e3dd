import { type Determination, NOT_RECOGNISED, type Question } from '../../determine/index.js';
import {
  DOUBT_LABELS,
  figureInWords,
  money,
  NOT_RECOGNISED_LABEL,
  ORIGIN_LABELS,
  PERIOD_LABELS,
  type PeopleQuestion,
  papersInWords,
  pieceOfFact,
  questionTitle,
  rolesInWords,
  Titles,
  together,
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
        未定的项目: [
          ...awards.map((award) => awardText(award, rules)),
          ...outputTexts(determination, rules),
        ].join('；'),
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
  const titles = new Titles(rules, 'zh');
  const groups = new Map<string, string[]>();
  for (const question of together(questions, titles)) {
    const [group, what] =
      'people' in question ? completing(question, rules, titles) : toDo(question, rules, titles);
    const known = groups.get(group);
    if (known === undefined) groups.set(group, [what]);
    else known.push(what);
  }
  return [...groups]
    .map(([group, what]) => (what[0] === '' ? group : `${group}：${what.join('、')}`))
    .join('；');
}

/** A list of people of which something is not known. */
function completing(
  { people, what }: PeopleQuestion,
  rules: RuleSet,
  titles: Titles,
): readonly [string, string] {
  const origin = ORIGIN_LABELS[rules.document.facts[people]?.origin ?? 'survey'].zh;
  return [`补全名单（${origin}）`, `${titles.fact(people)}（${what}）`];
}

/** What has to be done, and about what; empty where the first says it all. */
function toDo(question: Question, rules: RuleSet, titles: Titles): readonly [group: string, what: string] {
  const { kind, id, doubt } = question;
  const { document } = rules;
  const title = questionTitle(question, rules, titles);
  switch (kind) {
    case 'fact': {
      const fact = document.facts[pieceOfFact(id).fact];
      if (fact?.by !== undefined) return [`由${rolesInWords(fact.by, titles)}认定`, title];
      return [fact === undefined ? '核实' : `核实（${ORIGIN_LABELS[fact.origin].zh}）`, title];
    }
    case 'category':
      return [`核实是否属于${doubt === undefined ? '' : `（${DOUBT_LABELS[doubt].zh}）`}`, title];
    case 'veto':
      return ['由工作组决定是否适用', title];
    case 'points': {
      const value = titles.part(id)?.value;
      return [`由${value?.kind === 'discretion' ? rolesInWords(value.by, titles) : '评审人员'}评定`, title];
    }
    case 'evidence':
      return ['出示材料', papersInWords(titles.part(id)?.evidence?.any_of ?? [], rules, titles)];
    case 'cell':
      return ['规则文件缺少数值，请向制定部门查明', `${title}（${id}）`];
    case 'enrolment':
      return ['核实实际在哪所学校就读', ''];
    case 'decision':
      return id === 'tier'
        ? ['认定的档次低于应当保底的档次，或有两项不同的认定，请重新决定', '']
        : ['有两项不同的决定，请说明以哪一个为准', title];
  }
}

/** Where the scheme ends in its outputs: those that are not settled. */
function outputTexts({ open }: Determination, rules: RuleSet): readonly string[] {
  const titles = new Titles(rules, 'zh');
  return (open?.outputs ?? []).map(({ figure, between, among }) => {
    const words = (value: boolean | string): string => figureInWords(figure, value, rules, titles);
    const span = between === undefined ? [] : [`${words(between.least)} 至 ${words(between.most)}`];
    return `${titles.figure(figure)} ${[...span, ...(among ?? []).map(words)].join('或')}`;
  });
}

function awardText(award: Determination['awards'][number], rules: RuleSet): string {
  const title = titleOf(rules.document.programmes[award.programme]?.title, award.programme);
  const { between } = award;
  if (between === undefined) return title;
  const per = PERIOD_LABELS[award.per as keyof typeof PERIOD_LABELS]?.zh ?? '';
  const written = (minor: string): string => money(minor, between.currency, 'zh');
  return `${title} ${written(between.least).replace(/ [^ ]+$/, '')} 至 ${written(between.most)}${per}`;
}
