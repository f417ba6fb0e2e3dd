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
  'id.label': {
    zh: '{count} 个证件号带有标签或其他文字，比对时已去掉',
    en: '{count} identity numbers stand beside a label or other words; these are ignored in comparison',
  },
  'id.lowerCase': {
    zh: '{count} 个证件号含有小写字母，按大写读取',
    en: '{count} identity numbers hold lower-case letters; they are read as capitals',
  },
  'id.separator': {
    zh: '{count} 个证件号中间有分隔符，比对时已去掉',
    en: '{count} identity numbers hold separators between groups of digits; these are ignored in comparison',
  },
  'id.zeroLookalike': {
    zh: '{count} 个证件号把 0 写成了字母 O 或圆圈，按 0 读取后校验码相符',
    en: '{count} identity numbers hold a letter or circle for 0; read as 0, the check character fits',
  },
  'id.oneLookalike': {
    zh: '{count} 个证件号把 1 写成了字母 l、I 或竖线，按 1 读取后校验码相符',
    en: '{count} identity numbers hold a letter or stroke for 1; read as 1, the check character fits',
  },
  'id.residencePermit': {
    zh: '{count} 个单元格是港澳台居民居住证号或外国人永久居留身份证号',
    en: '{count} cells hold the number of a residence permit of Hong Kong, Macau or Taiwan residents or of a foreigner',
  },
  'id.travelDocument': {
    zh: '{count} 个单元格是护照或通行证号，没有校验码，不能据此自动匹配',
    en: '{count} cells hold a passport or travel permit number, which has no check character; no automatic match rests on it',
  },
  'id.tooOld': {
    zh: '{count} 个证件号里的出生日期早得不可能',
    en: '{count} identity numbers hold a birth date too long before the reference day',
  },
  'id.divisionUnknown': {
    zh: '{count} 个证件号的前两位不是任何省级区划代码；号码照常比对',
    en: '{count} identity numbers begin with no known province; they are compared all the same',
  },
  'id.divisionNotInForce': {
    zh: '{count} 个证件号的区划代码在出生时还没有启用（可能后来才登记）；号码照常比对',
    en: '{count} identity numbers begin with a division code that is younger than the person, who may have been registered late; they are compared all the same',
  },
  'name.invisible': {
    zh: '{count} 个姓名含有看不见的字符，比对时已去掉，原文保留',
    en: '{count} names hold invisible characters; they are ignored in comparison, the original is kept',
  },
  'name.whitespace': {
    zh: '{count} 个姓名含有空格或换行，比对时已去掉，原文保留',
    en: '{count} names hold white space; it is ignored in comparison, the original is kept',
  },
  'name.compatibility': {
    zh: '{count} 个姓名含有全角或兼容字符，比对时按通用字符读取',
    en: '{count} names hold full-width or compatibility characters; they are read as the usual ones',
  },
  'name.radical': {
    zh: '{count} 个姓名用部首字符代替了汉字，比对时按汉字读取',
    en: '{count} names hold radicals in place of characters; they are read as the characters',
  },
  'name.privateUse': {
    zh: '{count} 个姓名含有旧编码的自定义字符，已按对应的汉字读取',
    en: '{count} names hold private-use characters of an old encoding; they are read as the characters they stand for',
  },
  'name.dot': {
    zh: '{count} 个姓名的间隔号不是规定的“·”，比对时视为相同',
    en: '{count} names hold another sign for the dot between their parts; in comparison all are the same',
  },
  'name.remark': {
    zh: '{count} 个姓名带有括号说明，比对时已分开，原文保留',
    en: '{count} names carry a remark in brackets; it is set aside in comparison, the original is kept',
  },
  'name.counter': {
    zh: '{count} 个姓名带有序号，比对时已分开，原文保留',
    en: '{count} names carry a number; it is set aside in comparison, the original is kept',
  },
  'name.privateUseUnknown': {
    zh: '{count} 个姓名含有无法识别的自定义字符，须由人核对',
    en: '{count} names hold private-use characters that nobody can read; a person has to look',
  },
  'name.placeholder': {
    zh: '{count} 个姓名有字缺失（?、□ 等），须由人核对',
    en: '{count} names have lost a character (?, a box and the like); a person has to look',
  },
  'name.description': {
    zh: '{count} 个姓名用拆字说明了一个打不出的字，须由人核对',
    en: '{count} names describe a character by its parts; a person has to look',
  },
  'name.pinyin': {
    zh: '{count} 个姓名用拼音代替了汉字，须由人核对',
    en: '{count} names hold pinyin in place of a character; a person has to look',
  },
  'name.broken': {
    zh: '{count} 个姓名含有损坏的编码，须由人核对',
    en: '{count} names hold broken encoding; a person has to look',
  },
  'name.several': {
    zh: '{count} 个姓名单元格里似乎有几个人，须由人核对',
    en: '{count} name cells seem to hold several people; a person has to look',
  },
  'school.invisible': {
    zh: '{count} 个学校标识码含有看不见的字符，比对时已去掉',
    en: '{count} school codes hold invisible characters; they are ignored in comparison',
  },
  'school.whitespace': {
    zh: '{count} 个学校标识码含有空格或换行，比对时已去掉',
    en: '{count} school codes hold white space; it is ignored in comparison',
  },
  'school.width': {
    zh: '{count} 个学校标识码含有全角字符，比对时按半角读取',
    en: '{count} school codes hold full-width characters; they are read as ordinary ones',
  },
  'school.apostrophe': {
    zh: '{count} 个学校标识码带有引号（导出程序所加），比对时已去掉',
    en: '{count} school codes carry an apostrophe added by an exporter; it is ignored in comparison',
  },
  'school.form': {
    zh: '{count} 个学校标识码不是 10 位数字',
    en: '{count} school codes are not 10 digits',
  },
  'school.category': {
    zh: '{count} 个学校标识码的前两位不是已知的学校类别；代码照常比对',
    en: '{count} school codes begin with no known category; they are compared all the same',
  },
  'school.province': {
    zh: '{count} 个学校标识码的第三、四位不是任何省级区划代码；代码照常比对',
    en: '{count} school codes hold no known province; they are compared all the same',
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
