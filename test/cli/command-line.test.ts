import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VERSION } from '../../src/batch/index.js';
import { runCommandLine } from '../../src/cli/program.js';
import { ANNE, CY, DI, FILES, JOB, RULES, scratch } from '../batch/run/world.js';

const root = scratch();
afterAll(root.remove);

async function bulou(...args: string[]) {
  let [out, err] = ['', ''];
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    outIsTty: false,
    errIsTty: false,
    cwd: root.path,
  };
  const exit = await runCommandLine(args, terminal);
  return { exit, out, err };
}

const write = (path: string, text: string): void => {
  mkdirSync(join(root.path, path, '..'), { recursive: true });
  writeFileSync(join(root.path, path), text);
};

beforeAll(() => {
  for (const [name, text] of Object.entries(FILES)) write(`city/${name}`, text);
  write('city/job.yaml', JOB);
});

describe('usage', () => {
  it('helps and tells its version, in both languages', async () => {
    const help = await bulou('--help');
    expect(help).toMatchObject({ exit: 0, err: '' });
    for (const word of ['run', 'inspect', 'check', 'test', 'explain', '130', '不漏', 'no one missed'])
      expect(help.out).toContain(word);
    expect(await bulou('--version')).toEqual({ exit: 0, out: `${VERSION}\n`, err: '' });
  });

  it.each([
    [[]],
    [['rnu']],
    [['run']],
    [['run', 'a', 'b']],
    [['run', 'a', '--oops']],
    [['check', 'a', '--lang', 'fr']],
    [['explain', 'a']],
  ])('exits 2 for %j', async (args) => {
    const { exit, out, err } = await bulou(...(args as string[]));
    expect(exit).toBe(2);
    expect(out).toBe('');
    expect(err).not.toBe('');
  });
});

describe('bulou run', () => {
  it('prints a summary on stdout and what it does on stderr', async () => {
    const { exit, out, err } = await bulou('run', 'city/job.yaml', '--out', 'out');
    expect(exit).toBe(1);
    expect(err.split('\n')).toEqual([
      '检查任务和规则 …',
      '读取文件 …',
      '名单比对 …',
      '逐人认定 …',
      '清点核对 …',
      '写出结果 …',
      '',
    ]);
    for (const text of [
      '学生 4 人',
      '特别困难',
      '助学金',
      '4,000 元',
      '部门名单 1 份：2 个条目，2 个有着落',
      '全部成立',
      'out/worklist.csv',
      '示例规则',
    ])
      expect(out).toContain(text);
    for (const id of [ANNE, CY, DI, '安安', '陈陈']) expect(out + err).not.toContain(id);
  });

  it('prints it in English', async () => {
    const { out } = await bulou('run', 'city/job.yaml', '--out', 'out', '--replace', '--lang', 'en');
    for (const text of [
      'Students: 4',
      'below every tier',
      'entries accounted for: 2 of 2',
      'equations hold',
      'illustrative rules',
    ])
      expect(out).toContain(text);
    expect(out.replace(/特别困难|一般困难|困难|助学金|免学费|民政名单|测试/g, '')).not.toMatch(
      /\p{Script=Han}/u,
    );
  });

  it('writes where the job says, relative to the job', async () => {
    write('city/with-out.yaml', JOB.replace('# roster', 'out: ../there'));
    expect((await bulou('run', 'city/with-out.yaml')).exit).toBe(1);
    expect(readFileSync(join(root.path, 'there/seal.json'), 'utf8')).toContain('bulou-seal');
  });

  it.each([
    ['a job that is not there', ['run', 'city/none.yaml', '--out', 'x'], 3, 'run.cannotRead'],
    ['a folder that is nowhere said', ['run', 'city/job.yaml'], 2, 'run.noOut'],
    ['an earlier run in the way', ['run', 'city/job.yaml', '--out', 'out'], 2, 'run.outIsRun'],
    [
      'a folder that cannot be written',
      ['run', 'city/job.yaml', '--out', 'city/job.yaml/out'],
      7,
      'run.cannotWrite',
    ],
  ])('refuses %s', async (_, args, exit, code) => {
    const end = await bulou(...args);
    expect(end.exit).toBe(exit);
    expect(end.out).toBe('');
    expect(end.err).toContain(code);
  });

  it('points into the job file', async () => {
    write('city/bad.yaml', JOB.replace('period: 2025-autumn', 'perod: 2025-autumn'));
    const { exit, err } = await bulou('run', 'city/bad.yaml', '--out', 'x', '--lang', 'en');
    expect(exit).toBe(3);
    expect(err).toContain(
      'city/bad.yaml:3:1: job.unknownKey: There is no key "perod" here. Did you mean "period"?',
    );
  });

  it('exits 6 for a file beyond the limits', async () => {
    write('city/wide.yaml', JOB.replace('file: aided.csv', 'file: wide.csv'));
    write('city/wide.csv', `学籍号${',x'.repeat(10_001)}\n`);
    const { exit, err } = await bulou('run', 'city/wide.yaml', '--out', 'x');
    expect(exit).toBe(6);
    expect(err).toContain('read.limit');
  });
});

