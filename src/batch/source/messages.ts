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
  'row.noKey': {
    zh: '这一行没有学籍号或学校标识码，不知道是谁的，没有采用。',
    en: 'This row has no student number or school code, so nobody knows whose it is; it was not used.',
  },
  'row.packedUneven': {
    zh: '一格里有 {names} 个姓名、{ids} 个号码，不能一一对应；每个姓名和号码各作一人待查。',
    en: 'One cell has {names} names, the other {ids} numbers, so they cannot be paired; each counts as a person of its own, to be looked at.',
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
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
