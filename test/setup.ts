import fc from 'fast-check';

// The same commit gets the same verdict: random runs start from one seed, so a red run means that the change broke
// something. `BULOU_SEED=random npm test` looks further; fast-check prints the seed of what it finds.
const seed = process.env.BULOU_SEED ?? '20260901';
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });
