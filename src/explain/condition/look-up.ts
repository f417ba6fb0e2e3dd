import type { Expression } from '../../rules/index.js';
import type { FormulaWords } from './words.js';

type LookUp = Expression & { readonly kind: 'lookup' | 'parameter' | 'marginal' };

/** What stands in a table, a parameter or a schedule, and on which date. */
export function lookedUp(e: LookUp, words: FormulaWords): string {
  const { titles } = words;
  const on = e.dated === undefined ? '' : asOn(words.value(e.dated), words);
  switch (e.kind) {
    case 'parameter':
      return `“${titles.parameter(e.id)}”${on}`;
    case 'lookup': {
      const keys = e.keys.map((key) => words.value(key)).join(words.say('、', ', '));
      const table = titles.table(e.table);
      const column = e.column === '' ? '' : words.say(`（${e.column} 列）`, `, column ${e.column}`);
      return words.say(
        `“${table}”${on}中${keys}对应的数${column}`,
        `the entry of “${table}”${on} for ${keys}${column}`,
      );
    }
    case 'marginal': {
      const keys = e.keys.map((key) => words.value(key)).join(words.say('、', ', '));
      const row = keys === '' ? '' : words.say(`（${keys}）`, ` (${keys})`);
      const [of, schedule] = [words.value(e.of), titles.schedule(e.schedule)];
      return words.say(
        `${of}按“${schedule}”${row}${on}分段累计的数`,
        `the sum of the slices of ${of} by “${schedule}”${row}${on}`,
      );
    }
  }
}

const asOn = (date: string, words: FormulaWords): string =>
  words.say(`（按${date}的标准）`, ` (as on ${date})`);
