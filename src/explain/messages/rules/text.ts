import type { MessageCatalogue } from '../catalogue.js';

/** The text of a rule file, before anything in it means something. */
export const TEXT_MESSAGES: MessageCatalogue = {
  'rules.moreFindings': {
    zh: '这里只列出前 {most} 处；还有更多，改正后再检查一遍。',
    en: 'Only the first {most} findings are listed; there are more. Correct these and check again.',
  },
  'rules.yaml': {
    zh: '这里不是合乎规定的 YAML{what?：{what:yaml}}{found?：“{found}”}。请改正后再读。',
    en: 'This is not valid YAML here{what?: {what:yaml}}{found?: "{found}"}. Correct it and read the file again.',
  },
  'rules.bom': {
    zh: '文件开头有一个看不见的字节顺序标记。请以“UTF-8（无 BOM）”保存。',
    en: 'The file begins with an invisible byte-order mark. Save it as UTF-8 without BOM.',
  },
  'rules.tab': {
    zh: '文件里有制表符；它在不同的编辑器里宽窄不一，会让人看错层级。请改用空格。',
    en: 'There is a tab; editors show it with different widths, so levels could be misread. Use spaces.',
  },
  'rules.character': {
    zh: '文件里有看不见的控制字符 {found}；它会让看到的和读到的不一样。请删去。',
    en: 'There is an invisible control character, {found}; what is seen and what is read could differ. Remove it.',
  },
  'rules.notNfc': {
    zh: '文件里有未按统一码 NFC 形式书写的字；看上去相同的字会被当成不同的字。请转换为 NFC 后保存。',
    en: 'Some text is not in Unicode form NFC, so letters that look alike would count as different. Convert the file to NFC.',
  },
  'rules.alias': {
    zh: '规则文件里不使用锚点（&）、别名（*）和合并键（<<）：一处改动会悄悄影响别处。请把内容写全。',
    en: 'Anchors (&), aliases (*) and merge keys (<<) are not used in rule files: a change in one place would silently change another. Write the content out.',
  },
  'rules.tag': {
    zh: '规则文件里不使用以“!”开头的类型标签。如果文字以“!”开头，请加引号。',
    en: 'Tags, which begin with "!", are not used in rule files. If text begins with "!", quote it.',
  },
  'rules.duplicateKey': {
    zh: '“{key}”在同一级里写了两次{line?（前一次在第 {line} 行）}，无法知道哪一个算数。请只留一个。',
    en: '"{key}" stands twice on one level{line? (first on line {line})}, and nobody can know which counts. Keep one.',
  },
  'rules.emptyValue': {
    zh: '这里{found?的“{found}”}没有值；空白不等于零，也不等于“否”。请写上值，或删去这个键。{text?如果它是前面文字的一部分，请给整段文字加引号："{text}"。}',
    en: 'There is no value here{found? for "{found}"}; nothing is neither zero nor no. Give a value, or remove the key.{text? If it belongs to the text before it, quote the whole text: "{text}".}',
  },
  'rules.quoteFormula': {
    zh: '在花括号或方括号里，逗号和括号会把公式切断；这里只读到“{found}”。请给整个公式加上引号："{formula}"。',
    en: 'Inside { } or [ ] commas and brackets cut a formula; only "{found}" was read here. Quote the whole formula: "{formula}".',
  },
  'rules.quoteText': {
    zh: '在花括号里，逗号会把文字切断；这里只读到“{found}”。请给整段文字加上引号："{text}"。',
    en: 'Inside { } a comma ends a text; only "{found}" was read here. Quote the whole text: "{text}".',
  },
  'rules.limit': {
    zh: '{what:limit}超过上限 {most}。请拆分或简化。',
    en: 'Too many {what:limit}: the limit is {most}. Split it or make it simpler.',
  },
};
