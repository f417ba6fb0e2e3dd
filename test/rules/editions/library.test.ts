import { describe, expect, test } from 'vitest';
import { editionAt, editionsAmong, readLibrary, readRules } from '../../../src/rules/index.js';
import { amendment, FILES, FIRST, SECOND, THIRD } from './scheme.js';

const library = (files = FILES) => readLibrary(files);
const readings = (files = FILES) =>
  library(files).readings.map(({ file, edition, read }) => [
    file,
    edition,
    read.issues.map(({ code }) => code),
  ]);

test('a folder of editions reads as a whole', () => {
  const { library: read, issues } = library();
  expect(readings()).toEqual([
    ['2023.yaml', '2023', []],
    ['2024-b.yaml', '2024-b', []],
    ['2024.yaml', '2024', []],
    ['2025.yaml', '2025', []],
  ]);
  expect(issues).toEqual([]);
  expect(read.scheme).toBe('xx-sample');
  expect(read.editions.map(({ edition, amends }) => [edition, amends])).toEqual([
    ['2023', undefined],
    ['2024', '2023'],
    ['2024-b', '2024'],
    ['2025', '2024'],
  ]);
});

test('other numbers and other logic by edition', () => {
  const at = (asOf: string, knownAt = asOf) => {
    const found = editionAt(library().library, asOf, knownAt);
    if (!found.ok) throw new Error(found.issues[0].code);
    return found.value.rules.document;
  };
  const from = (day: string, knownAt?: string) =>
    at(day, knownAt).tiers.map(({ id, from: least }) => `${id} ${least}`);
  expect(from('2024-08-31')).toEqual(['special 60', 'hard 40', 'general 20']);
  expect(from('2024-09-01')).toEqual(['special 60', 'hard 40', 'general 18']);
  expect(from('2024-09-01', '2024-10-01')).toEqual(['special 60', 'hard 40', 'general 19']);
  expect(from('2025-09-01')).toEqual(['special 60', 'hard 40', 'general 18', 'light 10']);
  const last = at('2025-09-01');
  expect(last.title).toEqual({ zh: '样例三' });
  expect(at('2024-09-01').title).toEqual({ zh: '样例' });
  expect(Object.keys(last.categories)).toEqual(['poor']);
  expect(Object.keys(last.sources)).toEqual(['law', 'notice']);
  expect(last.figures.head?.value).toEqual({
    kind: 'formula',
    is: 'if health = grave then income / (members * 2) else income / members',
  });
});

test('the scheme is that of the first file that says one, and what is wrong in time stands at the dates', () => {
  const broken = { file: '2022.yaml', text: 'format: [\n' };
  const { library: read, issues } = library([broken, ...FILES]);
  expect(read.scheme).toBe('xx-sample');
  expect(issues).toEqual([]);
  expect(library([broken]).library).toEqual({ scheme: '', editions: [] });
  const ended = FIRST.replace('from: 2023-09-01 }', 'from: 2023-09-01, until: 2024-07-31 }');
  const late = library([
    { file: '2023.yaml', text: ended },
    { file: '2024.yaml', text: SECOND },
  ]);
  expect(late.issues.map(({ code, place }) => [code, place])).toEqual([
    ['library.gap', { file: '2024.yaml', line: 6, column: 1, path: 'effective' }],
  ]);
});

describe('one file is read with its predecessors', () => {
  const predecessor = editionsAmong(FILES);

  test('as in the library', () => {
    const alone = readRules(THIRD, { file: '2025.yaml', predecessor });
    const { editions } = library().library;
    expect(alone.ok && alone.value.digests).toEqual(editions[3]?.rules.digests);
    expect(readRules(THIRD, { file: '2025.yaml' })).toMatchObject({
      ok: false,
      issues: [{ code: 'rules.amendsMissing', values: { edition: '2024' } }],
    });
  });

  test('and means what the same edition means written out', () => {
    const whole = FIRST.replace('edition: 2023', 'edition: 2024')
      .replace('from: 2023-09-01', 'from: 2024-09-01')
      .replace('2023-08-01', '2024-08-01')
      .replace('law: { title: 办法 }', 'law: { title: 办法 }\n  notice: { title: 通知 }')
      .replace('from: 20 }', 'from: 18 }')
      .replace('6_000: 40', '6_000: 42');
    const written = readRules(whole);
    const amended = readRules(SECOND, { predecessor });
    expect(written.ok && amended.ok && amended.value.digests).toEqual(written.ok && written.value.digests);
  });
});

describe('a table beside the editions', () => {
  const first = FIRST.replace(
    'figures:',
    `tables:
  line: { unit: CNY/year, keys: [{ county: code }], dated: { 2023-01-01: { file: lines-2023.csv } }, otherwise: 0, before: 0 }
figures:`,
  );
  const second = SECOND.replace(
    'replace: {',
    'add: { tables.line.dated.2024-01-01: { file: lines-2024.csv } }\nreplace: {',
  );
  const texts = [
    { file: '2023.yaml', text: first },
    { file: '2024.yaml', text: second },
  ];
  const served: Readonly<Record<string, string>> = {
    'lines-2023.csv': 'county,value\n4401,30000\n',
    'lines-2024.csv': 'county,value\n4401,31000\n4402,20000\n',
  };

  test('is put in by an amendment as by a whole edition', () => {
    const { library: read } = readLibrary(texts, { files: (name) => served[name] });
    expect(
      read.editions.map(({ rules }) => rules.document.tables.line?.layers.map(({ rows }) => rows.length)),
    ).toEqual([[1], [1, 2]]);
  });

  test('is missed in the file that names it', () => {
    const { readings: read } = readLibrary(texts, {
      files: (name) => (name === 'lines-2024.csv' ? undefined : served[name]),
    });
    expect(
      read.map(({ read: { issues } }) => issues.map(({ code, place }) => [code, place?.file, place?.line])),
    ).toEqual([[], [['rules.fileMissing', '2024.yaml', 10]]]);
    const none = readLibrary(texts).readings.map(({ read: { issues } }) =>
      issues.map(({ place }) => place?.file),
    );
    expect(none).toEqual([['2023.yaml'], ['2024.yaml', '2023.yaml']]);
  });
});

