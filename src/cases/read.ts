import { placed, type ReadOptions, type readRules, readText, refusedBy } from '../rules/index.js';
import { error, failure, isNonEmpty, type Result, success } from '../value/index.js';
import type { CaseFile } from './case-file.js';
import { Reading } from './reading.js';
import { caseFileSchema } from './schema.js';
import { tableCases } from './table.js';

/**
 * Reads a case file, section 14 of the rule language, with the strict YAML reader of rule files. `files` gives the text
 * of a CSV file beside it, for the rows of a table. Issues are those of {@link readRules} for text and shape, and
 * `cases.empty` (no case), `cases.duplicate` (two cases with one id), `cases.unknownBase`, `cases.unknownPath` (no
 * determination has such a place), `cases.noContext` (neither the case nor the file says the period or the date), and
 * those of {@link tableCases}; each with file, line and column.
 */
export function readCases(text: string, options: Pick<ReadOptions, 'file' | 'files'> = {}): Result<CaseFile> {
  const { file, files = () => undefined } = options;
  const read = readText(text, file);
  if (!read.ok) return read;
  const tree = read.value;
  const parsed = caseFileSchema().safeParse(tree.root);
  if (!parsed.success) {
    const issues = refusedBy(tree, parsed.error.issues, file, caseFileSchema());
    return isNonEmpty(issues) ? { ok: false, issues } : failure(error('rules.yaml', {}));
  }
  const raw = parsed.data;
  const reading = new Reading(tree, raw, file);
  if (raw.cases === undefined && raw.tables === undefined) reading.refuse('cases.empty', {}, []);
  const cases = [
    ...(raw.cases ?? []).map((one, i) => reading.one(one, ['cases', i])),
    ...(raw.tables ?? []).flatMap((table, i) => tableCases(reading, table, ['tables', i], files)),
  ];
  const issues = placed(reading.issues, file);
  if (isNonEmpty(issues)) return { ok: false, issues };
  const { scheme, edition } = raw;
  const unnoticed = raw.unnoticed === undefined ? {} : { unnoticed: reading.unnoticed() };
  const value = { scheme, edition, ...(file === undefined ? {} : { file }), cases, ...unnoticed };
  return success(value, reading.unusedBases());
}
