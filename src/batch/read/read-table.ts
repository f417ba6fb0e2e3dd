import { error, failure, type Result, success } from '../../value/index.js';
import type { Sheet, TableFile } from '../table.js';
import { noteCharacters } from './characters.js';
import type { ReadCode } from './codes.js';
import { Findings, Refused } from './findings.js';
import { readHtml } from './html/index.js';
import { READ_LIMITS } from './limits.js';
import { sniff } from './sniff.js';
import { readText, type TextOptions } from './text/index.js';
import { readXls } from './xls/index.js';
import { readXlsx } from './xlsx/index.js';

/** A file as the caller has it. */
export interface TableInput {
  /** The name that issues and records carry; only its extension is compared with the content, and only for a note. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a job file says about a text file; nothing of it is needed where the file speaks for itself. */
export interface ReadOptions {
  readonly encoding?: 'utf-8' | 'gb18030' | 'utf-16le';
  readonly delimiter?: ',' | ';' | '\t';
  /** Header names of the job file: they help to tell the encoding and the delimiter. */
  readonly knownHeaders?: readonly string[];
}

type Read = Omit<TableFile, 'file' | 'issues'>;

const EXTENSIONS: Readonly<Record<TableFile['format'], readonly string[]>> = {
  csv: ['csv', 'txt'],
  tsv: ['tsv', 'txt', 'tab'],
  xlsx: ['xlsx', 'xlsm'],
  xls: ['xls', 'et'],
  html: ['html', 'htm'],
};

/** Which refusal stands for an exception that was not foreseen, by what was being read. */
const UNFORESEEN: Readonly<Record<'zip' | 'ole' | 'html' | 'text', ReadCode>> = {
  zip: 'read.xlsxUnreadable',
  ole: 'read.xlsUnreadable',
  html: 'read.htmlUnreadable',
  text: 'read.csvUnreadable',
};

type Kind = keyof typeof UNFORESEEN;

function readAs(kind: Kind, bytes: Uint8Array, options: TextOptions, findings: Findings): Read {
  switch (kind) {
    case 'zip':
      return { format: 'xlsx', sheets: readXlsx(bytes, findings) };
    case 'ole':
      return { format: 'xls', sheets: readXls(bytes, findings) };
    case 'html':
      return { format: 'html', ...readHtml(bytes, options, findings) };
    case 'text': {
      const { sheet, ...said } = readText(bytes, options, findings);
      return { ...said, sheets: [sheet] };
    }
  }
}

function noteExtension(name: string, format: TableFile['format'], findings: Findings): void {
  const dot = name.lastIndexOf('.');
  const extension = dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
  if (extension !== '' && !EXTENSIONS[format].includes(extension))
    findings.note('read.extension', { format });
}

const holdsNothing = (sheets: readonly Sheet[]): boolean => sheets.every(({ rows }) => rows.length === 0);

function read(kind: Kind, input: TableInput, options: TextOptions, findings: Findings): TableFile {
  const table = readAs(kind, input.bytes, options, findings);
  if (holdsNothing(table.sheets)) findings.refuse('read.empty');
  noteExtension(input.name, table.format, findings);
  noteCharacters(table.sheets, table.encoding === 'gb18030', findings);
  return { file: input.name, ...table, issues: findings.issues };
}

/**
 * Reads a table file of a department or a school: xlsx, BIFF8 xls, HTML tables, and comma-, semicolon- or
 * tab-separated text in UTF-8, GB18030 or UTF-16LE, told apart by content and never by name. Cells keep what the
 * file has; a cell whose text cannot be trusted says so by its kind. Anything uncertain is refused, not guessed.
 *
 * Never throws, whatever the bytes. The failing side carries one `read.*` error (all of them are in
 * {@link READ_MESSAGES}); on the good side `issues` of the result and of the table are one and the same list.
 */
export async function readTable(input: TableInput, options: ReadOptions = {}): Promise<Result<TableFile>> {
  const findings = new Findings(input.name);
  let kind: Kind = 'text';
  try {
    if (input.bytes.length === 0) findings.refuse('read.empty');
    if (input.bytes.length > READ_LIMITS.fileBytes) findings.limit('fileBytes');
    const content = sniff(input.bytes);
    if (content.kind === 'notATable') findings.refuse('read.notATable', { format: content.format });
    if (content.kind === 'unsupported') findings.refuse('read.unsupportedFormat', { format: content.format });
    kind = content.kind as Kind;
    const table = read(kind, input, options, findings);
    return success(table, table.issues);
  } catch (cause) {
    if (cause instanceof Refused) return failure(cause.issue, ...findings.issues);
    // A defect of ours or of a library on bytes that nobody foresaw: refused by name, and without its words, which
    // could hold a person's data.
    return failure(error(UNFORESEEN[kind], { part: 'unforeseen' }, { file: input.name }), ...findings.issues);
  }
}
