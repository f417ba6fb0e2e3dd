/**
 * Writes the generated tables of names in src/roster/tables/: the fold to simplified characters, the toneless pinyin,
 * and the version and digest of every table. With --check it only says whether the files are up to date.
 *
 * Sources: the single-character tables of opencc-js (never its phrases: they turn 张乾 into 张干 but leave 李乾坤, and
 * the surname 沈 into 沉), pinyin-pro, and the short lists below. Nothing of these packages is in the built library.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pinyin } from 'pinyin-pro';
import { CONFUSABLE } from '../src/roster/tables/confusable.js';
import { PRIVATE_USE } from '../src/roster/tables/private-use.js';
import { RADICALS } from '../src/roster/tables/radicals.js';
import { SURNAME_READINGS } from '../src/roster/tables/surname-readings.js';
import { digestJson } from '../src/value/index.js';

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly devDependencies: Readonly<Record<string, string>>;
};
const versionOf = (name: string): string => `${name} ${manifest.devDependencies[name] ?? 'missing'}`;

/** Pairs of one table of opencc-js: a character, and the first of what it may become. */
async function pairsOf(table: string): Promise<readonly (readonly [string, string])[]> {
  const loaded = (await import(`opencc-js/dict/${table}`)) as { readonly default: string };
  return loaded.default.split('|').flatMap((entry) => {
    const [from = '', to = ''] = entry.split(' ');
    return [...from].length === 1 && [...to].length === 1 ? [[from, to] as const] : [];
  });
}

/**
 * The 6763 characters of GB 2312. One of them is a character of its own on the mainland, also where it is the
 * traditional form of another (乾 and 干, 於 and 于): it is never folded for a match, only for candidates.
 */
function basicCharacters(): ReadonlySet<string> {
  const decoder = new TextDecoder('gb18030');
  const all = new Set<string>();
  for (let high = 0xb0; high <= 0xf7; high += 1)
    for (let low = 0xa1; low <= 0xfe; low += 1) all.add(decoder.decode(new Uint8Array([high, low])));
  return all;
}

/**
 * Not in GB 2312, but characters of their own in 通用规范汉字表 (2013), or traditional forms of one that opencc-js takes
 * for another (鉅 is 钜 there, not 巨), or common in names beside the form they would become. Leaving one out costs a
 * look by a person; folding it could join two people.
 */
const KEPT_APART = '昇陞氾脩扞祕谿劄蒐剋釐苧薳榖麹勣頫逎鉅麯椏珮璿線';

/** Old and Japanese shapes of one character that opencc-js does not map: each pair is the shape and the standard form. */
const SHAPES =
  '髙高岀出靑青淸清郞郎鄕乡旣既槪概緖绪歩步姫姬尙尚晩晚曁暨毎每渉涉硏研顚颠飮饮黙默吿告呑吞姸妍尓尔愼慎戸户桒桑凖准煕熙熈熙' +
  '甁瓶畧略皐皋秊年竝并翆翠聡聪莭节葢盖蘓苏裵裴覇霸賔宾賛赞逺远鎻锁闗关隂阴隷隶顕显鴈雁黒黑囻国崐昆堦阶竜龙龝秋囯国頼赖衞卫擧举' +
  '兎兔慿凭勲勋曽曾奧奥彔录録录縁缘緑绿県县眀明昻昂髪发鶏鸡覀西玊玉吶呐汚污渕渊温温豊丰斈学孝孝峯峰';

