import canonicalize from 'canonicalize';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, digestBytes, digestJson, type Json } from '../../src/value/index.js';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    '',
    '__proto__',
    'constructor',
    '\u20ac',
    '\r',
    '\ufb33',
    '1',
    '\u{1f600}',
    '\u0080',
    '\u00f6',
    '不漏',
    '"\\/\b',
    '10',
    '9',
  ),
);
const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    text,
    fc.array(tie('json'), { maxLength: 5 }),
    fc
      .array(fc.tuple(text, tie('json')), { maxLength: 6 })
      .map((entries) => Object.fromEntries(entries) as Json),
  ),
}));

describe('canonical JSON', () => {
  test('is RFC 8785, as an independent implementation writes it', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
      { numRuns: 1_000 },
    );
  });

  test('of the example of RFC 8785, section 3.2.3, sorts by UTF-16 code units', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\u{1f600}': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(canonicalJson(value)) as object)).toHaveLength(7);
    const order = ['Carriage Return', 'One', 'Control', 'Latin Small', 'Euro Sign', 'Emoji', 'Hebrew'];
    const at = order.map((name) => canonicalJson(value).indexOf(`:"${name}`));
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(at).not.toContain(-1);
  });

  test('is read back as the same value, and written again as the same text', () => {
    fc.assert(
      fc.property(json, (value) => {
        const written = canonicalJson(value);
        const read = JSON.parse(written) as Json;
        expect(canonicalJson(read)).toBe(written);
        expect(read).toEqual(value);
      }),
    );
  });

  test('does not depend on the order of members', () => {
    fc.assert(
      fc.property(fc.dictionary(text, json), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(digestJson(turned)).toBe(digestJson(value));
      }),
    );
  });

  test.each([
    ['undefined', undefined],
    ['a member that is undefined', { a: undefined }],
    ['a hole in a list', new Array(1)],
    ['NaN', Number.NaN],
    ['infinity', [Number.POSITIVE_INFINITY]],
    ['a fraction', 0.5],
    ['an integer that a float cannot hold', 2 ** 53],
    ['minus zero', -0],
    ['a bigint', 1n],
    ['a function', { a: () => 1 }],
    ['a symbol', Symbol('a')],
    ['a lone high surrogate', '\ud800'],
    ['a lone low surrogate', 'a\udc00b'],
    ['a lone surrogate as a key', { '\udfff': 1 }],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value as Json)).toThrow(TypeError);
  });

  test('refuses what is nested deeper than two hundred times', () => {
    const list = (depth: number): Json => (depth === 0 ? [] : [list(depth - 1)]);
    const members = (depth: number): Json => (depth === 0 ? {} : { a: members(depth - 1) });
    for (const nested of [list, members]) {
      expect(() => canonicalJson(nested(200))).not.toThrow();
      for (const deeper of [201, 400, 5_000])
        expect(() => canonicalJson(nested(deeper))).toThrow('canonicalJson: nested too deeply');
    }
  });
});

describe('digests', () => {
  test('are SHA-256, with known values', () => {
    expect(digestBytes(new Uint8Array())).toBe(
      'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    expect(digestBytes(new TextEncoder().encode('abc'))).toBe(
      'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  test('of data are of its canonical form in UTF-8', () => {
    const value = { 学生: '郑', a: [1, null] };
    expect(digestJson(value)).toBe(digestBytes(new TextEncoder().encode('{"a":[1,null],"学生":"郑"}')));
  });
});
