import type { Issue } from '../../value/index.js';
import { READ_LIMIT_WORDS, READ_MESSAGES, type ReadCode, type ReadLimit } from '../read/index.js';
import type {
  ColumnInspection,
  IdentityProfile,
  Inspection,
  Meaning,
  OddKind,
  Role,
  SheetInspection,
} from './inspection.js';

export type Lang = 'zh' | 'en';

const MEANING: Readonly<Record<Meaning, Readonly<Record<Lang, string>>>> = {
  residentId: { zh: '身份证件号', en: 'resident ID' },
  disabilityCertificate: { zh: '残疾证号', en: 'disability certificate' },
  studentNumber: { zh: '全国学籍号', en: 'student number' },
  schoolCode: { zh: '学校标识码', en: 'school code' },
  divisionCode: { zh: '行政区划代码', en: 'division code' },
  name: { zh: '姓名', en: 'name' },
  relation: { zh: '关系', en: 'relation' },
  date: { zh: '日期', en: 'date' },
  money: { zh: '金额', en: 'money' },
  number: { zh: '数字', en: 'number' },
  flag: { zh: '是否', en: 'flag' },
  option: { zh: '选项', en: 'option' },
  place: { zh: '地名', en: 'place' },
  serial: { zh: '序号', en: 'serial number' },
  private: { zh: '联系或账户', en: 'contact or account' },
  text: { zh: '文字', en: 'text' },
  empty: { zh: '空列', en: 'empty' },
};

const ROLE: Readonly<Record<Role, Readonly<Record<Lang, string>>>> = {
  roster: { zh: '学籍名册', en: 'roster' },
  schools: { zh: '学校名录', en: 'schools' },
  facts: { zh: '学生情况（调查、评议等）', en: 'facts of students (survey, review)' },
  list: { zh: '部门名单', en: 'department list' },
  comparison: { zh: '比对结果', en: 'comparison result' },
  aidedBefore: { zh: '上学期受助学生', en: 'aided last semester' },
  decisions: { zh: '人工决定', en: 'decisions of people' },
};

const ODD: Readonly<Record<OddKind, Readonly<Record<Lang, string>>>> = {
  title: { zh: '标题', en: 'title' },
  group: { zh: '表头分组', en: 'header group' },
  blank: { zh: '空行', en: 'blank' },
  total: { zh: '合计', en: 'total' },
  remark: { zh: '落款或备注', en: 'remark' },
};

const WORDS = {
  rows: { zh: '行', en: 'rows' },
  hidden: { zh: '隐藏', en: 'hidden' },
  seems: { zh: '看来是', en: 'seems to be' },
  nothing: { zh: '不像数据表', en: 'no table of data' },
  header: { zh: '表头在第 {rows} 行', en: 'header in row {rows}' },
  noHeader: { zh: '未找到表头', en: 'no header found' },
  data: { zh: '数据 {count} 行，自第 {row} 行起', en: '{count} rows of data from row {row}' },
  dated: { zh: '表内日期 {date}', en: 'dated {date}' },
  blank: { zh: '空 {share}', en: '{share} blank' },
  odd: { zh: '不是人的行', en: 'rows that are no person' },
  household: {
    zh: '一户一行，另有 {count} 组成员列',
    en: 'one household per row, {count} further member columns',
  },
  family: { zh: '每行另有 {count} 组家庭成员列', en: '{count} column groups of family members in each row' },
  packed: {
    zh: '一户一行，家庭成员用“{separator}”连在一个单元格里',
    en: 'one household per row, members joined by “{separator}” in one cell',
  },
  heads: {
    zh: '一人一行，户主在 {columns} 列逐行重复（合并单元格）',
    en: 'one person per row, the head of the household again in columns {columns}',
  },
  lineBreak: { zh: '换行', en: 'line break' },
  joined: { zh: '列名由几行表头用“/”连成', en: 'column names are joined from several header rows with “/”' },
  others: {
    zh: '名单所指以外的人（照料人、监护人等）：{columns} 列',
    en: 'people who are not meant (carers, guardians): columns {columns}',
  },
  unknown: { zh: '表示不清楚的写法', en: 'texts for “not known”' },
  duplicate: { zh: '列名重复或空白', en: 'header repeated or blank' },
} as const satisfies Readonly<Record<string, Readonly<Record<Lang, string>>>>;

const IDENTITY: readonly (readonly [
  keyof Omit<IdentityProfile, 'filled' | 'findings'>,
  Readonly<Record<Lang, string>>,
])[] = [
  ['eighteen', { zh: '18 位', en: '18 characters' }],
  ['fifteen', { zh: '15 位', en: '15 digits' }],
  ['certificate', { zh: '20 或 22 位残疾证', en: '20 or 22, certificate' }],
  ['studentNumber', { zh: '学籍号', en: 'student number' }],
  ['other', { zh: '其他', en: 'other' }],
  ['valid', { zh: '校验通过', en: 'checksum right' }],
  ['invalid', { zh: '校验不符', en: 'checksum wrong' }],
  ['damaged', { zh: '末几位可能失真', en: 'last digits perhaps lost' }],
];

const FINDING: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  'id.apostrophe': { zh: '前有撇号', en: 'apostrophe in front' },
  'id.notText': { zh: '存成数字', en: 'stored as number' },
  'id.lowerX': { zh: '小写 x', en: 'small x' },
  'id.xLookalike': { zh: 'X 写成别的符号', en: 'X typed as another sign' },
  'id.width': { zh: '全角数字', en: 'full-width digits' },
  'id.whitespace': { zh: '含空格', en: 'white space' },
  'id.invisible': { zh: '含不可见字符', en: 'invisible characters' },
};

