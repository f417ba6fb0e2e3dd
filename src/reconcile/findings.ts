import {
  compareText,
  HARMLESS_ID_FINDINGS,
  HARMLESS_NUMBER_FINDINGS,
  type IdentifierFinding,
  type IdFinding,
  type SourceRef,
  type StudentNumberFinding,
} from '../roster/index.js';
import type { Issue, Place, Severity } from '../value/index.js';

/** Findings after which the identifier is the same; all others mean that somebody should look. */
const HARMLESS: ReadonlySet<string> = new Set([
  ...HARMLESS_ID_FINDINGS,
  ...HARMLESS_NUMBER_FINDINGS,
  'id.label',
  'id.separator',
  'id.lowerCase',
  'id.zeroLookalike',
  'id.oneLookalike',
  'id.residencePermit',
  'id.travelDocument',
] satisfies (IdFinding | StudentNumberFinding | IdentifierFinding)[]);

/** What is odd about a division code makes no ID wrong. It stands beside the entry and is nothing to work on. */
const OF_DIVISIONS: ReadonlySet<string> = new Set([
  'id.divisionUnknown',
  'id.divisionNotInForce',
] satisfies IdentifierFinding[]);

export const placeOf = (source: SourceRef): Place =>
  source.sheet === undefined
    ? { file: source.file, row: source.row }
    : { file: source.file, sheet: source.sheet, row: source.row };

/**
 * One issue per list, file and finding, with the number of cells and the first row: a column stored as numbers
 * must be one loud line, not a thousand. `rows` are in the order of their places.
 */
export function findingIssues(
  rows: Iterable<{ readonly source: SourceRef; readonly findings: readonly string[] }>,
): Issue[] {
  const found = new Map<string, { readonly code: string; readonly first: SourceRef; count: number }>();
  for (const { source, findings } of rows) {
    for (const code of findings) {
      if (OF_DIVISIONS.has(code)) continue;
      const key = JSON.stringify([source.list ?? '', source.file, code]);
      const known = found.get(key);
      if (known === undefined) found.set(key, { code, first: source, count: 1 });
      else known.count += 1;
    }
  }
  return [...found.values()].map(({ code, first, count }): Issue => {
    const severity: Severity = HARMLESS.has(code) ? 'note' : 'warning';
    const values: Issue['values'] = first.list === undefined ? { count } : { count, list: first.list };
    return { code, severity, place: placeOf(first), values };
  });
}

/** Issues in one order whatever the order of the input: by place, then code, then values. */
export function sortIssues(issues: readonly Issue[]): Issue[] {
  const key = (issue: Issue): string => JSON.stringify(Object.entries(issue.values).sort());
  return [...issues].sort(
    (a, b) =>
      compareText(a.place?.file ?? '', b.place?.file ?? '') ||
      compareText(a.place?.sheet ?? '', b.place?.sheet ?? '') ||
      (a.place?.row ?? 0) - (b.place?.row ?? 0) ||
      compareText(a.code, b.code) ||
      compareText(key(a), key(b)),
  );
}
