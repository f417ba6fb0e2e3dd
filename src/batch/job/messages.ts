/** Findings about a job file: what is wrong and what to write instead. The place is rendered in front. */
export const JOB_MESSAGES = {
  // The strict text of the file, as in rule files.
  'job.yaml': {
    zh: '这里不是合乎规定的 YAML{what?：{what:yaml}}{found?：“{found}”}。请改正后再读。',
    en: 'This is not valid YAML here{what?: {what:yaml}}{found?: "{found}"}. Correct it and read the file again.',
  },
  'job.bom': {
    zh: '文件开头有一个看不见的字节顺序标记。请以“UTF-8（无 BOM）”保存。',
    en: 'The file begins with an invisible byte-order mark. Save it as UTF-8 without BOM.',
  },
  'job.tab': {
    zh: '文件里有制表符，会让人看错层级。请改用空格；分隔符是制表符时写 delimiter: tab。',
    en: 'There is a tab; levels could be misread. Use spaces; for a tab as delimiter write "delimiter: tab".',
  },
  'job.character': {
    zh: '文件里有看不见的控制字符 {found}。请删去。',
    en: 'There is an invisible control character, {found}. Remove it.',
  },
  'job.notNfc': {
    zh: '文件里有未按统一码 NFC 形式书写的字，看上去相同的列名会对不上。请转换为 NFC 后保存。',
    en: 'Some text is not in Unicode form NFC, so equal-looking column names would not be found. Convert the file to NFC.',
  },
  'job.alias': {
    zh: '任务文件里不使用锚点（&）、别名（*）和合并键（<<）。几个文件的列相同时，请写在同一个来源的 files 下。',
    en: 'Anchors (&), aliases (*) and merge keys (<<) are not used in job files. Files with the same columns stand under "files" of one source.',
  },
  'job.tag': {
    zh: '任务文件里不使用以“!”开头的类型标签。如果文字以“!”开头，请加引号。',
    en: 'Tags, which begin with "!", are not used in job files. If text begins with "!", quote it.',
  },
  'job.duplicateKey': {
    zh: '同一级里这个键写了两次，无法知道哪一个算数。请只留一个。',
    en: 'This key stands twice on one level, and nobody can know which counts. Keep one.',
  },
  'job.emptyValue': {
    zh: '这里{found?的“{found}”}没有值。请写上值，或删去这个键。',
    en: 'There is no value here{found? for "{found}"}. Give a value, or remove the key.',
  },
  'job.quoteFormula': {
    zh: '花括号或方括号里，YAML 在逗号或括号处把文字切断了，只读到“{found}”。请给它加上引号。',
    en: 'Inside { } or [ ] YAML cut the text at a comma or bracket and read only "{found}". Quote it.',
  },
  'job.limit': {
    zh: '{what:limit}超过上限 {most}。请拆分或简化。',
    en: 'Too many {what:limit}: the limit is {most}. Split it or make it simpler.',
  },
  'job.unknownKey': {
    zh: '这里没有“{key}”这个键。{near?是否想写“{near}”？}{known?这里可以写：{known}。}请改正或删去：不认识的键不会被忽略。',
    en: 'There is no key "{key}" here. {near?Did you mean "{near}"? }{known?What can stand here: {known}. }Correct or remove it: unknown keys are never ignored.',
  },
  'job.missingKey': {
    zh: '这里缺少必须有的键“{key}”。请补上。',
    en: 'The key "{key}" is missing here. Add it.',
  },
  'job.kind': {
    zh: '这里应当是{needed:kind}，写的却是{found:kind}。',
    en: 'This should be {needed:kind}, not {found:kind}.',
  },
  'job.notOneOf': {
    zh: '“{option}”不在可选的范围内（{options}）。{near?是否想写“{near}”？}',
    en: '"{option}" is none of: {options}. {near?Did you mean "{near}"?}',
  },
  'job.number': { zh: '“{found}”不是这里能用的整数。', en: '"{found}" is no whole number that fits here.' },
  'job.date': {
    zh: '日期写成“年-月-日”，例如 2025-10-10；这里是“{found}”。',
    en: 'A date is written year-month-day, such as 2025-10-10; here it is "{found}".',
  },
  'job.id': {
    zh: '“{found}”不能作标识：只用小写英文字母、数字和下划线，以字母开头。',
    en: '"{found}" cannot be an id: lower-case letters, digits and underscores, beginning with a letter.',
  },
  'job.period': {
    zh: '学期写成 2025-autumn 或 2026-spring 的样子；这里是“{found}”。',
    en: 'A period is written as 2025-autumn or 2026-spring; here it is "{found}".',
  },
  'job.count': {
    zh: '“{found}”的项数或长度不对{least?，至少 {least}}{most?，至多 {most}}。',
    en: '"{found}" has the wrong number of items or characters{least?, at least {least}}{most?, at most {most}}.',
  },

  // What a job says.
  'job.fileOrFiles': {
    zh: '每个来源要写 file（一个文件）或 files（几个文件），二者只写一个。',
    en: 'A source has either "file" (one) or "files" (several), not both and not neither.',
  },
  'job.noDate': { zh: '日历上没有“{found}”这一天。', en: 'The calendar has no day {found}.' },
  'job.listAfterKnownAt': {
    zh: '名单日期 {found} 晚于本次认定所知的截止日 {knownAt}。请核对日期，或推迟 known_at。',
    en: 'The list is dated {found}, after {knownAt}, up to which this run knows. Check the date, or move known_at.',
  },
  'job.ages': {
    zh: '学龄写反了：最小 {youngest} 岁，最大 {oldest} 岁。',
    en: 'The school ages are the wrong way round: {youngest} to {oldest}.',
  },
  'job.fromRow': {
    zh: '数据从第 {from} 行起，列名却在第 {header} 行；数据应在列名之下。',
    en: 'Data begins in row {from}, but the header is in row {header}; data stands below it.',
  },
  'job.twoShapes': {
    zh: '一行一人用 columns，一行一户用 holder、members、packed；两种写法不能同时用。',
    en: 'One person per row is "columns"; one household per row is "holder", "members", "packed". Not both.',
  },
  'job.noPerson': {
    zh: '名单里没有说明哪一列是人：请写姓名、证件号或学籍号所在的列。',
    en: 'Nothing says which columns hold the person: name, id or student_number.',
  },
  'job.unknownList': {
    zh: '规则文件里没有名单“{found}”。{near?是否想写“{near}”？}已有：{known}。',
    en: 'The rule file has no list "{found}". {near?Did you mean "{near}"? }It has: {known}.',
  },
  'job.unknownFact': {
    zh: '规则文件里没有事实“{found}”。{near?是否想写“{near}”？}已有：{known}。',
    en: 'The rule file has no fact "{found}". {near?Did you mean "{near}"? }It has: {known}.',
  },
  'job.enrolmentFact': {
    zh: '“{fact}”来自就读信息，请写在 roster 的 columns 里，不要写在 facts 里。',
    en: '"{fact}" comes from the enrolment: map it in "columns" of the roster, not in "facts".',
  },
  'job.peopleFact': {
    zh: '“{fact}”是人员名单，不能从一列里读出来。请删去这一列；在批量认定中它按“未知”处理。',
    en: '"{fact}" is a list of people and cannot be read from a column. Remove it; in a run it counts as not known.',
  },
  'job.factByRole': {
    zh: '“{fact}”只能由规定的人员认定（{roles}）并留下记录，不能直接从表里取。请改写进 decisions 的来源里。',
    en: '"{fact}" can only be stated by those whom the rules name ({roles}), on record, and not by a column. Put it into a source of decisions.',
  },
  'job.notNone': {
    zh: '规则文件没有说“{fact}”可以是“无”，因此不能写 none。表示“不知道”的写法请放在 unknown 里。',
    en: 'The rule file does not say that "{fact}" may be none, so none cannot stand here. Words for "not known" go into unknown.',
  },
  'job.columnKey': {
    zh: '“{key}”不适用于“{fact}”：date 只用于日期，separator 只用于可有多项的事实，times 和 plausible 只用于数。请删去。',
    en: '"{key}" does not fit "{fact}": date is for dates only, separator for facts that can have several options, times and plausible for numbers. Remove it.',
  },
  'job.datePattern': {
    zh: '“{found}”不是日期的写法。请用 YYYY、MM 或 M、DD 或 D 各写一次，例如 YYYY-MM-DD、YYYY/M/D、YYYY年M月D日、YYYYMMDD；M 和 D 后面要有分隔的字（在最后的除外）。valid 里也可以只写到月，例如 YYYY-MM。',
    en: '"{found}" is no way of writing dates. Use YYYY, MM or M, and DD or D once each, such as YYYY-MM-DD, YYYY/M/D or YYYYMMDD; a sign must follow M and D, unless they come last. Under "valid" a month alone will do, such as YYYY-MM.',
  },
  'job.band': {
    zh: '合理范围写反了：先写小的，再写大的。',
    en: 'The plausible values are the wrong way round: the smaller first.',
  },
  'job.sha256': {
    zh: '“{found}”不是 SHA-256 摘要：应为 64 位小写十六进制数字。',
    en: '"{found}" is no SHA-256 digest: 64 hexadecimal digits in lower case.',
  },
  'job.validity': {
    zh: 'valid 里至少写 from（起）和 until（止）之一。',
    en: '"valid" needs "from", "until" or both.',
  },
  'job.comparisonCategory': {
    zh: '名单“{list}”有几个类别（{known}）。请改用类别标识作键，或在 columns 里写 category 和它的 values。',
    en: 'The list "{list}" gives several categories ({known}). Name the category instead of the list, or give "category" with its values in "columns".',
  },
  'job.unknownAttribute': {
    zh: '规则文件的这份名单没有属性“{found}”。{near?是否想写“{near}”？}已有：{known}。',
    en: 'This list of the rule file has no attribute "{found}". {near?Did you mean "{near}"? }It has: {known}.',
  },
  'job.unknownOption': {
    zh: '“{found}”不是规则文件认得的取值。{near?是否想写“{near}”？}{known?可用：{known}。}',
    en: '"{found}" is no value that the rule file knows. {near?Did you mean "{near}"? }{known?It knows: {known}.}',
  },
  'job.attributeTwice': {
    zh: '属性“{attribute}”既写在 attributes 里又写在 fixed 里。请只留一处。',
    en: 'The attribute "{attribute}" stands in both "attributes" and "fixed". Keep one.',
  },

  // What a job says against what the files are.
  'job.rulesMissing': { zh: '找不到规则文件 {file}。', en: 'The rule file {file} is not there.' },
  'job.missingFile': {
    zh: '找不到文件 {file}。请放到任务文件所指的位置；如果确实没有，请从任务文件中删去，相关类别会按“未知”处理。',
    en: 'The file {file} is not there. Put it where the job says; if there is none, take it out of the job, and its categories count as not known.',
  },
  'job.sameContent': {
    zh: '文件 {file} 与 {other} 内容完全相同，却在同一处读两次。请核对是否放错了文件。',
    en: 'The files {file} and {other} have the same content and are read twice for the same purpose. Is one of them the wrong file?',
  },
  'job.unknownSheet': {
    zh: '文件 {file} 里没有工作表“{sheet}”。已有：{sheets}。',
    en: 'The file {file} has no sheet "{sheet}". It has: {sheets}.',
  },
  'job.sheetChoice': {
    zh: '文件 {file} 不止一张有内容的工作表（{sheets}）。请用 sheet 写明读哪几张，其余写在 other_sheets。',
    en: 'The file {file} has not exactly one sheet with content ({sheets}). Say with "sheet" which to read, and name the rest in "other_sheets".',
  },
  'job.sheetNotRead': {
    zh: '文件 {file} 的工作表“{sheet}”有 {rows} 行没有读。里面可能有人；没有的话，请写进 other_sheets。',
    en: 'Sheet "{sheet}" of {file} has {rows} rows that were not read. Somebody may be on it; if not, name it in "other_sheets".',
  },
  'job.headerIsData': {
    zh: '文件 {file}{sheet?的工作表“{sheet}”}第 {row} 行应当是列名，里面却有号码。请核对 header；没有列名行的文件，请先补上列名。',
    en: 'Row {row} of {file}{sheet?, sheet "{sheet}",} should hold column names and holds numbers of people. Check "header"; a file without column names needs them first.',
  },
  'job.rowsUneven': {
    zh: '文件 {file}{sheet?的工作表“{sheet}”}列名有 {width} 列，{rows} 行里却有 {uneven} 行列数不同，不是个别行的差错。请核对 header 和 delimiter；如果导出程序只是省去了行末的空格子，请写 short_rows: blank。',
    en: 'In {file}{sheet?, sheet "{sheet}",} {uneven} of {rows} rows do not have the {width} columns of the header, which is no mistake in single rows. Check "header" and "delimiter"; if the exporter only leaves out blank cells at the end, say "short_rows: blank".',
  },
  'job.truncated': {
    zh: '文件 {file} 的最后一行（第 {row} 行）不完整，又没有换行，可能被截断，后面还有多少人不得而知。请重新传送；确认完整的，请写上交接时给出的 sha256。',
    en: 'The last row of {file} (row {row}) is short and has no line end: the file may be cut off, and nobody knows how many people are missing. Transfer it again; if it is whole, state the "sha256" that came with it.',
  },
  'job.otherDigest': {
    zh: '文件 {file} 的摘要与写明的 sha256 不同：不是同一个文件，或传送中有改动。请重新取得。',
    en: 'The digest of {file} is not the "sha256" that the job states: it is another file, or was changed on the way. Get it again.',
  },
  'job.rosterAsList': {
    zh: '文件 {file}{sheet?的工作表“{sheet}”}像是学生花名册，却写在名单里：那样全体学生都会算在名单上。请核对文件；确是名单的，请把“{header}”列写进 columns 的 school 或 exclude。',
    en: 'The file {file}{sheet?, sheet "{sheet}",} looks like a roster of students and is given as a list: everybody would be on it. Check the file; if it is a list, name its column "{header}" as "school" or in "exclude".',
  },
  'job.columnUnit': {
    zh: '文件 {file}{sheet?的工作表“{sheet}”}“{header}”列的列名写明以“{unit}”计，“{fact}”的单位却是 {needed}。请写 times（换算的倍数），或换一列。',
    en: 'The name of column "{header}" of {file}{sheet?, sheet "{sheet}",} says {unit}, and "{fact}" is in {needed}. Give "times", by which its numbers are multiplied, or another column.',
  },
  'job.columnTooSmall': {
    zh: '文件 {file}{sheet?的工作表“{sheet}”}“{header}”列有 {count} 个数（零不计），其中 {beyond} 个小于写明的合理范围（{least} 至 {most}），单位可能不对（如万元与元），整列不采用。请核对；单位不同的请写 times。',
    en: 'Of {count} numbers other than zero in column "{header}" of {file}{sheet?, sheet "{sheet}",} {beyond} are below what the job calls plausible ({least} to {most}). The unit may be another, so the column was refused. Check it; for another unit give "times".',
  },
  'job.columnTooLarge': {
    zh: '文件 {file}{sheet?的工作表“{sheet}”}“{header}”列有 {count} 个数（零不计），其中 {beyond} 个大于写明的合理范围（{least} 至 {most}），单位可能不对（如元与万元），整列不采用。请核对；单位不同的请写 times。',
    en: 'Of {count} numbers other than zero in column "{header}" of {file}{sheet?, sheet "{sheet}",} {beyond} are above what the job calls plausible ({least} to {most}). The unit may be another, so the column was refused. Check it; for another unit give "times".',
  },
  'job.headerRow': {
    zh: '文件 {file}{sheet?的工作表“{sheet}”}第 {row} 行不是列名行（共 {rows} 行）。请核对 header。',
    en: 'Row {row} of {file}{sheet?, sheet "{sheet}",} holds no column names ({rows} rows in all). Check "header".',
  },
  'job.unknownColumn': {
    zh: '文件 {file}{sheet?的工作表“{sheet}”}里没有“{header}”列。读到的列名：{headers}。',
    en: 'The file {file}{sheet?, sheet "{sheet}",} has no column "{header}". Its columns: {headers}.',
  },
  'job.columnTwice': {
    zh: '文件 {file}{sheet?的工作表“{sheet}”}里有几列都叫“{header}”。请用列号指明：{letters}。',
    en: 'Several columns of {file}{sheet?, sheet "{sheet}",} are called "{header}". Say which by its letter: {letters}.',
  },
  'job.idColumnUnread': {
    zh: '文件 {file}{sheet?的工作表“{sheet}”}的“{header}”列像是证件号，任务里却没有提到。是名单上的人就写进 columns 或 members；照料人、监护人等写进 exclude。',
    en: 'Column "{header}" of {file}{sheet?, sheet "{sheet}",} looks like identity numbers, and the job does not mention it. People of the list go to "columns" or "members", carers and guardians to "exclude".',
  },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
