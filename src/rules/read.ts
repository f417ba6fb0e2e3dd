import { error, failure, type Issue, isNonEmpty, type Result, success } from '../value/index.js';
import { atRemoval } from './dangling.js';
import type { RuleDocument } from './document.js';
import { type Composed, compose, type Predecessor } from './editions/index.js';
import { canonicalNumber, expand } from './expand/index.js';
import { parseFormula, printFormula } from './formula/index.js';
import { link } from './link/index.js';
import { locate } from './locate.js';
import { type Found, firstPlaced, refusedBy } from './placed.js';
import type { RuleSet } from './rule-set.js';
import { ruleFileSchema } from './schema/index.js';
import { type Path, type Position, type TextTree, unquoted } from './text/index.js';

function deepUnquoted(value: unknown): unknown {
  if (typeof value === 'string') return unquoted(value);
  if (Array.isArray(value)) return value.map(deepUnquoted);
  return Object.fromEntries(
    Object.entries(value as Record<string, unknown>).map(([key, inner]) => [key, deepUnquoted(inner)]),
  );
}

const canonicalFormula = (text: string): string => {
  const parsed = parseFormula(text);
  return parsed.ok ? printFormula(parsed.formula) : text;
};

export interface ReadOptions {
  /** Name of the file, as the user knows it. */
  readonly file?: string;
  /** The text of a CSV file beside the edition, by its name; `undefined` where there is none. */
  readonly files?: (name: string) => string | undefined;
  /** Finds the edition of the same scheme that this one amends; without it, an amending edition is refused. */
  readonly predecessor?: Predecessor;
}

/**
 * Reads one edition from the text of its rule file, the amendments of the editions it amends applied. Issues are those
 * of {@link compose} for text and patches, of the schema (`rules.unknownKey`, `rules.missingKey`, `rules.kind`,
 * `rules.number`, `rules.date`, `rules.id`, `rules.notOneOf`, `rules.count`), of expansion and of linking, each with
 * file, line and column. Implements sections 2 to 12 of the rule language, as far as its constructs are built.
 */
export function readRules(text: string, options: ReadOptions = {}): Result<RuleSet> {
  const { file, files, predecessor } = options;
  const composed = compose(file === undefined ? { text } : { text, file }, predecessor);
  return composed.ok ? readComposed(composed.value, files) : composed;
}

/** Checks, expands and links an edition whose amendments are applied. */
export function readComposed(
  { tree, file, removed = [] }: Composed,
  files: NonNullable<ReadOptions['files']> = () => undefined,
): Result<RuleSet> {
  const parsed = ruleFileSchema().safeParse(tree.root);
  if (!parsed.success) {
    const issues = refusedBy(tree, parsed.error.issues, file);
    return isNonEmpty(issues) ? { ok: false, issues } : failure(error('rules.yaml', {}));
  }
  const raw = deepUnquoted(tree.root) as Readonly<Record<string, unknown>>;
  // Linked once as written, so that an issue points into the file, and once in the canonical form that is hashed and run.
  const refused: Found[] = [];
  const asWritten = expand(raw, {
    formula: (formula) => formula,
    file: files,
    refuse: (code, path, values) => refused.push(about(tree, error(code, values), path)),
  });
  const unfit = firstPlaced(refused, file);
  if (isNonEmpty(unfit)) return { ok: false, issues: unfit };
  const written = link(asWritten);
  if (!written.ok) {
    const found = written.issues.map(({ issue, path, at }) => {
      const source = locate(tree.root, asWritten, path);
      return at === undefined
        ? about(tree, issue, source)
        : { issue, path: source, position: tree.inside(source, at) };
    });
    const issues = firstPlaced(atRemoval(found, removed), file);
    return isNonEmpty(issues) ? { ok: false, issues } : failure(error('rules.yaml', {}));
  }
  const rules = loadExpanded(
    expand(raw, { formula: canonicalFormula, file: files, refuse: () => undefined }),
  );
  return rules.ok ? success({ ...rules.value, placeOf: placesIn(tree, asWritten, file) }) : rules;
}

function placesIn(tree: TextTree, asWritten: RuleDocument, file?: string): NonNullable<RuleSet['placeOf']> {
  return (path) => {
    const source = locate(tree.root, asWritten, path);
    const { line, column } = tree.end(source);
    return {
      ...(file === undefined ? {} : { file }),
      ...tree.key(source),
      end: { line, column },
      ...(source.length === 0 ? {} : { path: source.join('.') }),
    };
  };
}

/** An issue with the place that has to be changed: a key that is itself wrong, else the value. */
function about(tree: TextTree, issue: Issue, path: Path): Found {
  const isKey = typeof path.at(-1) === 'string' && isAboutKey(issue, path);
  return { issue, path, position: isKey ? tree.key(path) : atBest(tree, path) };
}

/** Keys that are cuts of bands or dates of layers. */
const CUTS: readonly unknown[] = ['below', 'up_to', 'from', 'dated'];

function isAboutKey({ code, values }: Issue, path: Path): boolean {
  switch (code) {
    case 'rules.duplicateKey':
      return true;
    case 'rules.cutsNotIncreasing':
    case 'rules.dateBeforeFirst':
    case 'rules.dateRuleMissing':
      return CUTS.includes(path.at(-2));
    case 'rules.unknownOption':
      return canonicalNumber(String(path.at(-1))) === values.option;
    default:
      return false;
  }
}

/** A finding about a whole member points at its key, one about a scalar at its text. */
function atBest(tree: TextTree, path: Path): Position {
  const value = path.reduce<unknown>(
    (here, step) => (here as Record<string, unknown> | undefined)?.[step as string],
    tree.root,
  );
  return typeof value === 'string' || path.length === 0 ? tree.value(path) : tree.key(path);
}

/**
 * Takes an edition in its canonical form, such as a run folder holds, without any YAML reader or schema. The caller
 * vouches for its shape by its digest; names, types and units are checked anew.
 */
export function loadExpanded(document: RuleDocument): Result<RuleSet> {
  const linked = link(document);
  if (linked.ok) return success(linked.rules);
  const issues = linked.issues.map(
    ({ issue, path }): Issue => ({ ...issue, place: { path: path.join('.') } }),
  );
  return isNonEmpty(issues) ? { ok: false, issues } : failure(error('rules.yaml', {}));
}
