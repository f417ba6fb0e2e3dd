import { type Determination, determine, schoolOf } from '../../determine/index.js';
import type { Plan } from '../../plan/index.js';
import type { RosterRowState } from '../../reconcile/index.js';
import {
  type Counted,
  compareRecords,
  RunCounts,
  type RunFile,
  readDeterminationLine,
  type Summary,
  summarise,
} from '../../record/index.js';
import type { Enrolment, Student } from '../../roster/index.js';
import type { RuleSet } from '../../rules/index.js';
import { error, type Issue } from '../../value/index.js';
import type { Job } from '../job/index.js';
import { headOf, listRows, policyOf, rowBalances } from './books.js';
import { Evidence } from './evidence.js';
import { EXIT, type Exit } from './exit.js';
import { CannotWrite, cannotWrite, refuseOut } from './folder.js';
import { PeopleBook } from './for-people.js';
import { ITEM_KINDS, type Item } from './item.js';
import { matchAll } from './match.js';
import type { Notice } from './notices.js';
import { prepare, type Read, type Ready, readAll, stopped } from './prepare.js';
import { StudentFiles, storeRun } from './run-files.js';
import type { RunIo } from './run-io.js';
import { RunStore } from './store.js';
import { type EnrolmentStudent, indexSchools } from './students.js';
import type { Unlisted } from './unlisted.js';
import { viewFiles } from './views.js';

