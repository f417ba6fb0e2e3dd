import { type CaseFile, Holding, type Unnoticed } from '../cases/index.js';
import { compose, type ReadOptions, type RuleSet, readComposed, type TextTree } from '../rules/index.js';
import { error, failure, type Place, type Result, success, warning } from '../value/index.js';
import type { Edit } from './mutant.js';
import { mutantsOf } from './mutants.js';
import type { Fate, Judged, MutationReport } from './report.js';
import { provedSame } from './same.js';

export interface MutateOptions extends ReadOptions {
  /** What a rule set is refuted of, by name; a mutant of which something is refuted that the file is not is noticed. */
  readonly refuted?: (rules: RuleSet) => ReadonlySet<string>;
}

/**
 * Tests the cases of a rule file: makes every systematic mutant of it, runs the cases beside it on each, and tells which
 * mutants no case notices. Cases marked `generated` do not count: they were made by running the rules. Issues are those
 * of reading the file itself, `cases.notMet` where the file does not meet its cases to begin with, and, of a report, the
 * warnings `cases.staleUnnoticed`: what a case file says that no case can notice is noticed, or is no mutant. Deterministic;
 * the time is that of reading and running each mutant once.
 */
export function mutate(
  text: string,
  caseFiles: readonly CaseFile[],
  options: MutateOptions = {},
): Result<MutationReport> {
  const { file, files, predecessor, refuted } = options;
  const composed = compose(file === undefined ? { text } : { text, file }, predecessor);
  if (!composed.ok) return composed;
  const read = readComposed(composed.value, files);
  if (!read.ok) return read;
  const { scheme, edition } = read.value.document;
  const beside = caseFiles.filter((one) => one.scheme === scheme && one.edition === edition);
  const all = beside.flatMap(({ cases }) => cases);
  const holding = new Holding(all.filter(({ generated }) => !generated));
  if (!holding.holds(read.value)) {
    const place = file === undefined ? {} : { file };
    return failure(error('cases.notMet', { edition: `${scheme} ${edition}` }, place));
  }
  let known: ReadonlySet<string> | undefined;

  const fateOf = (edit: Edit): Fate => {
    const mutant = readComposed({ ...composed.value, tree: treeOf(edit.root) }, files);
    if (!mutant.ok) return 'refused';
    if (mutant.value.digests.meaning === read.value.digests.meaning) return 'same';
    if (!holding.holds(mutant.value)) return 'killed';
    if (provedSame(read.value, mutant.value)) return 'same';
    if (refuted === undefined) return 'survived';
    known ??= refuted(read.value);
    return [...refuted(mutant.value)].every((one) => known?.has(one)) ? 'survived' : 'proved';
  };
  const reviewed = beside.flatMap(({ unnoticed = [] }) => unnoticed);
  const held = new Set<Unnoticed>();
  const edits = mutantsOf(composed.value.tree.root);
  const mutants = edits.map((edit): Judged => {
    const { mutation, path, before, after } = edit;
    const mutant = { mutation, path, before, after, place: placeOf(edit, composed.value.tree, file) };
    const fate = fateOf(edit);
    const found = reviewed.find(({ at, to }) => at === path.join('.') && to === after);
    if (fate !== 'survived' || found === undefined) return { ...mutant, fate };
    held.add(found);
    return { ...mutant, fate: 'explained', because: found.because };
  });
  const stale = reviewed
    .filter((one) => !held.has(one))
    .map(({ at, to, place }) => warning('cases.staleUnnoticed', to === '' ? { at } : { at, to }, place));
  const counted = all.filter(({ generated }) => !generated).length;
  const cases = { counted, generated: all.length - counted };
  return success({ scheme, edition, cases, mutants }, stale);
}

/** A tree whose places nobody asks for: what is wrong with a mutant is not told. */
function treeOf(root: unknown): TextTree {
  const nowhere = { line: 1, column: 1 };
  return { root, value: () => nowhere, key: () => nowhere, end: () => nowhere, inside: () => nowhere };
}

function placeOf({ path, key }: Edit, tree: TextTree, file: string | undefined): Place {
  const position = key === true ? tree.key(path) : tree.value(path);
  return { ...(file === undefined ? {} : { file }), ...position, path: path.join('.') };
}
