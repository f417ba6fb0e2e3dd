import { error, type Issue, type Place } from '../value/index.js';
import { MOST_FINDINGS, schemaIssues } from './schema/index.js';
import type { Path, Position, TextTree } from './text/index.js';

/** An issue about a place of a text. */
export interface Found {
  readonly issue: Issue;
  readonly position: Position;
  readonly path: Path;
}

/**
 * Issues in the order of the file, each with file, line, column and dotted path; those that stand in another file,
 * which this one amends, behind them by file.
 */
export function placed(issues: readonly Found[], file?: string): Issue[] {
  const foreign = ({ position }: Found): string =>
    position.file === undefined || position.file === file ? '' : position.file;
  const byFile = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...issues]
    .sort(
      (a, b) =>
        byFile(foreign(a), foreign(b)) ||
        a.position.line - b.position.line ||
        a.position.column - b.position.column,
    )
    .map(({ issue, position, path }) => {
      const place: Place = {
        ...(file === undefined ? {} : { file }),
        ...position,
        ...(path.length === 0 ? {} : { path: path.join('.') }),
      };
      return { ...issue, place };
    });
}

/**
 * Checks a text tree against a schema; the issues stand at the keys and values they are about. `schema` is where
 * misspelt keys are guessed from; left out, the one of rule files. Of very many the first are named, and that there are
 * more (`rules.moreFindings`).
 */
export function refusedBy(
  tree: TextTree,
  problems: Parameters<typeof schemaIssues>[1],
  file?: string,
  schema?: Parameters<typeof schemaIssues>[4],
): Issue[] {
  const found = schemaIssues(tree.root, problems, [], [], schema);
  // More than are named are not even looked up.
  const some = found.slice(0, MOST_FINDINGS + 1).map(({ issue, path, atKey }) => ({
    issue,
    path,
    position: atKey ? tree.key(path) : tree.value(path),
  }));
  return firstPlaced(some, file);
}

/** As {@link placed}; of very many the first, and `rules.moreFindings`. */
export function firstPlaced(issues: readonly Found[], file?: string): Issue[] {
  const all = placed(issues, file);
  if (all.length <= MOST_FINDINGS) return all;
  const more = error('rules.moreFindings', { most: MOST_FINDINGS }, file === undefined ? {} : { file });
  return [...all.slice(0, MOST_FINDINGS), more];
}
