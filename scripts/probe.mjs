/**
 * One small decision, made the same way wherever bulou runs: from the built files in Node, from the packed tarball as
 * ESM and as CJS, in a bundle without a host, in a browser under a strict content security policy. Imports nothing,
 * so that it can be carried anywhere.
 */

const RULES = `
format: 1
scheme: probe
edition: 2025-autumn
title: { zh: 试算, en: Probe }
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-20
facts:
  rural: { type: flag, worse: if_true, unknown: ask, title: { zh: 农村户籍, en: Rural } }
  income: { type: number, unit: CNY/year, range: [0, 1_000_000], worse: lower, unknown: ask, title: { zh: 家庭年收入, en: Income } }
  members: { type: number, unit: person, range: [1, 20], worse: higher, unknown: ask, title: { zh: 家庭人口, en: Members } }
figures:
  per_head: round(income / members, 0.01, half_up)
lists:
  civil: { title: { zh: 低保, en: Dibao }, owner: { zh: 民政局, en: Civil affairs }, attributes: {} }
categories:
  dibao: { title: { zh: 低保, en: Dibao }, list: civil, floor: hard }
score:
  parts:
    rural: { when: rural, points: 1.5 }
    income: { of: per_head, up_to: { 6_000: 60, 12_000: 40.25 }, otherwise: 0 }
tiers:
  - { id: special, title: { zh: 特别困难, en: Special }, from: 60 }
  - { id: hard, title: { zh: 困难, en: Hard }, from: 40 }
programmes:
  subsidy:
    title: { zh: 生活补助, en: Living subsidy }
    instrument: subsidy
    for: tier >= hard
    amount: 500
    per: semester
    payee: guardian
`;

const CONTEXT = { period: '2025-autumn', asOf: '2025-10-15', knownAt: '2025-10-15' };

const enrolments = [
  { school: '3137000001', stage: 'primary', setting: 'ordinary', grade: 3, boarder: false },
];
const student = (key, facts, dibao) => ({
  key,
  enrolments,
  applied: true,
  facts,
  categories: [{ category: 'dibao', status: dibao }],
});

/** By score, by the floor of a category, and not decided because something is not known. */
const STUDENTS = [
  student('probe-1', { rural: true, income: '20000.50', members: 3 }, 'out'),
  student('probe-2', { rural: false, income: 90000, members: 3 }, 'in'),
  student('probe-3', { rural: true, income: null, members: 3 }, 'out'),
];
const OUTCOMES = ['determined hard', 'determined hard', 'undetermined'];

function must(result) {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

function decide(bulou, rules) {
  const plan = must(bulou.compile(rules, CONTEXT));
  const determinations = STUDENTS.map((one) => bulou.determine(plan, one));
  const outcomes = determinations.map((one) => [one.outcome, one.recommended?.tier].join(' ').trim());
  if (outcomes.join() !== OUTCOMES.join()) throw new Error(`outcomes are ${outcomes.join()}`);
  return determinations;
}

/** Reads the rules, compiles, determines: `{ document, determinations }` as JSON text. */
export function probe(bulou) {
  const rules = must(bulou.readRules(RULES));
  return JSON.stringify({ document: rules.document, determinations: decide(bulou, rules) });
}

/** The same determinations from the expanded document in the result of {@link probe}, without reading YAML. */
export function probeExpanded(bulou, text) {
  const { document } = JSON.parse(text);
  return JSON.stringify({ document, determinations: decide(bulou, must(bulou.loadExpanded(document))) });
}
