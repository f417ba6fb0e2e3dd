import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMap, parseDocument, visit, type YAMLMap } from 'yaml';
import { LANGUAGES, renderIssue } from '../../src/explain/index.js';
import { loadExpanded, type RuleSet, readRules } from '../../src/rules/index.js';
import { FILES as CSV_FILES, SCHEMES } from './schemes/schemes.js';

// Laws of whole files: what may change without changing the rules, and that no text is too broken to be read.

const FOLDER = join(import.meta.dirname, 'good');
const textOf = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');
/** An amendment is no edition by itself: its laws stand in editions/. */
const SAMPLES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml') && file !== 'amendment.yaml')
  .map((file) => [file, textOf(file)] as const);
const FILES = [...SAMPLES, ...SCHEMES];
/** The CSV files beside the samples and the schemes. */
const CSV = new Map(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.csv'))
    .map((file) => [file, textOf(file)]),
);
const files = (name: string): string | undefined => CSV.get(name) ?? CSV_FILES[name];

function rulesOf(text: string): RuleSet {
  const read = readRules(text, { files });
  if (!read.ok)
    throw new Error(`${read.issues.map((issue) => renderIssue(issue, 'en')).join('\n')}\n${text}`);
  return read.value;
}

/** The same file with the members of every mapping in another order. */
function shuffled(text: string, random: () => number): string {
  const document = parseDocument(text, { schema: 'failsafe', keepSourceTokens: true });
  visit(document, {
    Map(_, node) {
      const map = node as YAMLMap;
      for (let i = map.items.length - 1; i > 0; i -= 1) {
        const j = random() % (i + 1);
        [map.items[i], map.items[j]] = [map.items[j] as never, map.items[i] as never];
      }
    },
  });
  return document.toString({ lineWidth: 0 });
}

const numbers = fc
  .infiniteStream(fc.nat(1_000_000))
  .map((stream) => () => (stream.next().value as number | undefined) ?? 0);

describe('the order of a mapping means nothing', () => {
  test.each(FILES)('%s', (_, text) => {
    const before = rulesOf(text);
    let moved = 0;
    fc.assert(
      fc.property(numbers, (random) => {
        const other = shuffled(text, random);
        if (other.replace(/\s/g, '') !== text.replace(/\s/g, '')) moved += 1;
        expect(rulesOf(other).digests).toEqual(before.digests);
      }),
      { numRuns: 12 },
    );
    expect(moved).toBeGreaterThan(8);
  });
});

/** Mappings whose members an officer names. */
const NAMED = new Set(
  (
    'choices facts of parameters tables schedules figures evidence lists attributes categories parts vetoes scope ' +
    'programmes options sources titles'
  ).split(' '),
);

/** Every place where words for people stand: titles, and reasons beside a policy. */
function wordPaths(text: string): readonly (readonly unknown[])[] {
  const paths: unknown[][] = [];
  const walk = (node: unknown, path: unknown[]): void => {
    if (!isMap(node)) return;
    for (const pair of node.items) {
      const key = String((pair.key as { readonly source?: string }).source);
      const here = [...path, key];
      // Under `parts` and the like a key is an id that an officer chose, and may be any word.
      const isId = NAMED.has(String(path.at(-1)));
      if (!isId && key === 'title') paths.push(here);
      else walk(pair.value, here);
    }
  };
  walk(parseDocument(text, { schema: 'failsafe' }).contents, []);
  return paths;
}

describe('words are not rules', () => {
  test.each(FILES)('%s: another title is another document with the same meaning', (_, text) => {
    const before = rulesOf(text);
    const paths = wordPaths(text);
    expect(paths.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.stringMatching(/^[一-龥a-z][一-龥a-z ]{0,20}[一-龥a-z]$/).map((title) => `${title}（改）`),
        (path, title) => {
          const document = parseDocument(text, { schema: 'failsafe' });
          document.setIn(path, title);
          const after = rulesOf(document.toString({ lineWidth: 0 }));
          expect(after.digests.meaning).toBe(before.digests.meaning);
          expect(after.digests.document).not.toBe(before.digests.document);
        },
      ),
      { numRuns: 12 },
    );
  });

  test('comments, spelling of numbers and spacing of formulas change neither', () => {
    const [, text] = FILES.find(([file]) => file === 'whole.yaml') as (typeof FILES)[number];
    const before = rulesOf(text).digests;
    for (const [from, to] of [
      ['title: 样例', 'title: { zh: 样例 } # a comment'],
      ['100_000', '100000.00'],
      ['income / members', '(income)/ ((members))'],
      ['{ type: flag }', '{ type: flag, worse: none, origin: survey, unknown: ask }'],
      ['per_head: round', 'per_head: >-\n    round'],
    ] as const) {
      const other = text.replace(from, to);
      expect(other).not.toBe(text);
      expect(rulesOf(other).digests, to).toEqual(before);
    }
  });

  test('what decides changes both, also under an id that looks like a word', () => {
    const [, text] = FILES.find(([file]) => file === 'whole.yaml') as (typeof FILES)[number];
    const titled = text.replace('rural: { type: flag }', 'title: { type: flag }\n  because: { type: flag }');
    const before = rulesOf(titled).digests;
    for (const [from, to] of [
      ['from: 40', 'from: 41'],
      ['points: peer', 'points: peer + 1'],
      ['floor: hard', 'floor: general'],
      ['title: { type: flag }', 'title: { type: flag, worse: if_true }'],
      ['because: { type: flag }', 'because: { type: flag, unknown: block }'],
      ['per: year', 'per: year, source: notice'],
    ] as const) {
      const after = rulesOf(titled.replace(from, to)).digests;
      expect(after.document, to).not.toBe(before.document);
      if (to.includes('source')) expect(after.meaning, to).toBe(before.meaning);
      else expect(after.meaning, to).not.toBe(before.meaning);
    }
  });
});