describe('a scheme that ends in numbers', () => {
  const INDEX = `${RULES.slice(0, RULES.indexOf('score:'))}figures:
  index: { is: "round(income / 1_000[CNY/year], 1, half_up) - members * 1[1/person]", title: 指数 }
outputs: [index]
`.replace(', floor: hard', '');

  it('is run, told by its outputs, and explained', async () => {
    for (const [name, text] of Object.entries(FILES)) write(`index/${name}`, text);
    write('index/rules.yaml', INDEX);
    write('index/job.yaml', JOB);
    const { exit, out, err } = await bulou('run', 'index/job.yaml', '--out', 'numbers');
    expect(err).not.toMatch(/rules\.|run\./);
    expect(exit).toBe(1);
    // Every student stands in one column, and no column is for a tier.
    expect(out).toMatch(/已有建议 +待定 +合计/);
    expect(out).not.toMatch(/未达到困难等级|资助金额/);
    expect((await bulou('explain', 'numbers', `G${ANNE}`)).out).toContain('指数：0');
    const open = await bulou('explain', 'numbers', `G${CY}`);
    expect(open.out).toContain('指数：在 -20 至 999 之间');
    const worklist = readFileSync(join(root.path, 'numbers/worklist.csv'), 'utf8');
    expect(worklist).toContain('指数 -20 至 999');
  });
});

describe('bulou explain', () => {
  it('says why, in the language asked for', async () => {
    await bulou('run', 'city/job.yaml', '--out', 'why');
    const zh = await bulou('explain', 'why', `G${ANNE}`);
    expect(zh.exit).toBe(0);
    expect(zh.out).toContain('特别困难');
    expect(zh.out).toContain('示例规则');
    const en = await bulou('explain', 'why', `g${CY}`, '--lang', 'en');
    expect(en.exit).toBe(0);
    expect(en.out).toContain('civil.csv, row 2');
    expect((await bulou('explain', 'why', `G${DI}`, '--lang', 'en')).exit).toBe(0);
  });

  it('knows who is not there, what is no run, and what was changed', async () => {
    expect(await bulou('explain', 'why', 'G1')).toMatchObject({ exit: 3, out: '' });
    expect((await bulou('explain', 'city', `G${ANNE}`)).err).toContain('run.notARun');
    const file = join(root.path, 'why/determinations.ndjson');
    writeFileSync(file, readFileSync(file, 'utf8').replace('special', 'general'));
    const { exit, err } = await bulou('explain', 'why', `G${ANNE}`);
    expect(exit).toBe(4);
    expect(err).toContain('run.damaged');
    expect(err).not.toContain(ANNE);
  });
});

describe('bulou check', () => {
  it('proves rules of this repository', async () => {
    const { exit, out, err } = await bulou('check', resolve('rules/us-sai'), '--lang', 'en');
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toContain('it reads without error');
    expect(out).toContain('illustrative rules, not an official standard');
    expect(out).toContain('Result: all that was asked holds');
    expect(out).toMatch(/\d+ proved, \d+ by construction, 0 refuted, 0 not proved/);
  });

  it('says what is wrong and where', async () => {
    write('rules/bad.yaml', RULES.replace('worse: lower', 'worse: lowr'));
    write('rules/good.yaml', RULES);
    const { exit, out } = await bulou('check', 'rules', '--lang', 'en');
    expect(exit).toBe(3);
    expect(out).toMatch(/^rules\/bad\.yaml:\d+:\d+: rules\.notOneOf: /);
    expect(out).toContain('rules/good.yaml: xx-test 2025');
  });

  it('prints the canonical form, which reads as the same rules', async () => {
    const { exit, out } = await bulou('check', 'rules/good.yaml', '--expanded');
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ scheme: 'xx-test', edition: '2025' });
    expect(out.trimEnd().split('\n')).toHaveLength(1);
  });

  it('exits 3 for a file that is not there', async () =>
    expect((await bulou('check', 'nowhere.yaml')).exit).toBe(3));
});

