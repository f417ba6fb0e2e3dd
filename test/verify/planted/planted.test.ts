import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUGS } from './bugs.js';
import { DETECTORS, type Detector, detectedBy } from './detect.js';
import { type PlantedRuns, plantAll, removePlanted } from './plant.js';

// Detectors are worth what they detect: every known way of losing somebody in silence is planted in the source, one at a
// time, and runs of a small town by that source are looked at by each detector alone.

let runs: PlantedRuns;
beforeAll(async () => {
  runs = await plantAll();
});
afterAll(removePlanted);

/** What notices each bug. A detector that comes to notice more is no harm; one that notices less is. */
const NOTICED: Readonly<Record<string, readonly Detector[]>> = {
  lastRow: ['EQ0-1', 'recount', 'sentinels', 'permutation'],
  swallowed: ['EQ0-1', 'recount'],
  smallXInList: ['rejoin', 'sentinels'],
  smallXInRoster: ['rejoin', 'sentinels'],
  noTrim: ['rejoin', 'sentinels'],
  coerced: ['sentinels'],
  bothRepeats: ['EQ2', 'recount', 'rejoin', 'sentinels'],
  bytesOfNames: ['rejoin', 'sentinels'],
  stage: ['rejoin', 'sentinels'],
  edge: ['sentinels'],
  overwritten: ['rejoin', 'sentinels'],
  writerSkips: ['recount', 'rejoin', 'sentinels'],
  floor: ['EQ5-7', 'recount', 'floors', 'sentinels'],
  truncated: ['recount', 'rejoin', 'sentinels'],
};

describe('with every bug asleep, the source', () => {
  it('gives no detector anything to notice', async () => {
    expect(await detectedBy(runs, null)).toEqual([]);
  });
});

describe('a planted bug is noticed', () => {
  it.each(BUGS.map((bug) => [bug.what, bug] as const))('%s', async (_, bug) => {
    const noticed = await detectedBy(runs, bug.id);
    expect(noticed.length).toBeGreaterThan(0);
    expect(noticed).toEqual(expect.arrayContaining([...(NOTICED[bug.id] ?? [])]));
  });
});

it('names every bug and every detector, but for one that none of these bugs concerns', () => {
  expect(Object.keys(NOTICED)).toEqual(BUGS.map((bug) => bug.id));
  // Students are counted where they are assembled and where they are determined; none of the bugs is between.
  expect(DETECTORS.filter((one) => !Object.values(NOTICED).flat().includes(one))).toEqual(['EQ3-4']);
});
