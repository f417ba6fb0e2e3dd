import { error, failure, type Issue, isNonEmpty, type Result, success } from '../../value/index.js';
import { LIMITS } from '../limits.js';
import { placed, refusedBy } from '../placed.js';
import { readText, type TextTree } from '../text/index.js';
import { amendmentSchema, otherKeys } from './amendment.js';
import { applyPatches, type Removed } from './apply.js';
import { type Written, writtenOf } from './written.js';
import { treeOf } from './written-tree.js';

/** The text of an edition and the name of its file. */
export interface EditionText {
  readonly text: string;
  readonly file?: string;
}

/** Finds the edition of the same scheme that another one amends. */
export type Predecessor = (edition: string) => EditionText | undefined;

/** An edition as written, with all amendments applied: what the schema and the expansion read. */
export interface Composed {
  readonly tree: TextTree;
  readonly file?: string;
  /** Its values with their origins; left out where the file amends nothing. */
  readonly written?: Written;
  /** The edition that it amends. */
  readonly amends?: string;
  /** What this edition takes away. */
  readonly removed?: readonly Removed[];
  /** Amendments behind one another, up to this one. */
  readonly depth: number;
}

/** Editions of one scheme composed before. */
export type Known = Map<string, Composed>;

const said = (root: unknown, key: string): string | undefined => {
  const value = (root as Readonly<Record<string, unknown>> | null)?.[key];
  return typeof value === 'string' ? value : undefined;
};

/**
 * Reads an edition and, where it amends another, applies its patches to that one with its own amendments applied:
 * section 11 of the rule language. Issues: those of {@link readText} and {@link applyPatches}, of the header
 * (`rules.missingKey`, `rules.kind`, `rules.notOneOf`, `rules.date`), `rules.amendsOnly` (an amending file says
 * something itself), `rules.amendsMissing` (no such edition), `rules.amendsOtherScheme`, `rules.amendsCircle`,
 * `rules.limit`. Issues of a predecessor stand in its own file.
 */
export function compose(
  { text, file }: EditionText,
  predecessor: Predecessor = () => undefined,
  known: Known = new Map(),
  successors: readonly string[] = [],
): Result<Composed> {
  const read = readText(text, file);
  if (!read.ok) return read;
  const tree = read.value;
  const named = file === undefined ? {} : { file };
  if (said(tree.root, 'amends') === undefined) return success({ tree, ...named, depth: 0 });

  const issues = ownIssues(tree, file);
  if (isNonEmpty(issues)) return { ok: false, issues };
  const amends = said(tree.root, 'amends') as string;
  const refuse = (code: string, values: Issue['values'], key = 'amends') =>
    failure(error(code, values, { ...named, ...tree.value([key]), path: key }));
  const line = [...successors, said(tree.root, 'edition') as string];
  if (line.includes(amends)) return refuse('rules.amendsCircle', { loop: [...line, amends].join(' → ') });
  // Seen before the editions below are read, so that no chain is followed without end.
  if (line.length > LIMITS.amendments)
    return refuse('rules.limit', { what: 'amendments', most: LIMITS.amendments });

  const seen = known.get(amends);
  const before = seen === undefined ? composePredecessor(amends, predecessor, known, line) : success(seen);
  if (before === null) return refuse('rules.amendsMissing', { edition: amends });
  if (!before.ok) return before;
  const { depth, tree: whole } = before.value;
  if (depth >= LIMITS.amendments)
    return refuse('rules.limit', { what: 'amendments', most: LIMITS.amendments });
  const scheme = said(whole.root, 'scheme');
  const own = said(tree.root, 'scheme') as string;
  if (scheme !== own)
    return refuse('rules.amendsOtherScheme', { found: own, needed: scheme ?? '' }, 'scheme');
  return patched(before.value, tree, { ...named, amends, depth: depth + 1 });
}

function composePredecessor(
  edition: string,
  predecessor: Predecessor,
  known: Known,
  line: readonly string[],
): Result<Composed> | null {
  const found = predecessor(edition);
  if (found === undefined) return null;
  const composed = compose(found, predecessor, known, line);
  if (composed.ok && said(composed.value.tree.root, 'edition') !== edition) return null;
  if (composed.ok) known.set(edition, composed.value);
  return composed;
}

/** What is wrong with an amending file before anything is known of its predecessor. */
function ownIssues(tree: TextTree, file: string | undefined): readonly Issue[] {
  const others = otherKeys(tree.root as object).map(({ key, near }) => ({
    issue: error('rules.amendsOnly', near === null ? { key } : { key, near }),
    path: [key],
    position: tree.key([key]),
  }));
  if (others.length > 0) return placed(others, file);
  const parsed = amendmentSchema().safeParse(tree.root);
  return parsed.success ? [] : refusedBy(tree, parsed.error.issues, file, amendmentSchema());
}

function patched(
  before: Composed,
  tree: TextTree,
  about: { readonly file?: string; readonly amends: string; readonly depth: number },
): Result<Composed> {
  const root = before.written ?? writtenOf(before.tree, before.file);
  const amending = writtenOf(tree, about.file);
  if (root?.kind !== 'mapping' || amending.kind !== 'mapping')
    return failure(error('rules.kind', { found: 'scalar', needed: 'mapping' }, before.tree.value([])));
  const { written, issues, removed } = applyPatches(root, amending, tree);
  const found = placed(issues, about.file);
  return isNonEmpty(found)
    ? { ok: false, issues: found }
    : success({ tree: treeOf(written), written, removed, ...about });
}
