/** Texts that offices write for “not known”. `无` is not among them: of a disaster or a disability it is an answer. */
export const UNKNOWN_TEXTS = [
  'NULL',
  'null',
  'N/A',
  '#N/A',
  '不详',
  '未知',
  '不清楚',
  '待核实',
  '/',
  '-',
  '—',
  '--',
  '——',
  '\\',
];

/** Words of a flag, so that a column of them is one. */
export const FLAG_WORDS = new Set([
  '是',
  '否',
  '有',
  '无',
  '√',
  '×',
  '✓',
  '✗',
  'Y',
  'N',
  'y',
  'n',
  '1',
  '0',
  'TRUE',
  'FALSE',
]);

/** People whom a list row mentions and does not mean. */
export const OTHER_PEOPLE =
  /监护人|照料人|护理人|抚养人|赡养人|代理人|代办人|经办人|联系人|帮扶人|责任人|收养人|领款人|开户人/;
export const HOLDER = /户主|持证人|申请人|低保对象|保障对象/;
export const HOUSEHOLDER = /户主/;
export const MEMBER = /成员|家属|共同生活/;
