import type { Said } from '../../explain/index.js';

/**
 * Columns of a form, in their order: what has to be done, what the list says, what the roster says, what is to be filled
 * in, and what binds the row. Headers are the names under which a filled form is read back.
 */
export const COLUMNS = [
  { id: 'number', side: 'task', width: 6, zh: '序号', en: 'No.' },
  { id: 'kind', side: 'task', width: 12, zh: '事项', en: 'Matter' },
  { id: 'stake', side: 'task', width: 9, zh: '可能影响的档次数', en: 'Tiers at stake' },
  { id: 'todo', side: 'task', width: 36, zh: '要做的事', en: 'What to do' },
  { id: 'tiers', side: 'task', width: 14, zh: '可能的档次', en: 'Possible tiers' },
  { id: 'open', side: 'task', width: 22, zh: '未定的项目', en: 'Not settled' },
  { id: 'list', side: 'list', width: 14, zh: '名单', en: 'List' },
  { id: 'file', side: 'list', width: 20, zh: '文件', en: 'File' },
  { id: 'sheet', side: 'list', width: 10, zh: '工作表', en: 'Sheet' },
  { id: 'row', side: 'list', width: 6, zh: '行', en: 'Row' },
  { id: 'member', side: 'list', width: 6, zh: '人序', en: 'Person' },
  { id: 'column', side: 'list', width: 12, zh: '列', en: 'Column' },
  { id: 'listName', side: 'list', width: 10, zh: '名单姓名', en: 'Name on the list' },
  { id: 'listId', side: 'list', width: 21, zh: '名单证件号', en: 'ID on the list' },
  { id: 'listNumber', side: 'list', width: 21, zh: '名单学籍号', en: 'Student number on the list' },
  { id: 'relation', side: 'list', width: 10, zh: '与户主关系', en: 'Relation to the holder' },
  { id: 'covers', side: 'list', width: 10, zh: '名单范围', en: 'Area of the list' },
  { id: 'county', side: 'roster', width: 10, zh: '区县', en: 'County' },
  { id: 'school', side: 'roster', width: 18, zh: '学校', en: 'School' },
  { id: 'stage', side: 'roster', width: 9, zh: '学段', en: 'Stage' },
  { id: 'grade', side: 'roster', width: 6, zh: '年级', en: 'Grade' },
  { id: 'class', side: 'roster', width: 8, zh: '班级', en: 'Class' },
  { id: 'name', side: 'roster', width: 10, zh: '姓名', en: 'Name' },
  { id: 'id', side: 'roster', width: 21, zh: '证件号', en: 'ID' },
  { id: 'studentNumber', side: 'roster', width: 22, zh: '全国学籍号', en: 'Student number' },
  { id: 'guardians', side: 'roster', width: 14, zh: '监护人', en: 'Guardians' },
  { id: 'why', side: 'roster', width: 22, zh: '为什么可能是', en: 'Why it may be' },
  { id: 'earlier', side: 'task', width: 26, zh: '上次的结论', en: 'Earlier answer' },
  { id: 'conclusion', side: 'answer', width: 16, zh: '结论', en: 'Conclusion' },
  { id: 'chosen', side: 'answer', width: 22, zh: '选定的学籍号', en: 'Chosen student' },
  { id: 'where', side: 'answer', width: 14, zh: '去向（区县）', en: 'Where to (county)' },
  { id: 'value', side: 'answer', width: 12, zh: '填写值', en: 'Value' },
  { id: 'by', side: 'answer', width: 12, zh: '决定人', en: 'By' },
  { id: 'on', side: 'answer', width: 12, zh: '日期', en: 'Date' },
  { id: 'because', side: 'answer', width: 24, zh: '理由', en: 'Because' },
  { id: 'paper', side: 'answer', width: 16, zh: '材料', en: 'Paper' },
  { id: 'code', side: 'binding', width: 16, zh: '代码', en: 'Code' },
  { id: 'key', side: 'binding', width: 30, zh: '核对码（勿改）', en: 'Key (do not change)' },
] as const satisfies readonly (Said & {
  readonly id: string;
  readonly side: 'task' | 'list' | 'roster' | 'answer' | 'binding';
  /** In characters of a spreadsheet. */
  readonly width: number;
})[];

export type ColumnId = (typeof COLUMNS)[number]['id'];
export type AnswerColumn = Extract<(typeof COLUMNS)[number], { readonly side: 'answer' }>['id'];

export const ANSWER_COLUMNS: readonly AnswerColumn[] = COLUMNS.flatMap((c) =>
  c.side === 'answer' ? [c.id] : [],
);

/** The column of an id. Throws on misuse only: ids are a closed list. */
export function columnOf(id: ColumnId): (typeof COLUMNS)[number] {
  const found = COLUMNS.find((column) => column.id === id);
  if (found === undefined) throw new RangeError(`no column ${id}`);
  return found;
}
