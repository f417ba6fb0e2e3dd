import { error, FIRST_DATE, type Issue, parseCivilDate, type Result, success } from '../value/index.js';
import {
  type Composed,
  compose,
  type Edition,
  inOrder,
  type Known,
  type Library,
  timeIssues,
} from './editions/index.js';
import { type ReadOptions, readComposed } from './read.js';
import type { RuleSet } from './rule-set.js';
import { readText } from './text/index.js';

/** The text of a rule file and its name. */
export interface RuleFile {
  readonly file: string;
  readonly text: string;
}

/** How one file of a library was read. */
export interface EditionReading {
  readonly file: string;
  /** As its header says; left out where not even that can be read. */
  readonly edition?: string;
  readonly read: Result<RuleSet>;
}

export interface LibraryReading {
  /** One for each file, in the order of their names. */
  readonly readings: readonly EditionReading[];
  /** The editions that could be read. */
  readonly library: Library;
  /** What is wrong between the files; what is wrong in one stands in its reading. */
  readonly issues: readonly Issue[];
}

interface Header {
  readonly edition?: string;
  readonly scheme?: string;
}

/** What a file says it is. Of one that cannot be read a line is enough, so that its own faults are told, not its absence. */
function headerOf({ text, file }: RuleFile): Header {
  const read = readText(text, file);
  const root = read.ok ? (read.value.root as Readonly<Record<string, unknown>>) : null;
  const said = (key: keyof Header): Header => {
    const value = root === null ? new RegExp(`^${key}: *([a-z0-9_-]+)`, 'm').exec(text)?.[1] : root[key];
    return typeof value === 'string' ? { [key]: value } : {};
  };
  return { ...said('edition'), ...said('scheme') };
}

/** Finds editions among rule files by what their headers say; the first file of an edition counts. */
export function editionsAmong(files: readonly RuleFile[]): NonNullable<ReadOptions['predecessor']> {
  let byEdition: ReadonlyMap<string, RuleFile> | undefined;
  return (edition) => {
    byEdition ??= new Map([...files].reverse().map((one) => [headerOf(one).edition ?? '', one]));
    return byEdition.get(edition);
  };
}

/**
 * Reads every edition of one scheme, each with its amendments applied, whatever the order of the files. Issues beside
 * those of {@link readRules}, which stand in the readings: `library.otherScheme`, `library.duplicateEdition`, and where
 * every file could be read those of {@link timeIssues}. Section 11 of the rule language.
 */
export function readLibrary(
  files: readonly RuleFile[],
  options: Pick<ReadOptions, 'files'> = {},
): LibraryReading {
  const sorted = [...files].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  const headers = sorted.map(headerOf);
  const scheme = headers.find((header) => header.scheme !== undefined)?.scheme ?? '';
  const predecessor = editionsAmong(sorted);
  const known: Known = new Map();
  const editions: Edition[] = [];
  const readings = sorted.map((one, i): EditionReading => {
    const edition = headers[i]?.edition;
    const seen = known.get(edition ?? '');
    const composed = seen?.file === one.file ? success(seen) : compose(one, predecessor, known);
    const read = composed.ok ? readComposed(composed.value, options.files) : composed;
    if (composed.ok && read.ok) editions.push(editionOf(one.file, composed.value, read.value));
    return { file: one.file, ...(edition === undefined ? {} : { edition }), read };
  });
  const misplaced = sorted.flatMap((one, i) => misplacedAt(one, headers[i] ?? {}, scheme, predecessor));
  const whole = misplaced.length === 0 && readings.every(({ read }) => read.ok);
  const library = { scheme, editions: inOrder(editions) };
  return { readings, library, issues: [...misplaced, ...(whole ? timeIssues(editions) : [])] };
}

/** A file that does not belong beside the others. */
function misplacedAt(
  { file }: RuleFile,
  { scheme, edition }: Header,
  needed: string,
  first: NonNullable<ReadOptions['predecessor']>,
): readonly Issue[] {
  if (scheme !== undefined && scheme !== needed)
    return [error('library.otherScheme', { found: scheme, needed }, { file })];
  const other = edition === undefined ? undefined : first(edition)?.file;
  return edition === undefined || other === undefined || other === file
    ? []
    : [error('library.duplicateEdition', { edition, other }, { file })];
}

function editionOf(file: string, { tree, amends }: Composed, rules: RuleSet): Edition {
  const { edition, effective, published } = rules.document;
  const said = (tree.root as { readonly effective: Readonly<Record<string, unknown>> }).effective;
  const until = effective.until === undefined ? null : parseCivilDate(effective.until);
  return {
    file,
    edition,
    from: parseCivilDate(effective.from) ?? FIRST_DATE,
    ...(until === null ? {} : { until }),
    published: parseCivilDate(published) ?? FIRST_DATE,
    gap: said.gap !== undefined,
    overlap: said.overlap !== undefined,
    place: { file, ...tree.key(['effective']), path: 'effective' },
    ...(amends === undefined ? {} : { amends }),
    rules,
  };
}
