/**
 * Would the tests of the engine notice a mistake in it? Stryker's instrumenter makes the mistakes in one room of src/ at a
 * time, and the tests of the room are run on each: `npm run mutate:engine -- value`, or on some of them, chosen at random:
 * `npm run mutate:engine -- plan --sample 300 --seed 1`. Long, and no part of `npm run check`. The instrumenter is not
 * installed with everything else: docs/testing.md has the line that does.
 */
import { appendFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const CACHE = join(ROOT, 'node_modules/.cache/mutate-engine');

/** Random pairs of both meanings, fewer than the suite goes through; the meaning without the mistake speaks once. */
const PAIRS = 'scripts/mutate-engine/pairs';

/** For each room what is about it. */
const TESTS = {
  value: ['test/value'],
  rules: ['test/rules', 'test/cases'],
  reference: ['test/reference', 'test/determine', `${PAIRS}/reference.test.ts`],
  plan: ['test/plan', 'test/determine', `${PAIRS}/plan.test.ts`],
  check: ['test/check', `${PAIRS}/check.test.ts`],
  determine: ['test/determine', `${PAIRS}/determine.test.ts`],
  reconcile: ['test/reconcile'],
};

/** These build the source anew, and would not see a mutant. */
const BUILDS = ['test/check/brute-force.test.ts: planted in the prover'];

/** Left out at first, as every mutant that nothing else notices would have to go through them for seconds. */
const TOO_SLOW = [
  'test/determine/completions/',
  'test/determine/floors.test.ts',
  'test/determine/garbage.test.ts',
  'test/determine/order.test.ts',
  'test/determine/unknown.test.ts: knowing one fact more',
  'test/reconcile/recall.test.ts',
  "test/check/seeded.test.ts: a slip in a rule file is found > 'cn-sd-liaocheng'",
  "test/check/seeded.test.ts: a slip in a rule file is found > 'cn-gd'",
  'test/check/seeded.test.ts: none of them is there before',
];

const { values, positionals: rooms } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    at: { type: 'string', multiple: true },
    minutes: { type: 'string' },
    quick: { type: 'boolean', default: false },
    workers: { type: 'string', default: '1' },
    out: { type: 'string' },
  },
});
const sample = values.sample === undefined ? null : Number(values.sample);
const unknown = rooms.filter((room) => !Object.hasOwn(TESTS, room));
if (rooms.length === 0 || unknown.length > 0 || (sample !== null && !(sample > 0))) {
  console.error(
    `say which rooms: ${Object.keys(TESTS).join(', ')}; and --sample N --seed S for some of the mutants`,
  );
  process.exit(2);
}
if (!existsSync(join(ROOT, 'node_modules/@stryker-mutator/instrumenter'))) {
  console.error('the instrumenter of Stryker is not installed; docs/testing.md says how');
  process.exit(7);
}

const { filesIn, mutantsOf, sampleOf } = await import('./mutate-engine/mutants.mjs');
const { bundle } = await import('./mutate-engine/bundle.mjs');
const { Worker } = await import('./mutate-engine/workers.mjs');
const { Compiler } = await import('./mutate-engine/compiler.mjs');
const { linesOf } = await import('./mutate-engine/report.mjs');
const { lineOf, reasonsOf } = await import('./mutate-engine/reasons.mjs');

/** A mutant that a test reaches so much oftener than it does without it keeps the test from coming to an end. */
const TIMES_THE_HITS = 30;

/** What the tests first run on one mutant may take without it, in microseconds of a process. */
const MOST_MICROS = 3_000_000;

/** What a test run without a mutant says: which tests reach which mutants, the quickest first, as far as `most` goes. */
function coverageOf(measured, most) {
  const reaching = new Map();
  const passing = measured.map((one, test) => ({ ...one, test })).filter(({ error }) => error === null);
  for (const { test, micros, reached } of passing.sort((a, b) => a.micros - b.micros))
    for (const [id, hits] of reached) {
      const run = reaching.get(id) ?? [];
      const spent = run.reduce((sum, one) => sum + one.micros, 0);
      if (run.length > 0 && spent + micros > most) continue;
      run.push({ test, micros, mostHits: hits * TIMES_THE_HITS + 10_000 });
      reaching.set(id, run);
    }
  return reaching;
}

