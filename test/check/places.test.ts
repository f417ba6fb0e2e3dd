import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CheckReport, check } from '../../src/check/index.js';
import { loadExpanded, readLibrary, readRules } from '../../src/rules/index.js';

// A finding stands where the rule's text has to be put right, with its range.

const TEXT = readFileSync(resolve('test/check/terminal/broken.yaml'), 'utf8');

function rulesOf(text: string, file = 'rules.yaml') {
  const read = readRules(text, { file });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

/** What stands at the place of a finding, from its first character to its last. */
function textAt(report: CheckReport, text: string, id: string): string {
  const found =
    report.properties.find((one) => one.id === id && one.status !== 'proved') ??
    report.properties.find((one) => one.id === id);
  const { line = 0, column = 0, end = { line: 0, column: 0 } } = found?.place ?? {};
  const lines = text.split('\n').slice(line - 1, end.line);
  const last = lines.length - 1;
  return lines
    .map((one, i) =>
      [...one].slice(i === 0 ? column - 1 : 0, i === last ? end.column - 1 : undefined).join(''),
    )
    .join('\n');
}

describe('the place of a finding is', () => {
  const report = check(rulesOf(TEXT));
  test.each([
    // The row that the second student takes.
    ['monotone income tier', '6_000: 20'],
    ['monotone members tier', '6_000: 20'],
    // Where the tier rises the money is to blame.
    ['monotone health money CNY/year', 'special: 2_000'],
    ['amountOrder grant special', 'special: 2_000'],
    ['sumOrder money CNY/year special', 'special: 2_000'],
    // Who is on the list is not entitled.
    ['membership dibao money CNY/year', 'for: tier >= hard and not dibao'],
    ['floor orphan', 'floor: special'],
    ['cap score.health', 'round: { step: 1, mode: half_up }'],
    ['reachable tier hard', 'from: 40'],
    ['reachable programme rent', 'for: tier >= hard and not dibao'],
    ['reachable veto poor_and_rich', 'when: income > 100_000 and income < 90_000'],
    ['reachable rows score.rural', 'otherwise: 1'],
    ['neighbours rent_help', '40'],
    ['noGap housing_points', 'otherwise: unknown'],
    ['countedOnce score.listed', 'categories: sum'],
  ])('of %s: %s', (id, text) => expect(textAt(report, TEXT, id)).toBe(text));

  test('the whole of what has no row of its own', () => {
    expect(textAt(report, TEXT, 'protected rural')).toMatch(/^rural: \{ type: flag, .*\}$/);
    expect(textAt(report, TEXT, 'total tier').split('\n')).toHaveLength(4);
  });

  test('1-based, the column in characters', () => {
    const { place } = report.properties.find(({ id }) => id === 'amountOrder grant special') ?? {};
    const line = TEXT.split('\n').findIndex((one) => one.startsWith('  grant:'));
    const whole = TEXT.split('\n')[line] ?? '';
    const column = [...whole.slice(0, whole.indexOf('special: 2_000'))].length;
    expect(place).toEqual({
      file: 'rules.yaml',
      line: line + 1,
      column: column + 1,
      end: { line: line + 1, column: column + 1 + 'special: 2_000'.length },
      path: 'programmes.grant.amount.options.special',
    });
  });
});

const plain = (parts: string, more = ''): string => `
format: 1
scheme: xx-place
edition: 2025
title: 县
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-31
facts:
  kin: { type: choice, of: [none_of_them, one, both], worse: listed }
  rich: { type: flag, worse: none }
  cost: { type: number, unit: CNY, range: [0, 100], step: 1, worse: higher }
lists: { civil: { title: 民政 } }
categories: { orphan: { list: civil, floor: hard } }
${more}score:
  parts:
${parts}
tiers:
  - { id: hard, from: 10 }
`;

describe('where points are lost in another way', () => {
  const placeOf = (text: string, id: string): string => textAt(check(rulesOf(text)), text, id);

  test('the part as a whole where it has no rows', () => {
    const text = plain('    cost: { points: "max(0, 12 - cost / 1[CNY]) * 1[point]" }');
    expect(placeOf(text, 'monotone cost tier')).toMatch(/^cost: \{ points/);
  });

  test('the row of the figure that a part reads', () => {
    const text = plain(
      '    cost: { points: burden }',
      'figures:\n  burden: { unit: point, of: cost, below: { 50: 12 }, otherwise: 3 }\n',
    );
    expect(placeOf(text, 'monotone cost tier')).toBe('otherwise: 3');
  });

  test('the case that is lost of several that add up', () => {
    const text = plain(
      '    kin: { sum_of: [{ when: kin = one, points: 11 }, { when: kin = both, points: 4 }, { when: rich, points: 1 }] }',
    );
    expect(placeOf(text, 'monotone kin tier')).toBe('{ when: kin = one, points: 11 }');
  });

  test('the option of a choice', () => {
    const text = plain('    kin: { of: kin, options: { none_of_them: 0, one: 12, both: 6 } }');
    expect(placeOf(text, 'monotone kin tier')).toBe('both: 6');
  });

  test('the layer of a date', () => {
    const text = plain(
      '    kin: { points: burden }',
      'figures:\n  burden: { unit: point, dated: { 2024-01-01: { by: kin, options: { none_of_them: 0, one: 12, both: 6 } } } }\n',
    );
    expect(placeOf(text, 'monotone kin tier')).toBe('both: 6');
  });

  test('a veto that only the second meets', () => {
    const text = plain('    kin: { of: kin, options: { none_of_them: 10, one: 12, both: 14 } }').replace(
      'score:',
      'vetoes:\n  odd: { when: kin = both, effect: not_recognised, against_floor: floor_wins }\nscore:',
    );
    expect(placeOf(text, 'monotone kin tier')).toBe('when: kin = both');
  });

  test('a route that counts less', () => {
    const text = plain(
      '    kin: { of: kin, options: { none_of_them: 10, one: 12, both: 14 } }\n  routes: [{ id: apart, when: kin = both, base: 2, counts: [], against_ordinary: instead }]',
    );
    expect(placeOf(text, 'monotone kin tier')).toMatch(/^\{ id: apart/);
  });

  test('the scope', () => {
    const text = `${plain('    kin: { of: kin, options: { none_of_them: 10, one: 12, both: 14 } }')}scope: { in_scope: { is: kin != both } }\n`;
    expect(placeOf(text, 'monotone kin tier')).toBe('is: kin != both');
  });

  test('the condition of a tier', () => {
    const text = plain('    kin: { points: 1 }').replace(
      '{ id: hard, from: 10 }',
      '{ id: hard, when: kin = one }',
    );
    expect(placeOf(text, 'monotone kin tier')).toBe('when: kin = one');
  });

  test('the cell of the table that an amount is looked up in', () => {
    const text = `${plain('    kin: { of: kin, options: { none_of_them: 0, one: 10, both: 20 } }').replace('  - { id: hard, from: 10 }', '  - { id: special, from: 20 }\n  - { id: hard, from: 10 }')}tables:
  pay: { unit: CNY/year, keys: [rich_or_not, tier], rows: { well_off: { special: 100, hard: 50 }, poor: { special: 300, hard: 400 } }, otherwise: 0 }
choices: { rich_or_not: [well_off, poor] }
programmes:
  grant: { title: 助学金, instrument: grant, for: tier >= hard, amount: "pay[home, tier]", per: year, payee: student }
`;
    const whole = text.replace(
      '  rich: {',
      '  home: { type: choice, of: rich_or_not, worse: none }\n  rich: {',
    );
    expect(placeOf(whole, 'amountOrder grant special')).toBe('special: 300');
  });
});

test('of an edition that amends another, what it sets stands in its own file', () => {
  const first = TEXT.replace('special: 2_000', 'special: 4_000').replace('edition: 2026', 'edition: 2025');
  const second = `format: 1
scheme: xx-terminal
edition: 2026
standing: illustrative
status: draft
effective: { from: 2027-09-01 }
published: 2027-08-31
amends: 2025
replace:
  programmes.grant.amount.options.special: 2_000
`;
  const { readings } = readLibrary([
    { file: 'first.yaml', text: first },
    { file: 'second.yaml', text: second },
  ]);
  const read = readings[1]?.read;
  if (read?.ok !== true) throw new Error(JSON.stringify(read?.issues));
  const report = check(read.value);
  const placeOf = (id: string) => report.properties.find((one) => one.id === id)?.place;
  expect(placeOf('amountOrder grant special')).toMatchObject({ file: 'second.yaml', line: 10, column: 3 });
  expect(textAt(report, second, 'amountOrder grant special')).toBe(
    'programmes.grant.amount.options.special: 2_000',
  );
  expect(placeOf('monotone income tier')).toMatchObject({ file: 'first.yaml' });
  expect(textAt(report, first, 'monotone income tier')).toBe('6_000: 20');
});

test('a rule set that was read from no text has paths, and the same findings', () => {
  const rules = rulesOf(TEXT);
  const loaded = loadExpanded(rules.document);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  const [written, plainly] = [check(rules), check(loaded.value)];
  const said = ({ properties }: CheckReport) => properties.map(({ place: _, ...one }) => one);
  expect(said(plainly)).toEqual(said(written));
  expect(plainly.properties.find(({ id }) => id === 'amountOrder grant special')?.place).toEqual({
    path: 'programmes.grant.amount.options.special',
  });
  expect(loaded.value.digests).toEqual(rules.digests);
});
