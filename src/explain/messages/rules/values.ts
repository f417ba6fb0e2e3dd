import type { MessageCatalogue } from '../catalogue.js';

/** Keys and plain values of a rule file. */
export const VALUE_MESSAGES: MessageCatalogue = {
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
    zh: '“{found}”的项数或字数不对{least?，至少 {least}}{most?，至多 {most}}。{whole?数里的逗号会把一个数切成两个，千位请写成 {whole}。}',
    en: '"{found}" has the wrong number of items or characters{least?, at least {least}}{most?, at most {most}}.{whole? A comma cuts a number in two; write thousands as {whole}.}',
  },
  'rules.number': {
    zh: '“{found}”不是这里能用的数。请写普通的小数、百分数或分数，不加引号、不用指数、开头不加 0，例如 1_000、0.5、35%、2/3。',
    en: '"{found}" is not a number that can stand here. Write a plain decimal, percentage or fraction, without quotes, exponent or leading zeros, such as 1_000, 0.5, 35% or 2/3.',
  },
  'rules.date': {
    zh: '“{found}”不是日期，或日历上没有这一天。请写成 2025-09-01 这样的年-月-日。',
    en: '"{found}" is not a date, or no day of the calendar. Write year-month-day, such as 2025-09-01.',
  },
  'rules.id': {
    zh: '“{found}”不能作名称。名称以小写英文字母开头，只含小写字母、数字和下划线，至多 48 个字符；中文请写在 title 里。',
    en: '"{found}" cannot be a name. Names begin with a lower-case letter and hold lower-case letters, digits and underscores, 48 at most; words for people go into title.',
  },
  'rules.notOneOf': {
    zh: '这里不能写“{option}”。{near?是否想写“{near}”？}只能是：{options}。',
    en: '"{option}" cannot stand here. {near?Did you mean "{near}"? }It is one of: {options}.',
  },
};
