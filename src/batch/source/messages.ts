/** Findings in the rows and cells of a job's files. None shows what a cell holds: that may be a person's data. */
export const SOURCE_MESSAGES = {
  'cell.number': {
    zh: '不是写得清楚的数（不要带单位、“约”、千分位逗号或全角数字），按未知处理。请核实后改正。',
    en: 'This is no plain number (no unit, no "about", no thousands comma, no full-width digits); it counts as not known. Ask and correct it.',
  },
  'cell.tooSmall': {
    zh: '数值小于可能的最小值 {least}，按未知处理。请核实。',
    en: 'The number is below {least}, the least it can be; it counts as not known. Ask and correct it.',
  },
  'cell.tooLarge': {
    zh: '数值大于可能的最大值 {most}，按未知处理。请核实。',
    en: 'The number is above {most}, the most it can be; it counts as not known. Ask and correct it.',
  },
  'cell.offGrid': {
    zh: '数值应为 {step} 的整数倍，按未知处理。请核实。',
    en: 'The number should be a multiple of {step}; it counts as not known. Ask and correct it.',
  },
  'cell.label': {
    zh: '写的不是可用的取值（{labels}），按未知处理。请核实；如果是新的写法，请加到任务文件的 values 里。',
    en: 'This is none of the known values ({labels}); it counts as not known. Ask; if it is a new way of writing one, add it to "values" of the job.',
  },
  'cell.formula': {
    zh: '单元格是公式，不采用其保存的结果，按未知处理。请粘贴为数值；确要采用，请写 formulas: cached。',
    en: 'The cell is a formula; its stored result is not used and it counts as not known. Paste it as a value, or say "formulas: cached".',
  },
  'cell.error': {
    zh: '单元格显示为错误值，按未知处理。',
    en: 'The cell holds an error value; it counts as not known.',
  },
  'cell.kind': {
    zh: '这里应当是数，单元格里却是日期或是非值，按未知处理。',
    en: 'A number is due here, the cell holds a date or a yes-or-no value; it counts as not known.',
  },
  'cell.date': {
    zh: '日期应写成 2025-10-10 的样子；这一条决定没有采用。',
    en: 'A date is written as 2025-10-10; this decision was not used.',
  },
  'cell.dateForm': {
    zh: '不是按 {form} 写的日期，或日历上没有这一天，按未知处理。请核实；写法不同的，请在任务文件的 date 里写明。',
    en: 'This is no date written as {form}, or the calendar has no such day; it counts as not known. Ask; if dates are written in another way, say so with "date" of the job.',
  },
  'cell.dateRange': {
    zh: '日期不在可能的范围内（{least} 至 {most}），按未知处理。请核实年份。',
    en: 'The date is not between {least} and {most}; it counts as not known. Ask, and check the year.',
  },
  'cell.code': {
    zh: '不是可用的代码（可能被表格软件改成了数字或日期），按未知处理。请把这一列设为文本后重新填写。',
    en: 'This is no usable code (a spreadsheet may have made a number or a date of it); it counts as not known. Make the column text and enter it again.',
  },
  'cell.none': {
    zh: '写的是“无”，但规则没有说这一项可以没有，按未知处理。请核实。',
    en: 'The cell says none, and by the rules this always has a value; it counts as not known. Ask.',
  },
  'cell.people': {
    zh: '人员名单不能写在一格里，按未知处理。',
    en: 'A list of people cannot stand in one cell; it counts as not known.',
  },
  'row.none': {
    zh: '这里只有列名，没有人。请核对是否给错了文件，或者确实一个人也没有。',
    en: 'There are column names and nobody below them. Is this the right file, and is there really nobody?',
  },
  'row.slipped': {
    zh: '这一行的引号用法有误，各列可能错位，没有采用。请改正后重新提供。',
    en: 'The quotes of this row are misplaced, so its cells may stand in the wrong columns; it was not used. Correct it.',
  },
  'row.short': {
    zh: '列名有 {width} 列，这一行只有 {found} 列，不知道缺的是哪一列，没有采用。请改正；如果导出程序只是省去了行末的空格子，请写 short_rows: blank。',
    en: 'This row has {found} cells for {width} columns, and nobody knows which is missing; it was not used. Correct it; if the exporter only leaves out blank cells at the end, say "short_rows: blank".',
  },
  'row.long': {
    zh: '列名有 {width} 列，这一行却有 {found} 列，可能错位，没有采用。请改正（内容里有分隔符的要加引号）。',
    en: 'This row has {found} cells for {width} columns, so they may stand in the wrong ones; it was not used. Correct it (text with the separator inside needs quotes).',
  },
  'row.footer': {
    zh: '这一行像是合计、备注或填表人，不是人，没有采用。请核对；每期都有的，请写进 skip。',
    en: 'This row looks like a total, a remark or the name of who filled in the form, and no person; it was not used. Check it; what always stands there goes into "skip".',
  },
  'row.headerNormalised': {
    zh: '{letter} 列的列名与任务文件写的“{header}”只差宽度、空格或看不见的字符，按同一列读取。',
    en: 'The name of column {letter} differs from "{header}" of the job only in width, white space or invisible characters; it was taken for it.',
  },
  'row.columnsUnread': {
    zh: '有 {count} 列任务文件没有提到，未读取：{headers}。',
    en: '{count} column(s) that the job does not mention were not read: {headers}.',
  },
  'row.noKey': {
    zh: '这一行没有学籍号或学校标识码，不知道是谁的，没有采用。',
    en: 'This row has no student number or school code, so nobody knows whose it is; it was not used.',
  },
  'row.severalInCell': {
    zh: '一格里有 {ids} 个号码、{names} 个姓名，不止一人。已分开逐人核对（个数不等的，姓名和号码各作一人待查）。每行都这样的，请在任务里写 packed。',
    en: 'One cell has {ids} numbers and {names} names, so more than one person. Each was looked up by itself (where the counts differ, every name and every number as a person of its own). Where the list is written so, say "packed" in the job.',
  },
  'row.packedUneven': {
    zh: '一格里有 {names} 个姓名、{ids} 个号码，不能一一对应；每个姓名和号码各作一人待查。',
    en: 'One cell has {names} names, the other {ids} numbers, so they cannot be paired; each counts as a person of its own, to be looked at.',
  },
  'row.householdShort': {
    zh: '这一户写明 {size} 人，只列出 {named} 人。可能有成员没有写上，请向部门核实是谁。',
    en: 'The row says that the household has {size} people and names {named}. Somebody may be missing: ask the department who.',
  },
  'row.onlyInList': {
    zh: '部门名单上有这名学生（类别“{category}”），比对结果里没有。请核对哪一个对，或哪一个还没有更新。',
    en: 'The department\'s list has this student (category "{category}"), the comparison result does not. Find out which is right, or which is late.',
  },
  'row.onlyInComparison': {
    zh: '比对结果里有这名学生（类别“{category}”），部门名单上没有。请核对哪一个对，或哪一个还没有更新。',
    en: 'The comparison result has this student (category "{category}"), the department\'s list does not. Find out which is right, or which is late.',
  },
  'row.packedTogether': {
    zh: '一格里有几个号码，中间没有写明的分隔符；姓名按号码前的字取，每人待查。',
    en: 'Several numbers stand in one piece of the cell with no separator between; each name was taken from before its number, to be looked at.',
  },
  'row.studentUnknown': {
    zh: '花名册里没有这个学籍号，这一行没有采用。请核对号码。',
    en: 'No student of the roster has this number; the row was not used. Check the number.',
  },
  'row.studentShared': {
    zh: '这个学籍号在花名册里不止一人使用，这一行没有采用。',
    en: 'More than one student of the roster has this number; the row was not used.',
  },
  'row.nameDiffers': {
    zh: '学籍号对应的学生姓名与这一行不同，怕是填错了号码，这一行的内容没有采用。请核对。',
    en: 'The student of this number has another name, so the number may be wrong; what the row says was not used. Check it.',
  },
  'row.repeated': {
    zh: '同一学生在这里又出现一次（首次见第 {first} 行），内容一致，只算一次。',
    en: 'The same student again (first in row {first}), saying the same; it counts once.',
  },
  'row.conflict': {
    zh: '同一学生的“{fact}”在两处写得不同（另见 {file} 第 {first} 行），按未知处理。请核实。',
    en: '"{fact}" of this student differs between two rows (the other: {file}, row {first}); it counts as not known. Ask which is right.',
  },
  'row.schoolUnknown': {
    zh: '学校名录里没有 {count} 行学生所写的学校标识码（首见于此），这些学生没有学校信息。',
    en: '{count} rows name a school code that the table of schools does not have (this is the first); nothing is known of those schools.',
  },
  'row.schoolTwice': {
    zh: '同一学校标识码在学校名录里又出现一次，取第 {first} 行。请核对。',
    en: 'This school code stands in the table of schools again; row {first} was taken. Check it.',
  },
  'row.leftSinceAided': {
    zh: '{count} 名上期受助学生不在本期花名册里（首见于此）。请核实去向。',
    en: '{count} students aided before are not in this roster (this is the first). Find out where they are.',
  },
  'row.decisionIncomplete': {
    zh: '这一条决定缺少必要内容，没有采用。请补全决定人、日期、理由、对象和结论。',
    en: 'This decision lacks something it needs (by whom, when, why, about whom, what) and was not used. Complete it.',
  },
  'row.decisionLate': {
    zh: '这一条决定的日期晚于 {knownAt}，本次不采用。',
    en: 'This decision is dated after {knownAt} and was not used in this run.',
  },
  'row.decisionNoList': {
    zh: '这一条名单核实所指的文件或工作表不在本次名单里，没有采用。',
    en: 'The file or sheet that this decision points to is no list of this run; it was not used.',
  },
  'answer.noForm': {
    zh: '{file} 不是填好的核对表：没有一张工作表的第一格是核对表的格式标记。请用 bulou 写出的待办清单填写，不要删去第一行。',
    en: '{file} is no filled form: no sheet has the line of the format in its first cell. Fill in the worklist that bulou wrote, and leave its first row as it is.',
  },
  'answer.format': {
    zh: '{file} 是另一版本的核对表，这里读的是 {format}。请用本版本写出的表填写。',
    en: '{file} is a form of another version; {format} is read here. Fill in one that this version wrote.',
  },
  'answer.noColumn': {
    zh: '{file} 里{sheet?的工作表“{sheet}”}找不到“{column}”一列。请不要改动表头。',
    en: 'The column "{column}" is not to be found in {file}{sheet?, sheet "{sheet}"}. Leave the header as it is.',
  },
  'answer.noKey': {
    zh: '这一行填了内容，但核对码没有了或改动过，不知道是哪一件事的结论，没有采用。请从原表复制核对码。',
    en: 'This row was filled in, but its key is gone or changed, so nobody knows what it answers; it was not used. Copy the key from the form as it was.',
  },
  'answer.dataRow': {
    zh: '这一行说的是数据问题，不在表里作答，请在原来的数据里改正。',
    en: 'This row is about the data and is not answered in the form: correct it where the data comes from.',
  },
  'answer.conclusion': {
    zh: '结论不是下拉框里的内容，没有采用。请重新选择。',
    en: 'The conclusion is none of those offered and was not used. Choose again.',
  },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
