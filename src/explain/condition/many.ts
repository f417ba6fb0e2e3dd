import type { Expression } from '../../rules/index.js';
import type { FormulaWords } from './words.js';

/** What a formula asks of a list of people: how many, whether any or all, and sums over them. */
export function overPeople(e: Expression & { readonly kind: 'over' }, words: FormulaWords): string {
  const people = words.titles.fact(e.people);
  const where = e.where === undefined ? '' : words.condition(e.where);
  const zh = `“${people}”${where === '' ? '' : `中（${where}）的人`}`;
  const en = `“${people}”${where === '' ? '' : ` (those for whom ${where})`}`;
  const of = (): string => (e.of === undefined ? '' : words.value(e.of));
  switch (e.op) {
    case 'count':
      return words.say(where === '' ? `${zh}的人数` : `${zh}数`, `the number of ${en}`);
    case 'any':
      return words.say(
        `“${people}”中至少有一人${where === '' ? '' : `（${where}）`}`,
        `there is somebody in ${en}`,
      );
    case 'all': {
      const asked = e.of === undefined ? '' : words.condition(e.of);
      return words.say(`${zh}都符合（${asked}）`, `for everybody in ${en} it holds that ${asked}`);
    }
    case 'sum':
      return words.say(`${zh}的${of()}合计`, `the sum of ${of()} over ${en}`);
    case 'lowest':
      return words.say(`${zh}的${of()}中最小的`, `the lowest ${of()} in ${en}`);
    case 'highest':
      return words.say(`${zh}的${of()}中最大的`, `the highest ${of()} in ${en}`);
  }
}

/** What a formula looks for among the options of a choice. */
export function pickOption(e: Expression & { readonly kind: 'pick' }, words: FormulaWords): string {
  const choice = words.titles.choice(e.choice);
  const where = words.condition(e.where);
  switch (e.op) {
    case 'first':
      return words.say(
        `“${choice}”各项中第一个符合（${where}）的`,
        `the first option of “${choice}” such that ${where}`,
      );
    case 'last':
      return words.say(
        `“${choice}”各项中最后一个符合（${where}）的`,
        `the last option of “${choice}” such that ${where}`,
      );
    case 'any':
      return words.say(
        `“${choice}”各项中至少有一个符合（${where}）`,
        `there is an option of “${choice}” such that ${where}`,
      );
    case 'count':
      return words.say(
        `“${choice}”各项中符合（${where}）的个数`,
        `the number of options of “${choice}” such that ${where}`,
      );
  }
}
