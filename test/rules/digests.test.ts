import { describe, expect, it } from 'vitest';
import { digestsOf } from '../../src/rules/digests.js';
import { long } from './expand/written.js';

// What an officer calls something is no word for people, even where it looks like one.

const BEFORE = `
choices: { title: { of: [source, owner], titles: { source: 来源 } } }
facts:
  because: { type: people, size: [0, 2], of: { title: { type: flag }, source: { type: number, unit: 1, range: [0, 5], title: 数 } } }
  owner: { type: flag, unknown: { assume: true, because: 一向如此 }, protected: law }
parameters: { title: { unit: 1, is: 5, title: 甲 } }
tables: { source: { unit: 1, keys: [{ title: flag }], rows: { true: 1, false: 2 }, title: 乙 } }
schedules: { titles: { unit: USD, up_to: { 10: 1% }, otherwise: 2%, title: 丙 } }
figures: { sources: { by: kind, options: { title: 1, source: 2 } } }
evidence: { title: { valid: 6 months, title: 丁 } }
lists: { owner: { owner: 民政局, attributes: { title: { type: flag, title: 戊 } } } }
categories: { protected: { list: owner, points: 9, title: 己 } }
score:
  parts: { title: { points: 1, title: 庚 }, source: { parts: { because: { points: 3 } } } }
  routes: [{ id: a, when: owner, base: 1, counts: [title], against_ordinary: best, title: 辛 }]
tiers: [{ id: title, from: 1, title: 壬 }]
`;
const before = digestsOf(long(BEFORE));

describe('what decides changes the meaning', () => {
  it.each([
    ['of: { title: { type: flag }', 'of: { title: { type: flag, worse: if_true }'],
    ['range: [0, 5]', 'range: [0, 6]'],
    ['is: 5', 'is: 6'],
    ['rows: { true: 1', 'rows: { true: 3'],
    ['[{ title: flag }]', '[{ source: flag }]'],
    ['up_to: { 10: 1% }', 'up_to: { 10: 2% }'],
    ['options: { title: 1', 'options: { title: 2'],
    ['valid: 6 months', 'valid: 7 months'],
    ['attributes: { title: { type: flag', 'attributes: { owner: { type: flag'],
    ['points: 9', 'points: 8'],
    ['title: { points: 1', 'title: { points: 2'],
    ['because: { points: 3', 'because: { points: 4'],
    ['assume: true', 'assume: false'],
    ['base: 1', 'base: 2'],
    ['of: [source, owner]', 'of: [owner, source]'],
  ])('%s', (from, to) => {
    expect(BEFORE).toContain(from);
    const after = digestsOf(long(BEFORE.replace(from, to)));
    expect(after.meaning).not.toBe(before.meaning);
    expect(after.document).not.toBe(before.document);
  });
});

describe('words for people change the document alone', () => {
  it.each(['来源', '数', '一向如此', 'law', '甲', '乙', '丙', '丁', '民政局', '戊', '己', '庚', '辛', '壬'])(
    '%s',
    (words) => {
      const after = digestsOf(long(BEFORE.replace(words, words === 'law' ? 'act' : `${words}改`)));
      expect(after.meaning).toBe(before.meaning);
      expect(after.document).not.toBe(before.document);
    },
  );
});

it('spelling, order and defaults change neither', () => {
  for (const [from, to] of [
    ['up_to: { 10: 1% }', 'up_to: { 1_0: 0.010 }'],
    ['{ true: 1, false: 2 }', '{ false: 2.0, true: 1 }'],
    ['{ title: 1, source: 2 }', '{ source: 2, title: 1 }'],
    ['valid: 6 months', 'valid: 6 month'],
    ['is: 5', 'is: 500%'],
    ['of: { title: { type: flag }', 'of: { title: { type: flag, worse: none }'],
    ['range: [0, 5]', 'range: [0, 5], step: 1'],
    ['size: [0, 2]', 'size: [0, 2], origin: survey, unknown: ask'],
  ] as const) {
    expect(BEFORE).toContain(from);
    expect(digestsOf(long(BEFORE.replace(from, to))), to).toEqual(before);
  }
});
