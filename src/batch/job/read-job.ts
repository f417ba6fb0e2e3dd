import { readText, refusedBy, type TextTree, unquoted } from '../../rules/index.js';
import {
  compareDates,
  type Digest,
  digestJson,
  error,
  failure,
  type Issue,
  isNonEmpty,
  type Json,
  type Place,
  parseCivilDate,
  type Result,
  success,
} from '../../value/index.js';
import {
  type AnswerSource,
  type ComparisonSource,
  type DecisionSource,
  type FactSource,
  type JobDocument,
  jobSchema,
  type KeySource,
  type ListSource,
  type RosterSource,
  type SchoolSource,
} from './schema.js';

export type JobPath = readonly (string | number)[];

/** A job file that was read: what it says, where it says it, and the digest of what it says. */
export interface Job {
  /** The name that issues carry. */
  readonly file: string;
  readonly document: JobDocument;
  /** The content of the file as plain data, and its digest. */
  readonly content: Json;
  readonly digest: Digest;
  /** Where a key or its value stands, for issues. */
  readonly place: (path: JobPath) => Place;
}

/** Issues of the YAML reader and the schema have the same codes for every strict file of bulou; a job's begin with `job.`. */
const asJobIssue = (issue: Issue): Issue => ({ ...issue, code: issue.code.replace(/^rules\./, 'job.') });

/** The schema is one and the same for every job, and costs more to make than a job to read. */
let made: ReturnType<typeof jobSchema> | undefined;
function schemaOfJobs(): ReturnType<typeof jobSchema> {
  made ??= jobSchema();
  return made;
}

/** The tree as plain data, without the marks of quoted numbers: a job file knows texts only. */
function plain(value: unknown): unknown {
  if (typeof value === 'string') return unquoted(value);
  if (Array.isArray(value)) return value.map(plain);
  const members = Object.entries(value as Record<string, unknown>);
  return Object.fromEntries(members.map(([key, inner]) => [key, plain(inner)]));
}

/**
 * Reads a job file: strict YAML 1.2 (no aliases, anchors, tags, duplicate keys or empty values), closed schema, and
 * what can be checked without the rule file. Issues, each with file, line, column and path: those of the strict
 * reader (`job.yaml`, `job.duplicateKey`, `job.alias` …), of the schema (`job.unknownKey`, `job.missingKey`,
 * `job.kind`, `job.notOneOf`, `job.number`, `job.date`, `job.id`, `job.period`, `job.count`), and `job.fileOrFiles`,
 * `job.noPerson`, `job.twoShapes`, `job.noDate`, `job.listAfterKnownAt`, `job.ages`, `job.letter`, `job.fromRow`.
 */
export function readJob(textOfFile: string, options: { readonly file: string }): Result<Job> {
  const { file } = options;
  const read = readText(textOfFile, file);
  if (!read.ok) {
    const issues = read.issues.map(asJobIssue);
    return isNonEmpty(issues) ? { ok: false, issues } : read;
  }
  const tree = read.value;
  const root = plain(tree.root);
  const schema = schemaOfJobs();
  const parsed = schema.safeParse(root);
  if (!parsed.success) {
    const issues = refusedBy({ ...positions(tree), root }, parsed.error.issues, file, schema).map(asJobIssue);
    return isNonEmpty(issues) ? { ok: false, issues } : failure(error('job.yaml', {}, { file }));
  }
  const job: Job = {
    file,
    document: parsed.data,
    content: root as Json,
    digest: digestJson(root as Json),
    place: (path) => placeOf(tree, file, path),
  };
  const issues = [...contradictions(job)];
  return isNonEmpty(issues) ? { ok: false, issues } : success(job);
}

const positions = (tree: TextTree): TextTree => ({
  root: tree.root,
  value: (path) => tree.value(path),
  key: (path) => tree.key(path),
  end: (path) => tree.end(path),
  inside: (path, at) => tree.inside(path, at),
});

function placeOf(tree: TextTree, file: string, path: JobPath): Place {
  const last = path[path.length - 1];
  const position = typeof last === 'number' ? tree.value(path) : tree.key(path);
  return { file, ...position, ...(path.length === 0 ? {} : { path: path.join('.') }) };
}

