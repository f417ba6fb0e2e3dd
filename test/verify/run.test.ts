import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CheckId } from '../../src/verify/index.js';
import { verifyRun } from '../../src/verify/index.js';
import { ANNE, CY, DI, FILES, idOf, JOB, runWorld } from '../batch/run/world.js';
import { checkOf, folderOf, resealed, type Texts, text, textsOf, wrongIn } from './folder.js';

/** A run with something of every kind: matches, repeats, a review, a grown-up, a person's decision, two rows of one student. */
let run: Texts;
beforeAll(async () => {
  const civil = [
    '姓名,证件号,类别',
    `陈陈,${CY.toLowerCase()},低保`,
    `陈陈, ${CY},低保`,
    `钱大,${idOf('19700101', 11)},低保`,
    `安安,${ANNE},低保`,
    `丁,${DI},低保`,
    `孙小,${idOf('20150707', 11)},低保`,
    `丁丁,${DI},其他`,
    '合计,2人,',
  ];
  const decisions = [
    '类型,学籍号,事项,值,文件,行,人,结论,谁,日期,理由,材料',
    '名单,,,,civil.csv,7,1,notEnrolledHere,district,2025-10-01,在外县就读,',
  ];
  const end = await runWorld({ 'civil.csv': civil.join('\n'), 'decisions.csv': decisions.join('\n') });
  if (end.run === undefined) throw new Error(JSON.stringify(end.issues));
  run = textsOf(end.run.files);
});

const changed = (path: string, from: string | RegExp, to: string): Texts => {
  const before = text(run, path);
  const written = before.replace(from, to);
  expect(written).not.toBe(before);
  return { ...run, [path]: written };
};

it('bears out a run, and compares something in every check', () => {
  const { checks, holds } = verifyRun(folderOf(run));
  expect(checks.flatMap((check) => check.findings)).toEqual([]);
  expect(holds).toBe(true);
  expect(checks.filter((check) => check.compared === 0)).toEqual([]);
  const states = [...text(run, 'ledger/civil.ndjson').matchAll(/"state":"(\w+)"/g)].map((match) => match[1]);
  expect(new Set(states)).toEqual(
    new Set(['matched', 'duplicate', 'notAStudent', 'review', 'notEnrolledHere', 'lapsed']),
  );
});

it('is total: a file cut off anywhere, or of other records, is a finding and never throws', () => {
  const paths = Object.keys(run).filter((path) => /json$/.test(path));
  const pieces = [
    '{}\n',
    '[]\n',
    'null\n',
    '{"entries":[{"candidates":[1],"proof":3}],"kind":"entries"}\n',
    '\u{FFFD}\n',
  ];
  const damage = fc.record({
    path: fc.constantFrom(...paths),
    at: fc.nat({ max: 400 }),
    piece: fc.constantFrom('', ...pieces),
    whole: fc.boolean(),
  });
  fc.assert(
    fc.property(damage, ({ path, at, piece, whole }) => {
      const damaged = whole ? piece : text(run, path).slice(0, at) + piece;
      fc.pre(damaged !== text(run, path));
      expect(verifyRun(folderOf({ ...run, [path]: damaged })).holds).toBe(false);
    }),
    { numRuns: 60 },
  );
});

describe('bytes', () => {
  it('of every file are held to the manifest and the seal', () => {
    for (const path of Object.keys(run)) {
      const { findings } = checkOf({ ...run, [path]: `${run[path]} ` }, 'digests');
      expect(
        findings.some((finding) => finding.severity === 'error'),
        path,
      ).toBe(true);
    }
  });

  it('of a file that is gone or came later are found', () => {
    const { 'worklist.csv': _, ...less } = run;
    const first = (texts: Texts) => checkOf(texts, 'digests').findings.map((finding) => finding.code);
    expect(first('worklist.csv' in run ? less : {})).toContain('verify.missing');
    expect(first({ ...run, 'inputs/more.ndjson': '' })).toEqual(['verify.notListed']);
    expect(first({ ...run, 'views/report.html': '' })).toEqual([]);
  });
});

