import type { Setting, Stage } from '../../roster/index.js';
import type { OptionCount } from './inspection.js';

const STAGES: readonly (readonly [RegExp, Stage])[] = [
  [/^(?:学前|学前教育|幼儿园)$/, 'preschool'],
  [/^小学$/, 'primary'],
  [/^初中$/, 'junior'],
  [/^(?:普通高中|普高|高中)$/, 'senior'],
  [/^(?:中职|中专|职高|技工|中等职业)/, 'vocational'],
  [/^(?:高校|大学|本科|专科|高职|高等)/, 'higher'],
];

const SETTINGS: readonly (readonly [RegExp, Setting])[] = [
  [/^(?:普通|普通班|普通学校)$/, 'ordinary'],
  [/随班就读/, 'inclusive'],
  [/特教|特殊教育/, 'special'],
  [/送教/, 'home'],
];

const BOARDING: readonly (readonly [RegExp, string])[] = [
  [/^(?:走读|否|不住校)$/, 'false'],
  [/^(?:住校|寄宿|是)$/, 'true'],
];

const DIGITS = '一二三四五六七八九';

/** Year within the stage; `初二` and `八年级` both say 2 of junior. */
function gradeOf(word: string): string | null {
  const small = ['小班', '中班', '大班'].indexOf(word);
  if (small >= 0) return String(small + 1);
  const within = /^(?:初|高|大|中职|研)([一二三四五])(?:年级)?$/.exec(word);
  if (within !== null) return String(DIGITS.indexOf(within[1]!) + 1);
  const year = /^([一二三四五六七八九]|[1-9])年级$/.exec(word)?.[1];
  if (year === undefined) return null;
  const number = DIGITS.indexOf(year) + 1 || Number(year);
  return String(number > 6 ? number - 6 : number);
}

const among =
  (table: readonly (readonly [RegExp, string])[]) =>
  (word: string): string | null =>
    table.find(([pattern]) => pattern.test(word))?.[1] ?? null;

export const MEANS = {
  stage: among(STAGES),
  setting: among(SETTINGS),
  boarder: among(BOARDING),
  grade: gradeOf,
} as const;

/** What each word of the column means to bulou; a word that nobody knows is left out and named in `open`. */
export function translate(
  options: readonly OptionCount[],
  means: (word: string) => string | null,
): { readonly values: Record<string, string>; readonly open: readonly string[] } {
  const values: Record<string, string> = {};
  const open: string[] = [];
  for (const { text } of options) {
    const meaning = means(text);
    if (meaning === null) open.push(text);
    else values[text] = meaning;
  }
  return { values, open };
}
