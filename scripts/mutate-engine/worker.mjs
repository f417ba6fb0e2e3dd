/**
 * A process that has read the tests and the mutants of a room. It is told `{ measure: true }`, and answers for every test how
 * long it takes, whether it passes, and which mutants it reaches how often; or a mutant and the tests to run on it, and
 * answers which test noticed it, if one did.
 */
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

const [, , bundle, leaveOut] = process.argv;
const { tests: all, state, fc } = await import(pathToFileURL(bundle).href);
const slow = JSON.parse(leaveOut);
const tests = all.filter(({ file, name }) => !slow.some((start) => `${file}: ${name}`.startsWith(start)));
// The first failure is enough: nobody reads the smallest one.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
console.log = () => {};
/** What is reached while the modules are read, where no test can be run once more. */
const whileReading = reachedOf(state.covering).map(([id]) => id);
state.covering = null;

/** What a test may take with a mutant in it, in microseconds of this process: other work on the machine does not count. */
const mostMicros = (micros) => 3_000_000 + 10 * micros;

/** When this process has used as much as stands here it is ended, whatever it does; 0: never. */
const end = new BigInt64Array(new SharedArrayBuffer(8));
const used = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};
const watch = `
  const { workerData: end } = require('node:worker_threads');
  setInterval(() => {
    const { user, system } = process.cpuUsage();
    const most = Atomics.load(end, 0);
    if (most > 0n && BigInt(user + system) > most) process.kill(process.pid, 'SIGKILL');
  }, 200);
`;
new Worker(watch, { eval: true, workerData: end }).unref();

const errorOf = async (test) => {
  try {
    await test.run();
    return null;
  } catch (thrown) {
    return thrown ?? new Error('thrown');
  }
};

/** Mutants with how often each was reached. */
function reachedOf(covering) {
  return covering.flatMap((hits, id) => [[id, hits]]);
}

async function measure() {
  const measured = [];
  for (const [i, test] of tests.entries()) {
    state.covering = [];
    const before = used();
    const error = await errorOf(test);
    measured.push({
      name: `${test.file}: ${test.name}`,
      micros: used() - before,
      error: error === null ? null : String(error.message ?? error).slice(0, 300),
      reached: reachedOf(state.covering),
    });
    state.covering = null;
    process.send({ measuring: `test ${i + 1} of ${tests.length}` });
  }
  return measured;
}

/** A mutant is noticed by the first test that fails with it and, right after, does not without it. */
async function noticed(id, run) {
  for (const { test, mostHits, micros } of run) {
    Object.assign(state, { active: id, hits: 0, mostHits });
    Atomics.store(end, 0, BigInt(used() + mostMicros(micros)));
    const error = await errorOf(tests[test]);
    const endless = state.hits > state.mostHits;
    state.active = undefined;
    Atomics.store(end, 0, 0n);
    if (error === null && !endless) continue;
    if ((await errorOf(tests[test])) !== null) return { status: 'spoilt', test };
    return { status: endless ? 'endless' : 'killed', test };
  }
  return { status: 'survived' };
}

process.on('message', async (message) => {
  if (message.measure) process.send({ measured: await measure(), whileReading });
  else process.send({ id: message.id, ...(await noticed(message.id, message.run)) });
});
process.send({ ready: tests.length });
