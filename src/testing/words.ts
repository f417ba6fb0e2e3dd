import { type Determination, determine, NOT_RECOGNISED } from '../determine/index.js';
import { factInWords, figureInWords, type Language, money, say, Titles } from '../explain/index.js';
import type { Student } from '../roster/index.js';
import { drafts } from './arbitraries.js';
import type { Draft } from './draft.js';
import type { Ground } from './ground.js';
import type { Breach, Property, Trial } from './property.js';
import { samplesOf } from './sampling.js';

/**
 * A breach as a teacher would read it: what does not hold, the student in words, what is changed, and what each comes
 * to. Facts that could be anything without mending it are left out.
 */
export function breachInWords(
  ground: Ground,
  property: Property,
  trial: Trial,
  breach: Breach,
  lang: Language,
): string {
  const titles = new Titles(ground.rules, lang);
  const matters = mattering(ground, property, trial);
  const student = studentLines(ground, breach.student, matters, titles);
  const others = ground.rules.facts.length > matters.facts.size;
  const lines = [
    say(
      lang,
      `不成立：${property.title.zh}（${property.id}）`,
      `Does not hold: ${property.title.en} (${property.id})`,
    ),
    say(lang, '  这样一名学生：', '  A student such as this one:'),
    ...student.map((line) => `    ${line}`),
    ...(others ? [say(lang, '    其余情况怎样都一样', '    (whatever else is known of the student)')] : []),
    `  ${say(lang, '结果：', 'comes to: ')}${resultInWords(ground, breach.student, breach.changed, titles)}`,
  ];
  if (breach.changed === undefined) return lines.join('\n');
  const by = say(lang, breach.by.zh, breach.by.en);
  return [
    ...lines,
    `  ${say(lang, `同一名学生，${by}：`, `the same student, but ${by}: `)}${resultInWords(ground, breach.changed, breach.student, titles)}`,
  ].join('\n');
}

interface Mattering {
  readonly facts: ReadonlySet<string>;
  readonly categories: ReadonlySet<string>;
}

const TRIES = 12;

/** What a breach needs: with some other value of it the property holds, or it is read for the change. */
function mattering(ground: Ground, property: Property, trial: Trial): Mattering {
  const others = samplesOf(drafts(ground), TRIES);
  const breaks = (draft: Draft): boolean => property.breach(ground, { ...trial, draft }) !== null;
  const facts = Object.keys(trial.draft.facts).filter((id) =>
    others.some((other) => {
      const value = other.facts[id];
      return !breaks({
        ...trial.draft,
        facts: { ...trial.draft.facts, ...(value === undefined ? {} : { [id]: value }) },
      });
    }),
  );
  const categories = Object.keys(trial.draft.categories).filter((id) => {
    const turned = { ...trial.draft.categories, [id]: trial.draft.categories[id] !== true };
    return !breaks({ ...trial.draft, categories: turned });
  });
  return { facts: new Set(facts), categories: new Set(categories) };
}

function studentLines(
  ground: Ground,
  student: Student,
  matters: Mattering,
  titles: Titles,
): readonly string[] {
  const { lang } = titles;
  const colon = say(lang, '：', ': ');
  const { facts, categories } = determine(ground.plan, student);
  const known = facts
    .filter(({ fact }) => matters.facts.has(fact))
    .map(
      ({ fact, value }) => `${titles.fact(fact)}${colon}${factInWords(fact, value, ground.rules, titles)}`,
    );
  // Whoever is on a list is told; of who is not only where that matters.
  const lists = categories
    .filter(
      ({ category, status }) => status === 'in' || (status === 'out' && matters.categories.has(category)),
    )
    .map(({ category, status }) =>
      status === 'in'
        ? say(lang, `属于“${titles.category(category)}”`, `belongs to “${titles.category(category)}”`)
        : say(
            lang,
            `不属于“${titles.category(category)}”`,
            `does not belong to “${titles.category(category)}”`,
          ),
    );
  return [...known, ...lists];
}

/** `other`: the student it is held against, so that what only that one is given is told too. */
function resultInWords(ground: Ground, student: Student, other: Student | undefined, titles: Titles): string {
  const { lang } = titles;
  const found = determine(ground.plan, student);
  const semicolon = say(lang, '；', '; ');
  if (found.outcome === 'outOfScope') return say(lang, '不在适用范围内', 'out of scope');
  return [
    ...tierInWords(ground, found, titles),
    ...awardsInWords(found, other === undefined ? found : determine(ground.plan, other), titles),
    ...outputsInWords(ground, found, titles),
  ].join(semicolon);
}

function tierInWords({ rules }: Ground, found: Determination, titles: Titles): readonly string[] {
  const { lang } = titles;
  if (rules.tiers.length === 0)
    return found.outcome === 'undetermined' ? [say(lang, '待定', 'not settled')] : [];
  if (found.outcome === 'undetermined') {
    const possible = (found.open?.tiers ?? []).map((tier) => titles.tier(tier));
    return [say(lang, `待定（可能是${possible.join('、')}）`, `not settled (${possible.join(', ')})`)];
  }
  const tier = (found.decided ?? found.recommended)?.tier ?? NOT_RECOGNISED;
  const score = found.recommended?.score;
  return [
    score === undefined
      ? titles.tier(tier)
      : say(lang, `${titles.tier(tier)}（${score} 分）`, `${titles.tier(tier)} (${score} points)`),
  ];
}

function awardsInWords(found: Determination, other: Determination, titles: Titles): readonly string[] {
  const { lang } = titles;
  return found.awards.flatMap(({ programme, state, amount, between }) => {
    const name = titles.programme(programme);
    const elsewhere = other.awards.find((one) => one.programme === programme)?.state;
    if (state === 'granted')
      return [
        amount === undefined || amount === null
          ? name
          : `${name} ${money(amount.minor, amount.currency, lang)}`,
      ];
    if (state === 'notEntitled')
      return elsewhere === 'granted' ? [say(lang, `没有${name}`, `no ${name}`)] : [];
    const [least, most] = [between?.least, between?.most].map((minor) =>
      minor === undefined ? '' : money(minor, between?.currency ?? '', lang),
    );
    return [say(lang, `${name}未定（${least} 至 ${most}）`, `${name} not settled (${least} to ${most})`)];
  });
}

function outputsInWords({ rules }: Ground, found: Determination, titles: Titles): readonly string[] {
  if (!rules.endsInOutputs) return [];
  return rules.outputs.flatMap((figure) => {
    const value = found.figures.find((one) => one.figure === figure)?.value;
    return value === undefined
      ? []
      : [`${titles.figure(figure)} ${figureInWords(figure, value, rules, titles)}`];
  });
}
