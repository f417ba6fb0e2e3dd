import type { Language, Said } from '../language.js';

/** Values of issues that are themselves codes, in words. */
const VOCABULARIES = {
  /** Kinds of a value in a file. */
  kind: {
    mapping: { zh: '一组键和值', en: 'a mapping of keys and values' },
    list: { zh: '一个列表', en: 'a list' },
    scalar: { zh: '单个值', en: 'a single value' },
    nothing: { zh: '空', en: 'nothing' },
  },
  decision: {
    waiver: { zh: '自愿放弃', en: 'to decline' },
    tier: { zh: '等级认定', en: 'of a tier' },
    fact: { zh: '情况核实', en: 'about a fact' },
    points: { zh: '评分', en: 'of points' },
    figure: { zh: '计算量的认定', en: 'about a figure' },
    veto: { zh: '否决情形', en: 'about a veto' },
  },
  /** What is wrong with a list of people. */
  people: {
    shape: {
      zh: '应当写明名单（list）和是否已列全（complete）',
      en: 'it should say its list, and whether it is complete',
    },
    tooMany: { zh: '人数太多', en: 'there are too many' },
    tooFew: { zh: '说是已列全，人数却太少', en: 'it is said to be complete and has too few' },
    member: { zh: '其中一人的内容读不出来', en: 'what is said of one of them cannot be read' },
  },
  /** What a rule file has to say about dates. */
  dateRule: {
    month_end: {
      zh: '月末怎么算（1 月 31 日过一个月是 2 月最后一天，还是 3 月 1 日）',
      en: 'where a month ends (whether a month after 31 January is the last of February or 1 March)',
    },
    leap_birthday: {
      zh: '平年里 2 月 29 日出生的人在哪一天满岁',
      en: 'when somebody born on 29 February comes of age in a common year',
    },
    school_year: { zh: '学年从哪一天开始', en: 'when a school year begins' },
  },
  /** How two editions meet in time. */
  between: {
    gap: { zh: '有空档', en: 'a gap to' },
    overlap: { zh: '有重叠', en: 'an overlap with' },
  },
  /** What is wrong with a line of a CSV file. */
  csv: {
    empty: { zh: '文件是空的', en: 'the file is empty' },
    blank: { zh: '这一行是空的', en: 'the line is empty' },
    quote: { zh: '这里的表格不使用引号', en: 'quotes are not used in these tables' },
    fields: {
      zh: '格数与表头不同（数里不用逗号，写 9000 或 9_000）',
      en: 'it has another number of fields than the header (no commas inside numbers: 9000 or 9_000)',
    },
    field: { zh: '有一格是空的，或前后有空格', en: 'a field is empty or has blanks around it' },
    header: {
      zh: '表头应当依次是各个键和各列的名称（没有列名的写 value）',
      en: 'the header should be the names of the keys and then of the columns (value where there is none)',
    },
    duplicate: { zh: '同样的键在前面已有一行', en: 'an earlier line has the same keys' },
    cell: { zh: '有一格不是这一列能取的值', en: 'a cell holds what its column cannot have' },
  },
  /** Types of a formula; `…` is the unit or the name of the choice. */
  type: {
    flag: { zh: '真假值（true 或 false）', en: 'a yes-or-no value' },
    choice: { zh: '选项', en: 'an option' },
    'choice …': { zh: '“…”的选项', en: 'an option of "…"' },
    number: { zh: '数', en: 'a number' },
    'number …': { zh: '单位为 … 的数', en: 'a number in …' },
    date: { zh: '日期', en: 'a date' },
    code: { zh: '代码', en: 'a code' },
    several: { zh: '若干选项', en: 'a set of options' },
    'several …': { zh: '若干“…”的选项', en: 'a set of options of "…"' },
    people: { zh: '人员名单', en: 'a list of people' },
    'people …': { zh: '人员名单“…”', en: 'the people of "…"' },
    none: { zh: '“无”', en: 'none' },
    any: { zh: '任何值', en: 'any value' },
  },
  unit: { '1': { zh: '不带单位的数', en: 'a number without a unit' } },
  /** What a formula has, or should have, at a place. */
  token: {
    '∎': { zh: '公式的结尾', en: 'the end of the formula' },
    end: { zh: '公式的结尾', en: 'the end of the formula' },
    value: { zh: '一个值', en: 'a value' },
    formula: { zh: '公式能用的字符', en: 'a character that formulas know' },
    name: { zh: '一个名称', en: 'a name' },
    unit: { zh: '一个单位', en: 'a unit' },
  },
  block: {
    facts: { zh: '事实（facts）', en: 'facts' },
    figures: { zh: '计算量（figures）', en: 'figures' },
    categories: { zh: '类别（categories）', en: 'categories' },
    tables: { zh: '表（tables）', en: 'tables' },
    parameters: { zh: '参数（parameters）', en: 'parameters' },
    schedules: { zh: '分段费率表（schedules）', en: 'schedules' },
    attributes: { zh: '人员的属性（of）', en: 'attributes of people' },
    names: { zh: '这个文件', en: 'this file' },
    variable: { zh: '外面一层的公式', en: 'the formula around this one' },
  },
  period: {
    year: { zh: '每年', en: 'a year' },
    semester: { zh: '每学期', en: 'a semester' },
    month: { zh: '每月', en: 'a month' },
    event: { zh: '每次', en: 'an event' },
  },
  limit: {
    fileBytes: { zh: '文件的字符数', en: 'characters of the file' },
    yamlDepth: { zh: '嵌套的层数', en: 'levels of nesting' },
    formulaCharacters: { zh: '一个公式的字符数', en: 'characters of one formula' },
    formulaNodes: { zh: '一个公式的组成部分数', en: 'pieces of one formula' },
    formulaDepth: { zh: '一个公式的括号层数', en: 'levels of nesting in one formula' },
    factsAndFigures: { zh: '事实和计算量的总数', en: 'facts and figures together' },
    tableCells: { zh: '一个表的格数', en: 'cells of one table' },
    programmes: { zh: '资助项目数', en: 'programmes' },
    people: { zh: '一份名单的人数', en: 'people on one list' },
    expandedBytes: { zh: '合并表格文件后的总长度', en: 'characters with all files put in' },
    options: { zh: '一个事实的选项数', en: 'options of one fact' },
    choiceOptions: { zh: '一个选项类型的选项数', en: 'options of one choice' },
    tableKeys: { zh: '一个表的键数', en: 'keys of one table' },
    tableColumns: { zh: '一个表的列数', en: 'columns of one table' },
    numberDigits: { zh: '一个数的位数', en: 'digits of one number' },
    tiers: { zh: '等级数', en: 'tiers' },
    routes: { zh: '认定途径数', en: 'routes' },
    outputs: { zh: '结果数', en: 'outputs' },
    amendments: { zh: '接连修订的次数', en: 'amendments behind one another' },
    digits: { zh: '一个中间结果可能需要的数字位数', en: 'digits that a result on the way may need' },
  },
  /** What the YAML parser found wrong. */
  yaml: {
    BAD_DQ_ESCAPE: {
      zh: '双引号里的反斜杠写法不认识；改用单引号，或写两个反斜杠',
      en: 'a backslash in double quotes that means nothing; use single quotes or two backslashes',
    },
    BAD_INDENT: {
      zh: '缩进不对，或前面有括号没有合上；同一级的键要从同一列开始',
      en: 'the indentation is wrong, or a bracket before this is not closed; keys of one level begin in one column',
    },
    BAD_SCALAR_START: {
      zh: '值不能以这个字符开头；请加引号',
      en: 'a value cannot begin with this character; quote it',
    },
    BLOCK_AS_IMPLICIT_KEY: {
      zh: '一行里有两个“键: 值”；请分行写，或给带冒号的文字加引号',
      en: 'two "key: value" on one line; use two lines, or quote the text that holds the colon',
    },
    BLOCK_IN_FLOW: {
      zh: '花括号或方括号里不能再用缩进写法',
      en: 'an indented block cannot stand inside { } or [ ]',
    },
    MISSING_CHAR: {
      zh: '缺少一个符号：请检查引号、括号、逗号和键后的冒号是否齐全',
      en: 'a sign is missing; check that quotes, brackets, commas and the colons behind keys are all there',
    },
    MULTILINE_IMPLICIT_KEY: {
      zh: '键不能跨行；很可能是这一行或上一行缺了冒号',
      en: 'a key cannot run over two lines; a colon is probably missing on this line or the one above',
    },
    MULTIPLE_DOCS: {
      zh: '一个文件只能有一份规则；请删去“---”之后的部分',
      en: 'one file holds one document; remove what follows "---"',
    },
    NON_STRING_KEY: { zh: '键必须是文字', en: 'a key must be text' },
    UNEXPECTED_TOKEN: {
      zh: '这里多了一个符号；请检查它前后的引号和括号',
      en: 'a sign too many; check the quotes and brackets around it',
    },
    KEY_OVER_1024_CHARS: {
      zh: '键太长；很可能是缺了冒号或引号',
      en: 'a key is too long; a colon or a quote is probably missing',
    },
    BAD_DIRECTIVE: { zh: '不使用以“%”开头的指令行', en: 'lines that begin with "%" are not used' },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Said>>>>;

export type Vocabulary = keyof typeof VOCABULARIES;

export const isVocabulary = (name: string): name is Vocabulary => Object.hasOwn(VOCABULARIES, name);

/**
 * A coded value in words. A value of two words, such as `number CNY/year`, is looked up as `number …`. What is not
 * there stays as it is, in quotes.
 */
export function inWords(vocabulary: Vocabulary, value: string, lang: Language): string {
  const words: Readonly<Record<string, Said>> = VOCABULARIES[vocabulary];
  const [first = '', ...rest] = value.split(' ');
  const key = rest.length === 0 ? value : `${first} …`;
  if (Object.hasOwn(words, key)) return (words[key] as Said)[lang].replace('…', rest.join(' '));
  return lang === 'zh' ? `“${value}”` : `"${value}"`;
}
