import { parseFormula } from '../../rules/index.js';
import { replaced } from '../edit.js';
import type { Edit } from '../mutant.js';
import type { Site } from '../sites.js';
import { days, shifted } from './numbers.js';

const CONDITIONS = new Set(['when', 'unless', 'only_if', 'for']);
const NO_FORMULAS = new Set(['valid', 'effect', 'mode', 'id', 'month_end', 'leap_birthday']);

/** A number with its unit, a date, a name, a sign. */
const TOKEN =
  /date\([0-9]+, *[0-9]+, *[0-9]+\)|[0-9][0-9_]*(?:\.[0-9]+)?%?(?:\[[^\]]*\])?|[a-z][a-z0-9_]*|<=|>=|!=|[<>=+\-*/]/g;

const SIGNS: Readonly<Record<string, readonly string[]>> = {
  '<': ['<='],
  '<=': ['<'],
  '>': ['>='],
  '>=': ['>'],
  '=': ['!='],
  '!=': ['='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  and: ['or'],
  or: ['and'],
  min: ['max'],
  max: ['min'],
  all: ['any'],
  any: ['all'],
  has_any: ['has_all'],
  has_all: ['has_any'],
  true: ['false'],
  false: ['true'],
  lowest: ['highest'],
  highest: ['lowest'],
  half_up: ['up', 'down'],
  half_away: ['up', 'down'],
  half_even: ['up', 'down'],
  up: ['down'],
  down: ['up'],
  toward_zero: ['up'],
};

/** A sign, word, number or date of a formula changed; a condition negated; one of several conditions away. */
export function formulas(root: unknown, { path, value }: Site): readonly Edit[] {
  if (typeof value !== 'string' || NO_FORMULAS.has(String(path.at(-1)))) return [];
  if (shifted(value).length > 0 || days(value).length > 0 || !parseFormula(value).ok) return [];
  const edit = (mutation: Edit['mutation'], before: string, after: string, text: string): Edit => ({
    mutation,
    path,
    before,
    after,
    root: replaced(root, path, text),
  });
  const tokens = [...value.matchAll(TOKEN)].flatMap((match) => {
    const [token] = match;
    const put = (after: string): string =>
      `${value.slice(0, match.index)}${after}${value.slice(match.index + token.length)}`;
    const shown = (text: string): string => around(text, match.index);
    // Of one option, any of them and all of them are the same.
    if (/^has_a(?:ny|ll)$/.test(token) && /^[^[\]]*\[[^,\]]*\]/.test(value.slice(match.index))) return [];
    return changesOf(token).map(([mutation, after]) =>
      edit(mutation, shown(value), shown(put(after)), put(after)),
    );
  });
  const condition = CONDITIONS.has(String(path.at(-1)))
    ? [edit('negate', value, `not (${value})`, `not (${value})`)]
    : [];
  const guards = withoutOne(value).map((text) => edit('guard', value, text, text));
  return [...tokens, ...condition, ...guards];
}

function changesOf(token: string): readonly (readonly [Edit['mutation'], string])[] {
  const [, number, unit = ''] = /^([0-9][0-9_]*(?:\.[0-9]+)?%?)(\[[^\]]*\])?$/.exec(token) ?? [];
  if (number !== undefined) return shifted(number).map((text) => ['shift', `${text}${unit}`] as const);
  const date = /^date\(([0-9]+), *([0-9]+), *([0-9]+)\)$/.exec(token);
  if (date !== null) {
    const [y = '', m = '', d = ''] = date.slice(1);
    const text = `${y.padStart(4, '0')}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
    return days(text).map((day) => ['date', `date(${day.split('-').map(Number).join(', ')})`] as const);
  }
  return (SIGNS[token] ?? []).map((after) => [
    token.includes('=') || /^[<>]$/.test(token) ? 'bound' : 'formula',
    after,
  ]);
}

/** A formula of conditions joined by one word, each of them left out in turn. */
function withoutOne(text: string): readonly string[] {
  const found = ['or', 'and'].map((word) => split(text, ` ${word} `)).find((parts) => parts.length > 1);
  if (found === undefined) return [];
  const word = split(text, ' or ').length > 1 ? ' or ' : ' and ';
  return found.map((_, i) => found.filter((_, k) => k !== i).join(word));
}

/** Cuts where a word stands outside all brackets, and outside `if … then … else …`, which reaches to its end. */
function split(text: string, word: string): readonly string[] {
  if (/\b(?:if|of|where)\b/.test(text.replace(/\([^()]*\)/g, ''))) return [text];
  const parts: string[] = [];
  let depth = 0;
  let begun = 0;
  for (let i = 0; i < text.length; i += 1) {
    if ('(['.includes(text[i] as string)) depth += 1;
    if (')]'.includes(text[i] as string)) depth -= 1;
    if (depth === 0 && text.startsWith(word, i)) {
      parts.push(text.slice(begun, i));
      begun = i + word.length;
    }
  }
  return [...parts, text.slice(begun)];
}

const NEAR = 24;

/** A few words around what was changed: a formula can be long. */
function around(text: string, index: number): string {
  const from = index - NEAR < 0 ? 0 : index - NEAR;
  const to = index + NEAR + 8;
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`.replaceAll('\n', ' ');
}
