import type { MessageCatalogue } from '../catalogue.js';

/** Tables, schedules, parameters, and the files beside an edition. */
export const TABLE_MESSAGES: MessageCatalogue = {
  'rules.keyType': {
    zh: '“{found}”不能作表的键。键可以是 flag、code、一个选项类型的名称，或整数范围，例如 2..6、0..17+。',
    en: '"{found}" cannot be the key of a table. A key is flag, code, the name of a choice, or whole numbers such as 2..6 or 0..17+.',
  },
  'rules.rowKey': {
    zh: '“{found}”不能作一行的键：不能有空格、逗号、引号和括号，至多 64 个字符。',
    en: '"{found}" cannot name a row: no blanks, commas, quotes or brackets, and 64 characters at most.',
  },
  'rules.rowsList': {
    zh: '键“{key}”的各行不能写成一列数：只有最后一个键、而且键是整数时，才能按次序写成列表。请写明每一行的键。',
    en: 'Rows of "{key}" cannot be a plain list: only the last key can be, and only if its values are whole numbers. Name the key of each row.',
  },
  'rules.rowsCount': {
    zh: '按键的范围应当有 {needed} 行，这里写了 {found} 行；少一行或多一行，后面的数就都错位了。请核对。',
    en: 'The key needs {needed} rows, and there are {found}; one too few or too many moves all that follow. Check them.',
  },
  'rules.rowColumns': {
    zh: '这一行应当有 {needed} 个值（每列一个），这里有 {found} 个，就不知道哪个值属于哪一列。请逐列核对。',
    en: 'This row needs {needed} values, one for each column, and has {found}, so nobody knows which value belongs to which column. Check them one by one.',
  },
  'rules.keyNotWhole': {
    zh: '这里要的是整数，这个公式却可能得出小数。请先用 round(x, 1, …) 取整，并写明取整方式。',
    en: 'A whole number is needed here, and this formula can give a fraction. Round it first, as in round(x, 1, half_up).',
  },
  'rules.keyOutside': {
    zh: '按所写的范围，这个键可能是 {from} 到 {to}，而表里的行从 {low} 开始{high?，到 {high} 为止}，会有查不到的时候。请补上缺少的行，写 otherwise，或用 max、min、clamp 限制这个键。',
    en: 'By the declared ranges this key can be anything from {from} to {to}, but the rows of the table begin at {low}{high? and end at {high}}, so that a row could be missing. Add the rows, say otherwise, or keep the key inside with max, min or clamp.',
  },
  'rules.unknownColumn': {
    zh: '{column?表“{table}”没有“{column}”这一列。}{near?是否想写“{near}”？}{columns?表“{table}”的列是：{columns}。}请在方括号后面用点写明要哪一列；没有分列的表不写。',
    en: '{column?The table "{table}" has no column "{column}". }{near?Did you mean "{near}"? }{columns?The columns of "{table}" are: {columns}. }Name the column with a dot behind the brackets; a table without columns has none to name.',
  },
  'rules.unknownSchedule': {
    zh: '没有叫“{schedule}”的分段费率表。{near?是否想写“{near}”？}请改正，或先在 schedules 里写上它。',
    en: 'No schedule is called "{schedule}". {near?Did you mean "{near}"? }Correct it, or declare it under schedules.',
  },
  'rules.printedDiffers': {
    zh: '文件公布的数与按费率算出的不一致：到 {at} 为止，写的是 {said}，算出来是 {computed}。请核对费率和界限有没有抄错。',
    en: 'The printed figure and the rates disagree: at {at} the file says {said}, and the rates give {computed}. Check the rates and the cuts for a slip of copying.',
  },
  'rules.fileName': {
    zh: '“{found}”不能作文件名。表格文件放在规则文件旁边，文件名只含字母、数字、点、下划线和连字符，以 .csv 结尾，不带文件夹。',
    en: '"{found}" cannot be the name of a file. A table stands beside the rule file; its name has letters, digits, dots, underscores and hyphens, ends in .csv and names no folder.',
  },
  'rules.fileMissing': {
    zh: '规则文件旁边没有 {file}。请把它放到同一个文件夹，或改正文件名。',
    en: 'There is no {file} beside the rule file. Put it into the same folder, or correct its name.',
  },
  'rules.csv': {
    zh: '文件 {file} 第 {line} 行不能用：{what:csv}{header?：{header}}。请改正后再读。',
    en: 'Line {line} of {file} cannot be used: {what:csv}{header?: {header}}. Correct it and read the file again.',
  },
  'rules.prefixWithoutCode': {
    zh: 'match: prefix 只用于以代码为键的表。请删去，或把一个键改为 code。',
    en: 'match: prefix is for tables with a key that is a code. Remove it, or make a key code.',
  },
  'rules.eachMoreMisfits': {
    zh: 'each_more 只用于最后一个键是整数（不带 +）、只有一列数的表。请删去，或改写 keys。',
    en: 'each_more is for a table of one column of numbers whose last key is whole numbers without +. Remove it, or change keys.',
  },
};
