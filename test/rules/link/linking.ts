import type { RuleDocument, RuleSet } from '../../../src/rules/index.js';
import { readRules } from '../../../src/rules/index.js';
import { link } from '../../../src/rules/link/index.js';
import type { Exact } from '../../../src/value/index.js';
import { formatExact } from '../../../src/value/index.js';

/** A small rule file: a header and some blocks. What a test leaves out is filled in so that something is decided. */
export function fileOf(blocks: string): string {
  const has = (block: string): boolean => new RegExp(`^${block}:`, 'm').test(blocks);
  const header = [
    'format: 1',
    'scheme: xx-sample',
    'edition: 2025',
    'title: 样例',
    'standing: illustrative',
    'status: draft',
    'published: 2025-08-01',
    ...(has('effective') ? [] : ['effective: { from: 2025-09-01, until: 2026-08-31 }']),
  ];
  const decides = has('tiers') || has('programmes') || has('outputs');
  const ends = decides ? [] : ['outputs: [decided]'];
  const text = [...header, ...ends, blocks].join('\n');
  if (decides) return text;
  return has('figures')
    ? text.replace(/^figures:(?: \{|$)/m, (open) =>
        open.endsWith('{') ? `${open} decided: 1,` : `${open}\n  decided: 1`,
      )
    : `${text}\nfigures: { decided: 1 }`;
}

/** The rule set of some blocks, which must be without a finding. */
export function rulesOf(blocks: string): RuleSet {
  const read = readRules(fileOf(blocks));
  if (!read.ok)
    throw new Error(
      read.issues
        .map(({ code, place, values }) => `${code} ${place?.path} ${JSON.stringify(values)}`)
        .join('\n'),
    );
  return read.value;
}

/** What is refused: the code, where in the file, and what the sentence says. */
export function refusedOf(
  blocks: string,
): readonly (readonly [code: string, path: string, values: Readonly<Record<string, string | number>>])[] {
  const read = readRules(fileOf(blocks));
  return read.issues.map(({ code, place, values }) => [code, place?.path ?? '', values]);
}

/** What linking refuses in a canonical document, which no schema has seen: codes, paths in its long form, and what is said. */
export function refusedDocument(
  document: RuleDocument,
): readonly (readonly [
  code: string,
  path: readonly (string | number)[],
  values: Readonly<Record<string, string | number>>,
])[] {
  const linked = link(document);
  return linked.ok ? [] : linked.issues.map(({ issue, path }) => [issue.code, path, issue.values]);
}

export const find = <T extends { readonly id: string }>(list: readonly T[], id: string): T => {
  const found = list.find((one) => one.id === id);
  if (found === undefined) throw new Error(`there is no ${id}`);
  return found;
};

export const text = (x: Exact | 'unknown' | undefined): string | undefined =>
  x === undefined || x === 'unknown' ? x : formatExact(x);
