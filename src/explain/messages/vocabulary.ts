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
    veto: { zh: '否决情形', en: 'about a veto' },
  },
  /** Types of a formula; `…` is the unit or the name of the choice. */
  type: {
    flag: { zh: '真假值（true 或 false）', en: 'a yes-or-no value' },
    choice: { zh: '选项', en: 'an option' },
    'choice …': { zh: '“…”的选项', en: 'an option of "…"' },
    number: { zh: '数', en: 'a number' },
    'number …': { zh: '单位为 … 的数', en: 'a number in …' },
    any: { zh: '任何值', en: 'any value' },
  },
  unit: { '1': { zh: '不带单位的数', en: 'a number without a unit' } },
  /** What a formula has, or should have, at a place. */
  token: {
    '∎': { zh: '公式的结尾', en: 'the end of the formula' },
    end: { zh: '公式的结尾', en: 'the end of the formula' },
    value: { zh: '一个值', en: 'a value' },
    formula: { zh: '公式能用的字符', en: 'a character that formulas know' },
  },
  block: {
    facts: { zh: '事实 facts', en: 'facts' },
    figures: { zh: '计算量 figures', en: 'figures' },
    categories: { zh: '类别 categories', en: 'categories' },
    tables: { zh: '表 tables', en: 'tables' },
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
