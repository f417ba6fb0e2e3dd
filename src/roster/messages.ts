/** A sentence in both languages; `{name}` stands for a value of the issue. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** Findings about identity cells and student numbers: one line per file and finding, with how many cells and the first row. */
export const ROSTER_MESSAGES: Readonly<Record<string, Sentence>> = {
  'id.invisible': {
    zh: '{count} 个证件号含有看不见的字符，比对时已去掉，原文保留',
    en: '{count} identity numbers hold invisible characters; they are ignored in comparison, the original is kept',
  },
  'id.whitespace': {
    zh: '{count} 个证件号含有空格或换行，比对时已去掉，原文保留',
    en: '{count} identity numbers hold white space; it is ignored in comparison, the original is kept',
  },
  'id.width': {
    zh: '{count} 个证件号含有全角字符，比对时按半角读取',
    en: '{count} identity numbers hold full-width characters; they are read as ordinary ones',
  },
  'id.apostrophe': {
    zh: '{count} 个证件号带有引号（导出程序所加），比对时已去掉',
    en: '{count} identity numbers carry an apostrophe added by an exporter; it is ignored in comparison',
  },
  'id.lowerX': {
    zh: '{count} 个证件号末位是小写 x，按大写 X 读取',
    en: '{count} identity numbers end in a lower-case x; it is read as X',
  },
  'id.xLookalike': {
    zh: '{count} 个证件号末位是形似 X 的符号，按 X 读取',
    en: '{count} identity numbers end in a sign that looks like X; it is read as X',
  },
  'id.fifteenDigits': {
    zh: '{count} 个证件号是 15 位旧号，按 18 位读取',
    en: '{count} identity numbers are old ones of 15 digits; they are read as 18',
  },
  'id.disabilityCertificate': {
    zh: '{count} 个单元格是残疾人证号，取前 18 位身份证号',
    en: '{count} cells hold a disability certificate number; its first 18 characters are the resident ID',
  },
  'id.studentNumber': {
    zh: '{count} 个证件号单元格里是学籍号',
    en: '{count} identity cells hold a national student number',
  },
  'id.notText': {
    zh: '{count} 个证件号存成了数字或公式，末几位可能已被改变，不能据此自动匹配；请把该列设为文本后重新导出',
    en: '{count} identity numbers are stored as numbers or formulas, so their last digits may have changed; no automatic match rests on them. Export the column as text',
  },
  'id.scientific': {
    zh: '{count} 个证件号变成了科学记数法，后面的数字已经丢失；请把该列设为文本后重新导出',
    en: '{count} identity numbers are in scientific notation and have lost digits; export the column as text',
  },
  'id.decimals': {
    zh: '{count} 个证件号带有小数，说明曾存成数字，不能据此自动匹配',
    en: '{count} identity numbers carry decimals, so they were stored as numbers; no automatic match rests on them',
  },
  'id.endsInZeros': {
    zh: '{count} 个证件号末三位是 000，可能被电子表格截断，不能据此自动匹配',
    en: '{count} identity numbers end in 000 and may have been cut by a spreadsheet; no automatic match rests on them',
  },
  'id.maybeCut': {
    zh: '{count} 个 15 位号码可能是 18 位号码丢了末三位，不能据此自动匹配',
    en: '{count} numbers of 15 digits may be the beginning of one of 18; no automatic match rests on them',
  },
  'id.characters': {
    zh: '{count} 个证件号含有不能读取的字符',
    en: '{count} identity numbers hold characters that cannot be read',
  },
  'id.length': {
    zh: '{count} 个证件号位数不对',
    en: '{count} identity numbers have the wrong length',
  },
  'id.checksum': {
    zh: '{count} 个证件号校验码不符',
    en: '{count} identity numbers fail their check character',
  },
  'id.birthDate': {
    zh: '{count} 个证件号里的出生日期不存在',
    en: '{count} identity numbers hold a birth date that does not exist',
  },
  'id.bornAfterAsOf': {
    zh: '{count} 个证件号里的出生日期晚于认定基准日',
    en: '{count} identity numbers hold a birth date after the reference day',
  },
  'number.invisible': {
    zh: '{count} 个学籍号含有看不见的字符，比对时已去掉，原文保留',
    en: '{count} student numbers hold invisible characters; they are ignored in comparison, the original is kept',
  },
  'number.whitespace': {
    zh: '{count} 个学籍号含有空格或换行，比对时已去掉，原文保留',
    en: '{count} student numbers hold white space; it is ignored in comparison, the original is kept',
  },
  'number.width': {
    zh: '{count} 个学籍号含有全角字符，比对时按半角读取',
    en: '{count} student numbers hold full-width characters; they are read as ordinary ones',
  },
  'number.apostrophe': {
    zh: '{count} 个学籍号带有引号（导出程序所加），比对时已去掉',
    en: '{count} student numbers carry an apostrophe added by an exporter; it is ignored in comparison',
  },
  'number.lowerCase': {
    zh: '{count} 个学籍号含有小写字母，按大写读取',
    en: '{count} student numbers hold lower-case letters; they are read as capitals',
  },
  'number.form': {
    zh: '{count} 个学籍号不是 G、J 或 L 开头的 19 位，不能据此自动匹配',
    en: '{count} student numbers are not 19 characters beginning with G, J or L; no automatic match rests on them',
  },
  'number.checksum': {
    zh: '{count} 个 G 字学籍号里的身份证号校验码不符',
    en: '{count} G student numbers hold a resident ID that fails its check character',
  },
};
