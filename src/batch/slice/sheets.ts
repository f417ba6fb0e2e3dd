import { OUTCOMES } from '../../determine/index.js';
import { type Language, OUTCOME_LABELS, say, type Titles } from '../../explain/index.js';
import { tierOf } from '../../record/index.js';
import {
  COLUMNS,
  type ColumnId,
  type Form,
  type FormRow,
  formColumns,
  maskAgainst,
  maskNumber,
  WAIVER,
} from '../form/index.js';
import type { ItemRecord } from '../run/index.js';
import type { PlainSheet, WorkbookSheet } from '../write/index.js';
import type { Slice } from './parts.js';

/**
 * The columns a unit needs, and no other: no file names of the office, no guardians, no ID of its own children (the school
 * has them), no number in full. Digits of a list's ID stay only where they differ from the child's, or as the year of birth
 * where the number is another person's: that is what the question is about.
 */
const STUDENT_COLUMNS: readonly ColumnId[] = [
  ...([
    'number',
    'todo',
    'tiers',
    'open',
    'school',
    'stage',
    'grade',
    'class',
    'name',
    'studentNumber',
  ] as const),
  'earlier',
];
const ENTRY_COLUMNS: readonly ColumnId[] = [
  ...(['number', 'todo', 'list', 'listName', 'listId', 'relation', 'school', 'stage', 'grade'] as const),
  ...(['class', 'name', 'studentNumber', 'why', 'earlier'] as const),
];
const FACT_COLUMNS: readonly ColumnId[] = [
  ...(['number', 'todo', 'school', 'stage', 'grade', 'class', 'name', 'studentNumber', 'code'] as const),
];
const DATA_COLUMNS: readonly ColumnId[] = [
  ...(['number', 'todo', 'school', 'stage', 'grade', 'class', 'name', 'studentNumber', 'column'] as const),
];
/** The office sees what it needs to look up: where a row stands. */
const PLACE: readonly ColumnId[] = ['file', 'sheet', 'row', 'member', 'code'];

/** The sheets of one slice: what it is, its students, its entries of the lists, facts to find out, data to correct. */
export function sheetsOf(
  slice: Slice,
  title: string,
  titles: Titles,
  tiers: readonly string[],
): readonly WorkbookSheet[] {
  const { lang } = titles;
  const office = slice.kind === 'office';
  const form = (
    sheet: string,
    columns: readonly ColumnId[],
    rows: readonly FormRow[],
    without: readonly ColumnId[],
  ): Form => ({
    sheet,
    lang,
    title: `${title} · ${sheet}`,
    notes: [
      say(
        lang,
        '只填黄色列。有结论的，决定人、日期、理由都要填，否则不采用；拿不准的请留空。请不要改动表头和核对码。',
        'Fill in the yellow columns only. A conclusion counts only with who, when and why; leave blank what is not sure. Leave the header and the keys as they are.',
      ),
    ],
    columns: formColumns(office ? [...PLACE, ...columns] : columns).filter((id) => !without.includes(id)),
    rows: rows.map((row, i) => ({ ...row, cells: { ...row.cells, number: String(i + 1) } })),
  });
  const of = (kind: string): readonly ItemRecord[] => slice.items.filter((item) => item.kind === kind);
  const masked = (items: readonly ItemRecord[]): readonly FormRow[] =>
    items.map(({ row }) => (office ? row : maskedRow(row)));
  const sheets: readonly Form[] = [
    form(say(lang, '学生核查', 'Students'), STUDENT_COLUMNS, studentRows(slice, titles, tiers), [
      ...(['chosen', 'where', 'value'] as const),
    ]),
    form(say(lang, '名单核对', 'List entries'), ENTRY_COLUMNS, masked(of('entry')), ['value']),
    form(say(lang, '待补信息', 'Facts'), FACT_COLUMNS, masked(of('fact')), [
      ...(['conclusion', 'chosen', 'where', 'paper'] as const),
    ]),
  ];
  const data = masked([...of('data'), ...of('invalidRow')]);
  return [
    cover(slice, title, lang),
    ...sheets.filter((sheet) => sheet.rows.length > 0),
    ...(data.length > 0 ? [dataSheet(data, office ? [...PLACE, ...DATA_COLUMNS] : DATA_COLUMNS, lang)] : []),
  ];
}

/** Findings in the data of the unit: to be corrected where the data comes from, so there is nothing to fill in. */
function dataSheet(rows: readonly FormRow[], shown: readonly ColumnId[], lang: Language): PlainSheet {
  const columns = COLUMNS.filter(({ id }) => shown.includes(id));
  return {
    sheet: say(lang, '数据待核实', 'Data'),
    header: 1,
    widths: columns.map(({ width }) => width),
    rows: [
      columns.map((column) => column[lang]),
      ...rows.map(({ cells }, i) =>
        columns.map(({ id }) => (id === 'number' ? String(i + 1) : (cells[id] ?? ''))),
      ),
    ],
  };
}

