import type { Determination, Question } from '../../determine/index.js';
import {
  DOUBT_LABELS,
  figureInWords,
  money,
  ORIGIN_LABELS,
  PERIOD_LABELS,
  type PeopleQuestion,
  papersInWords,
  pieceOfFact,
  questionTitle,
  rolesInWords,
  say,
  type Titles,
  together,
} from '../../explain/index.js';
import type { Counted } from '../../record/index.js';
import type { RuleSet } from '../../rules/index.js';
import { WAIVER } from '../form/index.js';
import { earlierText } from './earlier.js';
import { type Item, placed, rowOf, type WorklistInput, whoIs } from './item.js';

/** The item of an undetermined student: what to find out, and what hangs on it. Empty for everybody else. */
export function studentItem({ determination }: Counted, input: WorklistInput): Item[] {
  const { open, student, school } = determination;
  if (determination.outcome !== 'undetermined' || open === undefined) return [];
  const { rules, titles, questions } = input;
  const { lang } = titles;
  const indices = open.tiers.map((tier) => rules.tierIds.indexOf(tier));
  const spread = (indices[0] ?? 0) - (indices[indices.length - 1] ?? 0);
  const awards = determination.awards.filter((award) => award.state === 'open');
  const atStake = awards.reduce(
    (sum, { between }) => sum + BigInt(between?.most ?? 0) - BigInt(between?.least ?? 0),
    0n,
  );
  const source = rowOf(student, input);
  const key = questions.studentKey(student);
  return [
    {
      kind: 'student',
      stake: spread > 0 ? spread : 1,
      open: atStake,
      students: [student],
      ...(source === undefined ? {} : { source }),
      row: {
        cells: {
          ...whoIs(student, school, input),
          todo: questionTexts(open.questions, rules, titles),
          tiers: open.tiers.map((tier) => titles.tier(tier)).join(say(lang, '、', ', ')),
          open: [
            ...awards.map((award) => awardText(award, titles)),
            ...outputTexts(determination, rules, titles),
          ].join(say(lang, '；', '; ')),
          ...(source === undefined ? {} : placed(source)),
          earlier: earlierText(questions.earlier(key), input),
          key,
        },
        conclusions: [...[...rules.tierIds].reverse().map((tier) => titles.tier(tier)), WAIVER[lang]],
      },
    },
  ];
}

/** What to do for one student: facts by where they come from, categories by why they are not known, then the rest. */
function questionTexts(questions: readonly Question[], rules: RuleSet, titles: Titles): string {
  const { lang } = titles;
  const groups = new Map<string, string[]>();
  for (const question of together(questions, titles)) {
    const [group, what] =
      'people' in question ? completing(question, rules, titles) : toDo(question, rules, titles);
    const known = groups.get(group);
    if (known === undefined) groups.set(group, [what]);
    else known.push(what);
  }
  return [...groups]
    .map(([group, what]) =>
      what[0] === '' ? group : `${group}${say(lang, '：', ': ')}${what.join(say(lang, '、', ', '))}`,
    )
    .join(say(lang, '；', '; '));
}

/** A list of people of which something is not known. */
function completing(
  { people, what }: PeopleQuestion,
  rules: RuleSet,
  titles: Titles,
): readonly [string, string] {
  const { lang } = titles;
  const origin = ORIGIN_LABELS[rules.document.facts[people]?.origin ?? 'survey'][lang];
  return [
    say(lang, `补全名单（${origin}）`, `Complete the list (${origin})`),
    say(lang, `${titles.fact(people)}（${what}）`, `${titles.fact(people)} (${what})`),
  ];
}

/** What has to be done, and about what; empty where the first says it all. */
function toDo(question: Question, rules: RuleSet, titles: Titles): readonly [group: string, what: string] {
  const { kind, id, doubt } = question;
  const { document } = rules;
  const { lang } = titles;
  const title = questionTitle(question, rules, titles);
  switch (kind) {
    case 'fact': {
      const fact = document.facts[pieceOfFact(id).fact];
      if (fact?.by !== undefined) {
        const roles = rolesInWords(fact.by, titles);
        return [say(lang, `由${roles}认定`, `To be judged by ${roles}`), title];
      }
      if (fact === undefined) return [say(lang, '核实', 'Find out'), title];
      const origin = ORIGIN_LABELS[fact.origin][lang];
      return [say(lang, `核实（${origin}）`, `Find out (${origin})`), title];
    }
    case 'category': {
      const why = doubt === undefined ? '' : DOUBT_LABELS[doubt][lang];
      if (why === '') return [say(lang, '核实是否属于', 'Find out whether it holds'), title];
      return [say(lang, `核实是否属于（${why}）`, `Find out whether it holds (${why})`), title];
    }
    case 'veto':
      return [say(lang, '由工作组决定是否适用', 'The group decides whether it applies'), title];
    case 'points': {
      const value = titles.part(id)?.value;
      const roles =
        value?.kind === 'discretion' ? rolesInWords(value.by, titles) : ORIGIN_LABELS.reviewer[lang];
      return [say(lang, `由${roles}评定`, `Points to be given by ${roles}`), title];
    }
    case 'evidence': {
      const papers = papersInWords(titles.part(id)?.evidence?.any_of ?? [], rules, titles);
      return [say(lang, '出示材料', 'Show a paper'), papers];
    }
    case 'cell':
      return [
        say(
          lang,
          '规则文件缺少数值，请向制定部门查明',
          'The rule file lacks a value; ask those who issued it',
        ),
        say(lang, `${title}（${id}）`, `${title} (${id})`),
      ];
    case 'enrolment':
      return [say(lang, '核实实际在哪所学校就读', 'Find out at which school the student really is'), ''];
    case 'decision':
      return id === 'tier'
        ? [
            say(
              lang,
              '认定的档次低于应当保底的档次，或有两项不同的认定，请重新决定',
              'The tier decided is below the floor, or there are two decisions; decide again',
            ),
            '',
          ]
        : [
            say(
              lang,
              '有两项不同的决定，请说明以哪一个为准',
              'There are two different decisions; say which holds',
            ),
            title,
          ];
  }
}

/** Where the scheme ends in its outputs: those that are not settled. */
function outputTexts({ open }: Determination, rules: RuleSet, titles: Titles): readonly string[] {
  const { lang } = titles;
  return (open?.outputs ?? []).map(({ figure, between, among }) => {
    const words = (value: boolean | string): string => figureInWords(figure, value, rules, titles);
    const span =
      between === undefined
        ? []
        : [`${words(between.least)} ${say(lang, '至', 'to')} ${words(between.most)}`];
    return `${titles.figure(figure)} ${[...span, ...(among ?? []).map(words)].join(say(lang, '或', ' or '))}`;
  });
}

function awardText(award: Determination['awards'][number], titles: Titles): string {
  const { lang } = titles;
  const title = titles.programme(award.programme);
  const { between } = award;
  if (between === undefined) return title;
  const per = PERIOD_LABELS[award.per as keyof typeof PERIOD_LABELS]?.[lang] ?? '';
  const written = (minor: string): string => money(minor, between.currency, lang);
  const least = written(between.least).replace(/ [^ ]+$/, '');
  return `${title} ${least} ${say(lang, '至', 'to')} ${written(between.most)}${per}`;
}
