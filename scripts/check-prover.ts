import { comparedOf, disagrees } from '../test/check/small/compare.js';

// The prover held against the slow way on many small random rule files: every student, and every pair of them that
// differs in one thing. `npm run check:prover [-- FIRST COUNT]`.

const [first = 1, count = 40_000] = process.argv.slice(2).map(Number);
const statuses = new Map<string, Record<string, number>>();
let [files, students, disagreements, replayed] = [0, 0, 0, 0];
for (let seed = first; seed < first + count; seed += 1) {
  const { students: some, compared } = comparedOf(seed);
  if (some === 0) continue;
  files += 1;
  students += some;
  for (const one of compared) {
    const kind = one.id.split(' ')[0] ?? '';
    const counts = statuses.get(kind) ?? { proved: 0, byConstruction: 0, refuted: 0, notProved: 0 };
    counts[one.status] = (counts[one.status] ?? 0) + 1;
    statuses.set(kind, counts);
    if (one.replays === true) replayed += 1;
    if (!disagrees(one)) continue;
    disagreements += 1;
    console.log(`seed ${seed}: ${one.id} is said to be ${one.status}, and is ${one.truth}`);
  }
}
console.log(
  `${files} rule files (seeds ${first} to ${first + count - 1}), ${students} students gone through`,
);
for (const [kind, { proved, byConstruction, refuted, notProved }] of [...statuses].sort())
  console.log(
    `  ${kind.padEnd(12)} proved ${proved}, by construction ${byConstruction}, refuted ${refuted}, not proved ${notProved}`,
  );
console.log(`${replayed} witnesses determined anew, ${disagreements} disagreements`);
process.exitCode = disagreements === 0 ? 0 : 1;
