import { error, failure, type Issue, isNonEmpty, type Place, type Result, success } from '../value/index.js';
import type { RuleDocument } from './document.js';
import { expand } from './expand.js';
import { parseFormula, printFormula } from './formula/index.js';
import { link } from './link/index.js';
import { locate } from './locate.js';
import type { RuleSet } from './rule-set.js';
import { ruleFileSchema, schemaIssues } from './schema/index.js';
import { type Path, type Position, readText, type TextTree, unquoted } from './text/index.js';

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

/** Issues in the order of the file, each with file, line, column and dotted path. */
export function placed(
  issues: readonly { readonly issue: Issue; readonly position: Position; readonly path: Path }[],
  file?: string,
): Issue[] {
  return [...issues]
    .sort((a, b) => a.position.line - b.position.line || a.position.column - b.position.column)
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
 * misspelt keys are guessed from; left out, the one of rule files.
 */
export function refusedBy(
  tree: TextTree,
  problems: Parameters<typeof schemaIssues>[1],
  file?: string,
  schema?: Parameters<typeof schemaIssues>[4],
): Issue[] {
  const found = schemaIssues(tree.root, problems, [], [], schema);
  return placed(
    found.map(({ issue, path, atKey }) => ({
      issue,
      path,
      position: atKey ? tree.key(path) : tree.value(path),
    })),
    file,
  );
}

/**
 * Reads one edition from the text of its rule file. Issues are those of {@link readText}, of the schema
 * (`rules.unknownKey`, `rules.missingKey`, `rules.kind`, `rules.number`, `rules.date`, `rules.id`, `rules.notOneOf`,
 * `rules.count`) and of linking, each with file, line and column. Implements sections 2 to 10 of the rule language,
 * as far as its constructs are built.
 */
export function readRules(text: string, options: { readonly file?: string } = {}): Result<RuleSet> {
  const { file } = options;
  const read = readText(text, file);
  if (!read.ok) return read;
  const tree = read.value;
  const parsed = ruleFileSchema().safeParse(tree.root);
  if (!parsed.success) {
    const issues = refusedBy(tree, parsed.error.issues, file);
    return isNonEmpty(issues) ? { ok: false, issues } : failure(error('rules.yaml', {}));
  }
  const raw = deepUnquoted(tree.root) as Readonly<Record<string, unknown>>;
  // Linked once as written, so that an issue points into the file, and once in the canonical form that is hashed and run.
  const written = link(expand(raw, (formula) => formula));
  if (!written.ok) {
    const found = written.issues.map(({ issue, path, at }) => {
      const source = locate(tree.root, path);
      return {
        issue,
        path: source,
        position: at === undefined ? atBest(tree, source) : tree.inside(source, at),
      };
    });
    const issues = placed(found, file);
    return isNonEmpty(issues) ? { ok: false, issues } : failure(error('rules.yaml', {}));
  }
  const rules = loadExpanded(expand(raw, canonicalFormula));
  return rules.ok ? success(rules.value) : rules;
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
