import {
  type Because,
  CHECK_MESSAGES,
  CHECK_WORDS,
  type CheckedProperty,
  type CheckReport,
  issueOf,
} from '../check/index.js';
import type { Language } from '../explain/index.js';
import { sentenceOf } from '../explain/index.js';
import type { Student } from '../roster/index.js';
import { table } from './terminal.js';

/** `tier`, `money CNY/year` in words. */
function inWords(text: string, lang: Language): string {
  const [first = '', ...rest] = text.split(' ');
  const word = CHECK_WORDS[first]?.[lang];
  return word === undefined ? text : [word, ...rest].join(' ');
}

function sentence(found: CheckedProperty, lang: Language): string {
  const issue = issueOf(found);
  if (issue === null) return '';
  const values = Object.fromEntries(
    Object.entries(issue.values).map(([name, value]) => [
      name,
      name === 'aspect' || name === 'kind' ? inWords(String(value), lang) : value,
    ]),
  );
  return sentenceOf({ ...issue, values }, lang, CHECK_MESSAGES);
}

const because = (reason: Because | undefined, lang: Language): string =>
  reason === undefined
    ? ''
    : sentenceOf({ code: reason.code, severity: 'note', values: reason.values }, lang, CHECK_MESSAGES);

const sectionOf = ({ stage, setting, at }: CheckedProperty): string =>
  [stage, setting, at].filter((one) => one !== undefined).join(' ');

/** Findings that are the same but for stage, setting and day, said once. */
function grouped(found: readonly CheckedProperty[]): readonly (readonly CheckedProperty[])[] {
  const groups = new Map<string, CheckedProperty[]>();
  for (const one of found) groups.set(one.id, [...(groups.get(one.id) ?? []), one]);
  return [...groups.values()];
}

/** What a student is made of, name by name. */
function rowsOf(student: Student): ReadonlyMap<string, string> {
  const rows = new Map<string, string>();
  const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
  for (const [name, value] of Object.entries(student.enrolments[0] ?? {}))
    if (name !== 'school') rows.set(name, text(value));
  for (const [name, value] of Object.entries(student.facts ?? {})) rows.set(name, text(value));
  for (const { category, status } of student.categories ?? []) rows.set(category, status);
  for (const one of student.decisions ?? []) {
    if (one.kind === 'fact') rows.set(one.fact, text(one.value));
    if (one.kind === 'points') rows.set(`score.${one.part}`, text(one.points));
    if (one.kind === 'veto') rows.set(one.veto, text(one.stands));
  }
  for (const [name, value] of Object.entries(student.given ?? {})) rows.set(name, text(value));
  return rows;
}

/** The students of a refutation side by side, and what each comes to. */
export function witnessTable(found: CheckedProperty, lang: Language): readonly string[] {
  const { witness, property } = found;
  // Of the union it is the same student as of the finding that it follows from.
  if (witness === undefined || property === 'union') return [];
  const students = witness.students.map(rowsOf);
  const names = [...new Set(students.flatMap((rows) => [...rows.keys()]))];
  const differs = (name: string): boolean => new Set(students.map((rows) => rows.get(name) ?? '')).size > 1;
  const ordered = [...names.filter((name) => !differs(name)), ...names.filter(differs)];
  const heads = lang === 'zh' ? ['', '学生甲', '学生乙'] : ['', 'student A', 'student B'];
  const result = lang === 'zh' ? '结果' : 'comes to';
  const out = lang === 'zh' ? '不在' : 'out';
  return table(
    [
      heads.slice(0, 1 + students.length),
      ...ordered.map((name) => [
        `${differs(name) ? '* ' : '  '}${name}`,
        ...students.map((rows) => rows.get(name) ?? out),
      ]),
      [`  ${result}`, ...witness.shows],
    ],
    [0, 1, 2],
  ).map((line) => `      ${line}`);
}

/** The report of one edition: a screenful where nothing is wrong. */
export function reportText(report: CheckReport, lang: Language): readonly string[] {
  const { properties, coverage, at } = report;
  const zh = lang === 'zh';
  const all = coverage.proved + coverage.refuted + coverage.notProved;
  const days = at.length === 1 ? (at[0] ?? '') : `${at[0]} … ${at.at(-1)} (${at.length})`;
  const lines = [
    zh
      ? `  证明：对声明范围内的全部学生（${days}），${all} 项中证明了 ${coverage.proved} 项，推翻 ${coverage.refuted} 项，未能证明 ${coverage.notProved} 项`
      : `  proofs: over every student that the declared ranges allow (${days}), proved ${coverage.proved} of ${all}, refuted ${coverage.refuted}, not proved ${coverage.notProved}`,
  ];
  for (const group of grouped(properties.filter(({ status }) => status === 'refuted'))) {
    const [first] = group;
    if (first === undefined) continue;
    const mark = first.severity === 'error' ? (zh ? '错误' : 'error') : zh ? '提醒' : 'warning';
    const sections = group.map(sectionOf).filter((one) => one !== '');
    lines.push(
      `  ${mark} [${first.id}] ${sentence(first, lang)}${sections.length === 0 ? '' : ` (${sections.join('; ')})`}`,
    );
    lines.push(...witnessTable(first, lang));
  }
  for (const group of grouped(properties.filter(({ status }) => status === 'notProved'))) {
    const [first] = group;
    if (first === undefined) continue;
    const sections = group.map(sectionOf).filter((one) => one !== '');
    const reason = because(first.because, lang);
    lines.push(
      `  ${zh ? '未能证明' : 'not proved'} [${first.id}]${sections.length === 0 ? '' : ` (${sections.join('; ')})`}${zh ? '：' : ': '}${reason}`,
    );
  }
  if (coverage.noDirection.length > 0)
    lines.push(
      zh
        ? `  没有写明轻重方向，不作断言：${coverage.noDirection.join('、')}`
        : `  no direction is stated, so nothing is claimed: ${coverage.noDirection.join(', ')}`,
    );
  for (const one of coverage.outside)
    lines.push(`  ${zh ? '证明之外' : 'outside the proofs'}${zh ? '：' : ': '}${because(one, lang)}`);
  for (const one of report.cliffs)
    lines.push(
      zh
        ? `  台阶：“${one.fact}”从 ${one.from} 到 ${one.to}，金额从 ${one.before} 变为 ${one.after}（${one.currency}，分）`
        : `  cliff: "${one.fact}" from ${one.from} to ${one.to} moves the money from ${one.before} to ${one.after} (${one.currency}, minor units)`,
    );
  lines.push(...readsText(report, lang));
  return lines;
}

/** What is read at each stage; stages that read the same are named together. */
function readsText({ reads }: CheckReport, lang: Language): readonly string[] {
  const byFacts = new Map<string, string[]>();
  for (const { stage, setting, facts, categories } of reads) {
    const key = [...facts, ...categories].join(lang === 'zh' ? '、' : ', ');
    const where = [stage, setting].filter((one) => one !== undefined).join('/');
    byFacts.set(key, [...(byFacts.get(key) ?? []), where]);
  }
  return [...byFacts].map(([read, where]) => {
    const sections = where.filter((one) => one !== '').join(' ');
    const zh = lang === 'zh';
    return `  ${zh ? '读取' : 'reads'}${sections === '' ? '' : ` (${sections})`}${zh ? '：' : ': '}${read === '' ? '–' : read}`;
  });
}
