import type { MessageCatalogue } from './catalogue.js';

/**
 * Findings of reading a rule file. Each sentence says what is wrong, why it is refused rather than guessed at, and
 * what to write instead; where and which code stand before it.
 */
export const RULES_MESSAGES: MessageCatalogue = {
  // --- The text of the file -----------------------------------------------------------------------------------------
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
    zh: '“{key}”在同一级里写了两次，无法知道哪一个算数。请只留一个。',
    en: '"{key}" stands twice on one level, and nobody can know which counts. Keep one.',
  },
  'rules.emptyValue': {
    zh: '这里{found?的“{found}”}没有值；空白不等于零，也不等于“否”。请写上值，或删去这个键。',
    en: 'There is no value here{found? for "{found}"}; nothing is neither zero nor no. Give a value, or remove the key.',
  },
  'rules.quoteFormula': {
    zh: '在花括号或方括号里，逗号和括号会把公式切断；这里只读到“{found}”。请给整个公式加上引号："{formula}"。',
    en: 'Inside { } or [ ] commas and brackets cut a formula; only "{found}" was read here. Quote the whole formula: "{formula}".',
  },
  'rules.limit': {
    zh: '{what:limit}超过上限 {most}。请拆分或简化。',
    en: 'Too many {what:limit}: the limit is {most}. Split it or make it simpler.',
  },

  // --- Keys and plain values ----------------------------------------------------------------------------------------
  'rules.unknownKey': {
    zh: '这里没有“{key}”这个键。{near?是否想写“{near}”？}{known?这里可以写：{known}。}请改正或删去：不认识的键不会被忽略。',
    en: 'There is no key "{key}" here. {near?Did you mean "{near}"? }{known?What can stand here: {known}. }Correct or remove it: unknown keys are never ignored.',
  },
  'rules.missingKey': {
    zh: '这里缺少必须有的键“{key}”。请补上。',
    en: 'The key "{key}" is required here and missing. Add it.',
  },
  'rules.kind': {
    zh: '这里应当是{needed:kind}，写的却是{found:kind}。',
    en: 'This should be {needed:kind}, and it is {found:kind}.',
  },
  'rules.count': {
    zh: '“{found}”的项数或字数不对{least?：至少 {least}}{most?：至多 {most}}。',
    en: '"{found}" has the wrong number of items or characters{least?: at least {least}}{most?: at most {most}}.',
  },
  'rules.number': {
    zh: '“{found}”不是这里能用的数。请写普通的小数、百分数或分数，不加引号、不用指数、开头不加 0，例如 1_000、0.5、35%、2/3。',
    en: '"{found}" is not a number that can stand here. Write a plain decimal, percentage or fraction, without quotes, exponent or leading zeros, such as 1_000, 0.5, 35% or 2/3.',
  },
  'rules.date': {
    zh: '“{found}”不是日期。请写成 2025-09-01 这样的年-月-日。',
    en: '"{found}" is not a date. Write year-month-day, such as 2025-09-01.',
  },
  'rules.id': {
    zh: '“{found}”不能作名称。名称以小写英文字母开头，只含小写字母、数字和下划线，至多 48 个字符；中文请写在 title 里。',
    en: '"{found}" cannot be a name. Names begin with a lower-case letter and hold lower-case letters, digits and underscores, 48 at most; words for people go into title.',
  },
  'rules.notOneOf': {
    zh: '这里不能写“{option}”。{near?是否想写“{near}”？}只能是：{options}。',
    en: '"{option}" cannot stand here. {near?Did you mean "{near}"? }It is one of: {options}.',
  },

  // --- Names --------------------------------------------------------------------------------------------------------
  'rules.reserved': {
    zh: '“{name}”是公式自己的词，不能用作名称。请另取名称。',
    en: '"{name}" is a word of the formulas themselves and names nothing else. Choose another name.',
  },
  'rules.shadow': {
    zh: '“{name}”已在“{other:block}”里用过；公式里就分不清指哪一个。请另取名称。',
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
    zh: '没有叫“{name}”的事实、计算量或类别。{near?是否想写“{near}”？}请改正，或先在 facts、figures 或 categories 里写上它；row 里只能用名单自己的属性。',
    en: 'No fact, figure or category is called "{name}". {near?Did you mean "{near}"? }Correct it, or declare it under facts, figures or categories; a row knows only the attributes of its list.',
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
    zh: '没有叫“{name}”的函数。可用的有 round、min、max、abs、clamp；查表用方括号，如 t[a]。',
    en: 'There is no function "{name}". There are round, min, max, abs and clamp; a table is looked up with brackets, as t[a].',
  },
  'rules.circle': {
    zh: '这些名称互相依赖，绕成了一圈：{loop}。请去掉其中一个依赖；类别的条件请用 score_tier，不用 tier。',
    en: 'These names need each other in a circle: {loop}. Break it at one place; the condition of a category uses score_tier, not tier.',
  },

  // --- Formulas -----------------------------------------------------------------------------------------------------
  'rules.syntax': {
    zh: '公式读到这里不通：此处是{found:token}，应当是{expected:token}。',
    en: 'The formula breaks off here: found {found:token}, expected {expected:token}.',
  },
  'rules.mixedLogic': {
    zh: '同一层里既有 and 又有 or，会有两种读法。请用括号写明，例如 (a and b) or c。',
    en: 'and and or meet on one level, which can be read in two ways. Say it with parentheses, such as (a and b) or c.',
  },
  'rules.chained': {
    zh: '比较不能连写。请分成两个比较，用 and 相连，例如 a < b and b < c。',
    en: 'Comparisons are not chained. Write two of them joined by and, such as a < b and b < c.',
  },
  'rules.quotientOrder': {
    zh: '除号之后不能再接乘号或除号，否则会有两种读法。请用括号写明，例如 (a / b) * c 或 a / (b * c)。',
    en: 'Nothing may be multiplied or divided after a quotient, since it can be read in two ways. Say it with parentheses, such as (a / b) * c or a / (b * c).',
  },
  'rules.arguments': {
    zh: '“{name}”至少要 {least} 个值、至多 {most} 个，这里写了 {found} 个。',
    en: '"{name}" takes at least {least} and at most {most} values; here are {found}.',
  },
  'rules.type': {
    zh: '这里应当是{needed:type}，得到的却是{found:type}。',
    en: 'This should be {needed:type}, and it is {found:type}.',
  },
  'rules.unit': {
    zh: '单位不合：这里应当是{needed:unit}，得到的却是{found:unit}。单位从不自动换算；请改用同一单位，或乘除一个带单位的数，如 12[month/year]。',
    en: 'The units differ: {needed:unit} is needed here, and this is {found:unit}. Nothing converts by itself; use the same unit, or a number with a unit such as 12[month/year].',
  },
  'rules.notOrdered': {
    zh: '这里在比较大小，但{found:type}没有大小次序。请用 = 或 in；如果选项确有次序，请写 ordered: true。',
    en: 'An order is asked for, and {found:type} has none. Use = or in; if the options do have an order, declare it with ordered: true.',
  },
  'rules.divisorZero': {
    zh: '按所写的范围，这个除数可能为 0。请缩小它的 range，或改写公式，使除数不含 0。',
    en: 'By the declared ranges this divisor could be 0. Narrow its range, or write the formula so that it cannot be.',
  },
  'rules.roundingStep': {
    zh: '取整的步长必须是大于 0 的数，例如 0.01。',
    en: 'The step of a rounding must be a number above 0, such as 0.01.',
  },
  'rules.roundingMode': {
    zh: '“{found}”不是取整方式。可用：{modes}。',
    en: '"{found}" is no way of rounding. There are: {modes}.',
  },
  'rules.needsRounding': {
    zh: '这个数可能除不尽或小数过多，不能直接成为金额或分数。请用 round 写明步长和方式，例如 round(x, {step}, half_up)。',
    en: 'This may have endless or too many decimals and cannot become money or points as it is. Name the rounding, such as round(x, {step}, half_up).',
  },

  // --- Facts, tables, score, tiers ----------------------------------------------------------------------------------
  'rules.untilBeforeFrom': {
    zh: '版本的截止日 {until} 早于生效日 {from}，这样哪一天都不适用。请改正其中一个日期。',
    en: 'The edition ends on {until}, before it begins on {from}, so that it is in force on no day. Correct one of the dates.',
  },
  'rules.rangeEmpty': {
    zh: '范围的下限 {low} 大于上限 {high}。请把小的写在前面。',
    en: 'The range begins at {low} and ends at {high}. Write the smaller one first.',
  },
  'rules.stepMisfits': {
    zh: '步长 {step} 必须大于 0，而且从下限起能恰好走到上限。',
    en: 'The step {step} must be above 0 and lead from the low end of the range exactly to the high end.',
  },
  'rules.assumeMisfits': {
    zh: '假定的值“{value}”不是这个事实能取的值。请按它的类型、选项、范围和步长来写。',
    en: 'The assumed value "{value}" is none that this fact can have. Keep to its type, options, range and step.',
  },
  'rules.noPointsNotAllowed': {
    zh: '事实“{fact}”不能写 no_points，因为 {where} 用到它，而那里不是单纯的加分：不知道它时按 0 计，可能使学生吃亏。请改用 ask。',
    en: 'The fact "{fact}" cannot be no_points, because {where} reads it and does more than add points: counting 0 while it is unknown could hurt a student. Use ask.',
  },
  'rules.optionsNotTotal': {
    zh: '“{choice}”还有选项没有写到：{missing}。请逐一写上，或写 otherwise。',
    en: 'Some options of "{choice}" are not said: {missing}. Say each, or add otherwise.',
  },
  'rules.rowsNotTotal': {
    zh: '表中缺少这一格：{missing}。请补上这一行，或写 otherwise。',
    en: 'The table has no cell for: {missing}. Add the row, or say otherwise.',
  },
  'rules.tableShape': {
    zh: '这一行的层数与 keys 不符；这个表有 {keys} 个键，每一格就要写 {keys} 层。',
    en: 'This row nests differently from keys: the table has {keys} key(s), so each cell stands {keys} level(s) deep.',
  },
  'rules.cutsNotIncreasing': {
    zh: '分段的界限没有依次排列：{cut} 接在 {before} 之后。请按次序写，每个界限只写一次。',
    en: 'The cuts do not follow one another: {cut} comes after {before}. Write them in order, each once.',
  },
  'rules.boundsCrossed': {
    zh: '下限 at_least {at_least} 大于上限 at_most {at_most}。',
    en: 'at_least {at_least} lies above at_most {at_most}.',
  },
  'rules.emptySection': {
    zh: 'parts 里一项也没有。请至少写一项。',
    en: 'parts holds nothing. Give at least one part.',
  },
  'rules.tiersNotFalling': {
    zh: '等级要从资助最多的写起，分数线逐级降低；“{tier}”的 {from} 没有低于上一级的 {above}。',
    en: 'Tiers are written from the most aid downwards, each with a lower score; "{tier}" from {from} is not below {above} of the one before.',
  },

  // --- Categories and programmes ------------------------------------------------------------------------------------
  'rules.categoryWithoutGround': {
    zh: '类别“{category}”既没有 list 也没有 when，无从知道谁属于它。请至少写一个。',
    en: 'The category "{category}" has neither list nor when, so nobody can know who belongs to it. Give at least one.',
  },
  'rules.rowWithoutList': {
    zh: '类别“{category}”写了 row，却没有 list。row 看的是名单里的行，请写上 list。',
    en: 'The category "{category}" has row but no list. A row looks at the entries of a list; name the list.',
  },
  'rules.amountUnit': {
    zh: '金额用的是{found:unit}，与发放周期（{per:period}）不合。周期为 event 时金额用币种（如 CNY），否则用币种加周期（如 CNY/year）。',
    en: 'The amount is given as {found:unit}, which does not fit {per:period}. With per: event an amount is in a currency such as CNY, else in a currency per time such as CNY/year.',
  },
  'rules.amountNegative': {
    zh: '按所写的范围，这个金额可能小于 0。请改写，例如用 max(0, …)。',
    en: 'By the declared ranges this amount could be below 0. Write it so that it cannot, such as with max(0, …).',
  },
};