describe('bulou test', () => {
  const cases = (score: number): string => `format: 1
scheme: xx-test
edition: 2025
period: 2025-autumn
as_of: 2025-10-10
cases:
  - { id: poor, facts: { stage: primary, income: 5_000, members: 5, rural: true, health: ill, fee: 0 }, expect: { score: ${score}, tier: special } }
`;

  it('runs the cases beside an edition', async () => {
    write('tested/rules.yaml', RULES);
    write('tested/cases/a.yaml', cases(60));
    const { exit, out } = await bulou('test', 'tested', '--lang', 'en');
    expect(exit).toBe(0);
    expect(out).toContain('cases passed: 1, failed: 0');
  });

  it('shows what came instead of what was expected', async () => {
    write('failing/rules.yaml', RULES);
    write('failing/cases/a.yaml', cases(61));
    const { exit, out } = await bulou('test', 'failing/rules.yaml', '--lang', 'en');
    expect(exit).toBe(1);
    expect(out).toContain('failing/cases/a.yaml:7');
    expect(out).toContain('expected: 61');
    expect(out).toContain('got: 60');
  });

  it('does not pass where there is nothing to run', async () => {
    write('untested/rules.yaml', RULES);
    expect((await bulou('test', 'untested')).exit).toBe(3);
    write('other/rules.yaml', RULES);
    write('other/cases/a.yaml', cases(60).replace('edition: 2025', 'edition: 2024'));
    expect((await bulou('test', 'other')).exit).toBe(3);
  });
});

describe('bulou inspect', () => {
  it('shows what is in a file, with a fragment', async () => {
    const { exit, out } = await bulou('inspect', 'city/roster.csv', '--lang', 'en');
    expect(exit).toBe(0);
    expect(out).toContain('学籍号');
    for (const id of [ANNE, '安安']) expect(out).not.toContain(id);
  });
  it('exits 3 for what is no table', async () => {
    write('x.pdf', '%PDF-1.4');
    expect((await bulou('inspect', 'x.pdf')).exit).toBe(3);
    expect((await bulou('inspect', 'none.csv')).exit).toBe(3);
  });
});

describe('a failure without a name', () => {
  const failing = async (cause: unknown, ...more: string[]) => {
    let err = '';
    const terminal = {
      out: () => {
        throw cause;
      },
      err: (text: string) => {
        err += text;
      },
      outIsTty: false,
      errIsTty: false,
      cwd: root.path,
    };
    const exit = await runCommandLine([...more, 'check', resolve('rules')], terminal);
    return { exit, err };
  };

  it('is a defect, and its words stay unsaid unless asked for', async () => {
    const cause = new TypeError(`cannot read ${ANNE}`);
    const quiet = await failing(cause);
    expect(quiet.exit).toBe(70);
    expect(quiet.err).toContain('bulou.defect: TypeError');
    expect(quiet.err).not.toContain(ANNE);
    expect((await failing(cause, '--debug')).err).toContain('command-line.test.ts');
  });

  it('of the machine is one of the environment', async () => {
    expect(await failing(Object.assign(new Error(ANNE), { code: 'ENOSPC' }))).toMatchObject({ exit: 7 });
  });
});

describe('bulou slice', () => {
  it('writes a workbook for each county, says that they add up, and needs to know by what', async () => {
    await bulou('run', 'city/job.yaml', '--out', 'sliced');
    const { exit, out, err } = await bulou('slice', 'sliced', '--by', 'county', '--lang', 'en');
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toMatch(/东区\.xlsx +3 /);
    expect(out).toMatch(/all +4 /);
    expect(out).toMatch(/the slices add up to the run; all \d+ equations hold/);
    for (const id of [ANNE, '安安']) expect(out).not.toContain(id);
    expect(readFileSync(join(root.path, 'sliced-by-county/slices.json'), 'utf8')).toContain('bulou-slices/0');
    expect(await bulou('slice', 'sliced')).toMatchObject({ exit: 2, out: '' });
    expect((await bulou('slice', 'sliced', '--by', 'county')).err).toContain('slice.outIsSlices');
    expect((await bulou('slice', 'city', '--by', 'school')).err).toContain('run.notARun');
  });
});

describe('bulou diff', () => {
  it('says who changed and by which row, and nothing where nothing did', async () => {
    await bulou('run', 'city/job.yaml', '--out', 'one');
    write('city2/job.yaml', JOB);
    for (const [name, text] of Object.entries(FILES)) write(`city2/${name}`, text);
    write('city2/civil.csv', (FILES['civil.csv'] ?? '').replace('低保', '其他'));
    await bulou('run', 'city2/job.yaml', '--out', 'two');
    const same = await bulou('diff', 'one', 'one', '--lang', 'en');
    expect(same).toMatchObject({ exit: 0, err: '' });
    expect(same.out).toContain('unchanged 4, entered 0, left 0, changed 0');
    const { exit, out } = await bulou('diff', 'one', 'two', '--lang', 'en');
    expect(exit).toBe(1);
    expect(out).toContain('unchanged 3, entered 0, left 0, changed 1');
    expect(out).toContain(`  G${CY}\n`);
    expect(out).toContain('低保: in → not in (was by 民政名单 (file civil.csv, row 2))');
    expect(out).toContain('民政名单: 0 new, 0 gone, 1 ended otherwise');
    for (const name of ['陈陈', '安安']) expect(out).not.toContain(name);
    expect((await bulou('diff', 'one', 'nowhere')).exit).toBe(3);
  });
});