/** Changes that somebody made who also wrote manifest and seal anew: the check that must see each, and what it says. */
const CHANGES: readonly (readonly [string, CheckId, string, () => Texts])[] = [
  ['a line is no JSON', 'form', 'verify.line', () => changed('ledger/civil.ndjson', /^\{/, '{{')],
  ['a key stands twice', 'form', 'verify.line', () => changed('ledger/civil.ndjson', '{', '{"row":9,')],
  [
    'a row of the ledger is gone',
    'rows',
    'verify.rowMissing',
    () => changed('ledger/civil.ndjson', /.*"row":9.*\n/, ''),
  ],
  [
    'a row came twice',
    'rows',
    'verify.rowMissing',
    () => changed('ledger/civil.ndjson', '"row":9', '"row":1'),
  ],
  [
    'fewer rows were counted',
    'rows',
    'verify.rowMissing',
    () => changed('inputs.json', /"rows":9\b/, '"rows":8'),
  ],
  [
    'a row of an unknown file',
    'rows',
    'verify.rowUnknown',
    () => changed('inputs/entries.ndjson', '"civil.csv"', '"other.csv"'),
  ],
  [
    'a person of a list is gone',
    'entries',
    'verify.notOnce',
    () => changed('inputs/entries.ndjson', /.*\n/, ''),
  ],
  [
    'a cell is another',
    'entries',
    'verify.cellsDiffer',
    () => changed('inputs/entries.ndjson', '陈陈', '陈阵'),
  ],
  [
    'a cell of the roster is another',
    'roster',
    'verify.cellsDiffer',
    () => changed('inputs/roster.ndjson', '陈陈', '陈阵'),
  ],
  [
    'a student has no outcome',
    'roster',
    'verify.outcomes',
    () => changed('determinations.ndjson', /.*\n/, ''),
  ],
  [
    'a row is called unreadable',
    'roster',
    'verify.rosterRow',
    () => changed('ledger/roster.ndjson', '"state":"student"', '"state":"invalid"'),
  ],
  [
    'a sure match is sent away as unfound',
    'matches',
    'verify.missed',
    () =>
      changed(
        'ledger/civil.ndjson',
        `"reason":"exactId","relation":"","standing":{"in":["dibao"],"unknown":[]},"state":"matched","student":"G${ANNE}"`,
        '"reason":"noCandidate","relation":"","standing":{"in":["dibao"],"unknown":[]},"state":"review"',
      ),
  ],
  [
    'a reason to ask first is not there',
    'matches',
    'verify.missed',
    () =>
      changed(
        'ledger/civil.ndjson',
        `"reason":"exactId","relation":"","standing":{"in":["dibao"],"unknown":[]},"state":"matched","student":"G${ANNE}"`,
        '"reason":"sharedId","relation":"","standing":{"in":["dibao"],"unknown":[]},"state":"review"',
      ),
  ],
  [
    'a match is that of another student',
    'matches',
    'verify.notJustified',
    () =>
      changed(
        'ledger/civil.ndjson',
        `"state":"matched","student":"G${ANNE}"`,
        `"state":"matched","student":"G${DI}"`,
      ),
  ],
  [
    'a match by a reason of which nobody knows',
    'matches',
    'verify.unknownReason',
    () => changed('ledger/civil.ndjson', '"reason":"exactId"', '"reason":"looksAlike"'),
  ],
  [
    'both rows of one student are matched',
    'repeats',
    'verify.hitTwice',
    () => changed('ledger/civil.ndjson', '"state":"duplicate"', '"state":"matched"'),
  ],
  [
    'a repeat names no entry',
    'repeats',
    'verify.repeatsNobody',
    () =>
      changed(
        'ledger/civil.ndjson',
        /"proof":\{"file":"civil.csv","member":"1","row":"\d"/,
        '"proof":{"file":"civil.csv","member":"1","row":"99"',
      ),
  ],
  [
    'a child is called a grown-up',
    'leftOut',
    'verify.leftOut',
    () =>
      changed(
        'ledger/civil.ndjson',
        /"reason":"nameDiffers"(.*?)"state":"review"/,
        '"reason":"adultByBirthDate"$1"state":"notAStudent"',
      ),
  ],
  [
    'a closed entry has nobody who closed it',
    'leftOut',
    'verify.leftOut',
    () => changed('ledger/civil.ndjson', '"by":"district"', '"by":""'),
  ],
  [
    'a current row is called lapsed',
    'leftOut',
    'verify.leftOut',
    () => changed('ledger/civil.ndjson', '"state":"review"', '"state":"lapsed"'),
  ],
  [
    'somebody near is closed by nobody',
    'nearMisses',
    'verify.nearMiss',
    () =>
      changed(
        'ledger/civil.ndjson',
        /"reason":"nameDiffers"(.*?)"state":"review"/,
        '"reason":"noCandidate"$1"state":"notEnrolledHere"',
      ),
  ],
  [
    'a matched student is not in the category',
    'categories',
    'verify.categoryLost',
    () => changed('determinations.ndjson', '"status":"in"', '"status":"unknown"'),
  ],
  [
    'a category comes from nowhere',
    'categories',
    'verify.categoryFromNowhere',
    () => changed('determinations.ndjson', '"status":"out"', '"status":"in"'),
  ],
  [
    'evidence is another row',
    'categories',
    'verify.evidenceLost',
    () =>
      changed(
        'determinations.ndjson',
        /"evidence":\[\{"file":"civil.csv","list":"civil","row":\d/,
        '"evidence":[{"file":"civil.csv","list":"civil","row":8',
      ),
  ],
  [
    'an open match counts as out',
    'categories',
    'verify.openLost',
    () => changed('determinations.ndjson', /"doubt":"openMatch"(.*?)"status":"unknown"/, '$1"status":"out"'),
  ],
  [
    'a listed student is below the floor',
    'floors',
    'verify.belowFloor',
    () =>
      changed(
        'determinations.ndjson',
        /"recommended":\{(.*?)"tier":"special"\}/,
        '"recommended":{$1"tier":"general"}',
      ),
  ],
  [
    'one tier that is possible is below the floor',
    'floors',
    'verify.belowFloor',
    () =>
      changed('determinations.ndjson', '"tiers":["special","hard"]', '"tiers":["special","hard","general"]'),
  ],
  [
    'an equation does not hold',
    'summary',
    'verify.equation',
    () => changed('summary.json', /"holds":true,"id":"EQ1","left":\d+/, '"holds":true,"id":"EQ1","left":99'),
  ],
  [
    'a figure of the summary is another',
    'summary',
    'verify.count',
    () => changed('summary.json', /"determined":\d+/, '"determined":77'),
  ],
  [
    'money of the summary is another',
    'summary',
    'verify.count',
    () => changed('summary.json', /"minor":"[1-9]\d*"/, '"minor":"1"'),
  ],
];

describe('somebody who can write manifest and seal anew', () => {
  it.each(CHANGES)('is found out: %s', (_, id, code, make) => {
    const wrong = wrongIn(resealed(make()));
    expect(wrong).toContain(`${id} ${code}`);
    expect(wrong.filter((one) => one.startsWith('digests'))).toEqual([]);
  });

  it('names no person in what it says', () => {
    for (const [, , , make] of CHANGES) {
      const said = JSON.stringify(verifyRun(folderOf(resealed(make()))).checks);
      for (const secret of [ANNE, CY, DI, '陈陈', '安安', '钱大']) expect(said).not.toContain(secret);
    }
  });
});

it('near to somebody and closed by a person is shown, not refused', async () => {
  const civil = `姓名,证件号,类别\n丁,${DI},低保\n`;
  const decisions =
    '类型,学籍号,事项,值,文件,行,人,结论,谁,日期,理由,材料\n名单,,,,civil.csv,2,1,notEnrolledHere,district,2025-10-01,在外县就读,\n';
  const end = await runWorld({ 'civil.csv': civil, 'decisions.csv': decisions });
  const near = checkOf(textsOf(end.run?.files ?? []), 'nearMisses');
  expect(near.holds).toBe(true);
  expect(near.findings).toEqual([
    {
      code: 'verify.nearMiss',
      severity: 'note',
      values: { state: 'notEnrolledHere', by: 'id', member: 1 },
      place: { file: 'civil.csv', row: 2 },
    },
  ]);
});

it.each(['household_of_head', 'children_of_person'])(
  'bears out rows that mean others (%s), and comparisons beside lists',
  async (means) => {
    const job = JOB.replace(
      'lists:\n',
      `comparisons:
  dibao:
    - file: compare.csv
      result_date: 2025-09-20
      system: 省级系统
      columns: { student_number: 学籍号, name: 姓名 }
lists:
`,
    ).replace(
      'columns: { name: 姓名, id: 证件号 }\n      attributes',
      `means: ${means}\n      columns: { name: 姓名, id: 证件号 }\n      attributes`,
    );
    const parent = `安父,${idOf('19850101', 11)}`;
    const roster = (FILES['roster.csv'] ?? '')
      .replace(/白母,\d+X?/, parent)
      .replace(/城镇,,$/m, `城镇,${parent}`);
    const civil = [
      '姓名,证件号,类别',
      `${parent},低保`,
      `${parent},低保`,
      `钱大,${idOf('19700101', 13)},低保`,
      `安安,${ANNE},低保`,
    ];
    const changes = {
      'roster.csv': roster,
      'compare.csv': `学籍号,姓名\nG${CY},陈陈\nG${CY},陈陈\nG${DI},丁大\n`,
      'civil.csv': `${civil.join('\n')}\n`,
    };
    const end = await runWorld(changes, {}, job);
    const texts = textsOf(end.run?.files ?? []);
    expect(text(texts, 'ledger/civil.ndjson').match(/"reason":"guardianIdAndName"/g)).toHaveLength(3);
    expect(
      verifyRun(folderOf(texts))
        .checks.flatMap((check) => check.findings)
        .filter((one) => one.severity === 'error'),
    ).toEqual([]);

    // Neither is a child of somebody whom the roster does not name as a guardian.
    const other = text(texts, 'ledger/civil.ndjson').replace(
      `"reason":"guardianIdAndName","relation":"","standing":{"in":["dibao"],"unknown":[]},"state":"matched","student":"G${ANNE}"`,
      `"reason":"guardianIdAndName","relation":"","standing":{"in":["dibao"],"unknown":[]},"state":"matched","student":"G${CY}"`,
    );
    expect(wrongIn(resealed({ ...texts, 'ledger/civil.ndjson': other }))).toContain(
      'matches verify.notJustified',
    );
  },
);
