import type { Expression } from '../../rules/index.js';
import { civilDate, formatCivilDate } from '../../value/index.js';
import type { FormulaWords } from './words.js';

type OfTime = Expression & { readonly kind: 'date' | 'shift' | 'yearOf' | 'monthOf' | 'between' };

const BETWEEN = {
  age: { zh: '周岁数', en: 'full years' },
  months: { zh: '整月数', en: 'full months' },
  days: { zh: '天数', en: 'days' },
} as const;

/** Dates, what they are moved by, and the time between them. */
export function inTime(e: OfTime, words: FormulaWords): string {
  switch (e.kind) {
    case 'date':
      return dateInWords(e, words);
    case 'shift': {
      const moved = words.value(e.of);
      const span = words.titles.span(e.count < 0 ? -e.count : e.count, e.unit);
      return e.count < 0
        ? words.say(`${moved}之前 ${span}`, `${span} before ${moved}`)
        : words.say(`${moved}之后 ${span}`, `${span} after ${moved}`);
    }
    case 'yearOf':
      return words.say(`${words.value(e.of)}的年份`, `the year of ${words.value(e.of)}`);
    case 'monthOf':
      return words.say(`${words.value(e.of)}的月份`, `the month of ${words.value(e.of)}`);
    case 'between': {
      const [from, to] = [words.value(e.from), words.value(e.to)];
      const { zh, en } = BETWEEN[e.op];
      return words.say(`从${from}到${to}的${zh}`, `the ${en} from ${from} to ${to}`);
    }
  }
}

function dateInWords({ year, month, day }: OfTime & { readonly kind: 'date' }, words: FormulaWords): string {
  const known = year.kind === 'number' && year.value.d === 1n ? Number(year.value.n) : null;
  const date = known === null ? null : civilDate(known, month, day);
  if (date !== null) return formatCivilDate(date);
  const of = words.operand(year, '*', false);
  return words.say(`${of}当年 ${month} 月 ${day} 日`, `day ${day} of month ${month} of the year ${of}`);
}