function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (hole, key: string) =>
    Object.hasOwn(values, key) ? String(values[key]) : hole,
  );
}

/** Shares are for the eye: whole percent, and never 0 % or 100 % of what is not. */
function share(part: number, whole: number): string {
  if (part === 0 || whole === 0) return '0%';
  if (part === whole) return '100%';
  const percent = Math.round((part / whole) * 100);
  return percent === 0 ? '<1%' : percent === 100 ? '>99%' : `${percent}%`;
}

/** Row numbers, neighbours drawn together: `1–2, 9`. */
function ranges(rows: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const row of rows) {
    const last = parts.at(-1);
    if (last !== undefined && last[1] === row - 1) last[1] = row;
    else parts.push([row, row]);
  }
  return parts.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

function identityLine(identity: IdentityProfile, lang: Lang): string {
  const parts = IDENTITY.flatMap(([key, words]) =>
    identity[key] === 0 ? [] : [`${words[lang]} ${identity[key]}`],
  );
  for (const [finding, words] of Object.entries(FINDING)) {
    const count = identity.findings[finding] ?? 0;
    if (count > 0) parts.push(`${words[lang]} ${count}`);
  }
  return parts.join(lang === 'zh' ? '，' : ', ');
}

function columnLines(column: ColumnInspection, lang: Lang): string[] {
  const { identity, options, kinds } = column;
  const known = Object.entries(kinds).filter(([kind]) => kind !== 'text' && kind !== 'blank');
  const head = [
    `  ${column.letter.padEnd(3)} ${column.header === '' ? '–' : column.header}`,
    MEANING[column.meaning][lang],
    ...(column.blank === 0
      ? []
      : [fill(WORDS.blank[lang], { share: share(column.blank, column.blank + column.filled) })]),
    ...known.map(([kind, count]) => `${kind} ${count}`),
    ...(column.unique ? [] : [WORDS.duplicate[lang]]),
  ];
  const lines = [head.join(' · ')];
  if (identity !== undefined && identity.filled > 0) lines.push(`      ${identityLine(identity, lang)}`);
  if (options !== undefined)
    lines.push(`      ${options.map(({ text, count }) => `${text} ${count}`).join(' · ')}`);
  if (column.unknown.length > 0) lines.push(`      ${WORDS.unknown[lang]}: ${column.unknown.join('  ')}`);
  return lines;
}

function sheetLines(sheet: SheetInspection, lang: Lang): string[] {
  const name = sheet.name === '' ? '' : `[${sheet.name}] `;
  const role = sheet.role === null ? WORDS.nothing[lang] : `${WORDS.seems[lang]} ${ROLE[sheet.role][lang]}`;
  const hidden = sheet.hidden ? ` · ${WORDS.hidden[lang]}` : '';
  const lines = [`${name}${sheet.rows} × ${sheet.width}${hidden} · ${role}`];
  if (sheet.header.length === 0) return [...lines, `  ${WORDS.noHeader[lang]}`];
  const facts = [
    fill(WORDS.header[lang], { rows: ranges(sheet.header) }),
    fill(WORDS.data[lang], { count: sheet.dataRows, row: sheet.firstRow }),
    ...(sheet.dated === undefined ? [] : [fill(WORDS.dated[lang], { date: sheet.dated })]),
  ];
  lines.push(`  ${facts.join(' · ')}`);
  const { shape } = sheet;
  if (shape.kind === 'households')
    lines.push(
      `  ${fill((sheet.role === 'roster' ? WORDS.family : WORDS.household)[lang], { count: shape.members.length })}`,
    );
  if (sheet.joined) lines.push(`  ${WORDS.joined[lang]}`);
  if (shape.packed !== undefined) {
    const { separator } = shape.packed;
    const sign = separator === '\n' ? WORDS.lineBreak[lang] : separator;
    lines.push(`  ${fill(WORDS.packed[lang], { separator: sign })}`);
  }
  if (shape.heads !== undefined)
    lines.push(`  ${fill(WORDS.heads[lang], { columns: shape.heads.join(' ') })}`);
  if (shape.others.length > 0)
    lines.push(`  ${fill(WORDS.others[lang], { columns: shape.others.join(' ') })}`);
  const kinds = Object.keys(ODD) as OddKind[];
  const odd = kinds.flatMap((kind) => {
    const rows = sheet.odd.filter((one) => one.kind === kind).map(({ row }) => row);
    return rows.length === 0 ? [] : [`${ODD[kind][lang]} ${ranges(rows)}`];
  });
  if (odd.length > 0) lines.push(`  ${WORDS.odd[lang]}: ${odd.join(' · ')}`);
  return [...lines, ...sheet.columns.flatMap((column) => columnLines(column, lang))];
}

function issueLine({ code, severity, place, values }: Issue, lang: Lang): string {
  const where = [place?.sheet, place?.row, place?.header].filter((part) => part !== undefined).join(' ');
  const message = READ_MESSAGES[code as ReadCode];
  const what = READ_LIMIT_WORDS[values.what as ReadLimit]?.[lang];
  const said = what === undefined ? values : { ...values, what };
  return `${severity === 'note' ? '·' : '!'} ${where === '' ? '' : `${where}: `}${code}: ${fill(message[lang], said)}`;
}

/** The inspection as lines for a terminal, without colours and without anything of a person. */
export function renderInspection(inspection: Inspection, lang: Lang): string {
  const kind = [inspection.format, inspection.encoding].filter((part) => part !== undefined).join(', ');
  return [
    `${inspection.file}${kind === '' ? '' : ` (${kind})`}`,
    ...inspection.issues.map((issue) => issueLine(issue, lang)),
    ...inspection.sheets.flatMap((sheet) => sheetLines(sheet, lang)),
    '',
  ].join('\n');
}