/** The fold of N2, closed: what a character becomes, becomes nothing else. Sorted by code point. */
async function simplified(): Promise<string> {
  const basic = basicCharacters();
  const apart = new Set(KEPT_APART);
  const fold = new Map<string, string>();
  const add = (from: string, to: string): void => {
    if (from !== to && !basic.has(from) && !apart.has(from) && !fold.has(from)) fold.set(from, to);
  };
  for (const [from, to] of await pairsOf('TSCharacters')) add(from, to);
  const shapes = [...SHAPES];
  for (let i = 0; i < shapes.length; i += 2) add(shapes[i]!, shapes[i + 1]!);
  for (const table of ['TWVariantsRev', 'HKVariantsRev', 'JPShinjitaiCharacters'])
    for (const [from, to] of await pairsOf(table)) {
      const end = fold.get(to) ?? to;
      // A target outside GB 2312 would fold one rare shape to another: not worth a guess.
      if (basic.has(end)) add(from, end);
    }
  const closed = [...fold]
    .map(([from, to]) => [from, fold.get(to) ?? to] as const)
    // What NFKC changes never reaches this table, and must not come out of it.
    .filter(([from, to]) => from.normalize('NFKC') === from && to.normalize('NFKC') === to)
    .filter(([from, to]) => from !== to && (fold.get(to) ?? to) === to);
  closed.sort(([a], [b]) => a.codePointAt(0)! - b.codePointAt(0)!);
  return closed.map((pair) => pair.join('')).join('');
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
const FIRST = 0x4e00;
const LAST = 0x9fff;

/** The readings of a character without tones, the usual one first; none where pinyin-pro does not know it. */
function readingsOf(character: string): readonly string[] {
  if (pinyin(character, { toneType: 'none' }) === character) return [];
  const all = pinyin(character, { multiple: true, toneType: 'none', type: 'array' });
  return [...new Set(all.map((s) => s.replaceAll('ü', 'v')))].filter((s) => /^[a-z]+$/.test(s));
}

const BEYOND = [
  [0x3007, 0x3007],
  [0x3400, 0x4dbf],
  [0x20000, 0x323af],
] as const;

/**
 * All readings: the distinct sets of readings, the commonest first, and for every character two digits that say which
 * set is its own. Characters that N2 folds have none: pinyin is made from N2.
 */
function pinyinTable(fold: string): {
  readonly sets: string;
  readonly block: string;
  readonly others: string;
} {
  const folded = new Set([...fold].filter((_, i) => i % 2 === 0));
  const setOf = (code: number): string => {
    const character = String.fromCodePoint(code);
    return folded.has(character) ? '' : readingsOf(character).join('/');
  };
  const codes = (first: number, last: number): readonly number[] =>
    Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const block = codes(FIRST, LAST).map(setOf);
  const others = BEYOND.flatMap(([first, last]) => codes(first, last))
    .map((code) => [String.fromCodePoint(code), setOf(code)] as const)
    .filter(([, set]) => set !== '');
  const counts = new Map<string, number>();
  for (const set of [...block, ...others.map(([, set]) => set)]) counts.set(set, (counts.get(set) ?? 0) + 1);
  counts.delete('');
  const byCount = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([set]) => set);
  const sets = ['', ...byCount];
  const numbers = new Map(sets.map((set, i) => [set, i]));
  const digitsOf = (set: string): string => {
    const number = numbers.get(set) ?? 0;
    return DIGITS.charAt(number >> 6) + DIGITS.charAt(number & 63);
  };
  return {
    sets: sets.join(' '),
    block: block.map(digitsOf).join(''),
    others: others.map(([character, set]) => character + digitsOf(set)).join(''),
  };
}

const quoted = (text: string): string => `'${text}'`;
const folder = new URL('../src/roster/tables/', import.meta.url);

async function files(): Promise<Readonly<Record<string, string>>> {
  const fold = await simplified();
  const readings = pinyinTable(fold);
  const tables = [
    ['simplified', versionOf('opencc-js'), fold],
    ['pinyin', versionOf('pinyin-pro'), readings],
    ['radicals', 'Unicode 14.0.0', RADICALS],
    ['private-use', 'GB 18030-2005, GB 18030-2022', PRIVATE_USE],
    ['confusable', '1', CONFUSABLE],
    ['surname-readings', '1', SURNAME_READINGS],
  ] as const;
  const header = '// Written by scripts/name-tables.ts. Do not edit.\n\n';
  return {
    'simplified.ts': `${header}/**
 * Pairs of a traditional or variant character and its simplified form, one after the other, sorted by code point. No
 * second character of a pair is the first of another. Made from ${versionOf('opencc-js')} and a list of shapes.
 */
export const SIMPLIFIED =
  ${quoted(fold)};
`,
    'pinyin.ts': `${header}/** The distinct sets of toneless readings, divided by spaces; within a set by slashes, the usual reading first. Made from ${versionOf('pinyin-pro')}. */
export const READING_SETS =
  ${quoted(readings.sets)};

/** For U+4E00 to U+9FFF in order: two digits of base 64 (0-9 A-Z a-z - _) that say which set. Set 0 is empty. */
export const READINGS_BY_CODE =
  ${quoted(readings.block)};

/** The others: a character and its two digits, one after the other. */
export const OTHER_READINGS =
  ${quoted(readings.others)};
`,
    'versions.ts': `${header}import type { Digest } from '../../value/index.js';

/** A table that a comparison of names rests on. */
export interface NameTable {
  readonly id: string;
  readonly version: string;
  /** Of the table as canonical JSON. */
  readonly digest: Digest;
}

/** Every table of names, for the manifest of a run. */
export const NAME_TABLES: readonly NameTable[] = [
${tables.map(([id, version, table]) => `  {\n    id: '${id}',\n    version: '${version}',\n    digest: '${digestJson(table)}',\n  },`).join('\n')}
];
`,
  };
}

const check = process.argv.includes('--check');
for (const [name, text] of Object.entries(await files())) {
  const path = fileURLToPath(new URL(name, folder));
  if (!check) {
    writeFileSync(path, text);
    console.log(`${name} written, ${Buffer.byteLength(text)} bytes`);
  } else if (readFileSync(path, 'utf8') !== text) {
    console.error(
      `src/roster/tables/${name} is not what its sources give: run npx tsx scripts/name-tables.ts`,
    );
    process.exitCode = 1;
  }
}
