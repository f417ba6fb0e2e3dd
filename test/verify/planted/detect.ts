import { type Job, type Run, type RunIo, readJob } from '../../../src/batch/index.js';
import { type CheckId, verifyRun } from '../../../src/verify/index.js';
import { JOB, townFiles } from '../../batch/shadow/town.js';
import { folderOf, textsOf } from '../folder.js';
import type { PlantedRuns } from './plant.js';

/** Who can notice that somebody is lost, and which equations and checks each is. */
export const DETECTORS = [
  'EQ0-1',
  'EQ2',
  'EQ3-4',
  'EQ5-7',
  'recount',
  'rejoin',
  'floors',
  'sentinels',
  'permutation',
] as const;
export type Detector = (typeof DETECTORS)[number];

const EQUATIONS: readonly (readonly [RegExp, Detector])[] = [
  [/^(?:rows:|EQ0|EQ1)/, 'EQ0-1'],
  [/^EQ2/, 'EQ2'],
  [/^EQ[34]/, 'EQ3-4'],
  [/^EQ[567]/, 'EQ5-7'],
];
const CHECKED_BY: Readonly<Record<CheckId, Detector>> = {
  digests: 'recount',
  form: 'recount',
  rows: 'recount',
  roster: 'recount',
  entries: 'recount',
  summary: 'recount',
  matches: 'rejoin',
  repeats: 'rejoin',
  leftOut: 'rejoin',
  nearMisses: 'rejoin',
  categories: 'rejoin',
  floors: 'floors',
};

const parsed = readJob(JOB, { file: 'job.yaml' });
if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
const job: Job = parsed.value;

/** The files with the rows below the header of every text in the opposite order. */
function turned(files: Readonly<Record<string, Uint8Array>>): Readonly<Record<string, Uint8Array>> {
  const turn = (bytes: Uint8Array): Uint8Array => {
    const [header = '', ...rows] = new TextDecoder().decode(bytes).trimEnd().split('\n');
    return new TextEncoder().encode(`${[header, ...rows.reverse()].join('\n')}\n`);
  };
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, name.endsWith('.csv') ? turn(bytes) : bytes]),
  );
}

/** What a run says of every student, but for the rows it rests on. */
const said = (run: Run | undefined): string =>
  JSON.stringify(
    String(textsOf(run?.files ?? [])['determinations.ndjson'] ?? '')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line))
      .map(({ student, outcome, recommended, open, categories }) => [
        ...[student, outcome, recommended, open?.tiers],
        categories.map(({ category, status }: { category: string; status: string }) => [category, status]),
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** The detectors that notice something wrong in runs of the town while one bug is awake (`null`: none). */
export async function detectedBy(planted: PlantedRuns, bug: string | null): Promise<readonly Detector[]> {
  planted.wake(bug);
  const files = await townFiles();
  const reader =
    (of: Readonly<Record<string, Uint8Array>>): RunIo['read'] =>
    async (name) =>
      of[name] ?? null;
  const found = new Set<Detector>();
  const { run } = await planted.runJob(job, { read: reader(files), out: null });
  for (const { id, holds } of run?.summary.equations ?? [])
    if (!holds) for (const [pattern, detector] of EQUATIONS) if (pattern.test(id)) found.add(detector);
  for (const { id, holds } of verifyRun(folderOf(textsOf(run?.files ?? []))).checks)
    if (!holds) found.add(CHECKED_BY[id]);
  const sentinels = await planted.runSentinels(job, { read: reader(files) });
  if (sentinels.exit !== 0) found.add('sentinels');
  const other = await planted.runJob(job, { read: reader(turned(files)), out: null });
  if (said(other.run) !== said(run)) found.add('permutation');
  return DETECTORS.filter((detector) => found.has(detector));
}