/** What a schema cannot say about a job file. */
function* contradictions(job: Job): Generator<Issue> {
  const { document } = job;
  const at = (...path: JobPath): Place => job.place(path);
  const { as_of, known_at, period_start } = document;
  for (const [key, date] of Object.entries({ as_of, known_at, period_start }))
    if (date !== undefined && parseCivilDate(date) === null)
      yield error('job.noDate', { found: date }, at(key));
  const ages = document.policy?.school_ages;
  if (ages !== undefined && ages[0] > ages[1])
    yield error('job.ages', { youngest: ages[0], oldest: ages[1] }, at('policy', 'school_ages'));

  for (const { source, path } of sourcesOf(document)) {
    if ((source.file === undefined) === (source.files === undefined))
      yield error('job.fileOrFiles', {}, at(...path));
    const layouts = [
      { one: source, path },
      ...(source.files ?? []).map((one, i) => ({ one, path: [...path, 'files', i] })),
    ];
    for (const { one, path: where } of layouts) {
      if (!('header' in one) || one.header === undefined || one.from_row === undefined) continue;
      const last = one.header.reduce((a, b) => (b > a ? b : a));
      if (one.from_row <= last)
        yield error('job.fromRow', { from: one.from_row, header: last }, at(...where, 'from_row'));
    }
  }
  const knownAt = parseCivilDate(document.known_at);
  const dated = function* (found: string, ...where: JobPath): Generator<Issue> {
    const day = parseCivilDate(found);
    if (day === null) yield error('job.noDate', { found }, at(...where));
    else if (knownAt !== null && compareDates(day, knownAt) > 0)
      yield error('job.listAfterKnownAt', { found, knownAt: document.known_at }, at(...where));
  };
  for (const [list, sources] of Object.entries(document.comparisons ?? {}))
    for (const [i, { result_date }] of sources.entries())
      yield* dated(result_date, 'comparisons', list, i, 'result_date');
  for (const [list, sources] of Object.entries(document.lists ?? {})) {
    for (const [i, source] of sources.entries()) {
      const path: JobPath = ['lists', list, i];
      yield* dated(source.list_date, ...path, 'list_date');
      for (const [f, one] of (source.files ?? []).entries())
        if ('list_date' in one && one.list_date !== undefined)
          yield* dated(one.list_date, ...path, 'files', f, 'list_date');
      const perPerson = source.columns !== undefined;
      const perHousehold =
        source.holder !== undefined || source.members !== undefined || source.packed !== undefined;
      if (perPerson && perHousehold) yield error('job.twoShapes', {}, at(...path));
      const { name, id, student_number: number } = source.columns ?? {};
      if (!perHousehold && (name ?? id ?? number) === undefined) yield error('job.noPerson', {}, at(...path));
    }
  }
}

/** A source with its role and its path in the job file. */
export type PlacedSource = { readonly path: JobPath } & (
  | { readonly role: 'roster'; readonly source: RosterSource }
  | { readonly role: 'schools'; readonly source: SchoolSource }
  | { readonly role: 'facts'; readonly source: FactSource }
  | { readonly role: 'lists'; readonly list: string; readonly source: ListSource }
  | { readonly role: 'comparisons'; readonly list: string; readonly source: ComparisonSource }
  | { readonly role: 'aided_before'; readonly source: KeySource }
  | { readonly role: 'decisions'; readonly source: DecisionSource }
  | { readonly role: 'answers'; readonly source: AnswerSource }
);

/** Every source of a job, in the order in which they are read. */
export function* sourcesOf(document: JobDocument): Generator<PlacedSource> {
  for (const [i, source] of document.roster.entries()) yield { role: 'roster', source, path: ['roster', i] };
  for (const [i, source] of (document.schools ?? []).entries())
    yield { role: 'schools', source, path: ['schools', i] };
  for (const [i, source] of (document.facts ?? []).entries())
    yield { role: 'facts', source, path: ['facts', i] };
  for (const [list, sources] of Object.entries(document.lists ?? {}))
    for (const [i, source] of sources.entries())
      yield { role: 'lists', list, source, path: ['lists', list, i] };
  for (const [list, sources] of Object.entries(document.comparisons ?? {}))
    for (const [i, source] of sources.entries())
      yield { role: 'comparisons', list, source, path: ['comparisons', list, i] };
  for (const [i, source] of (document.aided_before ?? []).entries())
    yield { role: 'aided_before', source, path: ['aided_before', i] };
  for (const [i, source] of (document.decisions ?? []).entries())
    yield { role: 'decisions', source, path: ['decisions', i] };
  for (const [i, file] of (document.answers ?? []).entries())
    yield { role: 'answers', source: { file }, path: ['answers', i] };
}
