import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/batch/read/index.js';
import { countRecords } from '../../../src/batch/source/count-records.js';

const count = async (
  bytes: Uint8Array,
  delimiter: ',' | '\t',
  encoding: 'utf-8' | 'gb18030' | 'utf-16le' = 'utf-8',
) => {
  const table = await readTable({ name: 'x.csv', bytes }, { encoding, delimiter });
  if (!table.ok) return null;
  return {
    counted: countRecords(bytes, table.value, delimiter),
    read: table.value.sheets[0]?.rows.length ?? 0,
  };
};
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('counting records on the bytes', () => {
  it.each([
    ['a,b\n1,2\n', 2],
    ['a,b\r\n1,2', 2],
    ['a,b\r1,2\r\r', 2],
    ['\uFEFFa,b\n"x\ny",2\n\n,\n', 2],
    ['a\n\nb\n', 3],
    ['a,"say ""yes"""\n', 1],
  ])('counts %j', async (text, records) =>
    expect(countRecords(utf8(text), (await table(text))!, ',')).toBe(records),
  );

  it('counts what the reader reads, by another way', async () => {
    const field = fc.string({
      unit: fc.constantFrom('a', '双', ',', '"', '\n', '\r', ' ', '\t'),
      maxLength: 4,
    });
    const end = fc.constantFrom('\n', '\r\n', '\r');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(field, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
        end,
        async (rows, newline) => {
          const quote = (text: string): string =>
            /[",\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
          const text = rows.map((row) => row.map(quote).join(',')).join(newline) + newline;
          const found = await count(utf8(text), ',');
          if (found !== null) expect(found.counted).toBe(found.read);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('counts UTF-16 and GB18030', async () => {
    const wide = new Uint8Array(
      ['\uFEFF姓名,证件号\n安安,1\n白白,2\n'].flatMap((text) =>
        [...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
      ),
    );
    expect(await count(wide, ',', 'utf-16le')).toEqual({ counted: 3, read: 3 });
    // 0x81 0x30 0x81 0x30: four bytes, two of them digits.
    const gb = new Uint8Array([0xd0, 0xd5, 0x2c, 0x81, 0x30, 0x81, 0x30, 0x0a, 0x31, 0x0a]);
    expect(await count(gb, ',', 'gb18030')).toEqual({ counted: 2, read: 2 });
  });
});

async function table(text: string) {
  const read = await readTable({ name: 'x.csv', bytes: utf8(text) }, { encoding: 'utf-8', delimiter: ',' });
  return read.ok ? read.value : null;
}