/** A run that was computed. */
export interface Run {
  readonly rules: RuleSet;
  readonly summary: Summary;
  /** In record order, read back from what was written. */
  readonly determinations: readonly Determination[];
  readonly items: readonly Item[];
  /** Students whom the school or the survey makes hard-up and whom no list has. */
  readonly unlisted: readonly Unlisted[];
  readonly notices: readonly Notice[];
  readonly issues: readonly Issue[];
  /** Every file of the run folder but the views for people, the seal last; read back from the folder where there is one. */
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
 *
 * Students are determined in the order of the record and written as they come; what is kept of each is what people have to
 * work with.
 */
export async function runJob(job: Job, io: RunIo): Promise<RunEnd> {
  const progress = io.progress ?? (() => {});
  progress('check', 0, 1);
  const refused = await refusedOut(io);
  if (refused !== null) return refused;
  const ready = await prepare(job, io);
  if ('exit' in ready) return ready;
  progress('check', 1, 1);
  const read = await readAll(job, io, ready);
  if ('exit' in read) return read;
  let store: RunStore | null = null;
  try {
    store = new RunStore(io.out);
    const end = await compute(job, io, ready, read, store);
    if (end.run === undefined) await store.discard();
    return end;
  } catch (cause) {
    await store?.discard();
    if (!(cause instanceof CannotWrite)) throw cause;
    return { exit: EXIT.environment, issues: [cannotWrite(io.out ?? '', cause)] };
  }
}

async function refusedOut({ out, replace = false }: RunIo): Promise<RunEnd | null> {
  const refused = out === null ? null : await refuseOut(out, replace);
  if (refused === null) return null;
  return { exit: refused.code === 'run.cannotWrite' ? EXIT.environment : EXIT.usage, issues: [refused] };
}

/** Students in the order of the record. */
const inRecordOrder = (students: readonly Student[], plan: Plan): readonly Student[] =>
  students
    .map((student) => ({ student, record: { school: schoolOf(plan, student), student: student.key } }))
    .sort((a, b) => compareRecords(a.record, b.record))
    .map(({ student }) => student);

/** Everything after reading. Without a `run` in the end, nothing of the store may be seen. */
async function compute(job: Job, io: RunIo, ready: Ready, read: Read, store: RunStore): Promise<RunEnd> {
  const progress = io.progress ?? (() => {});
  const { rules, plan, proved } = ready;
  const { sources } = read;
  progress('match', 0, 1);
  const policy = policyOf(job, rules, ready.asOf);
  const counts = new RunCounts(rules);
  const evidence = new Evidence(store, rules, sources, counts);
  const matched = matchAll(sources, rules, policy, job.document.period, evidence);
  const { roster, reconciliation, students, byKey } = matched;
  progress('match', 1, 1);

  const issues: readonly Issue[] = [...proved.issues, ...read.issues, ...matched.issues, ...evidence.close()];
  const severities = { error: 0, warning: 0, note: 0 };
  for (const { severity } of issues) severities[severity] += 1;
  const schools = indexSchools(sources.schools, []);
  const people = new PeopleBook(job, rules, sources, matched, schools);
  const files = new StudentFiles(store, issues);
  for (const [i, student] of inRecordOrder(students, plan).entries()) {
    if (i % CHUNK === 0) {
      progress('determine', i, students.length);
      await new Promise((resume) => setImmediate(resume));
      const interrupted = stopped(io);
      if (interrupted !== null) return interrupted;
    }
    const determination = determine(plan, student);
    const { stage, setting } = enrolmentOf(byKey.get(student.key), determination.school);
    const area = schools.get(determination.school)?.area ?? '';
    const one: Counted = { determination, stage: stage ?? '', setting: setting ?? '', area };
    counts.student(one);
    for (const { severity } of determination.issues) severities[severity] += 1;
    files.add(determination, people.student(one, student));
  }
  files.close();
  progress('determine', students.length, students.length);

  progress('count', 0, 1);
  const forPeople = people.finish(evidence.elsewhere, issues);
  const { items, notices, unlisted } = forPeople;
  const rowsIn = (state: RosterRowState): number => roster.rows.filter((r) => r.state === state).length;
  const summary = summarise({
    head: headOf(rules, job, ready.context),
    counts,
    students: roster.students.length,
    roster: {
      rows: sources.roster.length,
      duplicates: rowsIn('duplicate'),
      invalid: rowsIn('invalid'),
    },
    lists: listRows(rules, sources),
    equations: [...reconciliation.equations, ...roster.equations],
    rows: [...rowBalances(sources, matched.factRows, matched.answers), ...forPeople.balances],
    items: Object.fromEntries(
      ITEM_KINDS.map((kind) => [kind, items.filter((item) => item.kind === kind).length]),
    ),
    issues: severities,
  });
  const broken = summary.equations.filter((equation) => !equation.holds);
  if (broken.length > 0) {
    const named = broken.map(({ id, left, right }) => error('run.equation', { equation: id, left, right }));
    return { exit: EXIT.equation, issues: named };
  }
  progress('count', 1, 1);

  const interruptedLate = stopped(io);
  if (interruptedLate !== null) return interruptedLate;
  progress('write', 0, 1);
  if (io.out !== null)
    for (const { path, bytes } of await viewFiles(forPeople.forms, notices, forPeople.titles))
      store.apart(path, bytes);
  storeRun(store, {
    ...forPeople,
    job,
    rules,
    policy,
    proofs: proved.report,
    inputs: read.files,
    sources,
    roster: roster.rows,
    summary,
  });
  // Something else may have come to stand in its place meanwhile.
  const taken = await refusedOut(io);
  if (taken !== null) return taken;
  try {
    await store.publish();
  } catch (cause) {
    throw new CannotWrite('a run folder cannot be put in its place', { cause });
  }
  progress('write', 1, 1);
  const run = runOf(store, { rules, summary, items, unlisted, notices, issues });
  return { exit: items.length > 0 ? EXIT.items : EXIT.clean, issues, run };
}

/** Where the student is, as the roster row of the school says. */
function enrolmentOf(student: EnrolmentStudent | undefined, school: string): Partial<Enrolment> {
  const row = student?.rows.find((one) => one.school === school) ?? student?.rows[0];
  return row?.enrolment ?? {};
}

/** A run whose files and determinations are read back where somebody asks for them. */
function runOf(store: RunStore, found: Omit<Run, 'files' | 'determinations'>): Run {
  return {
    ...found,
    get files() {
      return store.files();
    },
    get determinations() {
      return new TextDecoder()
        .decode(store.bytes('determinations.ndjson'))
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => readDeterminationLine(line, found.rules));
    },
  };
}