const lines = (cell: string | undefined): readonly string[] => (cell ?? '').split('\n');
const NUMBERED = /^([0-9]+\. )?(.*)$/s;

/** Numbers of persons within a text. */
const NUMBERS = /[A-Za-z]?[0-9]{14,}[0-9A-Za-z]*/g;

/** One line for each candidate, its number in front. */
function eachLine(cell: string | undefined, change: (text: string) => string): string {
  return lines(cell)
    .map((line) => {
      const [, front = '', text = ''] = NUMBERED.exec(line) ?? [];
      return `${front}${text === '' ? '' : change(text)}`;
    })
    .join('\n');
}

/** A row with every number masked, as {@link STUDENT_COLUMNS} says. */
export function maskedRow(row: FormRow): FormRow {
  const { cells } = row;
  const theirs = lines(cells.id).map((line) => NUMBERED.exec(line)?.[2] ?? '');
  const listId = cells.listId ?? '';
  // Against the first candidate, who is the likeliest.
  const own = listId === '' ? '' : theirs[0] ? maskAgainst(listId, theirs[0]) : maskAgainst(listId, '');
  return {
    ...row,
    cells: {
      ...cells,
      listId: own,
      listNumber: cells.listNumber === undefined ? '' : maskNumber(cells.listNumber),
      id: eachLine(cells.id, maskNumber),
      studentNumber: eachLine(cells.studentNumber, maskNumber),
      earlier: (cells.earlier ?? '').replace(NUMBERS, maskNumber),
    },
    ...(row.chosen === undefined ? {} : { chosen: row.chosen.map(maskNumber) }),
  };
}

/** Students whom somebody has to look at: the undetermined by their item, the others by what the engine recommends. */
function studentRows(
  { students, items }: Slice,
  titles: Titles,
  tiers: readonly string[],
): readonly FormRow[] {
  const { lang } = titles;
  const asked = new Map(
    items.filter((item) => item.kind === 'student').map((item) => [item.students[0], item.row] as const),
  );
  return students.flatMap(({ card, determination }): readonly FormRow[] => {
    if (card.key === undefined) return [];
    const item = asked.get(card.student);
    if (item !== undefined) return [maskedRow(item)];
    const { outcome } = determination;
    const tier = tierOf(determination);
    const held = determination.categories
      .filter(({ status }) => status === 'in')
      .map(({ category }) => titles.category(category));
    const { student: _, code: __, hukou: ___, key, ...who } = card;
    return [
      maskedRow({
        cells: {
          ...who,
          todo: [
            say(lang, '核对是否在校、以下是否属实', 'Check that the student is here and that this is so'),
            ...(held.length === 0 ? [] : [held.join(say(lang, '、', ', '))]),
          ].join(say(lang, '：', ': ')),
          tiers: tier === null ? OUTCOME_LABELS[outcome][lang] : titles.tier(tier),
          key,
        },
        ...(outcome === 'determined' ? { conclusions: [...tiers, WAIVER[lang]] } : {}),
      }),
    ];
  });
}

const ABOUT = {
  unit: {
    zh: '本表只含本单位的学生。号码的中间几位已隐去；名单证件号只显示与学生不同的几位，或出生年份。',
    en: 'This workbook holds the students of this unit only. The middle of every number is hidden; of an ID on a list, only the digits that differ from the student’s are shown, or the year of birth.',
  },
  office: {
    zh: '这里是哪一个单位都答不了的事：没有候选学生的名单条目、候选学生分在几个单位的条目、整个文件的问题。号码没有隐去，请勿外发。',
    en: 'What no single unit can answer: entries without candidates, entries whose candidates are in several units, findings about whole files. Numbers are not hidden; do not pass this on.',
  },
} as const;

/** What the unit holds, so that it can see that nobody is missing, and how to fill in. */
function cover({ kind, students, items }: Slice, title: string, lang: Language): PlainSheet {
  const count = (n: number): string => String(n);
  const kinds: readonly (readonly [kind: string, zh: string, en: string])[] = [
    ['entry', '名单上待核对的条目', 'list entries to check'],
    ['fact', '待补的信息', 'facts to find out'],
    ['data', '待核实的数据', 'data to ask about'],
    ['invalidRow', '花名册里无法辨认的行', 'roster rows that cannot be read'],
  ];
  return {
    sheet: say(lang, '说明', 'Read me'),
    header: 1,
    widths: [46, 12],
    rows: [
      [title, ''],
      [kind === 'office' ? ABOUT.office[lang] : ABOUT.unit[lang], ''],
      [say(lang, '学生', 'students'), count(students.length)],
      ...OUTCOMES.map((outcome) => [
        `  ${OUTCOME_LABELS[outcome][lang]}`,
        count(students.filter(({ determination }) => determination.outcome === outcome).length),
      ]).filter(([, n]) => n !== '0'),
      ...kinds
        .map(([of, zh, en]) => [say(lang, zh, en), count(items.filter((item) => item.kind === of).length)])
        .filter(([, n]) => n !== '0'),
    ],
  };
}
