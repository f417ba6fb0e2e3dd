/**
 * How much of a file is read before it is refused with `read.limit`. A table of a whole city stays far below;
 * what goes beyond is an accident or an attack.
 */
export const READ_LIMITS = {
  /** The file itself. */
  fileBytes: 100 * 1024 * 1024,
  /** Columns of a sheet or of a text record. */
  columns: 10_000,
  /** Characters of one cell of a text file; a workbook's own limit is 32,767. */
  cellCharacters: 1_000_000,
  /** Cells of a sheet, gaps inside a row included. */
  cells: 50_000_000,
  /** Blank rows above the last row of a sheet that holds anything. */
  blankRows: 200_000,
  /** Cells that the merged ranges of a sheet may fill. */
  mergedCells: 1_000_000,
  /** Members of a zip archive. */
  zipEntries: 10_000,
  /** All members together after inflating, declared and real. */
  zipBytes: 1024 * 1024 * 1024,
  /** One member after inflating: an XML part must fit into one string. */
  zipEntryBytes: 400 * 1024 * 1024,
  /** How many times larger a member may become; members below `zipRatioFrom` bytes are left alone. */
  zipRatio: 300,
  zipRatioFrom: 1024 * 1024,
  /** Rows with a quote inside an unquoted field before the whole file is refused. */
  quoteRows: 1_000,
} as const;

export type ReadLimit = Exclude<keyof typeof READ_LIMITS, 'zipRatioFrom' | 'quoteRows'>;

/** The value `what` of `read.limit`, in words. */
export const READ_LIMIT_WORDS: Readonly<Record<ReadLimit, { readonly zh: string; readonly en: string }>> = {
  fileBytes: { zh: '文件字节数', en: 'bytes of the file' },
  columns: { zh: '列数', en: 'columns' },
  cellCharacters: { zh: '单元格字数', en: 'characters of a cell' },
  cells: { zh: '单元格数', en: 'cells' },
  blankRows: { zh: '空行数', en: 'blank rows' },
  mergedCells: { zh: '合并区域的单元格数', en: 'cells of merged ranges' },
  zipEntries: { zh: '压缩包内的文件数', en: 'members of the archive' },
  zipBytes: { zh: '解压后的总字节数', en: 'bytes after unpacking' },
  zipEntryBytes: { zh: '单个文件解压后的字节数', en: 'bytes of one member after unpacking' },
  zipRatio: { zh: '压缩倍数', en: 'ratio of compression' },
};
