import { readResidentId, readStudentNumber } from '../../roster/index.js';
import { bareHeader } from '../read/index.js';
import type { Cell } from '../table.js';
import { NAME_LIKE } from '../words.js';
import type { Meaning } from './inspection.js';
import { FLAG_WORDS, UNKNOWN_TEXTS } from './words.js';

/** Header words, the first that fits counts; the order keeps `户主姓名` a name and `学校名称` a text. */
const BY_HEADER: readonly (readonly [RegExp, Meaning])[] = [
  [/残疾证/, 'disabilityCertificate'],
  [/学籍号/, 'studentNumber'],
  [/学校.*(?:标识码|代码|编码)|机构.*标识码/, 'schoolCode'],
  [/行政区划|区划代码/, 'divisionCode'],
  [/(?:证件|身份).*类[别型]/, 'option'],
  [/身份证|证件号|公民身份/, 'residentId'],
  [/电话|手机|银行|卡号|账号|开户|地址|住址|邮编|邮箱|微信/, 'private'],
  [/关系$/, 'relation'],
  [/学校|单位|院系|班级名称/, 'text'],
  [/备注|说明|理由|描述|原因|经过|意见/, 'text'],
  [/^序号$/, 'serial'],
  [/户编号|人编号|低保证号|证号$|编号$|学号$/, 'text'],
  [/日期|时间|年月|月份|年月日/, 'date'],
  [/姓名|^户主$|户主名|(?:人|者|员)$|^对象$|^名字$/, 'name'],
  [/金额|收入|支出|费(?:用|标准)?$|补助|补贴|资金|标准|金\b|[(（]元/, 'money'],
  [/^(?:县|区|市|省|县区|区县|所属区县|乡|镇|街道|乡镇|乡镇街道|村|社区|村居|户籍地)$/, 'place'],
  [/人口|人数|岁数|年龄|分$|分数|名次/, 'number'],
];

const DATE = /^(?:[12][0-9]{3}([-/.年]?)[01]?[0-9](?:\1|[-/.月])?(?:[0-3]?[0-9]日?)?)$/;
const NUMBER = /^[-+]?[0-9]{1,3}(?:,[0-9]{3})*(?:\.[0-9]+)?$|^[-+]?[0-9]+(?:\.[0-9]+)?$/;

/** Values of a school code: two digits of kind, two of province, six of serial. */
const SCHOOL = /^'?(?:11|21|31|34|36|37|41|51)[0-9]{8}$/;

const MOST = 0.8;
const MOST_OPTIONS = 12;
/** A value must stand for several people, or it could name one. */
const PEOPLE_PER_OPTION = 3;

export const isUnknownText = (text: string): boolean => UNKNOWN_TEXTS.includes(text.trim());

/**
 * The distinct texts, where they are few, each stands for several rows and they do not look like names, so that they
 * can be shown. `harmless`: the header says that the words name no one.
 */
export function optionsOf(cells: readonly Cell[], harmless = false): Map<string, number> | null {
  const counts = new Map<string, number>();
  let filled = 0;
  for (const { text } of cells) {
    const word = text.trim();
    if (word === '' || isUnknownText(word)) continue;
    filled += 1;
    counts.set(word, (counts.get(word) ?? 0) + 1);
    if (counts.size > MOST_OPTIONS * 4) return null;
  }
  const words = [...counts.keys()];
  if (words.length === 0 || words.some((word) => word.length > 16 || /[0-9]{6}/.test(word))) return null;
  if (harmless) return counts;
  if (words.filter((word) => NAME_LIKE.test(word)).length * 2 > words.length) return null;
  const allFlags = words.every((word) => FLAG_WORDS.has(word));
  return allFlags || filled >= words.length * PEOPLE_PER_OPTION ? counts : null;
}

/** Guesses what a column holds. The header goes first; where it says nothing, nearly all cells must agree. */
export function meaningOf(header: string, cells: readonly Cell[]): Meaning {
  const filled = cells.filter(({ text }) => text.trim() !== '' && !isUnknownText(text));
  const name = bareHeader(header);
  if (filled.length === 0 && name === '') return 'empty';
  // The unit in brackets is dropped from the bare header and says most about money.
  const stated =
    BY_HEADER.find(([pattern]) => pattern.test(name))?.[1] ?? (/[(（]元/.test(header) ? 'money' : undefined);
  if (stated !== undefined && stated !== 'option') return stated;
  const share = (test: (text: string) => boolean): boolean =>
    filled.length > 0 && filled.filter(({ text }) => test(text.trim())).length >= filled.length * MOST;
  if (share((text) => readStudentNumber(text).number !== null)) return 'studentNumber';
  if (share((text) => readResidentId(text).form === 'disabilityCertificate')) return 'disabilityCertificate';
  if (share((text) => ['eighteen', 'fifteen', 'damaged'].includes(readResidentId(text).form)))
    return 'residentId';
  if (share((text) => SCHOOL.test(text))) return 'schoolCode';
  if (filled.every(({ kind }) => kind === 'date') && filled.length > 0) return 'date';
  const options = optionsOf(cells);
  if (options !== null && [...options.keys()].every((word) => FLAG_WORDS.has(word))) return 'flag';
  if (share((text) => DATE.test(text) && text.length >= 6)) return 'date';
  if (share((text) => NUMBER.test(text))) return 'number';
  return options !== null && options.size <= MOST_OPTIONS ? 'option' : 'text';
}
