import { writeXlsx } from 'hucre/xlsx';
import { idOf, RULES as SMALL } from '../run/world.js';

/** The small rule file with two lists more: orphans, and households on the edge of the allowance. */
export const RULES = SMALL.replace(
  'categories:\n',
  `  orphans: { title: 孤儿名单 }
  edge: { title: 低保边缘名单 }
categories:
  orphan: { title: 孤儿, list: orphans, floor: special }
  edge: { title: 低保边缘, list: edge, floor: general }
`,
);

export const JOB = `format: 1
rules: rules.yaml
period: 2025-autumn
as_of: 2025-10-10
known_at: 2025-10-15
defaults: { unknown: [不详, /], skip: { is: [合计] } }
roster:
  - file: roster.csv
    columns: { school: 学校, name: 姓名, student_number: 学籍号, id: 证件号, hukou: 户口, stage: { header: 学段, values: { 学前: preschool, 小学: primary, 初中: junior, 高中: senior, 中职: vocational, 高校: higher } }, setting: { header: 就读, values: { 普通: ordinary, 随班: inclusive, 特教: special, 送教: home } }, grade: { header: 年级, values: { 一: 1, 二: 2 } } }
    guardians: [{ name: 家长, id: 家长证件号 }]
    fixed: { boarder: false }
    facts: { rural: { header: 户籍, values: { 农村: true, 城镇: false } } }
schools:
  - file: schools.csv
    columns: { school: 代码, name: 名称, area: 区县 }
    facts: { fee: 学费 }
facts:
  - file: survey.csv
    application: true
    columns: { student_number: 学籍号, name: 姓名 }
    facts: { income: 年收入, members: 人口, health: { header: 健康, values: { 好: good, 病: ill } } }
lists:
  civil:
    - file: civil.csv
      list_date: 2025-09-01
      covers: ["99"]
      columns: { name: 姓名, id: 证件号 }
      attributes: { kind: { header: 类别, values: { 低保: on_dibao, 其他: other } } }
  orphans:
    - file: orphans.xlsx
      list_date: 2025-09-01
      covers: ["99"]
      columns: { name: 姓名, id: 证件号, student_number: 学籍号 }
  edge:
    - file: edge.csv
      list_date: 2025-09-01
      covers: ["99"]
      holder: { name: 户主, id: 户主证件号 }
      members: [{ name: 成员1, id: 成员1证件号 }, { name: 成员2, id: 成员2证件号 }]
    - file: packed.csv
      list_date: 2025-09-01
      covers: ["99"]
      holder: { name: 户主, id: 户主证件号 }
      packed: { names: 成员, ids: 成员证件号, separator: 、 }
`;

export interface Pupil {
  readonly name: string;
  readonly id: string;
  readonly number: string;
  readonly school: string;
  readonly stage: string;
  readonly setting: string;
}

const STAGES = ['学前', '小学', '初中', '高中', '中职', '高校'];
const SETTINGS = ['普通', '随班', '特教', '送教', '普通'];
const GIVEN = [...'安百春东方高海江林明平青山石天文西星雪云中北川风光和红金兰木'];

/** An ID that ends in X. */
function withX(birth: string, from: number): string {
  for (let sequence = from; ; sequence += 1) {
    const id = idOf(birth, sequence);
    if (id.endsWith('X')) return id;
  }
}

/** Five students in each of six stages; two of each have an ID that ends in X. */
export const PUPILS: readonly Pupil[] = STAGES.flatMap((stage, s) =>
  SETTINGS.map((setting, i): Pupil => {
    const birth = `20${String(20 - 3 * s).padStart(2, '0')}0${i + 1}1${s}`;
    return {
      name: `${'王李张刘陈'[i]}${GIVEN[s * 5 + i]}`,
      id: i < 2 ? withX(birth, 101) : idOf(birth, 111 + 2 * i),
      number: `L990102${birth}${String(s * 5 + i).padStart(4, '0')}`,
      school: `${[11, 21, 31, 34, 36, 41][s]}9900000${s % 2}`,
      stage,
      setting,
    };
  }),
);

