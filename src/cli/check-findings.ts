import type { CheckedProperty } from '../check/index.js';
import { renderPlace } from '../explain/index.js';
import { type Group, subjectOf } from './check-groups.js';
import type { Telling } from './check-telling.js';
import { witnessTable } from './check-witness.js';
import type { CheckWords } from './check-words.js';
import { displayWidth } from './terminal.js';

/** Findings of which the student is shown; the others get a line each, and very many are only counted. */
const MOST_SHOWN = 10;
const MOST_LISTED = 30;

/** What is refuted, place by place. `sections`: how many stages and settings the rules read. */
export function refutedText(
  groups: readonly Group[],
  words: CheckWords,
  telling: Telling,
  sections: number,
): readonly string[] {
  const { all = false } = telling;
  const shown = all ? groups : groups.slice(0, MOST_SHOWN);
  const listed = all ? [] : groups.slice(MOST_SHOWN, MOST_LISTED);
  const left = groups.length - shown.length - listed.length;
  return [
    ...shown.flatMap((group) => groupText(group, words, telling, sections)),
    ...(listed.length > 0
      ? ['', words.say('  其余各处（--all 详细列出）：', '  the others (--all shows them in full):')]
      : []),
    ...listed.map((group) => `    ${headText(group[0], words)} ${words.sentence(group[0])}`),
    ...(left > 0
      ? [words.say(`    还有 ${left} 处（--all 全部列出）`, `    and ${left} more (--all lists them)`)]
      : []),
  ];
}

/** `错误 rules/x.yaml:12:5 [monotone income tier]`. */
function headText(found: CheckedProperty, words: CheckWords): string {
  const mark = found.severity === 'error' ? words.say('错误', 'error') : words.say('提醒', 'warning');
  return [mark, renderPlace(found.place, words.lang), `[${found.id}]`].filter((one) => one !== '').join(' ');
}

function groupText(group: Group, words: CheckWords, telling: Telling, sections: number): readonly string[] {
  const [first] = group;
  const line = quoted(first, telling);
  const advice = words.advice(first);
  const where = sectionsOf(
    group.filter(({ id }) => id === first.id),
    words,
  );
  const most = telling.all === true ? where.length : 3;
  const others = [...new Map(group.filter(({ id }) => id !== first.id).map((one) => [one.id, one])).values()];
  return [
    '',
    `  ${headText(first, words)}`,
    `    ${words.sentence(first)}`,
    ...(line === null ? [] : [`    ${words.say('规则写的是：', 'the file says: ')}${line}`]),
    // What is so everywhere needs no saying.
    ...(where.length === 0 || where.length === sections
      ? []
      : [`    ${words.say('在：', 'at: ')}${words.some(where, most)}`]),
    ...witnessTable(first, words, telling.all).map((row) => `      ${row}`),
    ...others.map((one, i) => alsoText(one, [first, ...others.slice(0, i)], words)),
    ...(advice === '' ? [] : [`    ${words.say('怎么办：', 'what to do: ')}${advice}`]),
  ];
}

const sectionsOf = (found: readonly CheckedProperty[], words: CheckWords): readonly string[] =>
  [...new Set(found.map((one) => words.section(one)))].filter((one) => one !== '');

/** What else the same place does, without a student of its own. */
function alsoText(found: CheckedProperty, before: readonly CheckedProperty[], words: CheckWords): string {
  const also = `    ${words.say('同一处还导致', 'the same place also')}`;
  const colon = words.say('：', ': ');
  if (found.property === 'noGap')
    return `    ${words.say('还有', 'also')} ${renderPlace(found.place, words.lang)} [${found.id}]${colon}${words.tableOf(found)}`;
  if (!before.some(({ id }) => subjectOf(id) === subjectOf(found.id)))
    return `${also} [${found.id}]${colon}${words.sentence(found)}`;
  const [x = '', y = ''] = (found.witness?.shows ?? []).map((text) => words.shown(found.id, text));
  return `${also} [${found.id}]${colon}${words.aspectOf(found)} ${x} → ${y}`;
}

const MOST_QUOTED = 90;

/** The line of the file that a finding is about, from its place on. */
function quoted({ place }: CheckedProperty, { text }: Telling): string | null {
  const { file, line, column, end } = place;
  if (line === undefined || column === undefined || file === undefined) return null;
  const whole = text?.(file)?.split(/\r?\n/)[line - 1];
  if (whole === undefined) return null;
  const here = [...whole].slice(column - 1, end?.line === line ? end.column - 1 : undefined);
  let [width, at] = [0, 0];
  while (at < here.length && width + displayWidth(here[at] as string) <= MOST_QUOTED) {
    width += displayWidth(here[at] as string);
    at += 1;
  }
  const cut = at < here.length || (end !== undefined && end.line > line);
  return `${here.slice(0, at).join('').trimEnd()}${cut ? ' …' : ''}`;
}

/** What was neither proved nor refuted. */
export function openText(
  groups: readonly Group[],
  words: CheckWords,
  { all = false }: Telling,
): readonly string[] {
  if (groups.length === 0) return [];
  const shown = all ? groups : groups.slice(0, MOST_SHOWN);
  const left = groups.length - shown.length;
  return [
    '',
    words.say(
      '  未能证明（既没有证明，也没有找到吃亏的学生）：',
      '  not proved (neither proved, nor a student found who comes off worse):',
    ),
    ...shown.map((group) => {
      const [first] = group;
      const sections = sectionsOf(group, words);
      const at =
        sections.length === 0
          ? ''
          : words.say(`（${words.some(sections, 3)}）`, ` (${words.some(sections, 3)})`);
      return `    ${[renderPlace(first.place, words.lang), `[${first.id}]`].join(' ')}${at}${words.say('：', ': ')}${words.because(first.because)}`;
    }),
    ...(left > 0
      ? [words.say(`    还有 ${left} 处（--all 全部列出）`, `    and ${left} more (--all lists them)`)]
      : []),
    words.say(
      '    没有证明不等于有错：请为这些地方各写几例用例，用 bulou test 核对。',
      '    What is not proved need not be wrong: write cases for these places, and run them with bulou test.',
    ),
  ];
}