describe('the expanded document', () => {
  test.each(FILES)('%s loads again from its own canonical form', (_, text) => {
    const rules = rulesOf(text);
    const again = loadExpanded(JSON.parse(JSON.stringify(rules.document)));
    expect(again.ok).toBe(true);
    if (again.ok) expect(again.value.digests).toEqual(rules.digests);
  });
});

/** A text after some damage: characters and lines dropped, doubled, replaced and swapped. */
const PIECES = [
  '{',
  '}',
  '[',
  ']',
  ':',
  ': ',
  ',',
  '"',
  "'",
  '#',
  '- ',
  '\n',
  '  ',
  '&a ',
  '*a',
  '!x ',
  '|',
  '>',
  '%',
  '0',
  '~',
  '\t',
  '\u0000',
  '\uFEFF',
  '\uD800',
  '𠮷',
  '__proto__',
  'constructor',
  '<<',
  '---\n',
  '...',
  '1e999',
  '-0',
  'null',
];
const damage = fc.record({
  at: fc.nat(1_000_000),
  how: fc.constantFrom('drop', 'double', 'put', 'dropLine', 'doubleLine', 'swapLines', 'cut' as const),
  piece: fc.constantFrom(...PIECES),
});
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

function damaged(text: string, { at, how, piece }: Damage): string {
  if (text === '') return piece;
  const i = at % text.length;
  const lines = text.split('\n');
  const l = at % lines.length;
  switch (how) {
    case 'drop':
      return text.slice(0, i) + text.slice(i + 1);
    case 'double':
      return text.slice(0, i) + text[i] + text.slice(i);
    case 'put':
      return text.slice(0, i) + piece + text.slice(i + 1);
    case 'dropLine':
      return lines.toSpliced(l, 1).join('\n');
    case 'doubleLine':
      return lines.toSpliced(l, 0, lines[l] as string).join('\n');
    case 'swapLines':
      return lines.toSpliced(l, 2, lines[l + 1] ?? '', lines[l] as string).join('\n');
    default:
      return text.slice(0, i);
  }
}

/** Reading gives a result; each issue has a code, a place in the text and a sentence in both languages. */
function readsQuietly(text: string): boolean {
  const read = readRules(text, { file: 'x.yaml', files });
  if (read.ok) return true;
  const lines = text.split('\n').length;
  for (const issue of read.issues) {
    expect(issue.code).toMatch(/^rules\.\w+$/);
    expect(issue.place?.line ?? 1).toBeLessThanOrEqual(lines + 1);
    for (const lang of LANGUAGES) {
      const line = renderIssue(issue, lang);
      expect(line).toContain(issue.code);
      expect(line, 'a placeholder was left open').not.toMatch(/\{\w+(?:[:?][^}]*)?\}(?=[^"”]*$)/);
    }
  }
  return false;
}

describe('no text is too broken to be read', () => {
  test.each(FILES)('%s after damage', (_, text) => {
    let good = 0;
    let bad = 0;
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (all) => {
        if (readsQuietly(all.reduce(damaged, text))) good += 1;
        else bad += 1;
      }),
      { numRuns: 120 },
    );
    // Neither side alone would show anything.
    expect(bad).toBeGreaterThan(20);
    expect(good + bad).toBeGreaterThanOrEqual(120);
  });

  test('any text at all', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 200 }),
          fc.string({ unit: 'grapheme', maxLength: 200 }),
          fc
            .array(fc.constantFrom(...PIECES, 'format', '1', 'facts', 'a', ' '), { maxLength: 60 })
            .map((p) => p.join('')),
        ),
        (text) => {
          readsQuietly(text);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('half a character is refused wherever it comes from', () => {
    const [, text] = FILES.find(([file]) => file === 'whole.yaml') as (typeof FILES)[number];
    for (const title of ['样\uD800例', '"a\\uD800"', '"a\\u202eb"', '"a\\0b"', '"\\uE000b"']) {
      const read = readRules(text.replace('title: 样例', `title: ${title}`));
      expect(read.ok).toBe(false);
      expect(read.issues.map((issue) => [issue.code, issue.place?.line])).toEqual([['rules.character', 5]]);
    }
  });

  test('any value in any place', () => {
    const [, text] = FILES.find(([file]) => file === 'whole.yaml') as (typeof FILES)[number];
    const slots = [...text.matchAll(/(?<=: )[^{}[\],\n"]+(?=[ ,}\n])/g)].map((match) => match.index);
    const values = [
      '{}',
      '[]',
      '[a, b]',
      '{ a: 1 }',
      '{ zh: 一 }',
      '0',
      '-1',
      '1e5',
      'true',
      '"1"',
      "'x'",
      'x',
      '二',
      '{ __proto__: 1 }',
      'a.b',
      '1/0',
      '0/1',
      '2025-02-30',
      'tier',
      'score',
      'if',
      '""',
    ];
    expect(slots.length).toBeGreaterThan(40);
    for (const slot of slots) {
      for (const value of values) {
        const rest = text.slice(slot).replace(/^[^{}[\],\n"]+/, value);
        readsQuietly(text.slice(0, slot) + rest);
      }
    }
  });
});
