import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ANNE, CY, FILES } from '../run/world.js';
import { attack } from './attack.js';

// Beyond the catalogue: whatever happens to the bytes of an input, the run ends by its rules. What has to hold of every end
// (books that balance, every row in a ledger, nobody in a message) is looked at in `attack`.

const PIECES = [
  '"',
  '""',
  ',',
  ',,,',
  '\n',
  '\r',
  '\t',
  ';',
  '\0',
  '合计,',
  '备注：',
  '\uFEFF',
  '\u202E',
  '\uE79F',
  '𠮷',
  '=1+1',
  '-',
  '0',
  'NULL',
  ANNE,
  CY,
];
const NAMES = ['roster.csv', 'civil.csv', 'survey.csv', 'schools.csv', 'aided.csv'] as const;

const spoiled = fc
  .record({
    name: fc.constantFrom(...NAMES),
    changes: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        cut: fc.integer({ min: 0, max: 12 }),
        put: fc.oneof(
          fc.constantFrom(...PIECES).map((text) => Buffer.from(text)),
          fc.uint8Array({ maxLength: 3 }).map((bytes) => Buffer.from(bytes)),
        ),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ name, changes }) => {
    const bytes = changes.reduce(
      (whole, { at, cut, put }) => {
        const start = Math.floor(at * whole.length);
        return Buffer.concat([whole.subarray(0, start), put, whole.subarray(start + cut)]);
      },
      Buffer.from(FILES[name] ?? ''),
    );
    return { [name]: new Uint8Array(bytes) };
  });

it('any change to any input ends in an exit that means something', async () => {
  await fc.assert(
    fc.asyncProperty(spoiled, async (files) => {
      expect([0, 1, 3, 6]).toContain((await attack(files)).exit);
    }),
    { numRuns: 150 },
  );
});
