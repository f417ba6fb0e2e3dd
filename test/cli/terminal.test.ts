import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth, table } from '../../src/cli/terminal.js';

describe('columns of a terminal', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['学前教育', 8],
    ['（元）', 6],
    ['𠮷', 2],
    ['…·', 2],
  ])('%j takes %i', (text, width) => expect(displayWidth(text)).toBe(width));

  it('are aligned whatever is in them', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '1', '学', '（', '𠮷'), maxLength: 5 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, text, fc.constant('|')), { minLength: 1, maxLength: 6 }),
        (rows) => {
          const widths = table(rows).map(displayWidth);
          expect(new Set(widths).size).toBe(1);
        },
      ),
    );
  });
});
