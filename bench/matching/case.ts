/**
 * One size of the bench, in a process of its own, so that its memory is its own. Prints one line of JSON, a `Certified`.
 *
 *   node case.mjs STUDENTS ENTRIES SEED match|certificates
 */

import {
  type DepartmentList,
  EXACT_POLICY,
  type MatchPolicy,
  reconcileEach,
} from '../../src/reconcile/index.js';
import { idScan } from '../../src/reconcile/search/certificate.js';
import { indexRoster } from '../../src/reconcile/search/roster-index.js';
import { benchLists } from './lists.js';
import type { Certified, Measured, Span } from './measured.js';
import { rosterRows } from './roster.js';

const POLICY: MatchPolicy = { ...EXACT_POLICY, asOf: { y: 2025, m: 10, d: 10 }, expected: [] };

interface Moment {
  readonly cpu: number;
  readonly wall: number;
}

/** CPU seconds of the program, not of the system, and wall seconds. */
const now = (): Moment => ({ cpu: process.cpuUsage().user / 1e6, wall: performance.now() / 1e3 });
const between = (a: Moment, b: Moment): Span => ({ cpu: b.cpu - a.cpu, wall: b.wall - a.wall });
const minus = (a: Span, b: Span): Span => ({ cpu: a.cpu - b.cpu, wall: a.wall - b.wall });

function measure(students: number, entries: number, seed: number, policy: MatchPolicy): Measured {
  // The lists are at hand before matching begins, as in a run. The roster is made row by row while it is indexed, so the
  // time of making it is measured first and taken off.
  const lists = benchLists(seed, students, entries);
  const listsMegabytes = process.memoryUsage.rss() / 1024 ** 2;
  const beforeRoster = now();
  let rows = 0;
  for (const _ of rosterRows(seed, students)) rows += 1;
  const generator = between(beforeRoster, now());

  let indexed: Moment | undefined;
  const [first, ...others] = lists;
  const watched: readonly DepartmentList[] =
    first === undefined
      ? []
      : [
          {
            ...first,
            // Entries are first asked for when the index is finished.
            get entries() {
              indexed ??= now();
              return first.entries;
            },
          },
          ...others,
        ];
  const states: Record<string, number> = {};
  let outcomes = 0;
  let candidates = 0;
  let decided = now();
  const start = now();
  const { certificates } = reconcileEach(rosterRows(seed, students), watched, [], policy, {
    outcome: (outcome) => {
      outcomes += 1;
      candidates += outcome.candidates.length;
      states[outcome.state] = (states[outcome.state] ?? 0) + 1;
    },
    student: () => {
      if (rows > 0) decided = now();
      rows = 0;
    },
  });
  const end = now();
  return {
    students,
    entries: outcomes,
    generator,
    build: minus(between(start, indexed ?? start), generator),
    decide: between(indexed ?? start, decided),
    all: minus(between(start, end), generator),
    states,
    candidates,
    certificates: certificates.issued,
    listsMegabytes,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    arraysMegabytes: process.memoryUsage().arrayBuffers / 1024 ** 2,
  };
}

/** Packing the IDs for the scans, which a run does once, before the first of them. */
function packing(students: number, seed: number): Span {
  const index = indexRoster(rosterRows(seed, students), POLICY.asOf);
  const start = now();
  idScan(index);
  return between(start, now());
}

const [students = 0, entries = 0, seed = 1] = process.argv.slice(2, 5).map(Number);
const plain = measure(students, entries, seed, { ...POLICY, certificate: null });
const certified: Pick<Certified, 'scanned' | 'packing'> =
  process.argv[5] === 'certificates'
    ? { scanned: measure(students, entries, seed, POLICY), packing: packing(students, seed) }
    : { scanned: plain, packing: { cpu: 0, wall: 0 } };
process.stdout.write(`${JSON.stringify({ plain, ...certified })}\n`);
