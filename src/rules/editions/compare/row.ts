import type { Row } from './item.js';

/** One difference between two rows of values. */
export interface RowChange {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved' | 'reordered';
  readonly at: string;
  readonly before?: string;
  readonly after?: string;
}

type Entry = Row['entries'][number];

const listed = (row: readonly Entry[]): string => row.map(({ at }) => at).join('; ');

/** A cut with its edge only where the edge is another one: `2000`, `below 30`. */
function shown(row: Row, at: string, other: string): string {
  if (row.of === 'conditions') return at;
  const dot = at.indexOf('.');
  return at.slice(0, dot) === other.slice(0, other.indexOf('.'))
    ? at.slice(dot + 1)
    : `${at.slice(0, dot)} ${at.slice(dot + 1)}`;
}

/**
 * Two rows of values: under the same cut or condition they are held against each other; a value that is left on both
 * sides has moved to another one; the rest came or went.
 */
export function rowChanges(before: Row, after: Row): readonly RowChange[] {
  const find = (row: Row, at: string): Entry | undefined => row.entries.find((entry) => entry.at === at);
  const changed = before.entries.flatMap(({ at, is }): RowChange[] => {
    const other = find(after, at);
    return other === undefined || other.is === is
      ? []
      : [{ kind: 'changed', at, before: is, after: other.is }];
  });
  const come = new Set(after.entries.filter(({ at }) => find(before, at) === undefined));
  const gone = before.entries
    .filter(({ at }) => find(after, at) === undefined)
    .map((entry): RowChange => {
      const to = [...come].find((one) => one.is === entry.is);
      if (to === undefined) return { kind: 'removed', at: entry.at, before: entry.is };
      come.delete(to);
      return {
        kind: 'moved',
        at: entry.at,
        before: shown(before, entry.at, to.at),
        after: shown(after, to.at, entry.at),
      };
    });
  const added = [...come].map(({ at, is }): RowChange => ({ kind: 'added', at, after: is }));
  return [...changed, ...gone, ...added, ...reordered(before, after)];
}

/** Conditions are tried in their order; cuts have theirs by what they are. */
function reordered(before: Row, after: Row): readonly RowChange[] {
  if (before.of === 'cuts') return [];
  const common = (row: Row, other: Row): string =>
    listed(row.entries.filter(({ at }) => other.entries.some((one) => one.at === at)));
  const [was, is] = [common(before, after), common(after, before)];
  return was === is ? [] : [{ kind: 'reordered', at: '', before: was, after: is }];
}
