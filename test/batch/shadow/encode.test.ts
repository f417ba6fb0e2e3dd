import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encode } from '../../../src/batch/shadow/encode.js';

const sign = fc.oneof(
  fc.constantFrom('马', '䶮', '𬭎', '·', '\u{A0}', '\u{3000}', '\u{200B}', '\u{FEFF}', 'Ｘ', 'é', 'a', '\n'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
);

it.each(['utf-8', 'gb18030', 'utf-16le'] as const)('what is written in %s is read as it was', (encoding) => {
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 30 }), (signs) => {
      const text = `x${signs.join('')}`;
      const read = new TextDecoder(encoding, { fatal: true }).decode(encode(text, encoding));
      expect(read).toBe(text);
    }),
    { numRuns: 200 },
  );
});

it('a half of a pair is written as what stands for it', () => {
  expect(new TextDecoder('gb18030').decode(encode('\ud840', 'gb18030'))).toBe('\u{FFFD}');
});
