import { expand } from '../../../src/rules/expand/index.js';
import type { RuleDocument } from '../../../src/rules/index.js';
import { placed, refusedBy } from '../../../src/rules/placed.js';
import { ruleFileSchema } from '../../../src/rules/schema/index.js';
import { readText, unquoted } from '../../../src/rules/text/index.js';
import { error, type Issue } from '../../../src/value/index.js';

// A rule file up to its long form, before any name of it is settled.

export const HEADER = `format: 1
scheme: xx-sample
edition: 2025
title: 样例
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-01
`;

const withoutMarks = (value: unknown): unknown => {
  if (typeof value === 'string') return unquoted(value);
  if (Array.isArray(value)) return value.map(withoutMarks);
  return Object.fromEntries(
    Object.entries(value as Record<string, unknown>).map(([key, inner]) => [key, withoutMarks(inner)]),
  );
};

export interface Written {
  readonly issues: readonly Issue[];
  readonly document: RuleDocument | null;
}

/** A whole file; `files` are the CSV files beside it. */
export function writtenFile(text: string, files: Readonly<Record<string, string>> = {}): Written {
  const read = readText(text);
  if (!read.ok) return { issues: read.issues, document: null };
  const tree = read.value;
  const parsed = ruleFileSchema().safeParse(tree.root);
  if (!parsed.success) return { issues: refusedBy(tree, parsed.error.issues), document: null };
  const refused: Parameters<typeof placed>[0][number][] = [];
  const document = expand(withoutMarks(tree.root) as Record<string, unknown>, {
    formula: (formula) => formula,
    file: (name) => files[name],
    refuse: (code, path, values) =>
      refused.push({ issue: error(code, values), path, position: tree.value(path) }),
  });
  return { issues: placed(refused), document };
}

/** Some blocks, with a header before them. */
export const written = (blocks: string, files?: Readonly<Record<string, string>>): Written =>
  writtenFile(HEADER + blocks, files);

/** The long form of blocks without a fault. */
export function long(blocks: string, files?: Readonly<Record<string, string>>): RuleDocument {
  const { issues, document } = written(blocks, files);
  if (document === null || issues.length > 0) throw new Error(JSON.stringify(issues));
  return document;
}

/** Each issue as its code, the word that it points at, and its values. */
export function faults(blocks: string, files?: Readonly<Record<string, string>>): readonly unknown[] {
  const lines = (HEADER + blocks).split('\n');
  return written(blocks, files).issues.map(({ code, place, values }) => {
    const line = lines[(place?.line ?? 0) - 1] ?? '';
    const there = [...line].slice((place?.column ?? 0) - 1).join('');
    return [code, /^(?:[^\s,:{}[\]]+|[{[].{0,12})/.exec(there)?.[0] ?? '', values];
  });
}
