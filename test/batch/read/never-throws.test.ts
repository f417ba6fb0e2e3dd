import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeXls } from '../../../fixtures/generator/writers/biff8.js';
import { READ_MESSAGES, readTable } from '../../../src/batch/read/index.js';
import { archive } from './archive.js';
import { gb, utf8 } from './reading.js';
import { inline, oneSheet, workbookMembers } from './xlsx-parts.js';

const CANARY = '990102200001010010';

/** Whatever the bytes: a table or a coded refusal, and no cell content in any issue. */
async function coded(bytes: Uint8Array): Promise<void> {
  const result = await readTable({ name: 'x', bytes });
  const issues = result.ok ? result.value.issues : result.issues;
  for (const { code, values } of issues) {
    expect(Object.keys(READ_MESSAGES)).toContain(code);
    expect(JSON.stringify(values)).not.toContain(CANARY);
  }
  if (!result.ok) expect(issues[0]?.severity).toBe('error');
  else expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
}

const text = `姓名,身份证号\r\n甲,${CANARY}\r\n"乙\n",2\r\n`;
const samples = new Map<string, Uint8Array>();
beforeAll(() => {
  const row = `<row r="1">${inline('A1', '姓名')}<c r="B1" t="s"><v>0</v></c><c r="C1" s="1"><v>45901</v></c></row>`;
  const merged = '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>';
  samples.set('xlsx', oneSheet(row, merged, { strings: [`<t>${CANARY}</t>`], styles: [[0], [14]] }));
  samples.set(
    'xls',
    writeXls([
      {
        name: 'S',
        rows: [
          ['姓名', CANARY],
          ['甲', 1.5],
        ],
        merges: [{ rows: [0, 1], columns: [0, 0] }],
      },
    ]),
  );
  samples.set('utf-8', utf8(text));
  samples.set('gb18030', gb(text));
  samples.set(
    'html',
    utf8(`<html><table><tr><td colspan=2>姓名</td></tr><tr><td>${CANARY}</td></tr></table></html>`),
  );
});

test('random bytes, plain or behind a known signature', async () => {
  const heads = [
    [],
    [0x50, 0x4b, 3, 4],
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    [0xef, 0xbb, 0xbf],
    [0xff, 0xfe],
    [...utf8('<table>')],
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 2000 }), async (head, body) => {
      await coded(Uint8Array.from([...head, ...body]));
    }),
    { numRuns: 400 },
  );
});

describe.each(['xlsx', 'xls', 'utf-8', 'gb18030', 'html'])('a good %s that was damaged', (kind) => {
  test('cut off anywhere', async () => {
    const bytes = samples.get(kind)!;
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length), async (length) => {
        await coded(bytes.subarray(0, length));
      }),
      { numRuns: 300 },
    );
  });

  test('with bytes changed anywhere', async () => {
    const bytes = samples.get(kind)!;
    const changes = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const damaged = Uint8Array.from(bytes);
        for (const [at, value] of list) damaged[at] = value;
        await coded(damaged);
      }),
      { numRuns: 500 },
    );
  });
});

test('no changed byte of a deflated part goes unseen', async () => {
  const bytes = samples.get('xlsx')!;
  const whole = await readTable({ name: 'x', bytes });
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const damaged = Uint8Array.from(bytes);
      damaged[at]! ^= change;
      const result = await readTable({ name: 'x', bytes: damaged });
      // Bytes that are read by nobody (dates, versions, local heads) may change; the table may not.
      if (result.ok) expect(result.value.sheets).toEqual(whole.ok && whole.value.sheets);
    }),
    { numRuns: 500 },
  );
});

test('XML parts that were cut and changed before they were packed', async () => {
  const rows = `<row r="1">${inline('A1', '姓名')}<c r="B1" t="s"><v>0</v></c><c r="C1" s="1"><f>1</f><v>45901</v></c></row>`;
  const members = workbookMembers({
    sheets: [`<sheetData>${rows}</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>`],
    strings: [`<t>${CANARY}</t>`],
    styles: [[0], [176, 'yyyy"年"']],
  });
  const pieces = fc.constantFrom(
    '<',
    '>',
    '"',
    '</c>',
    '<c>',
    '<row r="9">',
    '&',
    '&#x110000;',
    '&#0;',
    '<![CDATA[',
    '<!--',
    '9',
    'A1',
    '-',
    '\uFFFF',
  );
  const edit = fc.tuple(fc.nat(members.length - 1), fc.nat(2000), fc.nat(4), pieces);
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
      const contents = members.map(({ content }) => String(content));
      for (const [which, place, removed, piece] of edits) {
        const text = contents[which]!;
        const at = place % text.length;
        contents[which] = text.slice(0, at) + piece + text.slice(at + removed);
      }
      await coded(archive(members.map(({ name }, i) => ({ name, content: contents[i]! }))));
    }),
    { numRuns: 1000 },
  );
});
