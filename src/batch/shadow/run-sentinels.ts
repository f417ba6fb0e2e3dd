import { compile } from '../../plan/index.js';
import { error, type Issue, warning } from '../../value/index.js';
import { type Job, linkJob } from '../job/index.js';
import { EXIT, type Exit, type RunEnd, type RunIo, readRulesOf, runJob } from '../run/index.js';
import { readInputs, readSources, type Sources } from '../source/index.js';
import { floorOf, judge } from './judge.js';
import { findMoulds } from './moulds.js';
import { Sentinels } from './people.js';
import { plantAll } from './planting.js';
import { type TwinFile, twinBytes, twinSource, withTwins } from './twin.js';

/** What became of the sentinels. */
export interface SentinelEnd {
  /** 0: every one arrived; 5: one was lost, or the books of the shadow run do not balance; else as of a run that is refused. */
  readonly exit: Exit;
  readonly planted: number;
  /** `shadow.arrived`; or `shadow.lost…` for each that was lost; `shadow.none` and `shadow.without` for what no sentinel could stand on. */
  readonly issues: readonly Issue[];
}

/** How a job is run; another one than the real can be given to see whether the sentinels notice. */
export type Runner = (job: Job, io: RunIo) => Promise<RunEnd>;

/**
 * Runs a job in shadow: invented students, each written in a way in which somebody has been lost before, are put beside
 * the real inputs in memory, everything is computed, and every one of them must arrive: on its list with its category and
 * floor, or held open for a person where an automatic match would be wrong. Nothing is written and nothing of it reaches
 * a real run. Data never throws.
 */
export async function runSentinels(
  job: Job,
  io: Pick<RunIo, 'read' | 'beside' | 'progress' | 'interrupted'>,
  run: Runner = runJob,
): Promise<SentinelEnd> {
  const stopped = (exit: Exit, issues: readonly Issue[]): SentinelEnd => ({ exit, planted: 0, issues });
  // The job is run as it is where anything in it is refused, so that the words are those of a run.
  const asItIs = async (): Promise<SentinelEnd> => {
    const end = await run(job, { ...io, out: null });
    return stopped(end.run === undefined ? end.exit : EXIT.defect, end.issues);
  };
  const { document } = job;
  const read = await readRulesOf(document.rules, io);
  if (read?.ok !== true) return asItIs();
  const rules = read.value;
  if (linkJob(job, rules).length > 0) return asItIs();
  const { period, as_of: asOf, known_at: knownAt, period_start: periodStart } = document;
  const plan = compile(rules, {
    period,
    asOf,
    knownAt,
    ...(periodStart === undefined ? {} : { periodStart }),
  });
  if (!plan.ok) return asItIs();
  const inputs = await readInputs(job, io.read, () => {});
  if (!inputs.ok) return asItIs();
  const sources = readSources(job, plan.value, inputs.value);
  if (!sources.ok) return asItIs();

  const moulds = findMoulds(job, inputs.value, sources.value);
  const people = new Sentinels(freeDivision(sources.value), Number(asOf.slice(0, 4)) - 11);
  const { planted, roster, lists } = plantAll(job, moulds, people, (id) => floorOf(id, rules));
  const notes = moulds.without.map((what) => warning('shadow.without', { what }));
  if (planted.length === 0) return stopped(EXIT.clean, [...notes, warning('shadow.none')]);

  const files = new Map<string, Uint8Array>();
  for (const [, twin] of [...distinct(roster), ...distinct(lists)])
    files.set(twin.name, await twinBytes(twin));
  const shadow = withTwins(
    job,
    distinct(roster).map(([mould, twin]) => twinSource(mould, twin)),
    distinct(lists).map(([mould, twin]) => ({ list: mould.list, source: twinSource(mould, twin) })),
  );
  const end = await run(shadow, {
    ...io,
    read: async (name) => files.get(name) ?? io.read(name),
    out: null,
  });
  if (end.run === undefined)
    return { exit: end.exit, planted: planted.length, issues: [...notes, ...end.issues] };
  const missed = judge(planted, end.run.files, rules).map(({ planted: one, how, entry }) => {
    const { file, row } = entry ?? one.roster;
    const list = (entry ?? one.entries[0])?.list ?? '';
    return error(how, { trap: one.trap.id, list }, { file, row });
  });
  if (missed.length > 0)
    return { exit: EXIT.equation, planted: planted.length, issues: [...notes, ...missed] };
  const arrived: Issue = { code: 'shadow.arrived', severity: 'note', values: { count: planted.length } };
  return { exit: EXIT.clean, planted: planted.length, issues: [...notes, arrived] };
}

/** The twin files in use, each with one of its moulds. */
function distinct<M>(twins: ReadonlyMap<M, TwinFile>): readonly (readonly [M, TwinFile])[] {
  const all = [...twins].filter(([, twin]) => twin.rows.length > 0);
  return all.filter(([, twin], i) => all.findIndex(([, one]) => one === twin) === i);
}

/** Six digits with which no identifier of the inputs begins: sentinels are nobody's neighbours. */
function freeDivision({ roster, lists }: Sources): string {
  const taken = new Set<string>();
  for (const { id, studentNumber } of [...roster, ...lists.flatMap((list) => list.entries)])
    for (const cell of [id, studentNumber])
      for (const [start] of cell.matchAll(/999[0-9]{3}/g)) taken.add(start);
  for (let division = 999_900; division < 999_999; division += 1)
    if (!taken.has(String(division))) return String(division);
  return '999999';
}
