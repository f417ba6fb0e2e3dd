import { compile, type Plan } from '../../plan/index.js';
import type { RunHead } from '../../record/index.js';
import type { RuleSet } from '../../rules/index.js';
import { type CivilDate, error, type Issue, parseCivilDate } from '../../value/index.js';
import { type Job, linkJob } from '../job/index.js';
import { type InputFile, readInputs, readSources, type Sources } from '../source/index.js';
import { EXIT, type Exit, refusalExit } from './exit.js';
import { proveRules } from './prove-rules.js';
import { readRulesOf } from './read-rules.js';
import type { RunIo } from './run-io.js';

/** A run that ended before there was anything to compute. */
export interface Ended {
  readonly exit: Exit;
  readonly issues: readonly Issue[];
}

/** The end of a run that somebody interrupted; `null` where nobody did. */
export const stopped = ({ interrupted }: RunIo): Ended | null =>
  interrupted?.() === true ? { exit: EXIT.interrupted, issues: [error('run.interrupted')] } : null;

/** The rules of a job, ready to be run. */
export interface Ready {
  readonly rules: RuleSet;
  readonly plan: Plan;
  readonly proved: ReturnType<typeof proveRules>;
  readonly context: Omit<RunHead, 'rules' | 'job'>;
  readonly asOf: CivilDate;
}

/** Reads, links and proves the rules of a job; what refuses it ends the run. */
export async function prepare(job: Job, io: RunIo): Promise<Ready | Ended> {
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
  const proved = proveRules(rules, job);
  const refuted = proved.issues.filter((issue) => issue.severity === 'error');
  if (refuted.length > 0) return { exit: EXIT.refused, issues: refuted };
  const asOf = parseCivilDate(document.as_of);
  if (asOf === null) return { exit: EXIT.refused, issues: [error('job.noDate', { found: document.as_of })] };
  return { rules, plan: compiled.value, proved, context, asOf };
}

/** What the files of a job say. The files themselves are let go. */
export interface Read {
  readonly files: readonly InputFile[];
  readonly sources: Sources;
  readonly issues: readonly Issue[];
}

/** Reads every file of a job, and counts its rows. */
export async function readAll(job: Job, io: RunIo, { plan }: Ready): Promise<Read | Ended> {
  const progress = io.progress ?? (() => {});
  const inputs = await readInputs(job, io.read, (done, of) => progress('read', done, of));
  if (!inputs.ok) return { exit: refusalExit(inputs.issues), issues: inputs.issues };
  const sourced = readSources(job, plan, inputs.value);
  if (!sourced.ok) return { exit: refusalExit(sourced.issues), issues: sourced.issues };
  const { files, issues } = inputs.value;
  return stopped(io) ?? { files, sources: sourced.value, issues: [...issues, ...sourced.value.issues] };
}
