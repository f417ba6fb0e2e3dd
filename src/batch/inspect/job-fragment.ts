import { Document, type YAMLMap } from 'yaml';
import { bareHeader } from '../read/index.js';
import type { ColumnInspection, Inspection, PersonColumns, SheetInspection } from './inspection.js';
import { MEANS, translate } from './job-words.js';

type Node = string | number | boolean | readonly Node[] | { readonly [key: string]: Node };
type Fields = Record<string, Node>;

/** One source to paste under `section` of a job file, and what a person must still decide. */
interface Source {
  readonly section: string;
  readonly fields: Fields;
  readonly remarks: readonly string[];
}

/** Stands where only a person knows: each of them is refused by the job reader until it is replaced. */
export const OPEN = { date: '0000-00-00', list: 'list_id', fact: 'fact_', system: '系统名称' } as const;

const TODO = {
  list: '名单标识：换成规则文件 lists 中的标识 / replace list_id by the id of the list in the rule file',
  date: 'list_date：填写名单反映的日期 / the day whose state the list shows',
  compared:
    '名单标识：换成规则文件中的名单或类别标识；values 右边换成类别标识，不属于它的写 none；system：作出比对的系统 / replace list_id by the id of a list or category, the right side of values by category ids or none; system: who compared',
  result: 'result_date：填写比对结果反映的日期 / the day whose state the result shows',
  covers:
    'covers：名单覆盖的户籍；只覆盖本地时写区划代码前缀，如 ["9901"] / division-code prefixes of the hukou it covers',
  facts:
    'fact_1 …：换成规则文件中的事实标识，values 右边换成选项标识，不用的列删去 / replace by fact ids, and the right side of values by option ids, of the rule file; drop the rest',
  hidden: '隐藏的工作表未列入 / hidden sheets are left out: ',
  words: '未识别的词，请补上含义 / words that are not known, say what they mean: ',
  valid: '可作 valid 的日期列（from 起、until 止）/ date columns that may be valid (from, until): ',
  attributes: '可作 attributes 的列 / columns that may be attributes: ',
} as const;

/** Names of dates from when or until when somebody is on a list. */
const VALIDITY = /纳入|批准|识别|消除|发证|起始|开始|停发|停保|终止|截止|截至|退出|有效|到期/;

/** A number or a flag without quotes, as one would write it by hand. */
function plainScalar(text: string): Node {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^[1-9]$/.test(text) ? Number(text) : text;
}

class SheetSource {
  private readonly sheet: SheetInspection;
  private readonly remarks: string[] = [];
  private readonly used = new Set<string>();

  constructor(sheet: SheetInspection) {
    this.sheet = sheet;
  }

  private at(letter: string | undefined): ColumnInspection | undefined {
    return this.sheet.columns.find((column) => column.letter === letter);
  }