describe('a finding stands in the file that is to blame', () => {
  const found = (patches: string, first = FIRST) => {
    const text = amendment('2026', '2023', '2026-09-01', '2026-08-01', patches);
    const read = readRules(text, {
      file: '2026.yaml',
      predecessor: editionsAmong([{ file: '2023.yaml', text: first }]),
    });
    return read.issues.map(({ code, place }) => `${place?.file}:${place?.line}:${place?.column} ${code}`);
  };
  const lineOf = (part: string): number => FIRST.split('\n').findIndex((line) => line.includes(part)) + 1;

  test.each([
    ['replace: { categories.dibao.floor: harder }', 'harder', 'rules.unknownOption'],
    ['add: { facts.x: { type: flg } }', 'flg', 'rules.notOneOf'],
    ['replace: { figures.head: income / (members + rurl) }', 'rurl', 'rules.unknownName'],
    ['add: { categories.x: { list: civil, flor: hard } }', 'flor', 'rules.unknownKey'],
    ['replace: { tiers.general.from: 41 }', '41', 'rules.tiersNotFalling'],
  ])('the amending one, where the value comes from there: %s', (patch, blamed, code) => {
    expect(found(`${patch}\n`)).toEqual([`2026.yaml:9:${patch.indexOf(blamed) + 1} ${code}`]);
  });

  test('the amending one, where it removes what something still refers to', () => {
    expect(found('remove: [figures.head]\n')).toEqual(['2026.yaml:9:10 rules.danglingReference']);
    expect(found('remove: [lists.civil]\n')).toEqual(['2026.yaml:9:10 rules.danglingReference']);
  });

  test('the predecessor, where it is wrong by itself', () => {
    expect(found('', FIRST.replace('floor: hard', 'floor: herd'))).toEqual([
      `2023.yaml:${lineOf('dibao:')}:32 rules.unknownOption`,
    ]);
    expect(found('', FIRST.replace('  rural:', '\trural:'))).toEqual([
      `2023.yaml:${lineOf('rural: { type')}:1 rules.tab`,
    ]);
  });
});

describe('what is wrong between the files of a folder', () => {
  const issues = (...more: { file: string; text: string }[]) =>
    library([...FILES, ...more]).issues.map(({ code, values, place }) => ({ code, values, at: place?.file }));

  test('an edition twice, another scheme, equal dates', () => {
    expect(issues({ file: 'a.yaml', text: FIRST })).toEqual([
      { code: 'library.duplicateEdition', values: { edition: '2023', other: '2023.yaml' }, at: 'a.yaml' },
    ]);
    expect(
      issues({ file: 'a.yaml', text: FIRST.replace('scheme: xx-sample', 'scheme: xx-other') }),
    ).toContainEqual({
      code: 'library.otherScheme',
      values: { found: 'xx-other', needed: 'xx-sample' },
      at: 'a.yaml',
    });
    expect(issues({ file: 'a.yaml', text: FIRST.replace('edition: 2023', 'edition: 2023-x') })).toEqual([
      { code: 'library.equalDates', values: { edition: '2023-x', other: '2023' }, at: 'a.yaml' },
    ]);
  });

  test('a gap and an overlap, unless their reason is said', () => {
    const until = (end: string) => ({
      file: '2025-a.yaml',
      text: amendment('2025-a', '2025', '2025-12-01', '2025-11-01', '').replace(
        'from: 2025-12-01',
        `from: 2025-12-01, until: ${end}`,
      ),
    });
    const next = (reason: string) => ({
      file: '2026.yaml',
      text: amendment('2026', '2025-a', '2026-09-01', '2026-08-01', '').replace(
        'from: 2026-09-01',
        `from: 2026-09-01${reason}`,
      ),
    });
    expect(issues(until('2026-06-30'), next(''))).toEqual([
      {
        code: 'library.gap',
        values: { edition: '2026', before: '2025-a', from: '2026-07-01', until: '2026-08-31' },
        at: '2026.yaml',
      },
    ]);
    expect(issues(until('2026-06-30'), next(', gap: 暑假不办理'))).toEqual([]);
    expect(issues(until('2026-09-30'), next(''))).toMatchObject([{ code: 'library.overlap' }]);
    expect(issues(until('2026-09-30'), next(', overlap: 过渡期'))).toEqual([]);
    expect(issues(until('2026-08-31'), next(', overlap: 过渡期'))).toMatchObject([
      { code: 'library.notThere' },
    ]);
    const last = library([...FILES, until('2026-06-30'), next(', gap: 暑假不办理')]).library.editions.at(-1);
    expect(last?.rules.document.effective).toEqual({ from: '2026-09-01', gap: { zh: '暑假不办理' } });
  });

  test('nothing is said of time while a file cannot be read', () => {
    const broken = {
      file: 'b.yaml',
      text: THIRD.replace('edition: 2025', 'edition: 2026').replace('light', 'hard'),
    };
    const read = library([...FILES, broken]);
    expect(read.issues).toEqual([]);
    expect(read.readings.find(({ file }) => file === 'b.yaml')?.read.issues.map(({ code }) => code)).toEqual([
      'rules.patchExists',
    ]);
    expect(read.library.editions).toHaveLength(4);
  });
});
