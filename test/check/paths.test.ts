import { expect, test } from 'vitest';
import { dotted, optionsBase, partPath, placeIn, tierPath, written } from '../../src/check/paths.js';
import type { RuleSet } from '../../src/rules/index.js';

// Where something of a rule set stands, as a path of its document.

const document = {
  tiers: [{ id: 'hard', from: '9' }, { id: 'general', when: 'poor' }, { id: 'given' }],
  figures: { f: { value: { options: { a: '1', none: null } } } },
};
const rules = { document } as unknown as RuleSet;

test('a part by its ids', () => {
  expect(partPath('')).toEqual(['score']);
  expect(partPath('home')).toEqual(['score', 'value', 'parts', 'home']);
  expect(partPath('home.size')).toEqual(['score', 'value', 'parts', 'home', 'value', 'parts', 'size']);
});

test('a tier by the line that says when it is reached', () => {
  expect(tierPath(rules, 'hard')).toEqual(['tiers', 0, 'from']);
  expect(tierPath(rules, 'general')).toEqual(['tiers', 1, 'when']);
  expect(tierPath(rules, 'given')).toEqual(['tiers', 2]);
  expect(tierPath(rules, 'other')).toEqual(['tiers']);
});

test('what is written there, if anything is', () => {
  expect(written(rules, ['tiers', 0, 'from'])).toBe('9');
  expect(written(rules, [])).toBe(document);
  expect(written(rules, ['figures', 'f', 'value', 'options', 'none'])).toBe(null);
  for (const path of [
    ['figures', 'g'],
    ['figures', 'f', 'value', 'options', 'none', 'x'],
    ['tiers', 'from'],
    ['tiers', 0, 'from', 'length'],
    ['figures', 'toString'],
  ])
    expect(written(rules, path)).toBe(undefined);
});

test('an option, or what holds for all others', () => {
  const options = ['figures', 'f', 'value'];
  expect(optionsBase(rules, options, 'a')).toEqual([...options, 'options', 'a']);
  expect(optionsBase(rules, options, 'b')).toEqual([...options, 'otherwise']);
});

test('as the place of a finding: of a rule set that was read from no file the path alone', () => {
  expect(dotted(['tiers', 0, 'from'])).toEqual({ path: 'tiers.0.from' });
  expect(dotted([])).toEqual({});
  expect(placeIn(rules, ['tiers', 1])).toEqual({ path: 'tiers.1' });
  const placeOf = (path: readonly (string | number)[]) => ({ file: 'a.yaml', line: path.length });
  expect(placeIn({ ...rules, placeOf } as RuleSet, ['tiers', 1])).toEqual({ file: 'a.yaml', line: 2 });
});
