import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RunStore } from '../../../src/batch/run/store.js';
import { digestBytes } from '../../../src/value/index.js';

const line = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('䶮𬭎', '\ud840', 'x'.repeat(70_000)),
);

it('what is written piece by piece is what was said, with its size and digest', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (pieces) => {
      const store = new RunStore(null);
      const file = store.open('a.ndjson');
      for (const piece of pieces) file.write(`${piece}\n`);
      file.close();
      const bytes = new TextEncoder().encode(pieces.map((piece) => `${piece}\n`).join(''));
      expect(store.bytes('a.ndjson')).toEqual(bytes);
      expect(store.listed).toEqual([{ path: 'a.ndjson', bytes: bytes.length, sha256: digestBytes(bytes) }]);
    }),
    { numRuns: 60 },
  );
});
