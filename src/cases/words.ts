export type Language = 'zh' | 'en';

const WORDS = {
  passed: { zh: '通过', en: 'passed' },
  failed: { zh: '不符', en: 'failed' },
  expected: { zh: '应为', en: 'expected' },
  got: { zh: '实为', en: 'got' },
  plan: { zh: '引擎', en: 'plan' },
  reference: { zh: '参考含义', en: 'reference' },
  meanings: {
    zh: '引擎与参考含义不一致：这是 bulou 的缺陷，与规则文件无关，请报告',
    en: 'plan and reference differ: a defect of bulou, not of the rule file; please report it',
  },
  points: { zh: '得分', en: 'points' },
  figures: { zh: '计算所用的数', en: 'figures' },
  facts: { zh: '所用事实', en: 'facts used' },
  categories: { zh: '类别', en: 'categories' },
  reasons: { zh: '理由', en: 'reasons' },
  open: { zh: '未定', en: 'open' },
  outputs: { zh: '未定的结果', en: 'open outputs' },
  granted: { zh: '给予', en: 'granted' },
  issues: { zh: '数据问题', en: 'issues' },
  none: { zh: '无', en: 'none' },
  given: { zh: '直接给出', en: 'given' },
  not: { zh: '不含', en: 'without' },
  rest: { zh: '其余不详', en: 'the rest not known' },
  others: { zh: '可能还有其他人', en: 'perhaps others' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type Word = keyof typeof WORDS;
export type Say = (word: Word) => string;

/** The few words of a diff, in one language. */
export const sayer =
  (lang: Language): Say =>
  (word) =>
    WORDS[word][lang];
