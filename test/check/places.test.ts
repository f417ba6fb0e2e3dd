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

  test('not a veto that the first alone meets', () => {
    const text = plain('    kin: { points: 1 }')
      .replace(
        '{ id: hard, from: 10 }',
        '{ id: special, when: kin = one }\n  - { id: hard, when: rich }\n  - { id: general, when: kin = both }',
      )
      .replace(
        'score:',
        'vetoes:\n  odd: { when: kin = one, effect: { cap: hard }, against_floor: floor_wins }\nscore:',
      );
    expect(placeOf(text, 'monotone kin tier')).toBe('when: rich');
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

  test('one of several routes: all of them', () => {
    const text = plain(
      '    kin: { of: kin, options: { none_of_them: 10, one: 12, both: 14 } }\n  routes: [{ id: apart, when: kin = both, base: 2, counts: [], against_ordinary: instead }, { id: more, when: rich, base: 20, counts: [], against_ordinary: best }]',
    );
    expect(placeOf(text, 'monotone kin tier')).toMatch(/^routes: \[\{ id: apart/);
  });

  test('the condition of a floor that only the first meets', () => {
    const text = plain('    kin: { points: 1 }').replace('floor: hard }', 'floor: hard, when: kin != both }');
    expect(placeOf(text, 'monotone kin tier')).toBe('when: kin != both');
  });

  test('a part within a section', () => {
    const text = plain(
      '    home: { parts: { kin: { of: kin, options: { none_of_them: 0, one: 12, both: 6 } }, more: { when: rich, points: 1 } } }',
    );
    expect(placeOf(text, 'monotone kin tier')).toBe('both: 6');
    expect(placeOf(text, 'monotone kin tier')).not.toBe('one: 12');
  });

  test('of several parts the one that loses most', () => {
    const parts = (first: string, second: string) =>
      plain(
        `    a: { of: kin, options: { none_of_them: 9, one: ${first} }, otherwise: 9 }\n    b: { of: kin, options: { none_of_them: 9, one: ${second} }, otherwise: 9 }\n    c: { when: kin = one, points: 2 }`,
      );
    expect(placeOf(parts('3', '0'), 'monotone kin tier')).toBe('one: 0');
    expect(placeOf(parts('1', '3'), 'monotone kin tier')).toBe('one: 1');
    // Of two that lose the same, the first.
    const alike = parts('2', '2').replace('none_of_them: 9, one: 2 }', 'none_of_them: 8, one: 1 }');
    expect(placeOf(alike, 'monotone kin tier')).toBe('one: 1');
  });

  test('the case of the first that holds', () => {
    const text = plain(
      '    kin: { first: [{ when: kin = one, points: 12 }, { when: kin = both, points: 7 }, { otherwise: 1 }] }',
    );
    expect(placeOf(text, 'monotone kin tier')).toBe('{ when: kin = both, points: 7 }');
  });

  test('the case that is lost of those of which the best count', () => {
    const text = plain(
      '    kin: { top: 1, of: [{ when: kin = one, points: 11 }, { when: rich, points: 4 }] }',
    );
    expect(placeOf(text, 'monotone kin tier')).toBe('{ when: kin = one, points: 11 }');
  });

  test('the part as a whole where several cases are lost at once', () => {
    const text = plain(
      '    kin: { sum_of: [{ when: kin = one, points: 6 }, { when: "kin in [one]", points: 7 }, { when: rich, points: 1 }] }',
    );
    expect(placeOf(text, 'monotone kin tier')).toMatch(/^kin: \{ sum_of/);
  });

  test('the fact, where the tier follows from a formula', () => {
    const text = plain('    kin: { points: 1 }')
      .replace(
        'tiers:\n  - { id: hard, from: 10 }',
        'tiers: { of: given, list: [{ id: special }, { id: hard }] }',
      )
      .replace(
        'score:',
        'choices: { tier_name: [special, hard] }\nfigures: { given: { gives: tier_name, first: [{ when: kin = one, is: hard }, { otherwise: none }] } }\nscore:',
      );
    expect(placeOf(text, 'monotone kin tier')).toMatch(/^kin: \{ type: choice/);
  });

  test('for whom a programme is whose amount is not stated, where the tier follows from a formula', () => {
    const text = `${plain('    kin: { points: 1 }')
      .replace(
        'tiers:\n  - { id: hard, from: 10 }',
        'tiers: { of: given, list: [{ id: special }, { id: hard }] }',
      )
      .replace(
        'score:',
        'choices: { tier_name: [special, hard] }\nfigures: { given: { gives: tier_name, first: [{ when: kin = one, is: hard }, { otherwise: none }] } }\nscore:',
      )}programmes:
  books: { title: 书, instrument: exemption, for: kin = one, amount: { unstated: 实物 }, per: year, payee: student }
`;
    expect(placeOf(text, 'monotone kin tier')).toBe('for: kin = one');
  });

  test('the condition of the tier, though a figure that is no number changes beside routes', () => {
    const text = plain(
      '    kin: { points: 1 }\n  routes: [{ id: apart, when: rich, base: 2, counts: [], against_ordinary: instead }]',
      'choices: { shade: [dark, light] }\nfigures: { tone: { gives: shade, by: kin, options: { none_of_them: dark, one: dark, both: light } } }\n',
    ).replace('{ id: hard, from: 10 }', '{ id: hard, when: tone = dark }');
    expect(placeOf(text, 'monotone kin tier')).toBe('when: tone = dark');
  });

  describe('of money', () => {
    const GRANT = 'title: 助学金, instrument: grant, per: year, payee: student';
    const paying = (
      programmes: string,
      parts = '    kin: { of: kin, options: { none_of_them: 0, one: 10, both: 20 } }',
      more = '',
    ) =>
      `${plain(parts, more).replace('  - { id: hard, from: 10 }', '  - { id: special, from: 20 }\n  - { id: hard, from: 10 }')}programmes:\n${programmes}`;

    test('who is no longer entitled: for whom it is', () => {
      const text = paying(`  grant: { ${GRANT}, for: kin = one, amount: "100[CNY/year]" }\n`);
      expect(placeOf(text, 'monotone kin money CNY/year')).toBe('for: kin = one');
    });

    test('the amount where less is given', () => {
      const text = paying(
        `  grant: { ${GRANT}, for: kin != none_of_them, amount: "if kin = one then 100[CNY/year] else 90[CNY/year]" }\n`,
      );
      expect(placeOf(text, 'monotone kin money CNY/year')).toMatch(/^amount: "if/);
    });

    test('the amount, whatever the fact is called and whatever else is lost', () => {
      const text = paying(
        `  grant: { ${GRANT}, for: rich or not rich, amount: "if tiered then 90[CNY/year] else 100[CNY/year]" }\n`,
        '    tiered: { when: not tiered, points: 1 }',
      ).replace('  rich:', '  tiered: { type: flag, worse: if_true }\n  rich:');
      expect(placeOf(text, 'monotone tiered money CNY/year')).toMatch(/^amount: "if tiered/);
    });

    test('of several programmes the one that loses most', () => {
      const text = paying(
        `  grant: { ${GRANT}, for: kin = one, amount: "100[CNY/year]" }\n  home: { ${GRANT}, for: kin != none_of_them, amount: "if kin = one then 500[CNY/year] else 90[CNY/year]" }\n`,
      );
      expect(placeOf(text, 'monotone kin money CNY/year')).toMatch(/^amount: "if/);
    });

    test('what costs the tier, where that falls too', () => {
      const text = paying(
        `  grant: { ${GRANT}, for: tier >= hard, amount: "100[CNY/year]" }\n`,
        '    kin: { of: kin, options: { none_of_them: 0, one: 12, both: 6 } }',
      );
      expect(placeOf(text, 'monotone kin money CNY/year')).toBe('both: 6');
    });

    test('the otherwise of a tier that has no option', () => {
      const text = paying(
        `  grant: { ${GRANT}, for: tier >= hard, amount: { by: tier, options: { hard: 100 }, otherwise: 50 } }\n`,
      );
      expect(placeOf(text, 'amountOrder grant special')).toBe('otherwise: 50');
    });

    test('the layer of an amount and of a table that hold on the day', () => {
      const dated = paying(
        `  grant: { ${GRANT}, for: tier >= hard, amount: { dated: { 2024-01-01: { by: tier, options: { special: 100, hard: 50 }, otherwise: 0 }, 2025-01-01: { by: tier, options: { special: 70, hard: 80 }, otherwise: 0 } } } }\n`,
      );
      expect(placeOf(dated, 'amountOrder grant special')).toBe('special: 70');
      const table = `tables:\n  pay: { unit: CNY/year, keys: [tier], dated: { 2024-01-01: { special: 100, hard: 50 }, 2025-01-01: { special: 70, hard: 80 }, 2030-01-01: { special: 1, hard: 2 } }, otherwise: 0 }\n`;
      const looked = paying(
        `  grant: { ${GRANT}, for: tier >= hard, amount: "pay[tier]" }\n`,
        undefined,
        table,
      );
      expect(placeOf(looked, 'amountOrder grant special')).toBe('special: 70');
    });

    test('the row of a table by a flag, and what holds for rows that it does not have', () => {
      const table = (rows: string) =>
        `tables:\n  before: { unit: CNY/year, keys: [{ rich: flag }], rows: { true: 1 }, otherwise: 0 }\n  pay: { unit: CNY/year, keys: [{ rich: flag }, tier], rows: { ${rows} }, otherwise: 10 }\n`;
      const text = (rows: string, keys = 'rich, tier') =>
        paying(`  grant: { ${GRANT}, for: tier >= hard, amount: "pay[${keys}]" }\n`, undefined, table(rows));
      expect(
        placeOf(
          text('false: { special: 90, hard: 50 }, true: { special: 30, hard: 40 }'),
          'amountOrder grant special',
        ),
      ).toBe('special: 30');
      expect(placeOf(text('true: { hard: 40 }'), 'amountOrder grant special')).toBe('otherwise: 10');
      // A key that is worked out has no row by name.
      expect(
        placeOf(
          text('false: { special: 90, hard: 50 }, true: { special: 30, hard: 40 }', 'not rich, tier'),
          'amountOrder grant special',
        ),
      ).toMatch(/^amount: /);
    });
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
