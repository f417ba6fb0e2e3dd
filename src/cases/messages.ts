/** Words for the findings of case files. `{name}` stands for a value of the issue, `{name? text}` for text only where it is there. */
export const CASES_MESSAGES: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'cases.empty': {
    zh: '这个文件里没有用例。请写 cases（逐例），或写 tables（每行一例）。',
    en: 'This file has no case. Write them one by one under cases, or a row each under tables.',
  },
  'cases.staleUnnoticed': {
    zh: '“{at}{to? → {to}}”写明查不出，其实没有这处改动，或已能查出，或已证明含义相同。请删去这一条。',
    en: '"{at}{to? → {to}}" is said to be unnoticed, but there is no such change any more, or it is noticed, or proved to mean the same. Take it away.',
  },
  'cases.notMet': {
    zh: '“{edition}”本身就与用例不符，无从检验用例；请先运行 bulou test 并改正。',
    en: '"{edition}" does not meet its own cases, so that they cannot be tested. Run bulou test first and mend it.',
  },
  'cases.duplicate': {
    zh: '有两个用例或表都叫“{case}”，报告里分不清是哪一个。请改其中一个的 id。',
    en: 'Two cases or tables are called "{case}", so a report could not tell them apart. Change the id of one.',
  },
  'cases.unknownBase': {
    zh: '本文件的 base 里没有“{base}”。{near?是否想写“{near}”？}{known?这里有的是：{known}。}',
    en: 'There is no "{base}" under base in this file.{near? Did you mean "{near}"?}{known? Those that there are: {known}.}',
  },
  'cases.unusedBase': {
    zh: 'base 里的“{base}”没有一个用例用到。base 下面先写名称，名称下面直接写各项事实；用例里写 base: 名称。',
    en: 'No case starts from the base "{base}". Under base stand names, under each name its facts; a case says base: NAME.',
  },
  'cases.unknownPath': {
    zh: '认定结果里没有“{found}”这一处，这样的预期永远核对不到。{near?是否想写“{near}”？}',
    en: 'A determination has no place "{found}", so nothing could ever meet this. {near?Did you mean "{near}"?}',
  },
  'cases.noContext': {
    zh: '用例“{case}”没有写“{key}”，文件开头也没有。请写在用例里，或写在文件开头供全部用例使用。',
    en: 'Neither the case "{case}" nor the head of the file says "{key}". Say it in the case, or once for all cases.',
  },
  'cases.noColumns': {
    zh: '表“{table}”没有写各列是什么（columns）。每行直接写在本文件里的表必须写明。',
    en: 'The table "{table}" does not say what its columns are. A table whose rows stand in this file has to.',
  },
  'cases.column': {
    zh: '列标题“{found}”认不出。可以写：一项情况的 id、categories.类别、listed.名单.属性、given 计算所用的数、expect 要核对的一处、as_of、period_start。{near?是否想写“{near}”？}',
    en: '"{found}" is no heading of a column. It may be the id of a fact, categories.x, listed.LIST.ATTRIBUTE, given and a figure, expect and a path, as_of or period_start. {near?Did you mean "{near}"?}',
  },
  'cases.duplicateColumn': {
    zh: '列“{found}”写了两次，后一列会盖掉前一列。请去掉一列。',
    en: 'There are two columns "{found}", and the second would hide the first. Take one away.',
  },
  'cases.cells': {
    zh: '这一行有 {found} 格，而表有 {needed} 列。请补齐或去掉多余的格；不清楚的写 unknown。',
    en: 'This row has {found} cells, and the table has {needed} columns. Write one for each; what is not known is "unknown".',
  },
  'cases.upTo': {
    zh: '写了 up_to 的表，格中应是某项情况或所用的数（上限），列头应是要核对的一处（expect …）；这里列头是“{column}”，格中是“{cell}”。',
    en: 'With up_to, the cells hold the limits of a fact or a given figure, and what stands above them is expected; here that is "{column}", and the cells hold "{cell}".',
  },
  'cases.cell': {
    zh: '第 {line} 行“{column}”一列的这一格只能写：{options}。',
    en: 'In line {line} the cell of the column "{column}" can only be: {options}.',
  },
  'cases.noExpectation': {
    zh: '表“{table}”没有任何要核对的一处，这样的用例永远通过。请加一列“expect …”，或写 expect。',
    en: 'The table "{table}" expects nothing, so its cases could never fail. Add a column "expect …", or say expect.',
  },
  'cases.otherEdition': {
    zh: '这些用例属于 {scheme} {edition}，而所给的规则是 {of}，一个也没有运行。',
    en: 'These cases belong to {scheme} {edition}, but the rules given are {of}; none was run.',
  },
  'cases.unknownName': {
    zh: '规则文件里没有“{name}”（{kind}）。{near?是否想写“{near}”？}',
    en: 'The rule file has no {kind} "{name}". {near?Did you mean "{near}"?}',
  },
  'cases.saidTwice': {
    zh: '类别“{category}”由名单“{list}”的这一行决定，用例又在 categories 里写了一次。请只留一处。',
    en: 'The row of the list "{list}" decides the category "{category}", and the case says it again under categories. Keep one.',
  },
  'cases.misfit': {
    zh: '“{found}”不能作为“{fact}”的值。年级写数字，住校写 true 或 false。',
    en: '"{found}" is no value of "{fact}". A grade is a whole number, boarding is true or false.',
  },
};
