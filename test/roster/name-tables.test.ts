import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pinyin } from 'pinyin-pro';
import { expect, it } from 'vitest';
import { NAME_TABLES, nameForms } from '../../src/roster/index.js';
import { fuzzy, readingsOf } from '../../src/roster/pinyin-table.js';
import { CONFUSABLE } from '../../src/roster/tables/confusable.js';
import { OTHER_READINGS, READING_SETS, READINGS_BY_CODE } from '../../src/roster/tables/pinyin.js';
import { PRIVATE_USE } from '../../src/roster/tables/private-use.js';
import { RADICALS } from '../../src/roster/tables/radicals.js';
import { SIMPLIFIED } from '../../src/roster/tables/simplified.js';
import { SURNAME_READINGS } from '../../src/roster/tables/surname-readings.js';
import { digestJson } from '../../src/value/index.js';

const ROOT = join(import.meta.dirname, '../..');
const pairs = (text: string): ReadonlyMap<string, string> => {
  const signs = [...text];
  return new Map(Array.from({ length: signs.length / 2 }, (_, i) => [signs[2 * i]!, signs[2 * i + 1]!]));
};

it('the generated tables are what their sources give', () => {
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/name-tables.ts', '--check'], { cwd: ROOT });
});

it('each table has its digest, for the manifest of a run', () => {
  const tables = {
    simplified: SIMPLIFIED,
    pinyin: { sets: READING_SETS, block: READINGS_BY_CODE, others: OTHER_READINGS },
    radicals: RADICALS,
    'private-use': PRIVATE_USE,
    confusable: CONFUSABLE,
    'surname-readings': SURNAME_READINGS,
  };
  expect(NAME_TABLES.map(({ id, digest }) => [id, digest])).toEqual(
    Object.entries(tables).map(([id, table]) => [id, digestJson(table)]),
  );
  for (const { version } of NAME_TABLES) expect(version).not.toMatch(/missing/);
});

it('together they weigh less than 250 kB', () => {
  const folder = join(ROOT, 'src/roster/tables');
  const bytes = readdirSync(folder).map((file) => statSync(join(folder, file)).size);
  expect(bytes.reduce((sum, n) => sum + n, 0)).toBeLessThan(250_000);
});

it('the fold of N2 is sorted and closed: nothing it gives does it take', () => {
  const fold = pairs(SIMPLIFIED);
  expect(fold.size).toBeGreaterThan(2_500);
  const codes = [...fold.keys()].map((sign) => sign.codePointAt(0)!);
  expect(codes).toEqual(codes.toSorted((a, b) => a - b));
  for (const [from, to] of fold) {
    expect(fold.has(to), from).toBe(false);
    expect(nameForms(from)).toMatchObject({ n1: from, n2: to });
    expect(nameForms(to).n2).toBe(to);
  }
});

it('no character of GB 2312 is folded by N2: each is one of its own', () => {
  const fold = pairs(SIMPLIFIED);
  const decoder = new TextDecoder('gb18030');
  for (let high = 0xb0; high <= 0xf7; high += 1)
    for (let low = 0xa1; low <= 0xfe; low += 1) {
      const sign = decoder.decode(new Uint8Array([high, low]));
      expect(fold.has(sign), sign).toBe(false);
    }
});

it('no character that the list of 2013 keeps beside its former standard form is folded by N2', () => {
  const kept =
    '仝邨吒昇於飏氾迳祕陞叚脩桠迺耑钜絜喆堃甦犇淼甯缐勠麹谿劄蒐菉椀釐苧龢扞夥薳晢榖剋麽皙瞋噘蹚凓镕锺澂';
  for (const sign of kept) expect(nameForms(sign).n2, sign).toBe(sign);
});

it('the classes of N3 do not meet, and hold forms of N2 only', () => {
  const classes = CONFUSABLE.flatMap((line) => line.split(' ')).map((members) => [...members]);
  const all = classes.flat();
  expect(new Set(all).size).toBe(all.length);
  for (const [first = '', ...others] of classes) {
    expect(others.length).toBeGreaterThan(0);
    for (const other of others) {
      expect(nameForms(other).n2, other).toBe(other);
      expect(nameForms(other).n3, other).toBe(first);
    }
  }
});

it('the private-use table has the 80 cells of GBK, and a decoder that knows them agrees', () => {
  const entries = PRIVATE_USE.flatMap((line) => line.split(' ')).map((pair) =>
    pair.split('>').map((digits) => String.fromCodePoint(Number.parseInt(digits, 16))),
  );
  expect(new Set(entries.map(([from]) => from)).size).toBe(entries.length);
  for (const [from = '', to = ''] of entries) {
    expect(from).toMatch(/^\p{Co}$/u);
    expect(to).not.toMatch(/\p{Co}|\p{Cn}/u);
  }
  const cells = entries.filter(([from = '']) => from >= '\u{E815}' && from <= '\u{E864}');
  expect(cells).toHaveLength(80);
  // Six of them are still private use for every decoder; the standard of 2022 gives them by four bytes.
  const decoder = new TextDecoder('gb18030');
  const bytes = new Map<string, string>();
  let code = 0xe815;
  for (let low = 0x50; low <= 0xa0; low += 1)
    if (low !== 0x7f) bytes.set(String.fromCodePoint(code++), decoder.decode(new Uint8Array([0xfe, low])));
  const agree = cells.filter(([from = '', to]) => bytes.get(from) === to);
  const still = cells.filter(([from = '']) => /\p{Co}/u.test(bytes.get(from) ?? ''));
  expect([agree.length, still.length]).toEqual([74, 6]);
});

it('radicals become unified ideographs and are none themselves', () => {
  for (const [from, to] of pairs(RADICALS)) {
    expect(from).not.toMatch(/\p{Unified_Ideograph}/u);
    expect(to).toMatch(/^\p{Unified_Ideograph}$/u);
    expect(from.normalize('NFKC')).toBe(from);
  }
});

it('the pinyin table says what its source says', () => {
  const folded = pairs(SIMPLIFIED);
  for (const sign of '张王李单曾行重乐绿女𬭎䶮㛃𫖯〇')
    expect(readingsOf(sign)[0], sign).toBe(fuzzy(pinyin(sign, { toneType: 'none' }).replaceAll('ü', 'v')));
  let known = 0;
  for (let code = 0x4e00; code <= 0x9fa5; code += 1) {
    const sign = String.fromCodePoint(code);
    if (folded.has(sign)) expect(readingsOf(sign), sign).toEqual([]);
    else known += Number(readingsOf(sign).length > 0);
  }
  expect(known).toBeGreaterThan(17_000);
});

it('every surname reading is a reading, and every character has one', () => {
  for (const entry of SURNAME_READINGS.flatMap((line) => line.split(' '))) {
    const [, name = '', readings = ''] = /^(\p{Script=Han}{1,2})([a-z/]+)$/u.exec(entry) ?? [];
    expect([...name].length, entry).toBe(readings.split('/').length);
  }
});
