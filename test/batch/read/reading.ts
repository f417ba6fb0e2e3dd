import { expect } from 'vitest';
import { type ReadOptions, readTable } from '../../../src/batch/read/index.js';
import type { TableFile } from '../../../src/batch/table.js';
import type { Issue } from '../../../src/value/index.js';

export { encodeGb18030 as gb } from '../../../fixtures/generator/writers/gb18030.js';

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export function bytesOf(...parts: readonly (string | readonly number[] | Uint8Array)[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...(typeof part === 'string' ? utf8(part) : part)]));
}

/** The table, where the file must be readable. */
export async function table(bytes: Uint8Array, options: ReadOptions = {}, name = 'list'): Promise<TableFile> {
  const result = await readTable({ name, bytes }, options);
  expect(result.ok ? [] : result.issues).toEqual([]);
  if (!result.ok) throw new Error(result.issues[0].code);
  return result.value;
}

/** The one issue that refuses the file. */
export async function refusal(bytes: Uint8Array, options: ReadOptions = {}): Promise<Issue> {
  const result = await readTable({ name: 'list', bytes }, options);
  expect(result.ok).toBe(false);
  const [issue] = result.issues;
  expect(issue?.severity).toBe('error');
  expect(issue?.place?.file).toBe('list');
  return issue!;
}

/** Texts of the first sheet, or of the one that is named. */
export function texts(file: TableFile, sheet = 0): string[][] {
  return file.sheets[sheet]!.rows.map(({ cells }) => cells.map(({ text }) => text));
}

export const codes = (file: TableFile): string[] => file.issues.map(({ code }) => code);

export const issue = (file: TableFile, code: string): Issue | undefined =>
  file.issues.find((one) => one.code === code);