  private find(...patterns: readonly RegExp[]): ColumnInspection | undefined {
    for (const pattern of patterns) {
      const found = this.sheet.columns.find(({ header }) => pattern.test(bareHeader(header)));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private meaning(meaning: ColumnInspection['meaning']): ColumnInspection | undefined {
    return this.sheet.columns.find((column) => column.meaning === meaning);
  }

  /** How a job file names the column: by its header where that is enough, else by its letter. */
  private name(column: ColumnInspection): string {
    this.used.add(column.letter);
    return column.unique ? column.header : `@${column.letter}`;
  }

  private columns(wanted: Readonly<Record<string, ColumnInspection | undefined>>): Fields {
    const fields: Fields = {};
    for (const [key, column] of Object.entries(wanted))
      if (column !== undefined) fields[key] = this.name(column);
    return fields;
  }

  private translated(key: keyof typeof MEANS, column: ColumnInspection | undefined): Fields {
    if (column === undefined) return {};
    const { values, open } = translate(column.options ?? [], MEANS[key]);
    if (open.length > 0) this.remarks.push(`${TODO.words}${column.header}: ${open.join(' ')}`);
    const header = this.name(column);
    const plain = Object.fromEntries(
      Object.entries(values).map(([word, means]) => [word, plainScalar(means)]),
    );
    return { [key]: Object.keys(values).length === 0 ? header : { header, values: plain } };
  }

  private people(person: PersonColumns): Fields {
    return this.columns({
      name: this.at(person.name),
      id: this.at(person.id),
      relation: this.at(person.relation),
    });
  }

  /** Where the table stands in the file. The names row alone, where its texts tell the columns apart. */
  layout(inspection: Inspection): Fields {
    const { sheet } = this;
    const row = sheet.header.at(-1) ?? 1;
    const words = (kind: 'total' | 'remark'): string[] => [
      ...new Set(sheet.odd.flatMap((odd) => (odd.kind === kind && odd.word !== undefined ? [odd.word] : []))),
    ];
    const starts = [...words('total'), ...words('remark')];
    const shown = inspection.sheets.filter(({ hidden, rows }) => !hidden && rows > 0);
    const first = shown.find(({ role }) => role !== null);
    const aside = shown.filter(({ role }) => role === null).map(({ name }) => name);
    const unknown = [...new Set(sheet.columns.flatMap((column) => column.unknown))].sort();
    return {
      file: inspection.file,
      ...(inspection.encoding === undefined || inspection.encoding === 'utf-8'
        ? {}
        : { encoding: inspection.encoding }),
      ...(sheet.name === '' || inspection.sheets.length === 1 ? {} : { sheet: sheet.name }),
      ...(aside.length === 0 || sheet !== first ? {} : { other_sheets: aside }),
      ...(sheet.joined ? { header: [...sheet.header] } : row === 1 ? {} : { header: row }),
      ...(starts.length === 0 ? {} : { skip: { starts_with: starts } }),
      ...(unknown.length === 0 ? {} : { unknown }),
    };
  }

  /** A column of that name whose cells are codes and no words. */
  private codes(pattern: RegExp): ColumnInspection | undefined {
    const found = this.find(pattern);
    return found !== undefined && ['number', 'divisionCode'].includes(found.meaning) ? found : undefined;
  }

  /** Names of others beside whom their number stands, in the order of the columns. */
  private guardians(): PersonColumns[] {
    const others = this.sheet.shape.others.flatMap((letter) => this.at(letter) ?? []);
    return others.flatMap(({ letter, meaning }, i) => {
      const next = others[i + 1];
      return meaning === 'name' && next?.meaning === 'residentId' ? [{ name: letter, id: next.letter }] : [];
    });
  }

  private roster(layout: Fields): Source {
    const { shape } = this.sheet;
    const columns = {
      ...this.columns({
        school: this.meaning('schoolCode') ?? this.find(/^学校名称$|^学校$/),
        name: this.at(shape.person.name),
        student_number: this.meaning('studentNumber'),
        id: this.at(shape.person.id),
      }),
      ...this.translated('stage', this.find(/^学段$/)),
      ...this.translated('setting', this.find(/^就读形式$/)),
      ...this.translated('grade', this.find(/^年级$/)),
      ...this.translated('boarder', this.find(/^就读方式$|^是否住校$|^是否寄宿生?$/)),
      ...this.columns({
        hukou:
          this.find(/^户口所在地行政区划|^户籍地?行政区划|户口.*区划/) ?? this.codes(/^户[口籍](?:所在)?地$/),
        class: this.find(/^班级$/),
      }),
    };
    const guardians = [...shape.members, ...this.guardians()]
      .filter(({ name, id }) => name !== undefined && id !== undefined)
      .map(({ name, id }) => this.people({ name: name!, id: id! }));
    const fields = { ...layout, columns, ...(guardians.length === 0 ? {} : { guardians }) };
    return { section: 'roster', fields, remarks: this.remarks };
  }

  private schools(layout: Fields): Source {
    const columns = this.columns({
      school: this.meaning('schoolCode'),
      name: this.find(/^学校名称$/),
      area: this.find(/区县|县区|^县$|^区$/) ?? this.meaning('place'),
      area_code: this.meaning('divisionCode'),
    });
    return { section: 'schools', fields: { ...layout, columns, ...this.facts() }, remarks: this.remarks };
  }

  /** Every other column as a fact whose id is still open. */
  private facts(): Fields {
    const facts: Fields = {};
    const left = this.sheet.columns.filter(
      ({ letter, header, meaning }) =>
        header !== '' &&
        !this.used.has(letter) &&
        !['name', 'residentId', 'private', 'serial', 'empty'].includes(meaning),
    );
    left.forEach((column, i) => {
      const header = this.name(column);
      const inTenThousands = /万元/.test(column.header);
      const plain = column.options === undefined && column.thousands === 0 && !inTenThousands;
      facts[`${OPEN.fact}${i + 1}`] = plain
        ? header
        : {
            header,
            ...(column.options === undefined
              ? {}
              : { values: Object.fromEntries(column.options.map(({ text }) => [text, text])) }),
            ...(column.thousands === 0 ? {} : { thousands: ',' }),
            ...(inTenThousands ? { times: 10_000 } : {}),
          };
    });
    if (left.length > 0) this.remarks.push(TODO.facts);
    return left.length === 0 ? {} : { facts };
  }

  private survey(layout: Fields): Source {
    const columns = this.columns({
      student_number: this.meaning('studentNumber'),
      name: this.at(this.sheet.shape.person.name),
    });
    return { section: 'facts', fields: { ...layout, columns, ...this.facts() }, remarks: this.remarks };
  }

  private keys(layout: Fields): Source {
    const columns = this.columns({ student_number: this.meaning('studentNumber') });
    return { section: 'aided_before', fields: { ...layout, columns }, remarks: [] };
  }

  private decisions(layout: Fields): Source {
    const columns = this.columns({
      kind: this.find(/类型|类别/),
      student_number: this.meaning('studentNumber'),
      about: this.find(/^事实$|^事项$/),
      value: this.find(/^值$|^数值$/),
      list_file: this.find(/名单文件/),
      list_sheet: this.find(/工作表/),
      list_row: this.find(/行号/),
      list_member: this.find(/人序/),
      conclusion: this.find(/结论|结果/),
      by: this.find(/决定人|核实人/),
      on: this.find(/日期|时间/),
      because: this.find(/理由|原因/),
      paper: this.find(/材料|依据/),
    });
    return { section: 'decisions', fields: { ...layout, columns }, remarks: [] };
  }

  private packed(): Fields {
    const { packed } = this.sheet.shape;
    if (packed === undefined) return {};
    const columns =
      'people' in packed
        ? { people: this.at(packed.people) }
        : { names: this.at(packed.names), ids: this.at(packed.ids) };
    const separator = packed.separator === '\n' ? 'line' : packed.separator;
    return { packed: { ...this.columns(columns), separator } };
  }

  private comparison(layout: Fields): Source {
    const { shape, dated, columns } = this.sheet;
    const category = columns.find(
      ({ header, options }) => options !== undefined && /比对|类[型别]|困难|人群/.test(header),
    );
    const values = Object.fromEntries((category?.options ?? []).map(({ text }) => [text, text]));
    this.remarks.push(TODO.compared, ...(dated === undefined ? [TODO.result] : []), TODO.covers);
    const fields = {
      ...layout,
      result_date: dated ?? OPEN.date,
      system: OPEN.system,
      covers: 'everybody',
      columns: {
        ...this.columns({
          student_number: this.meaning('studentNumber'),
          name: this.at(shape.person.name),
          id: this.at(shape.person.id),
        }),
        ...(category === undefined ? {} : { category: { header: this.name(category), values } }),
      },
    };
    return { section: 'comparisons', fields, remarks: this.remarks };
  }

  private list(layout: Fields): Source {
    const { shape, dated, columns } = this.sheet;
    const number = this.meaning('studentNumber');
    const persons: Fields =
      shape.kind === 'persons'
        ? { columns: { ...this.people(shape.person), ...this.columns({ student_number: number }) } }
        : {
            ...(shape.person.name === undefined || shape.person.id === undefined
              ? {}
              : { holder: this.people({ name: shape.person.name, id: shape.person.id }) }),
            ...(shape.members.length === 0
              ? {}
              : {
                  members: shape.members
                    .filter(({ name, id }) => name !== undefined && id !== undefined)
                    .map((member) => this.people(member)),
                }),
            ...this.packed(),
            ...this.columns({ size: this.find(/^保障人口/, /^(?:家庭|户内)?(?:成员|人口)人?数/) }),
          };
    const others = [...shape.others, ...(shape.heads ?? [])].flatMap((letter) => {
      const column = this.at(letter);
      return column === undefined ? [] : [this.name(column)];
    });
    const attributes = columns.filter(
      ({ letter, options }) => options !== undefined && !this.used.has(letter),
    );
    this.remarks.push(TODO.list, ...(dated === undefined ? [TODO.date] : []), TODO.covers);
    for (const { header, options = [] } of attributes)
      this.remarks.push(`${TODO.attributes}${header} (${options.map(({ text }) => text).join(', ')})`);
    const dates = columns.filter(
      ({ letter, meaning, header }) => meaning === 'date' && !this.used.has(letter) && VALIDITY.test(header),
    );
    if (dates.length > 0) this.remarks.push(TODO.valid + dates.map(({ header }) => header).join('、'));
    const fields = {
      ...layout,
      list_date: dated ?? OPEN.date,
      covers: 'everybody',
      ...persons,
      ...(others.length === 0 ? {} : { exclude: others }),
    };
    return { section: 'lists', fields, remarks: this.remarks };
  }

  source(inspection: Inspection): Source | null {
    const layout = this.layout(inspection);
    switch (this.sheet.role) {
      case 'roster':
        return this.roster(layout);
      case 'schools':
        return this.schools(layout);
      case 'facts':
        return this.survey(layout);
      case 'aidedBefore':
        return this.keys(layout);
      case 'decisions':
        return this.decisions(layout);
      case 'list':
        return this.list(layout);
      case 'comparison':
        return this.comparison(layout);
      case null:
        return null;
    }
  }
}

/**
 * A YAML fragment of a job file for what was seen, one source for each sheet that has a role; `''` where there is
 * none. It has the shape that the job reader takes. What only a person can know stands in it in a form that the
 * reader or the rule file refuses ({@link OPEN}), with a comment above, so that nothing is run on a guess.
 */
export function jobFragment(inspection: Inspection): string {
  const shown = inspection.sheets.filter(({ hidden }) => !hidden);
  const sources = shown.flatMap((sheet) => new SheetSource(sheet).source(inspection) ?? []);
  const sections = new Map<string, Source[]>();
  for (const source of sources)
    sections.set(source.section, [...(sections.get(source.section) ?? []), source]);
  const texts: string[] = [];
  for (const [section, members] of sections) {
    const fields = members.map((source) => source.fields);
    const document = new Document(
      ['lists', 'comparisons'].includes(section)
        ? { [section]: { [OPEN.list]: fields } }
        : { [section]: fields },
    );
    const left = inspection.sheets
      .filter(({ hidden, role }) => hidden && role !== null)
      .map(({ name }) => name);
    const remarks = [...new Set(members.flatMap((source) => source.remarks))];
    if (left.length > 0) remarks.push(TODO.hidden + left.join(', '));
    if (remarks.length > 0)
      (document.contents as YAMLMap).commentBefore = remarks.map((remark) => ` ${remark}`).join('\n');
    texts.push(document.toString({ lineWidth: 0 }));
  }
  return texts.join('\n');
}
