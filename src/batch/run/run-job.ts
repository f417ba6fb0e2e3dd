import { type Determination, determine } from '../../determine/index.js';
import { compile } from '../../plan/index.js';
import { type Counted, inRecordOrder, type RunFile, type Summary, summarise } from '../../record/index.js';
import type { RuleSet } from '../../rules/index.js';
import { error, type Issue, parseCivilDate } from '../../value/index.js';
import { type Job, linkJob } from '../job/index.js';
import { type FileReader, readInputs, readSources } from '../source/index.js';
import { headOf, listRows, policyOf, rowBalances } from './books.js';
import { disagreements, evidenceRecords } from './evidence.js';
import { EXIT, type Exit, refusalExit } from './exit.js';
import { cannotWrite, refuseOut, writeFolder } from './folder.js';
import { forPeople } from './for-people.js';
import { ITEM_KINDS, type Item } from './item.js';
import { matchAll } from './match.js';
import type { Notice } from './notices.js';
import { proveRules } from './prove-rules.js';
import { readRulesOf } from './read-rules.js';
import { runFiles } from './run-files.js';
import { indexSchools } from './students.js';
import type { Unlisted } from './unlisted.js';
import { viewFiles } from './views.js';

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
  /** Names of the files in the folder of a file, for the tables and editions that a rule file refers to. Left out: none. */
  readonly beside?: (file: string) => Promise<readonly string[]>;
  /** Asked between pieces of work; true ends the run with nothing written. */
  readonly interrupted?: () => boolean;
}

/** A run that was computed. */
export interface Run {
  readonly rules: RuleSet;
  readonly summary: Summary;
  readonly determinations: readonly Determination[];
  readonly items: readonly Item[];
  /** Students whom the school or the survey makes hard-up and whom no list has. */
  readonly unlisted: readonly Unlisted[];
  readonly notices: readonly Notice[];
  readonly issues: readonly Issue[];
  /** Every file of the run folder, the seal last, and the views for people apart. */
  readonly files: readonly RunFile[];
}

/** How a run ended: its exit, what was found, and the run where there is one. */
export interface RunEnd {
  readonly exit: Exit;
  readonly issues: readonly Issue[];
  readonly run?: Run;
}

const CHUNK = 100;

/**
 * Runs a job: proves its rules, reads every file and counts its rows, matches lists and roster, determines every student, balances the
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
  const read = await readRulesOf(document.rules, io);
  if (read === null) {
    const missing = error('job.rulesMissing', { file: document.rules }, job.place(['rules']));
    return { exit: EXIT.refused, issues: [missing] };
  }
  if (!read.ok) return { exit: refusalExit(read.issues), issues: read.issues };
  const rules = read.value;
  const linked = linkJob(job, rules);
  if (linked.length > 0) return { exit: EXIT.refused, issues: linked };
  const context = {
    period: document.period,
    asOf: document.as_of,
    knownAt: document.known_at,
    ...(document.period_start === undefined ? {} : { periodStart: document.period_start }),
  };
  const compiled = compile(rules, context);
  if (!compiled.ok) return { exit: refusalExit(compiled.issues), issues: compiled.issues };
  const plan = compiled.value;
  const proved = proveRules(rules, job);
  const refuted = proved.issues.filter((issue) => issue.severity === 'error');
  if (refuted.length > 0) return { exit: EXIT.refused, issues: refuted };
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
  const matched = matchAll(sources, rules, policy, document.period);
  const { roster, reconciliation, students, byKey } = matched;
  progress('match', 1, 1);

  const determinations: Determination[] = [];
  for (const [i, student] of students.entries()) {
    if (i % CHUNK === 0) {
      progress('determine', i, students.length);
      await new Promise((resume) => setImmediate(resume));
      const interrupted = stopped();
      if (interrupted !== null) return interrupted;
    }
    determinations.push(determine(plan, student));
  }
  progress('determine', students.length, students.length);

  progress('count', 0, 1);
  const ordered = inRecordOrder(determinations);
  const schools = indexSchools(sources.schools, []);
  const counted = ordered.map((determination): Counted => {
    const student = byKey.get(determination.student);
    const row = student?.rows.find((r) => r.school === determination.school) ?? student?.rows[0];
    const { stage = '', setting = '' } = row?.enrolment ?? {};
    return { determination, stage, setting, area: schools.get(determination.school)?.area ?? '' };
  });
  const ofDeterminations = ordered.flatMap((d) => d.issues);
  const issues: readonly Issue[] = [
    ...proved.issues,
    ...inputs.value.issues,
    ...sources.issues,
    ...matched.issues,
    ...disagreements(reconciliation),
  ];
  const people = forPeople(job, rules, sources, matched, { counted, schools, issues });
  const { items, notices, unlisted } = people;
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
    rows: [...rowBalances(sources, matched.factRows, matched.answers), ...people.balances],
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

  const all = runFiles({
    job,
    rules,
    policy,
    proofs: proved.report,
    inputs: inputs.value.files,
    sources,
    roster: roster.rows,
    entries: reconciliation.outcomes,
    determinations: ordered,
    ...people,
    evidence: evidenceRecords(reconciliation),
    issues,
    summary,
  });
  progress('count', 1, 1);

  const interruptedLate = stopped();
  if (interruptedLate !== null) return interruptedLate;
  if (io.out !== null) {
    try {
      const views = await viewFiles(people.forms, notices, people.titles);
      await writeFolder(io.out, [...views, ...all], (done, of) => progress('write', done, of));
    } catch (cause) {
      return { exit: EXIT.environment, issues: [cannotWrite(io.out, cause)] };
    }
  }
  const found = { rules, summary, determinations: ordered, items, unlisted, notices, issues };
  const run: Run = { ...found, files: all };
  return { exit: items.length > 0 ? EXIT.items : EXIT.clean, issues, run };
}
