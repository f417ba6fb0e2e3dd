import { parse } from 'csv-parse/sync';
import type { RunEnd } from '../../../src/batch/index.js';

/** Rows of a form by its headers, read by a reader that knows nothing of forms; the lines above the header come apart. */
export function formRows(text: string): {
  readonly above: readonly (readonly string[])[];
  readonly rows: readonly Record<string, string>[];
} {
  const records = parse(text, { bom: true, relax_column_count: true }) as unknown as string[][];
  const at = records.findIndex((record) => record.some((cell) => /^核对码|^Key \(/.test(cell)));
  const header = records[at] ?? [];
  return {
    above: records.slice(0, at),
    rows: records
      .slice(at + 1)
      .map((record) => Object.fromEntries(header.map((name, i) => [name, record[i] ?? '']))),
  };
}

/** The text of a file of a run. */
export function textOf(end: RunEnd, path: string): string {
  const bytes = end.run?.files.find((file) => file.path === path)?.bytes;
  if (bytes === undefined) throw new Error(`no ${path}: ${JSON.stringify(end.issues)}`);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** The questions of a run's worklist. */
export const questions = (end: RunEnd): readonly Record<string, string>[] =>
  formRows(textOf(end, 'worklist.csv')).rows;

export type Filled = Readonly<Record<string, string>>;

/** The form of a run with answers written into the rows that `fill` gives something for. */
export function filledCsv(
  end: RunEnd,
  fill: (row: Record<string, string>) => Filled | null,
  path = 'worklist.csv',
): string {
  const records = parse(textOf(end, path), { bom: true, relax_column_count: true }) as unknown as string[][];
  const at = records.findIndex((record) => record.some((cell) => /^核对码|^Key \(/.test(cell)));
  const header = records[at] ?? [];
  const written = records.map((record, i) => {
    if (i <= at) return record;
    const answer = fill(Object.fromEntries(header.map((name, c) => [name, record[c] ?? ''])));
    for (const name of Object.keys(answer ?? {}))
      if (!header.includes(name)) throw new Error(`no column ${name}`);
    return record.map((cell, c) => answer?.[header[c] ?? ''] ?? cell);
  });
  return written
    .map((record) => record.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\r\n');
}

export const WHO: Filled = { 决定人: '东区资助中心', 日期: '2025-10-12', 理由: '查户口簿' };
