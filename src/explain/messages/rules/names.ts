import type { MessageCatalogue } from '../catalogue.js';

/** Names of a rule file, and what they stand for. */
export const NAME_MESSAGES: MessageCatalogue = {
  'rules.reserved': {
    zh: '“{name}”是公式自己的词，不能用作名称。请另取名称。',
    en: '"{name}" is a word of the formulas themselves and names nothing else. Choose another name.',
  },
  'rules.shadow': {
    zh: '“{name}”已在{other:block}里用过，公式里就分不清指哪一个。请另取名称。',
    en: '"{name}" is already a name in {other:block}, so a formula could not say which is meant. Choose another name.',
  },
  'rules.ambiguousOption': {
    zh: '“{choice}”的选项“{option}”同时也是一个事实、计算量或类别的名称，公式里会有两种读法。请改掉其中一个。',
    en: 'The option "{option}" of "{choice}" is also the name of a fact, figure or category, so a formula could be read in two ways. Rename one of them.',
  },
  'rules.duplicateOption': {
    zh: '“{choice}”里“{option}”写了两次。请只留一个。',
    en: '"{option}" stands twice in "{choice}". Keep one.',
  },
  'rules.unknownName': {
    zh: '没有叫“{name}”的事实、计算量、参数或类别。{near?是否想写“{near}”？}请改正，或先在 facts、figures、parameters 或 categories 里写上它{known?；但 row 里只能用名单自己的属性：{known}}。',
    en: 'No fact, figure, parameter or category is called "{name}". {near?Did you mean "{near}"? }Correct it, or declare it under facts, figures, parameters or categories{known?; a row, though, knows only the attributes of its list: {known}}.',
  },
  'rules.unknownOption': {
    zh: '“{choice}”没有“{option}”这个选项。{near?是否想写“{near}”？}它的选项是：{options}。',
    en: '"{choice}" has no option "{option}". {near?Did you mean "{near}"? }Its options are: {options}.',
  },
  'rules.unknownChoice': {
    zh: '没有叫“{choice}”的选项类型。{near?是否想写“{near}”？}请改正，或先在 choices 里写上它。',
    en: 'No choice is called "{choice}". {near?Did you mean "{near}"? }Correct it, or declare it under choices.',
  },
  'rules.unknownTable': {
    zh: '没有叫“{table}”的表。{near?是否想写“{near}”？}请改正，或先在 tables 里写上它。',
    en: 'No table is called "{table}". {near?Did you mean "{near}"? }Correct it, or declare it under tables.',
  },
  'rules.unknownList': {
    zh: '没有叫“{list}”的部门名单。{near?是否想写“{near}”？}请改正，或先在 lists 里写上它。',
    en: 'No department list is called "{list}". {near?Did you mean "{near}"? }Correct it, or declare it under lists.',
  },
  'rules.unknownSource': {
    zh: '没有叫“{source}”的文件依据。{near?是否想写“{near}”？}请改正，或先在 sources 里写上它。',
    en: 'No source is called "{source}". {near?Did you mean "{near}"? }Correct it, or declare it under sources.',
  },
  'rules.unknownUnit': {
    zh: '“{unit}”不是认识的单位。可用币种（如 CNY）、point、person、day、week、month、year，或在 units 里另写的单位，以 / 和 * 相连。',
    en: '"{unit}" is no known unit. Use a currency such as CNY, point, person, day, week, month, year, or one declared under units, joined by / and *.',
  },
  'rules.unknownFunction': {
    zh: '没有叫“{name}”的函数。{near?是否想写“{near}”？}可用的有 round、min、max、abs、clamp、marginal、count、any、all、sum、lowest、highest、first、last、has_any、has_all、date、year、month、age、months_between、days_between；查表用方括号，如 t[a]。',
    en: 'There is no function "{name}". {near?Did you mean "{near}"? }There are round, min, max, abs, clamp, marginal, count, any, all, sum, lowest, highest, first, last, has_any, has_all, date, year, month, age, months_between and days_between; a table is looked up with brackets, as t[a].',
  },
  'rules.unknownEvidence': {
    zh: '没有叫“{evidence}”的材料。{near?是否想写“{near}”？}请改正，或先在 evidence 里写上它。',
    en: 'No paper is called "{evidence}". {near?Did you mean "{near}"? }Correct it, or declare it under evidence.',
  },
  'rules.circle': {
    zh: '这些名称互相依赖，绕成了一圈：{loop}。{part?得分要等所有得分项都算出来才有，所以得分项里不能再用“{part}”；请把两处都要用的写成一个计算量。}请去掉其中一个依赖；类别的条件请用 score_tier，不用 tier。',
    en: 'These names need each other in a circle: {loop}. {part?The score is known only with all of its parts, so no part can read "{part}"; write what both need as a figure. }Break it at one place; the condition of a category uses score_tier, not tier.',
  },
};
