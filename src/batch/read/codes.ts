/**
 * Every issue of the table readers, as sentences. Words in braces are the issue's `values`; the place is rendered
 * in front by whoever prints it.
 */
export const READ_MESSAGES = {
  // Refusals: the file gives no table.
  'read.empty': { zh: '文件里没有内容。', en: 'The file holds nothing.' },
  'read.limit': {
    zh: '超出读取上限（{what}：最多 {most}）。请检查文件是否完整、是否导出了多余的内容。',
    en: 'Beyond the reading limit ({what}: at most {most}). Check that the file is what it should be.',
  },
  'read.notATable': {
    zh: '这是 {format} 文件，不是表格。请提供 xlsx、xls、csv 或制表符分隔的文本。',
    en: 'This is a {format} file, not a table. Give xlsx, xls, csv or tab-separated text.',
  },
  'read.unsupportedFormat': {
    zh: '不支持 {format} 格式。请用 Excel 或 WPS 打开，另存为 .xlsx 后再提供。',
    en: 'The format {format} is not read. Open it in a spreadsheet program and save it as .xlsx.',
  },
  'read.encrypted': {
    zh: '文件设有打开密码。请先取消密码，另存后再提供。',
    en: 'The file is protected by a password. Remove the password and save it again.',
  },
  'read.encodingAmbiguous': {
    zh: '无法确定文字编码：按 UTF-8 和 GB18030 都能读通，表头又不在已知之列。请在任务文件中写明 encoding。',
    en: 'The encoding is not certain: the bytes are valid as UTF-8 and as GB18030 and no header name is known. State the encoding.',
  },
  'read.encodingContradictsBom': {
    zh: '写明的编码是 {stated}，文件开头的标记却是 {found}。',
    en: 'The encoding is stated as {stated}, but the byte-order mark says {found}.',
  },
  'read.badByte': {
    zh: '第 {line} 行有不属于 {encoding} 的字节，共有 {count} 行如此。文件可能由两种编码拼成或已损坏，请重新导出。',
    en: 'Line {line} has bytes that are not {encoding}; {count} line(s) do. The file may be pasted together or damaged: export it again.',
  },
  'read.truncatedCharacter': {
    zh: '文件在一个字的中间断开（{encoding}），内容不完整。请重新传送。',
    en: 'The file ends in the middle of a character ({encoding}): it is incomplete. Transfer it again.',
  },
  'read.utf16NoBom': {
    zh: '看来是没有标记的 UTF-16 文本。请另存为 UTF-8，或在任务文件中写明 encoding: utf-16le。',
    en: 'This looks like UTF-16 without a byte-order mark. Save it as UTF-8, or state the encoding as utf-16le.',
  },
  'read.nul': {
    zh: '第 {line} 行含有空字节，不是文本表格，或已损坏。',
    en: 'Line {line} holds a NUL byte: this is no text table, or it is damaged.',
  },
  'read.loneSurrogate': {
    zh: '有半个字符（不成对的代理码），无法写出。请改正该单元格。',
    en: 'Half a character (a lone surrogate) that cannot be written out. Correct the cell.',
  },
  'read.delimiterAmbiguous': {
    zh: '无法确定分隔符。请在任务文件中写明 delimiter。',
    en: 'The delimiter is not certain. State it.',
  },
  'read.quoteUnclosed': {
    zh: '从这里开始的引号到文件末尾都没有闭合，其后的行无法分辨。',
    en: 'A quote opened here is never closed; the rows after it cannot be told apart.',
  },
  'read.quotesBroken': {
    zh: '{count} 行的引号用法有误，超过 {most} 行，整个文件不可信。请重新导出。',
    en: '{count} rows have misplaced quotes, more than {most}: the file cannot be trusted. Export it again.',
  },
  'read.csvUnreadable': { zh: '文本表格无法读取。', en: 'The text table cannot be read.' },
  'read.zipDamaged': {
    zh: '压缩包已损坏或不完整（{part}）。请重新传送。',
    en: 'The archive is damaged or incomplete ({part}). Transfer it again.',
  },
  'read.zipPath': {
    zh: '压缩包内有指向包外的文件名，已拒绝。',
    en: 'The archive holds a name that points outside it; refused.',
  },
  'read.zipDuplicate': {
    zh: '压缩包内有重名的文件，无法确定用哪一个。',
    en: 'The archive holds two members of one name; which one counts is not certain.',
  },
  'read.doctype': {
    zh: '工作簿内部（{part}）含有 DOCTYPE 声明，已拒绝。',
    en: 'A part of the workbook ({part}) has a DOCTYPE; refused.',
  },
  'read.xlsxUnreadable': {
    zh: 'xlsx 内部结构有误（{part}），无法读取。请用 Excel 或 WPS 打开并另存。',
    en: 'The xlsx is not well formed ({part}) and cannot be read. Open it in a spreadsheet program and save it again.',
  },
  'read.xlsUnreadable': {
    zh: 'xls 内部结构有误（{part}），无法读取。请用 Excel 或 WPS 打开并另存为 .xlsx。',
    en: 'The xls is not well formed ({part}) and cannot be read. Open it in a spreadsheet program and save it as .xlsx.',
  },
  'read.cellTwice': {
    zh: '同一个单元格在文件中出现两次，无法确定用哪一个。',
    en: 'The file holds one cell twice; which one counts is not certain.',
  },
  'read.noSheet': { zh: '工作簿里没有工作表。', en: 'The workbook has no worksheet.' },
  'read.htmlNoTable': { zh: '网页里没有表格。', en: 'The page holds no table.' },
  'read.htmlUnclosed': {
    zh: '网页表格没有结束，文件不完整。请重新导出。',
    en: 'The table of the page never ends: the file is incomplete. Export it again.',
  },
  'read.htmlNested': {
    zh: '网页表格里又有表格，无法确定行列。请另存为 .xlsx。',
    en: 'A table inside a table: rows and columns are not certain. Save it as .xlsx.',
  },
  'read.htmlUnreadable': { zh: '网页表格无法读取。', en: 'The page cannot be read.' },

  // Warnings: the table is given, a person should look.
  'read.quoteInField': {
    zh: '引号出现在字段中间，这一行照原样保留，请核对。',
    en: 'A quote stands in the middle of a field; the row is kept as it is, check it.',
  },
  'read.shortRows': {
    zh: '{count} 行的列数少于表头的 {width} 列，第一处在第 {row} 行。',
    en: '{count} row(s) have fewer than the {width} columns of the table, the first in row {row}.',
  },
  'read.longRows': {
    zh: '{count} 行的列数多于表头的 {width} 列，第一处在第 {row} 行。',
    en: '{count} row(s) have more than the {width} columns of the table, the first in row {row}.',
  },
  'read.perhapsTruncated': {
    zh: '最后一行不完整，又没有换行，文件可能被截断。',
    en: 'The last row is short and has no line end: the file may be cut off.',
  },
  'read.replacementCharacter': {
    zh: '{count} 个单元格含有“�”，原字在更早的转换中已经丢失，第一处在第 {row} 行。',
    en: '{count} cell(s) hold U+FFFD: the character was lost before, the first in row {row}.',
  },
  'read.privateUse': {
    zh: '{count} 个单元格含有自造字（私用区编码），多为生僻字姓名，第一处在第 {row} 行。',
    en: '{count} cell(s) hold private-use characters, mostly rare characters of names, the first in row {row}.',
  },
  'read.invisibleCharacters': {
    zh: '{count} 个单元格含有看不见的字符（零宽或方向控制），第一处在第 {row} 行。',
    en: '{count} cell(s) hold invisible characters (zero width or direction), the first in row {row}.',
  },
  'read.controlCharacters': {
    zh: '{count} 个单元格含有控制字符，第一处在第 {row} 行。',
    en: '{count} cell(s) hold control characters, the first in row {row}.',
  },
  'read.euroSign': {
    zh: '{count} 个单元格含有“€”，GB18030 文件中多为损坏的字节 80，第一处在第 {row} 行。',
    en: '{count} cell(s) hold “€”, in GB18030 mostly a damaged byte 80, the first in row {row}.',
  },
  'read.longNumbers': {
    zh: '整列有 {count} 个超过 15 位的号码存成了数字，末几位已不可信，不能当作证件号使用。请把该列设为文本后重新导出。',
    en: '{count} cell(s) of the column hold numbers of more than 15 digits: the last digits are lost and they are no identifiers. Export the column as text.',
  },
  'read.errorCells': {
    zh: '{count} 个单元格是错误值（如 #N/A），第一处在第 {row} 行。',
    en: '{count} cell(s) hold an error (such as #N/A), the first in row {row}.',
  },
  'read.mergedValueHidden': {
    zh: '{count} 个单元格被合并区域盖住但自身有内容，已保留原内容。',
    en: '{count} cell(s) under a merged range hold something of their own; it is kept.',
  },

  // Notes: what was found and how it was read.
  'read.extension': {
    zh: '扩展名与内容不符：内容是 {format}，已按内容读取。',
    en: 'The extension does not fit: the content is {format} and was read as such.',
  },
  'read.bom': {
    zh: '文件开头有 {encoding} 标记。',
    en: 'The file starts with the byte-order mark of {encoding}.',
  },
  'read.mixedLineEnds': {
    zh: '换行方式不统一，已一律作为换行。',
    en: 'Line ends are mixed; each was taken as a line end.',
  },
  'read.excelText': {
    zh: '{count} 个单元格写成 ="…" 的形式，已取引号内的文字。',
    en: '{count} cell(s) are written as ="…"; the text inside was taken.',
  },
  'read.quotedLineBreaks': {
    zh: '{count} 个单元格内有换行，因此行号与文本行数不同。',
    en: '{count} cell(s) hold line breaks, so row numbers differ from text lines.',
  },
  'read.trailingBlankRows': {
    zh: '末尾有 {count} 个空行，未计入。',
    en: '{count} blank row(s) at the end, not counted.',
  },
  'read.hiddenRows': {
    zh: '{count} 行处于隐藏状态，照常读取。',
    en: '{count} hidden row(s), read like the others.',
  },
  'read.hiddenColumns': {
    zh: '{count} 列处于隐藏状态（{letters}），照常读取。',
    en: '{count} hidden column(s) ({letters}), read like the others.',
  },
  'read.hiddenSheet': { zh: '这张工作表处于隐藏状态。', en: 'This sheet is hidden.' },
  'read.sheetSkipped': {
    zh: '“{kind}”类型的工作表不是表格，未读取。',
    en: 'A sheet of the kind “{kind}” is no table and was not read.',
  },
  'read.filter': {
    zh: '工作表设有筛选，所有行照常读取。',
    en: 'The sheet has a filter; all rows were read.',
  },
  'read.mergedFilled': {
    zh: '{ranges} 个合并区域，已把左上角的内容填入 {cells} 个单元格。',
    en: '{ranges} merged range(s); the top-left value was filled into {cells} cell(s).',
  },
  'read.formulaCells': {
    zh: '{count} 个单元格是公式，取的是保存时的结果。',
    en: '{count} cell(s) are formulas; the stored result was taken.',
  },
  'read.timeOfDay': {
    zh: '{count} 个日期带有时刻，只取日期。',
    en: '{count} date(s) carry a time of day; only the day was taken.',
  },
  'read.macros': { zh: '工作簿含有宏，未执行。', en: 'The workbook holds macros; they were not run.' },
  'read.externalLinks': {
    zh: '工作簿链接到别的文件，未打开。',
    en: 'The workbook links to other files; they were not opened.',
  },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

export type ReadCode = keyof typeof READ_MESSAGES;
