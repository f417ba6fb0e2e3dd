import { type Determination, determine } from '../../determine/index.js';
import { compile } from '../../plan/index.js';
import { assembleRoster, EXACT_POLICY, type MatchPolicy, reconcile } from '../../reconcile/index.js';
import {
  asJson,
  type Balance,
  balance,
  type Counted,
  determinationLine,
  type EmptyRow,
  inRecordOrder,
  lines,
  listLedger,
  manifestOf,
  type RunFile,
  type RunHead,
  rosterLedger,
  type Summary,
  sealOf,
  summarise,
} from '../../record/index.js';
import { compareText } from '../../roster/index.js';
import { type RuleSet, readRules } from '../../rules/index.js';
import { canonicalJson, error, type Issue, parseCivilDate } from '../../value/index.js';
import { type Job, linkJob } from '../job/index.js';
import { BATCH_MESSAGES } from '../messages.js';
import { type FileReader, type InputFile, readInputs, readSources, type Sources } from '../source/index.js';
import { engineRecord } from './engine.js';
import { EXIT, type Exit, refusalExit } from './exit.js';
import { cannotWrite, refuseOut, writeFolder } from './folder.js';
import { assembleStudents, entryDecisions, indexSchools, StudentNumbers } from './students.js';
import { ITEM_KINDS, type Item, issueRenderer, worklist, worklistCsv } from './worklist.js';

export const PHASES = ['check', 'read', 'match', 'determine', 'count', 'write'] as const;
export type Phase = (typeof PHASES)[number];

/** What a run needs from outside. */
export interface RunIo {
  /** Bytes of a file that the job names, relative to the job file; `null` where there is none. */
  readonly read: FileReader;
  /** Folder to write to. `null`: nothing is written. */
  readonly out: string | null;
  /** An earlier run in its place may be replaced. */
  readonly replace?: boolean;
  readonly progress?: (phase: Phase, done: number, of: number) => void;
  /** Asked between pieces of work; true ends the run with nothing written. */
  readonly interrupted?: () => boolean;
}

/** A run that was computed. */
export interface Run {
  readonly rules: RuleSet;
  readonly summary: Summary;
  readonly determinations: readonly Determination[];
  readonly items: readonly Item[];
  readonly issues: readonly Issue[];
  /** Every file of the run folder, the seal last. */
  readonly files: readonly RunFile[];
}

/** How a run ended: its exit, what was found, and the run where there is one. */
export interface RunEnd {
  readonly exit: Exit;
  readonly issues: readonly Issue[];
  readonly run?: Run;
}

const CHUNK = 100;
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

/**
 * Runs a job: reads every file and counts its rows, matches lists and roster, determines every student, balances the
 * books, and writes the run folder whole or not at all. Exits: 0 clean; 1 complete, with items for people; 3 the job,
 * its rule file or an input is refused; 5 an equation does not hold (nothing is written); 6 a limit; 7 the folder
 * cannot be written; 130 interrupted. Never throws for data.
 */
