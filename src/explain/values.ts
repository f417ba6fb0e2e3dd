import type { FigureValue, UsedFact } from '../determine/index.js';
import type { RuleSet, Type } from '../rules/index.js';
import { NONE_LABEL } from './labels.js';
import { say } from './language.js';
import { listed, type Titles } from './names.js';
import { quantity } from './quantity.js';

type Scalar = boolean | string;

/** A single value in words: with its unit, or the title of its option; a date and a code as they are written. */
export function scalarInWords(value: Scalar, type: Type | undefined, titles: Titles): string {
  const { lang } = titles;
  if (typeof value === 'boolean') return say(lang, value ? '是' : '否', value ? 'yes' : 'no');
  if (value === 'none') return NONE_LABEL[lang];
  switch (type?.kind) {
    case 'number':
      return quantity(value, type.unit, lang);
    case 'choice':
    case 'several':
      return titles.option(type.choice, value);
    default:
      return value;
  }
}

/** The value of a fact in one line. Of people only how many they are: what is known of each is in {@link membersInWords}. */
export function factInWords(id: string, value: UsedFact['value'], rules: RuleSet, titles: Titles): string {
  const { lang } = titles;
  if (typeof value !== 'object') return scalarInWords(value, typeOfFact(id, rules), titles);
  if ('list' in value) {
    const count = value.list.length;
    return value.complete
      ? say(lang, `共 ${count} 人`, `${count} in all`)
      : say(lang, `已知 ${count} 人，可能还有`, `${count} known, there may be more`);
  }
  const type = typeOfFact(id, rules);
  const options = (ids: readonly string[]): string =>
    ids.length === 0
      ? say(lang, '一项也没有', 'none of them')
      : listed(
          ids.map((option) => scalarInWords(option, type, titles)),
          lang,
        );
  if (value.out === undefined) return options(value.in);
  const holds = value.in.length === 0 ? '' : say(lang, `有${options(value.in)}；`, `${options(value.in)}; `);
  const not =
    value.out.length === 0 ? '' : say(lang, `没有${options(value.out)}；`, `not ${options(value.out)}; `);
  return say(lang, `${holds}${not}其余不清楚`, `${holds}${not}the others are not known`);
}

/** What is known of each person of a list, one line for each. */
export function membersInWords(
  id: string,
  value: UsedFact['value'],
  rules: RuleSet,
  titles: Titles,
): readonly string[] {
  if (typeof value !== 'object' || !('list' in value)) return [];
  const { lang } = titles;
  const attributes = rules.facts.find((fact) => fact.id === id)?.people?.attributes ?? [];
  return value.list.map((member, i) => {
    const known = Object.entries(member).map(([attribute, said]) => {
      const type = attributes.find((one) => one.id === attribute)?.type;
      const words = scalarInWords(said, type, titles);
      return `${titles.attribute(id, attribute)}${say(lang, '：', ': ')}${words}`;
    });
    const all = known.length === 0 ? say(lang, '情况不清楚', 'nothing is known') : listedFacts(known, lang);
    return say(lang, `第 ${i + 1} 人，${all}`, `${i + 1}. ${all}`);
  });
}

const listedFacts = (known: readonly string[], lang: Titles['lang']): string =>
  known.join(say(lang, '，', ', '));

/** The value of a figure in words. */
export function figureInWords(id: string, value: FigureValue, rules: RuleSet, titles: Titles): string {
  return scalarInWords(value, rules.figures.find((figure) => figure.id === id)?.type, titles);
}

const typeOfFact = (id: string, rules: RuleSet): Type | undefined =>
  rules.facts.find((fact) => fact.id === id)?.type;
