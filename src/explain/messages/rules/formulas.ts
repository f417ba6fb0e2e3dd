import type { MessageCatalogue } from '../catalogue.js';

/** Formulas of a rule file. */
export const FORMULA_MESSAGES: MessageCatalogue = {
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
    zh: '“{name}”后面的括号里要写 {needed} 个值，这里写了 {found} 个。请补上或删去多余的。',
    en: 'The brackets behind "{name}" hold {needed} value(s), and here are {found}. Add what is missing, or remove what is too much.',
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
    zh: '按所写的范围，除数“{divisor}”在 {from} 到 {to} 之间，可能为 0，那时无法相除。请缩小它的 range，或先用 if 排除 0，例如 if x > 0 then a / x else 0。',
    en: 'By the declared ranges the divisor "{divisor}" can be anything from {from} to {to}, 0 too, and then nothing can be divided. Narrow its range, or rule 0 out first, as in if x > 0 then a / x else 0.',
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
    zh: '{constant?“{constant}”的小数除不尽，这里却要一个确定的数。请写成有限的小数，例如 0.3333。}{step?这个数可能除不尽或小数过多，不能直接成为金额、分数或结果。请写明取整的步长和方式，例如 round(x, {step}, half_up)；得分项也可以另写 round，其中 step 为 {step}，mode 为 half_up。}',
    en: '{constant?"{constant}" has endless decimals, and one definite number is needed here. Write a decimal that ends, such as 0.3333.}{step?This may have endless or too many decimals and cannot become money, points or an output as it is. Name the rounding, such as round(x, {step}, half_up); a part can also have round with step {step} and mode half_up.}',
  },
};