export async function runJob(job: Job, io: RunIo): Promise<RunEnd> {
  const progress = io.progress ?? (() => {});
  const stopped = (): RunEnd | null =>
    io.interrupted?.() === true ? { exit: EXIT.interrupted, issues: [error('run.interrupted')] } : null;

  progress('check', 0, 1);
  if (io.out !== null) {
    const refused = await refuseOut(io.out, io.replace ?? false);
    if (refused !== null)
      return { exit: refused.code === 'run.cannotWrite' ? EXIT.environment : EXIT.usage, issues: [refused] };
  }
  const { document } = job;
  const bytes = await io.read(document.rules);
  if (bytes === null) {
    const missing = error('job.rulesMissing', { file: document.rules }, job.place(['rules']));
    return { exit: EXIT.refused, issues: [missing] };
  }
  const read = readRules(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), {
    file: document.rules,
  });
  if (!read.ok) return { exit: refusalExit(read.issues), issues: read.issues };
  const rules = read.value;
  const linked = linkJob(job, rules);
  if (linked.length > 0) return { exit: EXIT.refused, issues: linked };
  const context = { period: document.period, asOf: document.as_of, knownAt: document.known_at };
  const compiled = compile(rules, context);
  if (!compiled.ok) return { exit: refusalExit(compiled.issues), issues: compiled.issues };
  const plan = compiled.value;
  progress('check', 1, 1);

  const inputs = await readInputs(job, io.read, (done, of) => progress('read', done, of));
  if (!inputs.ok) return { exit: refusalExit(inputs.issues), issues: inputs.issues };
  const sourced = readSources(job, plan, inputs.value);
  if (!sourced.ok) return { exit: refusalExit(sourced.issues), issues: sourced.issues };
  const sources = sourced.value;
  const interruptedEarly = stopped();
  if (interruptedEarly !== null) return interruptedEarly;

  progress('match', 0, 1);
  const asOf = parseCivilDate(document.as_of);
  if (asOf === null) return { exit: EXIT.refused, issues: [error('job.noDate', { found: document.as_of })] };
  const policy = policyOf(job, rules, asOf);
  const roster = assembleRoster(sources.roster, { asOf });
  const numbers = new StudentNumbers(roster.students);
  const decisions = entryDecisions(sources, numbers);
  const reconciliation = reconcile(roster.people, sources.lists, decisions.decisions, policy);
  const assembled = assembleStudents(roster, sources, reconciliation, numbers, rules);
  progress('match', 1, 1);

  const determinations: Determination[] = [];
  for (const [i, student] of assembled.students.entries()) {
    if (i % CHUNK === 0) {
      progress('determine', i, assembled.students.length);
      await new Promise((resume) => setImmediate(resume));
      const interrupted = stopped();
      if (interrupted !== null) return interrupted;
    }
    determinations.push(determine(plan, student));
  }
  progress('determine', assembled.students.length, assembled.students.length);

  progress('count', 0, 1);
  const ordered = inRecordOrder(determinations);
  const byKey = new Map(roster.students.map((student) => [student.key, student] as const));
  const schools = indexSchools(sources.schools, []);
  const counted = ordered.map((determination): Counted => {
    const student = byKey.get(determination.student);
    const row = student?.rows.find((r) => r.school === determination.school) ?? student?.rows[0];
    const { stage = '', setting = '' } = row?.enrolment ?? {};
    return { determination, stage, setting, area: schools.get(determination.school)?.area ?? '' };
  });
  const ofDeterminations = ordered.flatMap((d) => d.issues);
  const issues: readonly Issue[] = [
    ...inputs.value.issues,
    ...sources.issues,
    ...roster.issues,
    ...decisions.issues,
    ...reconciliation.issues,
    ...assembled.issues,
  ];
  const items = worklist({
    rules,
    counted,
    students: byKey,
    schools,
    outcomes: reconciliation.outcomes,
    invalidRows: roster.rows.filter((r) => r.state === 'invalid').map((r) => r.row.source),
    issues,
    renderIssue: issueRenderer('zh', BATCH_MESSAGES),
  });
  const head = headOf(rules, job, context);
  const count = (severity: Issue['severity']): number =>
    [...issues, ...ofDeterminations].filter((issue) => issue.severity === severity).length;
  const summary = summarise({
    head,
    rules,
    counted,
    students: roster.students.length,
    roster: {
      rows: sources.roster.length,
      duplicates: roster.rows.filter((r) => r.state === 'duplicate').length,
      invalid: roster.rows.filter((r) => r.state === 'invalid').length,
    },
    lists: listRows(rules, sources),
    outcomes: reconciliation.outcomes,
    equations: [...reconciliation.equations, ...roster.equations],
    rows: rowBalances(sources, assembled.factRows),
    items: Object.fromEntries(
      ITEM_KINDS.map((kind) => [kind, items.filter((item) => item.kind === kind).length]),
    ),
    issues: { error: count('error'), warning: count('warning'), note: count('note') },
  });

  const broken = summary.equations.filter((equation) => !equation.holds);
  if (broken.length > 0) {
    const named = broken.map(({ id, left, right }) => error('run.equation', { equation: id, left, right }));
    return { exit: EXIT.equation, issues: named };
  }

  const content: readonly (readonly [path: string, content: string])[] = [
    ['rules/rules.json', `${canonicalJson(asJson(rules.document))}\n`],
    ['rules/digests.json', `${canonicalJson(asJson(rules.digests))}\n`],
    ['rules/policy.json', `${canonicalJson(asJson(policy))}\n`],
    ['job.json', `${canonicalJson(job.content)}\n`],
    ['inputs.json', `${canonicalJson(asJson(inputsRecord(inputs.value.files, sources)))}\n`],
    ['determinations.ndjson', ordered.map(determinationLine).join('')],
    ['ledger/roster.ndjson', lines(rosterLedger(roster.rows, emptyRows(sources, 'roster')))],
    ...rules.lists.map(
      ({ id }) =>
        [
          `ledger/${id}.ndjson`,
          lines(
            listLedger(
              reconciliation.outcomes.filter((o) => o.entry.list === id),
              emptyRows(sources, 'lists', id),
            ),
          ),
        ] as const,
    ),
    ['worklist.csv', worklistCsv(items)],
    ['issues.ndjson', lines(issueRecords(issues, ordered))],
    ['summary.json', `${canonicalJson(asJson(summary))}\n`],
  ];
  const files = content.map(([path, body]): RunFile => ({ path, bytes: text(body) }));
  const manifest = text(manifestOf(head, files));
  const engine = text(engineRecord());
  const all: readonly RunFile[] = [
    ...files,
    { path: 'manifest.json', bytes: manifest },
    { path: 'engine.json', bytes: engine },
    { path: 'seal.json', bytes: text(sealOf(manifest, engine)) },
  ];
  progress('count', 1, 1);

  const interruptedLate = stopped();
  if (interruptedLate !== null) return interruptedLate;
  if (io.out !== null) {
    try {
      await writeFolder(io.out, all, (done, of) => progress('write', done, of));
    } catch (cause) {
      return { exit: EXIT.environment, issues: [cannotWrite(io.out, cause)] };
    }
  }
  const run: Run = { rules, summary, determinations: ordered, items, issues, files: all };
  return { exit: items.length > 0 ? EXIT.items : EXIT.clean, issues, run };
}

