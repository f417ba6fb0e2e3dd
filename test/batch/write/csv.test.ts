import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, csvFile } from '../../../src/batch/write/csv.js';

describe('cells for spreadsheet programs', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '　=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    '\u200b=1',
    '\u0000=1',
    '=HYPERLINK("http://x","y")',
  ])('guards %j', (text) => {
    const cell = csvCell(text);
    expect(cell.startsWith("'") || cell.startsWith('"\'')).toBe(true);
  });
  it.each(['安安', '12', 'G990102201503010110', '', "d'Artagnan", '（一）'])('leaves %j', (text) =>
    expect(csvCell(text)).toBe(text),
  );

  it('come back as they were, guarded or not', () => {
    const text = fc.string({
      unit: fc.constantFrom('=', '+', 'a', '"', ',', '\n', '\r', '安', ' ', "'"),
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), (rows) => {
        const records = parse(csvFile([['x', 'y'], ...rows]), {
          bom: true,
          record_delimiter: '\r\n',
        }) as unknown as string[][];
        expect(records.slice(1)).toHaveLength(rows.length);
        for (const [i, row] of rows.entries())
          for (const [j, cell] of row.entries()) {
            const back = records[i + 1]?.[j] ?? '';
            expect(back === cell || back === `'${cell}`).toBe(true);
            expect(/^[=+\-@]/.test(back)).toBe(false);
          }
      }),
    );
  });
});