const wide = (text: string): string =>
  [...text].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join('');
const at = (n: number): Pupil => PUPILS[n] as Pupil;
const csv = (...lines: readonly (readonly string[])[]): string =>
  `${lines.map((line) => line.join(',')).join('\n')}\n`;

/** In the roster small x and blanks stand as schools type them: the first of each stage so, the third so. */
const inRoster = ({ id }: Pupil, i: number): string =>
  i % 5 === 0 ? id.toLowerCase() : i % 5 === 2 ? ` ${id}\u{A0}` : id;

/** The ways in which departments write the same people. */
const CIVIL: readonly (readonly string[])[] = STAGES.flatMap((_, s) => [
  [at(s * 5).name, at(s * 5).id, '低保'],
  [`${at(s * 5 + 1).name} `, at(s * 5 + 1).id.toLowerCase(), '低保'],
  [at(s * 5 + 2).name, at(s * 5 + 2).id, '低保'],
  [at(s * 5 + 3).name, wide(at(s * 5 + 3).id), '低保'],
  ...(s % 2 === 0 ? [[at(s * 5 + 3).name, ` ${at(s * 5 + 3).id}`, '低保']] : []),
]);

export async function townFiles(): Promise<Readonly<Record<string, Uint8Array>>> {
  const adult = (n: number): string => idOf('19800101', 101 + 2 * n);
  const texts: Record<string, string> = {
    'rules.yaml': RULES,
    'roster.csv': csv(
      ['学校', '姓名', '学籍号', '证件号', '户口', '学段', '就读', '年级', '户籍', '家长', '家长证件号'],
      ...PUPILS.map((p, i) => [
        ...[p.school, p.name, p.number, inRoster(p, i), '990102', p.stage, p.setting],
        ...['一', '城镇', `${p.name.charAt(0)}父`, idOf('19850101', 201 + 2 * i)],
      ]),
    ),
    'schools.csv': csv(
      ['代码', '名称', '区县', '学费'],
      ...[...new Set(PUPILS.map((p) => p.school))].map((code) => [code, `学校${code}`, '东区', '800']),
    ),
    'survey.csv': csv(
      ['学籍号', '姓名', '年收入', '人口', '健康'],
      ...PUPILS.filter((p) => p !== at(9)).map((p) => [p.number, p.name, '90000', '3', '好']),
    ),
    'civil.csv': csv(
      ['姓名', '证件号', '类别'],
      ...CIVIL,
      ['', '', '其他'],
      // A row that lacks its last cell.
      [at(4).name, at(4).id],
      ['合计', '', ''],
      [at(4).name, at(4).id, '低保'],
    ),
    'edge.csv': csv(
      ['户主', '户主证件号', '成员1', '成员1证件号', '成员2', '成员2证件号'],
      ...[0, 1, 2].map((n) => [
        ...[`赵${GIVEN[n]}`, adult(n), at(n * 5 + 9).name, at(n * 5 + 9).id],
        ...[at(n * 5 + 12).name, at(n * 5 + 12).id],
      ]),
    ),
    'packed.csv': csv(
      ['户主', '户主证件号', '成员', '成员证件号'],
      ...[3, 4].map((n) => [
        ...[`赵${GIVEN[n]}`, adult(n), `${at(n).name}、${at(n + 20).name}`, `${at(n).id}、${at(n + 20).id}`],
      ]),
    ),
  };
  const orphans = await writeXlsx({
    sheets: [
      {
        name: '孤儿',
        rows: [
          ['姓名', '证件号', '学籍号'],
          ...[24, 29, 14].map((n) => [at(n).name, at(n).id, null]),
          [at(28).name, null, at(28).number],
        ],
      },
    ],
    properties: { created: new Date(0), modified: new Date(0) },
  });
  const bytes = Object.entries(texts).map(([name, text]) => [name, new TextEncoder().encode(text)] as const);
  return { ...Object.fromEntries(bytes), 'orphans.xlsx': orphans };
}