/** The tests of a bundle, run on one mutant after another by `workers` processes: the tests of which it knows that they notice much come first. */
async function triedBy({ workers, most, leaveOut, ...from }) {
  const all = workers.map(() => new Worker({ ...from, root: ROOT, leaveOut }));
  const { measured, whileReading } = await all[0].measure((text) => told(`without a mistake: ${text}`));
  const reaching = coverageOf(measured, most);
  const noticed = new Map();
  const worth = ({ test, micros }) => (noticed.get(test) ?? 0.1) / (micros + 1000);
  return {
    measured,
    whileReading: new Set(whileReading),
    async of(mutant, worker) {
      const run = reaching.get(mutant.id);
      if (run === undefined) return { status: 'unreached' };
      const { status, test } = await all[worker].mutant(
        mutant.id,
        run.toSorted((a, b) => worth(b) - worth(a)),
      );
      if (test === undefined) return { status };
      noticed.set(test, (noticed.get(test) ?? 0) + 1);
      return { status, by: measured[test].name };
    },
    end: () => Promise.all(all.map((worker) => worker.end())),
  };
}

/** The mutants of the rooms, all of them or `--sample` of each, in an order in which any number of the first are a sample. */
function chosenOf(mutants) {
  const asked = mutants.filter(({ place }) => values.at?.some((at) => place.startsWith(at)) ?? true);
  const shares = rooms.map((room) => {
    const inAll = asked.filter(({ file }) => file.startsWith(`src/${room}/`));
    return { room, inAll: inAll.length, chosen: sampleOf(inAll, sample ?? inAll.length, values.seed) };
  });
  const longest = Math.max(...shares.map(({ chosen }) => chosen.length));
  const turns = Array.from({ length: longest }, (_, i) => shares.flatMap(({ chosen }) => chosen[i] ?? []));
  return { shares, chosen: turns.flat() };
}

async function main() {
  const { sources, mutants } = await mutantsOf(ROOT, rooms);
  const folders = [...new Set(rooms.flatMap((room) => TESTS[room]))];
  const testFiles = folders
    .flatMap((folder) => (folder.endsWith('.test.ts') ? [folder] : filesIn(ROOT, folder)))
    .filter((file) => file.endsWith('.test.ts') && !TOO_SLOW.some((slow) => file.startsWith(slow)));
  mkdirSync(CACHE, { recursive: true });
  const outfile = join(CACHE, `${rooms.join('-')}-${process.pid}.mjs`);
  await bundle({ root: ROOT, testFiles, sources, outfile });

  const workers = Array.from({ length: Number(values.workers) }, (_, i) => i);
  const from = { bundle: outfile, workers };
  const quick = await triedBy({
    ...from,
    leaveOut: [...TOO_SLOW, ...BUILDS],
    allRuns: false,
    most: MOST_MICROS,
  });
  const whole = values.quick
    ? null
    : await triedBy({ ...from, leaveOut: BUILDS, allRuns: true, most: Number.POSITIVE_INFINITY });
  const failing = (whole ?? quick).measured.filter(({ error }) => error !== null).map(({ name }) => name);
  if (failing.length > 0)
    console.log(`not used, as they do not pass without a mistake:\n  ${failing.join('\n  ')}`);
  const compiler = new Compiler(ROOT);

  const resultOf = async (mutant, worker) => {
    const first = await quick.of(mutant, worker);
    if (first.status !== 'survived' && first.status !== 'unreached') return first;
    const reading = first.status === 'unreached' && quick.whileReading.has(mutant.id);
    if (!reading && compiler.refuses(mutant)) return { status: 'typed' };
    const then = whole === null ? first : await whole.of(mutant, worker);
    return reading && then.status === 'unreached' ? { status: 'static' } : then;
  };

  const { shares, chosen } = chosenOf(mutants);
  const until =
    values.minutes === undefined ? Number.POSITIVE_INFINITY : Date.now() + 60_000 * Number(values.minutes);
  const results = [];
  const waiting = chosen.values();
  const work = async (worker) => {
    for (const mutant of waiting) {
      if (Date.now() > until) break;
      const result = { ...(await resultOf(mutant, worker)), mutant };
      results.push(result);
      told(`${results.length} of ${chosen.length}: ${mutant.place} ${result.status}`);
      if (values.out !== undefined) appendFileSync(values.out, `${JSON.stringify(result)}\n`);
    }
  };
  await Promise.all(workers.map(work));
  await Promise.all([quick.end(), whole?.end()]);
  rmSync(outfile);
  const reasons = reasonsOf(rooms, ROOT);
  for (const { room, inAll } of shares) {
    const own = results.filter(({ mutant }) => mutant.file.startsWith(`src/${room}/`));
    const of = { inAll, results: own, reasons, lineOf: (mutant) => lineOf(mutant, ROOT) };
    console.log(linesOf(room, of).join('\n'));
  }
  for (const { file, line } of reasons.stale(mutants))
    console.log(`a reason is about nothing that is there: ${file}: ${line}`);
}

/** Where it is, for whoever waits. */
function told(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r${text.slice(0, process.stderr.columns - 1)}\x1b[K`);
}

await main();
