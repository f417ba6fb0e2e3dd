import { exact, formatExact, multiply, parseExact } from '../value/index.js';
import type { Language, Said } from './language.js';

/** Digits in groups of three, as in `12,500.5`. A fraction such as `1/3` stays one. */
export function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const digits = whole.replace(/\B(?=([0-9]{3})+$)/g, ',');
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}

/** Atoms of units, as they stand behind a number. */
const ATOMS: Readonly<Record<string, Said>> = {
  CNY: { zh: '元', en: 'yuan' },
  point: { zh: '分', en: 'points' },
  person: { zh: '人', en: 'person' },
  day: { zh: '天', en: 'day' },
  week: { zh: '周', en: 'week' },
  month: { zh: '月', en: 'month' },
  year: { zh: '年', en: 'year' },
};

const atom = (id: string, lang: Language): string =>
  Object.hasOwn(ATOMS, id) ? (ATOMS[id] as Said)[lang] : id;

/** A year of the calendar is no quantity: nobody writes 2,025. No span of years in a rule file is a thousand long. */
const isCalendarYear = (text: string, unit: string): boolean =>
  unit === 'year' && /^[1-9][0-9]{3}$/.test(text);

/** A number with its unit: `12,500.5 元/年`, `12,500.5 yuan a year`; a year of the calendar as `2025 年`, `2025`. */
export function quantity(text: string, unit: string, lang: Language): string {
  if (isCalendarYear(text, unit)) return lang === 'zh' ? `${text} 年` : text;
  const [above = '', ...below] = unit.split('/');
  // Half a unit of money is written with its hundredths.
  const number = grouped(/^[A-Z]{3}$/.test(above) && /\.[0-9]$/.test(text) ? `${text}0` : text);
  const tops = above === '1' ? [] : above.split('*').map((id) => atom(id, lang));
  const under = below.map((id) => atom(id, lang));
  if (lang === 'zh') {
    const word = [tops.join('·'), ...under].join('/');
    return word === '' ? number : `${number} ${word}`;
  }
  const plural = tops.map((word) =>
    text === '1'
      ? word.replace(/points$/, 'point')
      : word === 'person'
        ? 'persons'
        : word.replace(/^(day|week|month|year)$/, '$1s'),
  );
  return [number, plural.join(' '), ...under.map((word) => `a ${word}`)].filter((w) => w !== '').join(' ');
}

/** An amount in minor units as money: `1,250 元`, `1,250.50 yuan`. Every currency of rule files has hundredths. */
export function money(minor: string, currency: string, lang: Language): string {
  const sign = minor.startsWith('-') ? '-' : '';
  const digits = minor.replace('-', '').padStart(3, '0');
  const [whole, cents] = [digits.slice(0, -2), digits.slice(-2)];
  const number = sign + grouped(cents === '00' ? whole : `${whole}.${cents}`);
  return `${number} ${atom(currency, lang)}`;
}

/** A share as it is spoken of: `0.35` is `35%`; a fraction such as `2/3` stays one. */
export function percent(text: string): string {
  const share = parseExact(text);
  return share === null ? text : `${formatExact(multiply(share, exact(100n)))}%`;
}
