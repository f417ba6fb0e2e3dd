/** Runs mutants in a process that may hang, run out of memory or spoil what it has read: then it is ended and begun anew. */
import { fork } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WORKER = join(dirname(fileURLToPath(import.meta.url)), 'worker.mjs');
const LONGEST_START = 600_000;
const LONGEST_MUTANT = 1_800_000;
const LONGEST_MEASURE = 7_200_000;

export class Worker {
  #from;
  #child = null;

  /** From a bundle of tests, without those whose file and name begin with one of `leaveOut`; properties with all runs or few. */
  constructor({ bundle, root, leaveOut, allRuns }) {
    this.#from = { bundle, root, leaveOut, allRuns };
  }

  /** The next message that `wanted` takes, or `null` where the process ended or took longer than `limit` ms. */
  #answer(wanted, limit, seen = () => {}) {
    const child = this.#child;
    return new Promise((resolve) => {
      const done = (answer) => {
        clearTimeout(timer);
        child.off('message', told);
        child.off('exit', gone);
        resolve(answer);
      };
      const told = (message) => (wanted(message) ? done(message) : seen(message));
      const gone = () => done(null);
      const timer = setTimeout(() => done(null), limit);
      child.on('message', told);
      child.on('exit', gone);
    });
  }

  async #begun() {
    if (this.#child !== null) return;
    const { bundle, root, leaveOut, allRuns } = this.#from;
    this.#child = fork(WORKER, [bundle, JSON.stringify(leaveOut)], {
      cwd: root,
      execArgv: ['--max-old-space-size=2000'],
      env: { ...process.env, NODE_ENV: 'test', ALL_RUNS: allRuns ? 'yes' : 'no' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    if ((await this.#answer((m) => m.ready !== undefined, LONGEST_START)) === null)
      throw new Error('the tests cannot be read');
  }

  async end() {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  async measure(progress) {
    await this.#begun();
    const answer = this.#answer(
      (m) => m.measured !== undefined,
      LONGEST_MEASURE,
      (m) => progress(m.measuring),
    );
    this.#child.send({ measure: true });
    const measured = await answer;
    if (measured === null) throw new Error('the tests do not come to an end');
    return measured;
  }

  /** What became of one mutant: `killed`, `endless` (it does not come to an end, or takes all memory) or `survived`. */
  async mutant(id, run) {
    for (let tried = 0; ; tried += 1) {
      await this.#begun();
      const answer = this.#answer((m) => m.id === id, LONGEST_MUTANT);
      this.#child.send({ id, run });
      const result = await answer;
      if (result !== null && result.status !== 'spoilt') return result;
      await this.end();
      if (result === null) return { status: 'endless' };
      // In a fresh process the test fails without the mutant as well: what it says is worth nothing.
      if (tried === 1) return { status: 'survived' };
    }
  }
}
