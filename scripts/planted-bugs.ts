/**
 * Plants every known way of losing somebody in silence in the source, one at a time, and prints which detector notices
 * it in runs of a small town. The same bugs and detectors as in test/verify/planted.
 */
import { BUGS } from '../test/verify/planted/bugs.js';
import { DETECTORS, detectedBy } from '../test/verify/planted/detect.js';
import { plantAll, removePlanted } from '../test/verify/planted/plant.js';

const runs = await plantAll();
const width = Math.max(...BUGS.map((bug) => bug.what.length));
const line = (what: string, marks: readonly string[]): string =>
  `${what.padEnd(width)}  ${marks.map((mark, i) => mark.padStart(DETECTORS[i]?.length ?? 0)).join('  ')}`;

console.log(line('', DETECTORS));
let silent = 0;
for (const bug of [null, ...BUGS]) {
  const noticed = await detectedBy(runs, bug?.id ?? null);
  console.log(
    line(
      bug?.what ?? 'no bug',
      DETECTORS.map((one) => (noticed.includes(one) ? 'x' : '·')),
    ),
  );
  if (bug !== null && noticed.length === 0) silent += 1;
  if (bug === null && noticed.length > 0) silent += 1;
}
removePlanted();
process.exitCode = silent === 0 ? 0 : 1;