function policyOf(job: Job, rules: RuleSet, asOf: MatchPolicy['asOf']): MatchPolicy {
  const { policy } = job.document;
  const [youngest, oldest] = policy?.school_ages ?? [
    EXACT_POLICY.schoolAges.youngest,
    EXACT_POLICY.schoolAges.oldest,
  ];
  return {
    ...EXACT_POLICY,
    asOf,
    schoolAges: { youngest, oldest },
    margin: policy?.margin ?? EXACT_POLICY.margin,
    expected: rules.lists.map(({ id }) => ({
      list: id,
      categories: rules.categories.filter((category) => category.list === id).map((category) => category.id),
    })),
  };
}

function headOf(rules: RuleSet, job: Job, context: Omit<RunHead, 'rules' | 'job'>): RunHead {
  const { scheme, edition, standing, status } = rules.document;
  return { ...context, rules: { scheme, edition, standing, status, ...rules.digests }, job: job.digest };
}

/** Every sheet that was read: its rows as counted in the file = rows of data + rows that are nobody. */
function rowBalances(
  sources: Sources,
  facts: { used: number; repeated: number; refused: number },
): Balance[] {
  const rowsOf = (role: string): number =>
    sources.sheets.filter((s) => s.role === role).reduce((sum, s) => sum + s.data, 0);
  const { studentDecisions, entryDecisions: ofEntries, refusedDecisions } = sources;
  return [
    ...sources.sheets.map((s) =>
      balance(
        `rows:${s.list ?? s.role}/${s.file}${s.sheet === undefined ? '' : `/${s.sheet}`}`,
        s.physical,
        s.data + s.noPerson,
      ),
    ),
    balance('rows:facts', rowsOf('facts'), facts.used + facts.repeated + facts.refused),
    balance(
      'rows:decisions',
      rowsOf('decisions'),
      studentDecisions.length + ofEntries.length + refusedDecisions.length,
    ),
  ];
}

function listRows(rules: RuleSet, sources: Sources) {
  return rules.lists.map(({ id }) => {
    const of = sources.lists.filter((list) => list.list === id);
    const sum = (key: 'physicalRows' | 'rowsOfNoPerson'): number => of.reduce((n, list) => n + list[key], 0);
    return { list: id, physicalRows: sum('physicalRows'), rowsOfNoPerson: sum('rowsOfNoPerson') };
  });
}

function emptyRows(sources: Sources, role: string, list?: string): readonly EmptyRow[] {
  return sources.rowsOfNoPerson
    .filter((row) => row.role === role && row.list === list)
    .map(({ file, sheet, row, kind }) => ({
      file,
      ...(sheet === undefined ? {} : { sheet }),
      row,
      kind,
    }));
}

function inputsRecord(files: readonly InputFile[], sources: Sources) {
  return { files: [...files].sort((a, b) => compareText(a.name, b.name)), sheets: sources.sheets };
}

/** Findings of the files first, then those of each student in record order. */
function issueRecords(issues: readonly Issue[], determinations: readonly Determination[]) {
  return [
    ...issues.map((issue) => asJson(issue)),
    ...determinations.flatMap(({ student, issues: own }) =>
      own.map((issue) => asJson({ student, ...issue })),
    ),
  ];
}
